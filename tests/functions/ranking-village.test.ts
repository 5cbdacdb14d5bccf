import type { RoundDoc, SnapshotDoc } from '../../cloudfunctions/common/documents'
import type { CallOut } from '../../src/contract'
import type { RoundResult } from '../../src/domain/round-result'
import { U } from '../../src/domain/units'
import { readSample, seedAll } from '../../tools/seed/sample'
import { type Day, day } from '../vocabulary/day'
import { someone, type Who } from '../vocabulary/everyone'
import { announced, snapshotOf } from '../vocabulary/rounds'
import { announces, round1 } from '../vocabulary/stages'
import { change, stored } from '../vocabulary/stored'

type Village = CallOut<'ranking', 'village'>
const first = round1()
const published = readSample<RoundResult>('round-2.result.json')
const order = published.ranking.map(({ villageId }) => villageId)

let today: Day
beforeAll(async () => {
  today = await day({ state: 'closed', settings: { announceTo: ['inspector', 'officer'] } })
  await announces(today.cloud, first)
  await announced(today)
})
afterAll(() => today.stop())

const villageOf = (villageId: string, who: Who = 'leader') =>
  someone(today, who).does('ranking', 'village', { roundId: today.roundId, villageId })
const requestsOf = (villageId: string) => today.cloud.requests.during(() => villageOf(villageId))

describe('beside the other villages, from what the pages list', () => {
  let pages: Map<string, Village>
  beforeAll(async () => {
    pages = new Map(await Promise.all(order.map(async (id) => [id, await villageOf(id)] as const)))
  })
  const commonOf = ({ items }: Village) => items.filter(({ paper, mean }) => paper === 'common' && mean !== null)

  test.each(order)('%s: the three indicators furthest below the best, and who is best there', (villageId) => {
    const gaps = commonOf(pages.get(villageId)!).map(({ id, title, full, mean }) => {
      const all = order.flatMap((other) =>
        commonOf(pages.get(other)!).flatMap((item) => (item.id === id ? [{ other, mean: item.mean! }] : [])),
      )
      const best = Math.max(...all.map((one) => one.mean))
      const bestVillages = all.filter((one) => Math.round(one.mean / 100) === Math.round(best / 100))
      return { id, title, full: full * U, mean: mean!, best, bestVillages: bestVillages.map(({ other }) => other) }
    })
    const behind = gaps.filter(({ bestVillages }) => !bestVillages.includes(villageId))
    const furthest = [...behind].sort((a, b) => (b.best - b.mean) / b.full - (a.best - a.mean) / a.full).slice(0, 3)
    expect(furthest.length).toBeGreaterThan(0)
    expect(pages.get(villageId)!.comparison!.lessons).toEqual(
      furthest.map(({ bestVillages, ...lesson }) => ({
        ...lesson,
        bestVillages: bestVillages.slice(0, 3).map((id) => pages.get(id)!.row.village),
        bestCount: bestVillages.length,
      })),
    )
  })

  test('by action and by revitalisation: the same marks shared out, each share beside the median of all', () => {
    const { scheme } = today.file
    for (const page of pages.values()) {
      const { actions, revitalisations } = page.comparison!
      expect(actions.map(({ title }) => title)).toEqual(scheme.actions.map(({ title }) => title))
      expect(revitalisations.map(({ title }) => title)).toEqual([
        '产业振兴',
        '人才振兴',
        '文化振兴',
        '生态振兴',
        '组织振兴',
      ])
      for (const { title, marks, full, share } of actions) {
        const items = commonOf(page).filter(({ action }) => action === title)
        expect(marks).toBe(items.reduce((sum, { mean }) => sum + mean!, 0))
        expect(full).toBe(items.reduce((sum, item) => sum + item.full * U, 0))
        expect(share).toBeCloseTo(marks / full, 4)
      }
      const all = (groups: typeof actions) => groups.reduce((sum, { marks }) => sum + marks, 0)
      expect(all(revitalisations)).toBe(all(actions))
    }
    const [party] = pages.get('V01')!.comparison!.actions
    const shares = [...pages.values()].map(({ comparison }) => comparison!.actions[0]!.share).sort((a, b) => a - b)
    expect(party!.median).toBeCloseTo((shares[3]! + shares[4]!) / 2, 4)
  })
})

