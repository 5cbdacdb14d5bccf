/** A local cloud on which round after round is seeded, each with the flow's village, and looked at afterwards. */
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { AuditDoc } from '../../../cloudfunctions/common/documents'
import type { Answer } from '../../../src/contract/errors'
import { startLocalCloud } from '../../local-cloud'
import { openidOf } from '../../seed/people'
import { programme, seedAll } from '../../seed/sample'
import { finalState, type Stored, storedOf } from '../phone/final-state'
import { seedSmallRound } from '../phone/small-round'
import { holds } from '../proof'
import type { Flow } from './flow'

export type KillsCloud = Awaited<ReturnType<typeof killsCloud>>
export type FlowRound = Awaited<ReturnType<KillsCloud['roundFor']>>

export async function killsCloud() {
  const dataDir = mkdtempSync(join(tmpdir(), 'lalian-kills-'))
  const cloud = await startLocalCloud({ dataDir, synchronous: 'NORMAL', quiet: true })
  await seedAll(cloud, programme(Date.now()))
  let rounds = 0

  return {
    url: cloud.url,

    async roundFor(flow: Flow) {
      const name = `K${String(++rounds).padStart(6, '0')}`
      const { roundId, villageIds, inspectors } = await seedSmallRound(cloud, name, 1)
      const villageId = villageIds[0]!
      const [mine, colleague] = inspectors
      for (const { action, payload } of flow.colleague?.(roundId) ?? []) {
        const said = { action, payload: { roundId, villageId, at: Date.now(), ...payload } }
        const answer = (await cloud.call('scoring', said, openidOf(colleague))) as Answer
        holds(answer.ok, `the colleague’s ${action} was refused: ${JSON.stringify(answer)}`)
      }
      return { roundId, villageId, openid: openidOf(mine) }
    },

    stored: (roundId: string) => storedOf(cloud, roundId),

    /** What the server has in the end, without times and ids: the day's state, its audit lines, the objects in storage. */
    async end(roundId: string, { thrownAway = [] }: Flow): Promise<End> {
      const whole = await storedOf(cloud, roundId)
      const objects = objectsOf(roundId)
      holdsOnce(whole)
      const named = namedPhotos(whole)
      const pictureOf = (id: string) => objects[id] ?? 'is not in storage'
      const orphans = Object.keys(objects).filter((id) => !named.has(id))
      // Thrown away while it was on its way: it may have arrived, once.
      const isKnown = orphans.every((id) => thrownAway.includes(pictureOf(id)))
      holds(isKnown && orphans.length <= thrownAway.length, `uploaded and named by nothing: ${orphans.map(pictureOf)}`)
      const stored = { ...whole, files: whole.files.filter(({ _id }) => named.has(_id)) }
      return {
        ...finalState(stored, pictureOf, roundId),
        rings: stored.findings.flatMap(({ photos }) => photos.map(({ ring }) => JSON.stringify(ring))),
        audits: await auditsOf(roundId, orphans),
        objects: [...named].map(pictureOf).sort(),
      }
    },

    async stop(): Promise<void> {
      await cloud.stop()
      rmSync(dataDir, { recursive: true, force: true })
    },
  }

  /** What they show, by photo. */
  function objectsOf(roundId: string): Record<string, string> {
    const folder = join(dataDir, 'storage', 'photos', roundId)
    const names = existsSync(folder) ? readdirSync(folder) : []
    return Object.fromEntries(
      names.map((name) => [name.replace(/\.jpg$/, ''), pictureIn(readFileSync(join(folder, name)))]),
    )
  }

  async function auditsOf(roundId: string, orphans: readonly string[]): Promise<string[]> {
    const asked = cloud.sdk().database().collection('audits').where({ roundId }).limit(1000)
    const { data } = (await asked.get()) as unknown as { data: AuditDoc[] }
    const isOfOrphan = ({ after }: AuditDoc) => orphans.includes((after as { photoId?: string } | null)?.photoId ?? '')
    return data
      .filter((line) => !isOfOrphan(line))
      .map(({ action, memberId }) => `${action} ${memberId}`)
      .sort()
  }
}

function namedPhotos({ scorecards, findings, highlights, deductions }: Stored): Set<string> {
  return new Set([
    ...scorecards.flatMap(({ marks }) => Object.values(marks).flatMap(({ photos }) => photos)),
    ...findings.flatMap(({ photos }) => photos.map(({ id }) => id)),
    ...[...highlights, ...deductions].flatMap(({ photos }) => photos),
  ])
}

export type End = ReturnType<typeof finalState> & { rings: string[]; audits: string[]; objects: string[] }

/** A photo's bytes: what it shows, in words, and then whatever a camera adds. */
export function photoOf(picture: string): Uint8Array {
  const bytes = new Uint8Array(310_000)
  bytes.set(new TextEncoder().encode(`${picture}\n`))
  return bytes
}

function pictureIn(bytes: Uint8Array): string {
  return new TextDecoder().decode(bytes.slice(0, bytes.indexOf(10)))
}

/** Nothing stands twice in a card's history, and one phone never meets another's mark. */
function holdsOnce({ scorecards }: Stored): void {
  for (const { history, marks } of scorecards) {
    const keys = history.map(({ sendId, itemId }) => `${sendId} ${itemId}`)
    holds(new Set(keys).size === keys.length, 'one send’s mark stands twice in the history')
    holds(
      history.every(({ lost }) => !lost),
      'a mark lost against another phone’s, and there is only one phone',
    )
    for (const [itemId, { mark, note, photos }] of Object.entries(marks)) {
      const values = history
        .filter((past) => past.itemId === itemId)
        .map((past) => JSON.stringify([past.mark, past.note, past.photos]))
      holds(values.at(-1) === JSON.stringify([mark, note, photos]), `${itemId} stands otherwise than the history ends`)
      holds(
        values.every((value, n) => value !== values[n - 1]),
        `one value of ${itemId} stands twice in a row in the history`,
      )
    }
  }
}
