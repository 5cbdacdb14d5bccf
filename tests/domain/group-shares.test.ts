import { readFileSync } from 'node:fs'
import { groupShares } from '../../src/domain/group-shares'
import { roundResult } from '../../src/domain/result'
import type { AuditEdition } from '../../src/domain/round-file'
import { U } from '../../src/domain/units'
import { roundDetails } from '../../src/domain/village-details'
import { tinyRound } from './tiny-round'

const of = (round: AuditEdition) => {
  const { ranking } = roundResult(round)
  return groupShares(round.scheme, ranking, roundDetails(round, ranking))
}
const sample: AuditEdition = JSON.parse(readFileSync('tools/seed/sample/round-2.json', 'utf8'))

describe('按十项行动、五大振兴: a village’s share of the full marks beside the median', () => {
  test('by hand: the items’ means over their full marks, what does not apply left out', () => {
    const round = tinyRound()
    round.scheme.actions.push({ id: 'A2', title: '行动二' })
    round.scheme.indicators[1] = { ...round.scheme.indicators[1]!, actionId: 'A2', revitalisation: 'culture' }
    const [v1, v2] = of(round)
    // V1: C1 7.5 and M1 5 of 15; C2 (4 + 3 + 4.5) / 3 of 5. V2: C1 7.25 and M1 2.5 of 15.
    expect(v1).toEqual({
      villageId: 'V1',
      actions: [
        { id: 'A1', marks: 12.5 * U, full: 15 * U, share: 0.8333, median: 0.7417 },
        { id: 'A2', marks: 38_333, full: 5 * U, share: 0.7667, median: 0.7667 },
      ],
      revitalisations: [
        { id: 'industry', marks: 12.5 * U, full: 15 * U, share: 0.8333, median: 0.7417 },
        { id: 'culture', marks: 38_333, full: 5 * U, share: 0.7667, median: 0.7667 },
      ],
    })
    expect(v2!.actions).toEqual([{ id: 'A1', marks: 9.75 * U, full: 15 * U, share: 0.65, median: 0.7417 }])
  })

  test('the sample: ten actions and five revitalisations share out the same marks', () => {
    const villages = of(sample)
    expect(villages).toHaveLength(8)
    for (const { actions, revitalisations } of villages) {
      const marks = (groups: typeof actions) => groups.reduce((sum, one) => sum + one.marks, 0)
      expect([actions.length, revitalisations.length]).toEqual([10, 5])
      expect(marks(actions)).toBe(marks(revitalisations))
    }
    for (const { id, median } of villages[0]!.actions) {
      const shares = villages.map(({ actions }) => actions.find((one) => one.id === id)!.share).sort((a, b) => a - b)
      expect(median).toBeCloseTo((shares[3]! + shares[4]!) / 2, 4)
    }
  })

  test('a deferred village has none and moves no median', () => {
    const round = tinyRound()
    round.stops[1]!.state = 'skipped'
    expect(
      of(round).map(({ villageId, actions }) => [villageId, actions.every((one) => one.share === one.median)]),
    ).toEqual([['V1', true]])
  })
})
