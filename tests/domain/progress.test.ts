import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { centsText } from '../../src/domain/cents-text'
import { roundProgress, type SealedRound } from '../../src/domain/progress'
import { roundResult } from '../../src/domain/result'
import type { AuditEdition } from '../../src/domain/round-file'
import { U } from '../../src/domain/units'
import { roundDetails } from '../../src/domain/village-details'
import { answeredRound, markedRound, type Scores } from './flat-round'

const sealed = (input: AuditEdition): SealedRound => {
  const { ranking } = roundResult(input)
  return { input, ranking, details: roundDetails(input, ranking) }
}
const sample = (name: string): AuditEdition => JSON.parse(readFileSync(`tools/seed/sample/${name}.json`, 'utf8'))
const first = sample('round-1')
const second = sample('round-2')
const between = (before: AuditEdition, now: AuditEdition) => roundProgress(sealed(before), sealed(now))
const ofScores = (before: Scores, now: Scores) => between(markedRound(before), markedRound(now))
const totals = ({ rows }: ReturnType<typeof roundProgress>) =>
  Object.fromEntries(rows.map(({ villageId, total }) => [villageId, total / U]))

describe('the sample: the 进步榜 as it was drawn (design mock-up 09b)', () => {
  test('papers and totals to the hundredth, jointly fitted', () => {
    const { kind, papers, rows, leftOut } = between(first, second)
    expect({ kind, papers, leftOut }).toEqual({
      kind: 'joint',
      papers: { common: 'joint', demonstration: 'joint', satisfaction: 'means' },
      leftOut: [],
    })
    const figures = (row: (typeof rows)[number]) =>
      [row.common!, row.demonstration!, row.satisfaction!, row.total].map(centsText).join(' ')
    expect(rows.map((row) => `${row.rank} ${row.villageId} ${figures(row)}`)).toEqual([
      '1 V03 4.09 3.53 1.44 9.06',
      '2 V07 1.16 3.67 3.22 8.05',
      // 4.1250: half goes away from zero; the drawing had 4.12.
      '3 V08 4.13 0.51 1.47 6.11',
      '4 V02 2.87 0.84 1.62 5.32',
      '5 V01 1.20 2.34 0.28 3.82',
      '6 V06 2.22 −0.81 1.02 2.43',
      '7 V05 0.07 0.19 0.42 0.68',
      '8 V04 0.84 −0.09 −0.58 0.17',
    ])
  })

  test('the other way round, every village moves back', () => {
    const there = totals(between(first, second))
    for (const [id, total] of Object.entries(totals(between(second, first)))) expect(total).toBeCloseTo(-there[id]!, 3)
  })

  test('a round beside itself: nothing moved, and all share the first rank', () => {
    const { rows } = between(second, { ...second, id: 'again' })
    expect(rows.map(({ rank, total }) => [rank, total])).toEqual(rows.map(() => [1, 0]))
  })
})

