/** `prove chaos` can fail: what an app or a server does wrong on such a day, and a single byte, are noticed. */
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Plugin } from 'esbuild'
import type { AuditEdition } from '../../src/domain/round-file'
import { bundledApps, drive } from '../../tools/prove/chaos/drive'
import { holdsAsWithout } from '../../tools/prove/chaos/holds'
import { type Plan, planOf, smallDay } from '../../tools/prove/chaos/plan'
import { NO_TROUBLES, type Troubles } from '../../tools/prove/chaos/troubles'
import { readSample } from '../../tools/seed/sample'

/** One village, its three inspectors, so many villagers at the notice board. */
function tinyDay(villagers: number): Plan {
  const { file } = smallDay()
  const here = file.stops[0]!.villageId
  const isHere = ({ villageId }: { villageId: string }) => villageId === here
  const cards = file.scorecards.filter(isHere)
  return planOf({
    ...file,
    villages: file.villages.filter(({ id }) => id === here),
    stops: file.stops.filter(isHere),
    panel: file.panel.map((one) => ({ ...one, recusedVillageIds: [] })),
    goals: file.goals.filter(isHere),
    measurements: file.measurements.filter(isHere),
    notApplicable: file.notApplicable.filter(isHere),
    scorecards: villagers > 0 ? [] : cards,
    deductions: [],
    responses: file.responses.filter((one) => isHere(one) && one.channel === 'poster').slice(0, villagers),
  })
}

/** The app with other words in one of its modules. */
function said(file: RegExp, before: string, after: string): Plugin {
  return {
    name: `another ${file.source}`,
    setup({ onLoad }) {
      onLoad({ filter: file }, ({ path }) => {
        const text = readFileSync(path, 'utf8')
        if (text.split(before).length !== 2) throw new Error(`${path} does not say once: ${before}`)
        return { contents: text.replace(before, after), loader: 'ts' }
      })
    },
  }
}

const lived = (plan: Plan, troubles: Partial<Troubles>, plugins: readonly Plugin[] = [], functionsDir?: string) =>
  bundledApps(plugins).then((apps) =>
    drive({ plan, apps, seed: 1, troubles: { ...NO_TROUBLES, ...troubles }, ...(functionsDir && { functionsDir }) }),
  )

test('an outbox that drops what has an unknown outcome', async () => {
  const keeps = "if (fate === 'unknown') await unknown(lane)"
  const drops = said(/outbox\/sender\.ts$/, keeps, keeps.replace('await', 'removeItem(item), await'))
  await expect(lived(tinyDay(0), { failing: 0.6 }, [drops])).rejects.toThrow(
    /pressed 提交 in V01, and it is not 已提交/,
  )
})

test('a key that is gone with the app: its villager is refused what they have not heard of', async () => {
  const plan = tinyDay(3)
  const villager = plan.villagers.find(({ slip, voice, before }) => !slip && voice === null && !before)!
  const forgets = [
    said(/survey-answers\.ts$/, 'storage.set(keyOf(roundId, villageId), key)', ''),
    said(/draft-on-its-way\.ts$/, 'keepDraft(sent)\n    turn', 'turn'),
  ]
  // When it would hear of the receipt: two steps fewer than with the real app.
  const appKills = new Map([[villager.who, [16]]])
  await expect(lived(plan, { appKills }, forgets)).rejects.toThrow(`${villager.who} was refused on the cover`)
})

test('a server that acknowledges before it writes, and is killed', async () => {
  const functionsDir = mkdtempSync(join(tmpdir(), 'lalian-hasty-'))
  try {
    cpSync('dist/cloudfunctions', functionsDir, { recursive: true })
    const bundle = join(functionsDir, 'survey/index.js')
    const text = readFileSync(bundle, 'utf8')
    const writes = 'const envelopes = await repos.answers.put(ballotId(gate.secret, openid), response, voice);'
    expect(text.split(writes)).toHaveLength(2)
    const later = `setTimeout(() => repos.answers.put(ballotId(gate.secret, openid), response, voice), 3600000).unref();`
    writeFileSync(bundle, text.replace(writes, `${later} const envelopes = { kind: 'accepted' };`))
    const server: Troubles['server'] = [{ part: 'day', call: Number.POSITIVE_INFINITY, passages: 0 }]
    await expect(lived(tinyDay(8), { server }, [], functionsDir)).rejects.toThrow('0 answers of 8 people are there')
  } finally {
    rmSync(functionsDir, { recursive: true, force: true })
  }
})

describe('against the day without faults', () => {
  const file = readSample<AuditEdition>('round-2.json')
  const day = { audit: JSON.stringify(file), open: 'the same', state: { voices: ['路灯'] } }

  test('the same', () => expect(() => holdsAsWithout(day, { ...day })).not.toThrow())

  test.each<[string, Partial<AuditEdition>, string]>([
    ['a response twice', { responses: [...file.responses, file.responses[0]!] }, 'other bytes'],
    ['a response less', { responses: file.responses.slice(1) }, 'other bytes'],
    ['a card less', { scorecards: file.scorecards.slice(1) }, 'another ranking'],
    ['the order of two', { responses: [...file.responses].reverse() }, 'the same ranking'],
  ])('%s', (_, change, noticed) => {
    expect(() => holdsAsWithout({ ...day, audit: JSON.stringify({ ...file, ...change }) }, day)).toThrow(noticed)
  })

  test('words that nobody can read', () =>
    expect(() => holdsAsWithout({ ...day, state: { voices: [] } }, day)).toThrow('voices are'))
})
