import { readFileSync } from 'node:fs'
import { learnFrom } from '../../src/domain/learn-from'
import { roundResult } from '../../src/domain/result'
import type { AuditEdition } from '../../src/domain/round-file'
import { U } from '../../src/domain/units'
import { roundDetails } from '../../src/domain/village-details'
import { tinyRound } from './tiny-round'

const of = (round: AuditEdition, villageId: string) => {
  const { ranking } = roundResult(round)
  return learnFrom(villageId, round.scheme, ranking, roundDetails(round, ranking))
}
const sample: AuditEdition = JSON.parse(readFileSync('tools/seed/sample/round-2.json', 'utf8'))

describe('对标: where a village is furthest below the best, and who that is', () => {
  // V1: C1 (8 + 6 + 8.5) / 3, C2 does not apply to V2, M1 5 of 5. V2: C1 (7 + 7.5) / 2, M1 2.5 of 5.
  test('by hand: both means as shares of the full mark', () => {
    expect(of(tinyRound(), 'V2')).toEqual([
      {
        indicatorId: 'M1',
        full: 5 * U,
        mean: 2.5 * U,
        share: 0.5,
        best: 5 * U,
        bestShare: 1,
        bestVillageIds: ['V1'],
      },
      {
        indicatorId: 'C1',
        full: 10 * U,
        mean: 7.25 * U,
        share: 0.725,
        best: 7.5 * U,
        bestShare: 0.75,
        bestVillageIds: ['V1'],
      },
    ])
  })

  test('what does not apply elsewhere and what a village is best at is no lesson', () => {
    expect(of(tinyRound(), 'V1')).toEqual([])
  })

  test('furthest first: as a share of the full mark, not in marks', () => {
    for (const { id } of sample.villages) {
      const gaps = of(sample, id).map(({ best, mean, full }) => (best - mean) / full)
      expect(gaps).toEqual([...gaps].sort((a, b) => b - a))
    }
  })

  test('equally good ones are all named, in the ranking’s order; no village names itself', () => {
    const { ranking } = roundResult(sample)
    const order = ranking.map(({ villageId }) => villageId)
    const lessons = sample.villages.flatMap(({ id }) => of(sample, id).map((lesson) => ({ id, ...lesson })))
    for (const { id, bestVillageIds } of lessons) {
      expect(bestVillageIds).not.toContain(id)
      expect(bestVillageIds).toEqual(order.filter((one) => bestVillageIds.includes(one)))
    }
    expect(lessons.some(({ bestVillageIds }) => bestVillageIds.length > 1)).toBe(true)
  })

  test('a deferred village learns from nobody, and nobody from it', () => {
    const best = of(tinyRound(), 'V2')[0]!.bestVillageIds[0]!
    const round = tinyRound()
    const skipped = round.stops.map((stop) => ({
      ...stop,
      state: stop.villageId === best ? ('skipped' as const) : stop.state,
    }))
    expect(of({ ...round, stops: skipped }, best)).toEqual([])
    expect(of({ ...round, stops: skipped }, 'V2')).toEqual([])
  })

  test('indicators of the common paper alone: no goal, no survey question', () => {
    const ids = new Set(sample.scheme.indicators.map(({ id }) => id))
    for (const { id } of sample.villages)
      for (const { indicatorId } of of(sample, id)) expect(ids.has(indicatorId)).toBe(true)
  })
})