describe('one joint fit: village-in-round + inspector', () => {
  test('by hand: A is 10 harsher than B and C, both times; each village’s move is what is left', () => {
    const { kind, rows } = ofScores(
      { V1: { A: 50, B: 60, C: 60 }, V2: { A: 40, B: 50, C: 50 } },
      // A did not come to V1 again, B not to V2: plain means would say +10 1/3 and 0 2/3.
      { V1: { B: 67, C: 67 }, V2: { A: 44, C: 54 } },
    )
    expect(kind).toBe('joint')
    expect(rows.map(({ rank, villageId, common }) => [rank, villageId, common! / U])).toEqual([
      [1, 'V1', 7],
      [2, 'V2', 4],
    ])
  })

  test('an inspector harsher by a constant in both rounds changes nothing', () =>
    fc.assert(
      fc.property(bothRounds, fc.integer({ min: 0, max: 20 }), ([before, now], harsh) => {
        const harsher = (scores: Scores) => shifted(scores, 'B', -harsh)
        const plain = ofScores(before, now)
        expect(plain.kind).toBe('joint')
        expect(totals(ofScores(harsher(before), harsher(now)))).toEqual(totals(plain))
      }),
      { numRuns: 60 },
    ))

  test('a whole panel harsher by a constant in this round: every village moves by it', () =>
    fc.assert(
      fc.property(bothRounds, fc.integer({ min: 0, max: 20 }), ([before, now], harsh) => {
        const all = ['A', 'B', 'C', 'D'].reduce((scores, id) => shifted(scores, id, -harsh), now)
        const plain = totals(ofScores(before, now))
        for (const [id, total] of Object.entries(totals(ofScores(before, all))))
          expect(total).toBeCloseTo(plain[id]! - harsh, 3)
      }),
      { numRuns: 60 },
    ))

  test('other names for inspectors and lists in another order change nothing', () =>
    fc.assert(
      fc.property(bothRounds, ([before, now]) => {
        const names: Record<string, string> = { A: 'Z', B: 'Y', C: 'X', D: 'W' }
        const renamed = (scores: Scores): Scores =>
          Object.fromEntries(
            Object.entries(scores)
              .reverse()
              .map(([village, row]) => [
                village,
                Object.fromEntries(Object.entries(row).map(([id, score]) => [names[id]!, score])),
              ]),
          )
        expect(ofScores(renamed(before), renamed(now))).toEqual(ofScores(before, now))
      }),
      { numRuns: 60 },
    ))

  test('complete data: the difference of the plain means', () =>
    fc.assert(
      fc.property(complete, complete, (before: Scores, now: Scores) => {
        const mean = (row: Record<string, number>) => Object.values(row).reduce((a, b) => a + b, 0) / 4
        for (const [id, total] of Object.entries(totals(ofScores(before, now))))
          expect(total).toBeCloseTo(mean(now[id]!) - mean(before[id]!), 3)
      }),
      { numRuns: 60 },
    ))
})

describe('相对增量: too few inspectors in both rounds, or a graph in parts', () => {
  const before = { V1: { A: 50, B: 50 }, V2: { A: 60, B: 60 }, V3: { A: 70, B: 70 } }

  test('by hand: each village beside its round’s median', () => {
    const { kind, papers, rows } = ofScores(before, {
      V1: { A: 75, X: 75 },
      V2: { A: 80, X: 80 },
      V3: { A: 90, X: 90 },
    })
    expect({ kind, common: papers.common }).toEqual({ kind: 'relative', common: 'relative' })
    // 50 60 70 lie −10 0 +10 from the median, 75 80 90 lie −5 0 +10.
    expect(rows.map(({ villageId, total }) => [villageId, total / U])).toEqual([
      ['V1', 5],
      ['V2', 0],
      ['V3', 0],
    ])
    expect(rows.map(({ rank }) => rank)).toEqual([1, 2, 2])
  })

  test('two shared inspectors are too few, three are enough', () => {
    const three = { V1: { A: 50, B: 50, C: 50 }, V2: { A: 60, B: 60, C: 60 } }
    const two = { V1: { A: 50, B: 50, X: 50 }, V2: { A: 60, B: 60, X: 60 } }
    expect(ofScores(three, two).kind).toBe('relative')
    expect(ofScores(three, three).kind).toBe('joint')
  })

  test('three shared inspectors, but two panels that never met', () => {
    const parts = { V1: { A: 50, B: 50 }, V2: { C: 60, D: 60 } }
    expect(ofScores(parts, parts).kind).toBe('relative')
  })

  test('a whole panel harsher by a constant in one round changes nothing', () => {
    const now = { V1: { A: 55, B: 45 }, V2: { A: 61, B: 61 }, V3: { A: 62, B: 78 } }
    expect(totals(ofScores(before, shifted(shifted(now, 'A', -10), 'B', -10)))).toEqual(totals(ofScores(before, now)))
  })
})

