import type { RankedVillage } from '../../src/domain/round-result'
import { type TrendRound, trend } from '../../src/domain/trend'
import { U } from '../../src/domain/units'

/** Totals in marks by village, best first; null is deferred. */
const round = (number: number, totals: Record<string, number | null>): TrendRound => ({
  id: `R${number}`,
  number,
  date: `2025-0${number}-01`,
  rehearsal: false,
  ranking: Object.entries(totals).map(([villageId, total], i) => {
    const rank = total === null ? null : i + 1
    return { villageId, rank, deferred: total === null, total: total === null ? null : total * U } as RankedVillage
  }),
})

describe('one village over three and more rounds', () => {
  const rounds = [
    round(1, { V1: 80, V2: 70, V3: 60 }),
    round(2, { V2: 75.004, V1: null }),
    round(3, { V2: 77 }),
    round(4, { V3: 90, V1: 85.5 }),
  ]

  test('rank, total and change; a gap is named and bridged', () => {
    expect(trend('V1', rounds)).toEqual([
      { roundId: 'R1', number: 1, date: '2025-01-01', kind: 'ranked', rank: 1, of: 3, total: 80 * U, change: null },
      { roundId: 'R2', number: 2, date: '2025-02-01', kind: 'gap', reason: 'deferred' },
      { roundId: 'R3', number: 3, date: '2025-03-01', kind: 'gap', reason: 'absent' },
      {
        roundId: 'R4',
        number: 4,
        date: '2025-04-01',
        kind: 'ranked',
        rank: 2,
        of: 2,
        total: 85.5 * U,
        change: { since: 1, ranks: -1, total: 5.5 * U },
      },
    ])
  })

  test('a change of totals is between what was shown', () => {
    const [, second, third] = trend('V2', rounds)!
    expect(second).toMatchObject({ total: 750_040, change: { since: 1, ranks: 1, total: 5 * U } })
    expect(third).toMatchObject({ change: { since: 2, ranks: 0, total: 2 * U } })
  })

  test('in the order of the rounds, however they come', () => {
    expect(trend('V1', [...rounds].reverse())).toEqual(trend('V1', rounds))
  })

  test('two rounds are no trend, and a rehearsal is none', () => {
    expect(trend('V1', rounds.slice(0, 2))).toBeNull()
    expect(trend('V1', [...rounds.slice(0, 2), { ...rounds[3]!, rehearsal: true }])).toBeNull()
  })

  test('a village that was never ranked has none', () => {
    expect(trend('V9', rounds)).toBeNull()
  })
})