describe('走势 over the announced rounds', () => {
  let round: RoundDoc
  let snapshot: SnapshotDoc
  const NOW = 20

  /** Round 1 once more, as another of the programme's rounds. */
  const former = (number: number, fields: Partial<RoundDoc> = {}, ranking = snapshot.result.ranking) => {
    const _id = `former-${number}`
    const snapshotId = `${_id}:1`
    return seedAll(today.cloud, {
      rounds: [{ ...round, _id, number, snapshotId, ...fields } as RoundDoc],
      snapshots: [
        { ...snapshot, _id: snapshotId, roundId: _id, result: { ...snapshot.result, ranking } } as SnapshotDoc,
      ],
    })
  }

  beforeAll(async () => {
    const one = <T>(collection: string, id: string) =>
      today.dump(collection).find(({ _id }) => _id === id) as unknown as T
    round = one<RoundDoc>('rounds', first.id)
    snapshot = one<SnapshotDoc>('snapshots', round.snapshotId!)
    await change(today.cloud, 'rounds', today.roundId, { number: NOW })
  })

  test('two rounds are none; nothing more is read', async () => {
    expect((await villageOf('V07')).trend).toBeNull()
    expect(await requestsOf('V07')).toBe(6)
  })

  test('neither a rehearsal nor a round that is only sealed makes a third', async () => {
    await former(2, { rehearsal: true })
    await former(3, { state: 'sealed' })
    expect((await villageOf('V07', 'administrator')).trend).toBeNull()
  })

  test('three: rank and total as each was frozen, gaps named, this round last; seven requests, nothing written', async () => {
    const { ranking } = snapshot.result
    const deferred = ranking.map((row) =>
      row.villageId === 'V07' ? { ...row, rank: null, total: null, deferred: true } : row,
    )
    await former(4, { state: 'archived' }, deferred)
    await former(
      5,
      {},
      ranking.filter(({ villageId }) => villageId !== 'V07'),
    )
    const before = stored(today.cloud)
    const then = ranking.find(({ villageId }) => villageId === 'V07')!
    const now = published.ranking.find(({ villageId }) => villageId === 'V07')!
    const { trend, round: head } = await villageOf('V07')
    const change = (Math.round(now.total! / 100) - Math.round(then.total! / 100)) * 100
    expect(trend).toEqual([
      {
        ...{ roundId: first.id, number: 1, date: first.date, kind: 'ranked' },
        ...{ rank: then.rank, of: 8, total: then.total, change: null },
      },
      { roundId: 'former-4', number: 4, date: first.date, kind: 'gap', reason: 'deferred' },
      { roundId: 'former-5', number: 5, date: first.date, kind: 'gap', reason: 'absent' },
      {
        ...{ roundId: today.roundId, number: NOW, date: head.day, kind: 'ranked' },
        ...{ rank: now.rank, of: 8, total: now.total },
        change: { since: 1, ranks: then.rank! - now.rank!, total: change },
      },
    ])
    expect(await requestsOf('V07')).toBe(7)
    expect(stored(today.cloud)).toEqual(before)
  })

  test('the last eight, and still seven requests', async () => {
    for (const number of [6, 7, 8, 9, 10, 11]) await former(number)
    const { trend } = await villageOf('V07')
    expect(trend!.map(({ number }) => number)).toEqual([5, 6, 7, 8, 9, 10, 11, NOW])
    expect(await requestsOf('V07')).toBe(7)
  })

  test('only rounds that were announced to the reader', async () => {
    const settings = { ...round.settings, announceTo: [] }
    for (const number of [4, 5, 6, 7, 8, 9]) await change(today.cloud, 'rounds', `former-${number}`, { settings })
    await change(today.cloud, 'rounds', 'former-10', {
      settings: { ...settings, announceTo: ['officer', 'inspector'] },
    })
    await change(today.cloud, 'rounds', 'former-11', {
      settings: { ...settings, announceTo: ['officer', 'inspector'] },
      panel: round.panel.filter(({ id }) => id !== 'I01'),
    })
    await change(today.cloud, 'rounds', first.id, { settings })
    const numbers = async (who: Who) => (await villageOf('V07', who)).trend?.map(({ number }) => number) ?? null
    expect(await numbers('officer')).toEqual([10, 11, NOW])
    // On the panel of rounds 10 and 20 alone: two are no trend.
    expect(await numbers('inspector')).toBeNull()
    for (const who of ['administrator', 'leader', 'districtLeader'] as const) expect(await numbers(who)).toHaveLength(8)
  })

  test('a deferred village is compared with nobody, and has none', async () => {
    const { _id, result } = snapshotOf(today)
    const ranking = result.ranking.map((row) =>
      row.villageId === 'V07' ? { ...row, rank: null, total: null, deferred: true } : row,
    )
    await change(today.cloud, 'snapshots', _id, { result: { ...result, ranking } })
    expect(await villageOf('V07')).toMatchObject({ comparison: null, trend: null })
    const { comparison } = await villageOf('V08')
    expect(comparison!.lessons.flatMap(({ bestVillages }) => bestVillages.map(({ id }) => id))).not.toContain('V07')
    await change(today.cloud, 'snapshots', _id, { result })
  })

  test('an announced round without its snapshot is not passed over', async () => {
    await change(today.cloud, 'rounds', 'former-11', { snapshotId: 'lost:1' })
    await expect(villageOf('V07')).rejects.toThrow('tryAgain')
  })
})