describe('what is compared', () => {
  const scores = { V1: { A: 50, B: 60, C: 70 }, V2: { A: 40, B: 50, C: 60 } }
  const two = (round: AuditEdition, marks: number): AuditEdition => ({
    ...round,
    scheme: { ...round.scheme, indicators: [...round.scheme.indicators, { ...round.scheme.indicators[0]!, id: 'E' }] },
    scorecards: round.scorecards.map((card) => ({ ...card, marks: { ...card.marks, E: marks } })),
  })

  test('only indicators of both rounds: a new one lifts nobody', () => {
    expect(totals(between(markedRound(scores), two(markedRound(scores), 100)))).toEqual({ V1: 0, V2: 0 })
  })

  test('an indicator with another full mark is another indicator', () => {
    const before = two(markedRound(scores), 20)
    const now = two(markedRound(scores), 100)
    const [kept, changed] = now.scheme.indicators
    const other = { ...now, scheme: { ...now.scheme, indicators: [kept!, { ...changed!, full: 200 }] } }
    expect(totals(between(before, other))).toEqual({ V1: 0, V2: 0 })
    // And the same, were it not: (50 + 100) / 200 less (50 + 20) / 200.
    expect(totals(between(before, now))).toEqual({ V1: 40, V2: 40 })
  })

  test('what did not apply to a village in one round is left out for this village alone', () => {
    const before = two(markedRound(scores), 20)
    const spared: AuditEdition = {
      ...before,
      notApplicable: [{ villageId: 'V1', indicatorId: 'E' }],
      scorecards: before.scorecards.map((card) =>
        card.villageId === 'V1' ? { ...card, marks: { C: card.marks.C! } } : card,
      ),
    }
    expect(totals(between(spared, two(markedRound(scores), 100)))).toEqual({ V1: 0, V2: 40 })
  })

  test('a measured fact counts by this round’s table, both times: a kinder table is no progress', () => {
    const lenient = {
      ...second,
      scheme: {
        ...second.scheme,
        indicators: second.scheme.indicators.map((one) =>
          one.kind === 'measured'
            ? { ...one, bands: one.bands.map((band) => ({ from: band.from, mark: one.full })) }
            : one,
        ),
      },
    }
    const { scorecards, measurements } = second
    const same = { ...first, scorecards, measurements, goals: second.goals }
    expect(between(same, lenient).rows.map((row) => row.common)).toEqual(Array(8).fill(0))
  })

  test('goals that are new to most villages: their paper is compared for nobody; new to one, this one is left out', () => {
    const renamed = (ids: readonly string[]): AuditEdition =>
      JSON.parse(
        ids.reduce((text, id) => text.split(`"${id}-G`).join(`"${id}-H`), JSON.stringify(first)),
      ) as AuditEdition
    const most = between(renamed(['V01', 'V02', 'V03', 'V04', 'V05']), second)
    expect(most.papers.demonstration).toBeNull()
    expect(most.rows).toHaveLength(8)
    expect(most.rows.every((row) => row.demonstration === null)).toBe(true)
    const one = between(renamed(['V01']), second)
    expect(one.leftOut).toEqual([{ villageId: 'V01', reason: 'nothingInCommon' }])
    expect(one.rows.map(({ villageId }) => villageId)).not.toContain('V01')
  })

  test('deductions take no part', () => {
    const deduction = { id: 'D', itemId: 'K01', villageId: 'V01', occurrences: 1, confirmed: true, revoked: false }
    expect(totals(between(first, { ...second, deductions: [deduction] }))).toEqual(totals(between(first, second)))
  })
})

