/**
 * The words tests are written in: a local cloud with the sample round on it, and its people.
 *
 *   const today = await day({ state: 'running' })
 *   await today.inspector('I01').does('scoring', 'arrive', { … })      → the data, or throws with the refusal
 *   await today.villager(7).asks('survey', 'answer', { … })            → { ok, data } or { ok, error }
 */
import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { ActionName, CallIn, CallOut, FunctionName } from '../../src/contract'
import type { Answer } from '../../src/contract/errors'
import type { RoundState } from '../../src/contract/parts'
import type { AuditEdition } from '../../src/domain/round-file'
import { type LocalCloudOptions, startLocalCloud } from '../../tools/local-cloud'
import {
  administrator,
  cityLeader,
  districtLeader,
  officer,
  openidOf,
  reader,
  secondAdministrator,
} from '../../tools/seed/people'
import { programme, readSample, seedAll } from '../../tools/seed/sample'
import { shanghaiDay } from '../../tools/seed/shanghai-time'
import { emptyRound, type StoredRoundOptions, storedRound } from '../../tools/seed/stored-round'

type Cloud = Awaited<ReturnType<typeof startLocalCloud>>

export interface DayOptions {
  /** `none`: the programme alone, no round yet. */
  state?: Extract<RoundState, 'ready' | 'running' | 'closed'> | 'none'
  /** Without cards, deductions and responses. */
  empty?: boolean
  /** The sample round 2 unless given. */
  file?: AuditEdition
  settings?: StoredRoundOptions['settings']
  /** WeChat's own server, where a test has its own. */
  openApi?: LocalCloudOptions['openApi']
  atItsPace?: boolean
  /** What time it is for the functions, in milliseconds; absent: what it is. */
  now?: () => number
}

export async function day({
  state = 'running',
  empty = false,
  file = readSample<AuditEdition>('round-2.json'),
  settings,
  openApi,
  atItsPace = false,
  now: clock,
}: DayOptions = {}) {
  const dataDir = mkdtempSync(join(tmpdir(), 'lalian-day-'))
  const cloud = await startLocalCloud({
    dataDir,
    functionsDir: join(__dirname, '../../dist/cloudfunctions'),
    synchronous: 'NORMAL',
    ...(openApi && { openApi }),
    atItsPace,
    ...(clock && { now: clock }),
  })
  const now = Date.now()
  await seedAll(cloud, programme(now))
  if (state !== 'none') {
    await seedAll(cloud, (empty ? emptyRound : storedRound)(file, { day: shanghaiDay(now), state, now, settings }))
  }

  return {
    cloud,
    file,
    roundId: file.id,
    administrator: personOn(cloud, openidOf(administrator.memberId)),
    secondAdministrator: personOn(cloud, openidOf(secondAdministrator.memberId)),
    leader: personOn(cloud, openidOf(cityLeader.memberId)),
    districtLeader: personOn(cloud, openidOf(districtLeader.memberId)),
    officer: personOn(cloud, openidOf(officer.memberId)),
    reader: personOn(cloud, openidOf(reader.memberId)),
    inspector: (id: string) => personOn(cloud, openidOf(id)),
    villager: (n: number) => personOn(cloud, openidOf(`villager ${n}`)),
    /** Every document of a collection, to see that nothing changed. */
    dump: (collection: string) => cloud.dump(collection),
    /** The paths of all files in cloud storage. */
    storage: () =>
      readdirSync(join(dataDir, 'storage'), { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map(({ parentPath, path, name }) => join(parentPath ?? path, name).slice(join(dataDir, 'storage').length + 1))
        .sort(),
    async stop() {
      await cloud.stop()
      rmSync(dataDir, { recursive: true, force: true })
    },
  }
}

export type Day = Awaited<ReturnType<typeof day>>

/** Somebody with an account, who calls as the mini-program does. */
export function personOn(cloud: Cloud, openid: string) {
  async function asks<F extends FunctionName, A extends ActionName<F>>(
    fn: F,
    action: A,
    payload: CallIn<F, A>,
  ): Promise<Answer<CallOut<F, A>>> {
    return (await cloud.call(fn, { action, payload }, openid)) as Answer<CallOut<F, A>>
  }
  async function does<F extends FunctionName, A extends ActionName<F>>(
    fn: F,
    action: A,
    payload: CallIn<F, A>,
  ): Promise<CallOut<F, A>> {
    const answer = await asks(fn, action, payload)
    if (!answer.ok)
      throw new Error(`${fn}.${action}: ${answer.error.code} ${JSON.stringify(answer.error.details ?? {})}`)
    return answer.data
  }
  /** As a hand-written or hostile client would: nothing is checked before the wire. */
  async function sends(fn: string, event: unknown): Promise<Answer> {
    return (await cloud.call(fn, event as never, openid)) as Answer
  }
  return { openid, asks, does, sends }
}

export type Person = ReturnType<typeof personOn>