describe('satisfaction', () => {
  test('means of all valid responses, weighted; more answers are no progress', () => {
    const few = { V1: [100, 100, 60, 60, 60], V2: [60, 60, 60, 60, 60] }
    const more = { V1: [...few.V1, ...few.V1, ...few.V1], V2: [60, 60, 60, 60, 100] }
    const owing = (round: AuditEdition): AuditEdition => ({
      ...round,
      scheme: {
        ...round.scheme,
        survey: {
          ...round.scheme.survey,
          quota: { share: 1, min: 100, max: 100 },
          levels: [60, 100].map((points) => ({ value: points, label: '', points })),
        },
      },
      responses: round.responses.map((one) => ({
        ...one,
        answers: { Q: round.scheme.survey.levels.find(({ value }) => value === one.answers.Q)!.points! },
      })),
    })
    const { rows, papers } = between(owing(answeredRound(few)), owing(answeredRound(more)))
    expect(papers).toEqual({ common: null, demonstration: null, satisfaction: 'means' })
    expect(rows.map(({ villageId, satisfaction }) => [villageId, satisfaction! / U])).toEqual([
      ['V2', 8],
      ['V1', 0],
    ])
  })

  test('a question that only one round asked: the others’ means as they are shown, in whole points', () => {
    const { items } = first.scheme.survey
    const without: AuditEdition = {
      ...first,
      scheme: { ...first.scheme, survey: { ...first.scheme.survey, items: items.slice(1) } },
      responses: first.responses.map(({ answers: { Q01: _, ...answers }, ...one }) => ({ ...one, answers })),
    }
    const was = sealed(without)
    const is = sealed(second)
    const row = roundProgress(was, is).rows.find(({ villageId }) => villageId === 'V08')!
    const means = ({ details }: SealedRound) =>
      new Map(
        details.villages.find(({ villageId }) => villageId === 'V08')!.questions.map(({ id, mean }) => [id, mean!]),
      )
    const [then, since] = [means(was), means(is)]
    const common = items.slice(1)
    const moved = common.reduce((sum, { id, weight }) => sum + weight * (since.get(id)! - then.get(id)!), 0)
    const points = moved / common.reduce((sum, { weight }) => sum + weight, 0)
    expect(row.satisfaction).toBe(Math.round(points * 0.3 * U))
  })

  test('other points for the answers: the paper is not compared', () => {
    const levels = second.scheme.survey.levels.map((one) => (one.points === 30 ? { ...one, points: 40 } : one))
    const now = { ...second, scheme: { ...second.scheme, survey: { ...second.scheme.survey, levels } } }
    expect(between(first, now).papers.satisfaction).toBeNull()
  })
})

describe('who is left out, and why', () => {
  const rows = { A: 50, B: 60, C: 70 }
  const skipped = (round: AuditEdition, id: string): AuditEdition => ({
    ...round,
    stops: round.stops.map((stop) => (stop.villageId === id ? { ...stop, state: 'skipped' as const } : stop)),
  })

  test('absent from a round, or deferred in one', () => {
    const before = skipped(markedRound({ V1: rows, V2: rows, V3: rows, V5: rows }), 'V2')
    const now = skipped(markedRound({ V1: rows, V2: rows, V3: rows, V4: rows }), 'V3')
    const { rows: compared, leftOut } = between(before, now)
    expect(compared.map(({ villageId }) => villageId)).toEqual(['V1'])
    expect(leftOut).toEqual([
      { villageId: 'V2', reason: 'deferredBefore' },
      { villageId: 'V3', reason: 'deferredNow' },
      { villageId: 'V4', reason: 'absentBefore' },
      { villageId: 'V5', reason: 'absentNow' },
    ])
  })

  test('nobody in both rounds: an empty list', () => {
    expect(ofScores({ V1: rows }, { V2: rows }).rows).toEqual([])
  })

  test('a rehearsal is never compared', () => {
    expect(() => between(first, { ...second, rehearsal: true })).toThrow('rehearsal')
  })
})

/** Four inspectors, three villages; every village is scored by three of them at least. */
const score = fc.integer({ min: 30, max: 70 })
const complete = fc.record({ V1: rowOf(), V2: rowOf(), V3: rowOf() })
const bothRounds = fc.tuple(thinned(), thinned())

function rowOf() {
  return fc.record({ A: score, B: score, C: score, D: score })
}

function thinned(): fc.Arbitrary<Scores> {
  const left = fc.constantFrom('A', 'B', 'C', 'D', 'nobody')
  return fc.tuple(complete, left, left).map(([scores, one, two]) => ({
    V1: without(scores.V1, one),
    V2: without(scores.V2, two),
    V3: scores.V3,
  }))
}

function without(row: Record<string, number>, id: string): Record<string, number> {
  return Object.fromEntries(Object.entries(row).filter(([inspector]) => inspector !== id))
}

function shifted(scores: Scores, inspector: string, by: number): Scores {
  return Object.fromEntries(
    Object.entries(scores).map(([village, row]) => [
      village,
      Object.fromEntries(Object.entries(row).map(([id, value]) => [id, id === inspector ? value + by : value])),
    ]),
  )
}
