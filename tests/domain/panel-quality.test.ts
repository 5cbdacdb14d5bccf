/** Is the panel sound: published figures, complete data as in the textbook, and what must hold for any panel. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { kendallTauB } from '../../src/domain/kendall'
import { panelQuality } from '../../src/domain/panel-quality'
import { panelReliability, type ScoredCell } from '../../src/domain/panel-reliability'
import type { AuditEdition } from '../../src/domain/round-file'
import { roundRanking } from '../../src/domain/round-ranking'
import { generatorFromDigest } from '../../src/domain/seeded-generator'
import { markedRound, type Scores, SEED } from './flat-round'
import { tinyRound } from './tiny-round'

function published<T>(name: string): T {
  return JSON.parse(readFileSync(join(__dirname, `../data/published/${name}.json`), 'utf8')) as T
}

function table(ratings: readonly number[][]): ScoredCell[] {
  return ratings.flatMap((row, i) => row.map((score, j) => ({ villageId: `V${i}`, inspectorId: `I${j}`, score })))
}

const quality = (round: AuditEdition) => panelQuality(round, roundRanking(round).ranking)

describe('ICC(2,1), ICC(2,k) and variance components', () => {
  test('Shrout & Fleiss 1979: six targets, four judges', () => {
    const { input, expected } = published<{
      input: { ratings: number[][] }
      expected: { precise: { icc21: number; icc2k: number }; published: { icc21: number; icc2k: number; EMS: number } }
    }>('icc-shrout-fleiss-1979')
    const { single, mean, variance, panelSize } = panelReliability(table(input.ratings))!
    expect(single).toBeCloseTo(expected.precise.icc21, 9)
    expect(mean).toBeCloseTo(expected.precise.icc2k, 9)
    expect(single!.toFixed(2)).toBe(expected.published.icc21.toFixed(2))
    expect(mean!.toFixed(2)).toBe(expected.published.icc2k.toFixed(2))
    expect(variance.rest.toFixed(2)).toBe(expected.published.EMS.toFixed(2))
    expect(panelSize).toBeCloseTo(4, 12)
  })

  // Its analysis of variance: adjusted sums 22.75 (catalysts) and 66.0833 (batches), error 3.25 on 5. Of the batches the
  // book makes σ² = (66.0833 / 3 − 0.65) · 3 / (4 · (3 − 1)) = 8.02 (section 4.4, recovery of interblock information).
  test('Montgomery: an incomplete design, 4 catalysts in 4 batches', () => {
    type Score = { village: number; inspector: number; score: number }
    const { input } = published<{ input: { scores: Score[] } }>('severity-bibd-montgomery')
    const cells = input.scores.map(({ village, inspector, score }) => ({
      villageId: `${village}`,
      inspectorId: `${inspector}`,
      score,
    }))
    const { variance, panelSize, villages, inspectors, scores } = panelReliability(cells)!
    expect(variance.rest).toBeCloseTo(3.25 / 5, 9)
    expect(variance.inspector.toFixed(2)).toBe('8.02')
    expect(variance.village).toBeCloseTo((22.75 - 3 * 0.65) / (12 - 4), 9)
    expect({ panelSize, villages, inspectors, scores }).toEqual({
      panelSize: 3,
      villages: 4,
      inspectors: 4,
      scores: 12,
    })
  })

  test('complete data: the mean squares’ formulas of the textbook', () =>
    fc.assert(
      fc.property(
        fc.array(fc.array(fc.integer({ min: 0, max: 80 }), { minLength: 4, maxLength: 4 }), {
          minLength: 3,
          maxLength: 6,
        }),
        (halves) => {
          const ratings = halves.map((row) => row.map((half) => half / 2))
          const n = ratings.length
          const k = 4
          const mean = (values: number[]) => values.reduce((a, b) => a + b, 0) / values.length
          const squares = (values: number[]) => values.reduce((sum, value) => sum + (value - mean(values)) ** 2, 0)
          const rows = ratings.map(mean)
          const columns = [0, 1, 2, 3].map((j) => mean(ratings.map((row) => row[j]!)))
          const BMS = (k * squares(rows)) / (n - 1)
          const JMS = (n * squares(columns)) / (k - 1)
          const EMS = (squares(ratings.flat()) - k * squares(rows) - n * squares(columns)) / ((n - 1) * (k - 1))
          const whole = BMS + (k - 1) * EMS + (k * (JMS - EMS)) / n
          const wholeOfMean = BMS + (JMS - EMS) / n
          fc.pre(whole > 0.01 && wholeOfMean > 0.01)
          const found = panelReliability(table(ratings))!
          expect(found.single).toBeCloseTo((BMS - EMS) / whole, 8)
          expect(found.mean).toBeCloseTo((BMS - EMS) / wholeOfMean, 8)
          expect(found.variance.village).toBeCloseTo((BMS - EMS) / k, 8)
          expect(found.variance.inspector).toBeCloseTo((JMS - EMS) / n, 8)
          expect(found.variance.rest).toBeCloseTo(EMS, 8)
        },
      ),
    ))

  // Σ of twelve even numbers less 6: nearly normal, variance 1. Villages 3, inspectors 2, rest 1.
  test('incomplete data: over 300 made panels the estimates average to what they were made from', () => {
    const random = generatorFromDigest(SEED)
    const normal = () => {
      let sum = -6
      for (let i = 0; i < 12; i++) sum += random.below(1 << 20) / (1 << 20)
      return sum
    }
    const sums = { village: 0, inspector: 0, rest: 0 }
    for (let panel = 0; panel < 300; panel++) {
      const villages = Array.from({ length: 20 }, () => 3 * normal())
      const inspectors = Array.from({ length: 12 }, () => 2 * normal())
      const cells = villages.flatMap((v, i) =>
        inspectors.flatMap((r, j) =>
          (i * 5 + j * 3) % 4 === 0 || (i + j) % 7 === 0
            ? []
            : [{ villageId: `V${i}`, inspectorId: `I${j}`, score: 50 + v + r + normal() }],
        ),
      )
      const { variance } = panelReliability(cells)!
      for (const part of ['village', 'inspector', 'rest'] as const) sums[part] += variance[part] / 300
    }
    expect(Math.abs(sums.village / 9 - 1)).toBeLessThan(0.08)
    expect(Math.abs(sums.inspector / 4 - 1)).toBeLessThan(0.1)
    expect(Math.abs(sums.rest - 1)).toBeLessThan(0.03)
  })

  test('other names and another order change nothing; what only shifts an inspector, only their part', () =>
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 80 }), { minLength: 20, maxLength: 20 }),
        fc.integer({ min: -9, max: 9 }),
        (halves, shift) => {
          const cells = halves
            .map((half, i) => ({ villageId: `V${i % 5}`, inspectorId: `I${Math.floor(i / 5)}`, score: half / 2 }))
            .filter((_, i) => i % 7 !== 3)
          const found = panelReliability(cells)!
          const renamed = [...cells].reverse().map((cell) => ({
            ...cell,
            villageId: `W${9 - Number(cell.villageId.slice(1))}`,
            inspectorId: `J${9 - Number(cell.inspectorId.slice(1))}`,
          }))
          const other = panelReliability(renamed)!
          const harsh = panelReliability(
            cells.map((cell) => (cell.inspectorId === 'I0' ? { ...cell, score: cell.score + shift } : cell)),
          )!
          for (const part of ['village', 'inspector', 'rest'] as const)
            expect(other.variance[part]).toBeCloseTo(found.variance[part], 6)
          for (const part of ['village', 'rest'] as const)
            expect(harsh.variance[part]).toBeCloseTo(found.variance[part], 6)
        },
      ),
    ))

  const all = { villageId: 'V0', inspectorId: 'I0', score: 1 }
  test.each([
    { why: 'no cells', cells: [] },
    { why: 'one village', cells: [all, { ...all, inspectorId: 'I1' }] },
    { why: 'one inspector', cells: [all, { ...all, villageId: 'V1' }] },
    {
      why: 'as many terms as scores',
      cells: [all, { ...all, inspectorId: 'I1' }, { ...all, villageId: 'V1', inspectorId: 'I1' }],
    },
    {
      why: 'two panels without a shared inspector',
      cells: [
        ...table([
          [1, 2],
          [3, 5],
        ]),
        ...table([
          [1, 2],
          [3, 9],
        ]).map((cell) => ({ ...cell, villageId: `${cell.villageId}x`, inspectorId: `${cell.inspectorId}x` })),
      ],
    },
  ])('nothing to estimate: $why', ({ cells }) => expect(panelReliability(cells)).toBeNull())

  test('all scores equal: no variance, no coefficient', () =>
    expect(
      panelReliability(
        table([
          [33.3, 33.3, 33.3],
          [33.3, 33.3, 33.3],
        ]),
      ),
    ).toMatchObject({ single: null, mean: null }))
})

describe('Kendall’s τ-b', () => {
  // Hollander & Wolfe 1973, p. 187, as in R's help page of cor.test: τ = 0.4444444, no ties.
  test('Hollander & Wolfe: lightness and liking of tuna', () => {
    const lightness = [44.4, 45.9, 41.9, 53.3, 44.7, 44.1, 50.7, 45.2, 60.1]
    const liking = [2.6, 3.1, 2.5, 5.0, 3.6, 4.0, 5.2, 2.8, 3.8]
    expect(kendallTauB(lightness, liking)).toBeCloseTo(4 / 9, 12)
  })
  // SAS/STAT User's Guide, The FREQ Procedure; R package DescTools, help page KendallTauB: 0.3372567.
  test('SAS: a table of 2 by 5, nearly all ties', () => {
    const counts = [
      [26, 26, 23, 18, 9],
      [6, 7, 9, 14, 23],
    ]
    const pairs = counts.flatMap((row, i) => row.flatMap((n, j) => Array.from({ length: n }, () => [i, j] as const)))
    const tau = kendallTauB(
      pairs.map(([i]) => i),
      pairs.map(([, j]) => j),
    )
    expect(tau!.toFixed(7)).toBe('0.3372567')
  })
  // The data of R package irr; τ-b computed with scipy 1.17.1, stats.kendalltau.
  test.each([
    ['rater1', 'rater2', 0.3380152922565091],
    ['rater1', 'rater3', 0.13120467558816476],
    ['rater2', 'rater3', 0.2935307449472095],
  ] as const)('anxiety, with many ties: %s and %s', (a, b, tau) => {
    const { ratings } = published<{ input: { ratings: Record<string, number[]> } }>('kendall-w-ties-anxiety').input
    expect(kendallTauB(ratings[a]!, ratings[b]!)).toBeCloseTo(tau, 12)
  })
  test('one who gives all the same agrees with nobody and disagrees with nobody', () => {
    expect(kendallTauB([1, 2, 3], [5, 5, 5])).toBeNull()
    expect(kendallTauB([1], [2])).toBeNull()
  })
  test('the same order is 1, the opposite −1, and both ways give the same', () =>
    fc.assert(
      fc.property(fc.uniqueArray(fc.tuple(fc.integer(), fc.integer()), { minLength: 2, maxLength: 12 }), (pairs) => {
        const a = pairs.map(([x]) => x)
        const b = pairs.map(([, y]) => y)
        fc.pre(new Set(a).size > 1)
        expect(kendallTauB(a, a)).toBeCloseTo(1, 12)
        expect(
          kendallTauB(
            a,
            a.map((x) => -x),
          ),
        ).toBeCloseTo(-1, 12)
        expect(kendallTauB(a, b)).toBe(kendallTauB(b, a))
      }),
    ))
})

describe('each inspector beside the others', () => {
  const four: Scores = {
    V1: { Li: 90, Wang: 80, Zhao: 60 },
    V2: { Li: 80, Wang: 70, Zhao: 70 },
    V3: { Li: 70, Wang: 60, Zhao: 80 },
    V4: { Li: 100, Wang: 90, Zhao: 100 },
  }
  test('agreement: Li and Wang put the villages in one order, Zhao in another', () => {
    const [li, wang, zhao] = quality(markedRound(four)).inspectors
    // Li and Zhao: of six pairs V4 is above in three, the other three are turned round.
    expect(li).toMatchObject({ inspectorId: 'Li', agreement: 0.5, comparedWith: 2 })
    expect(wang).toMatchObject({ inspectorId: 'Wang', agreement: 0.5, comparedWith: 2 })
    expect(zhao).toMatchObject({ inspectorId: 'Zhao', agreement: 0, comparedWith: 2 })
  })
  test('only pairs who share four villages are compared', () => {
    const { V4, ...three } = four
    const [li, wang, zhao] = quality(markedRound({ ...three, V4: { Li: V4!.Li!, Wang: V4!.Wang! } })).inspectors
    expect(li).toMatchObject({ agreement: 1, comparedWith: 1 })
    expect(wang).toMatchObject({ agreement: 1, comparedWith: 1 })
    expect(zhao).toMatchObject({ agreement: null, comparedWith: 0 })
  })
  test('severity: Wang is ten marks below Li everywhere', () => {
    const { V3, ...rest } = four
    const round = markedRound({ ...rest, V3: { Li: V3!.Li!, Wang: V3!.Wang! } })
    const [li, wang] = quality(round).inspectors
    expect(li!.severity.common! - wang!.severity.common!).toBe(100_000)
    expect(li!.severity.demonstration).toBeNull()
  })
  test('severity is unknown where the panel falls apart', () => {
    const apart = quality(markedRound({ V1: { Li: 90, Wang: 80 }, V2: { Zhao: 60, Qian: 50 } }))
    expect(apart.inspectors.map(({ severity }) => severity.common)).toEqual([null, null, null, null])
    expect(apart.papers).toEqual({ common: null, demonstration: null })
  })
  test('marks at full: judged indicators and goals, of ranked villages', () => {
    const round = tinyRound()
    round.scorecards[0]!.marks = { C1: 10, C2: 5, 'V1-G': 9.5 }
    const [li, wang] = quality(round).inspectors
    expect(li).toMatchObject({ inspectorId: 'Li', villages: 2, marks: 5, atFull: 2 })
    expect(wang).toMatchObject({ inspectorId: 'Wang', villages: 1, marks: 3, atFull: 0 })
    round.stops[0]!.state = 'skipped'
    expect(quality(round).inspectors.map(({ inspectorId, marks }) => [inspectorId, marks])).toEqual([
      ['Li', 2],
      ['Zhao', 2],
    ])
  })
  test('the sample’s papers: the reliability of its inspectors’ plain scores', () => {
    const round = markedRound(four)
    const cells = Object.entries(four).flatMap(([villageId, row]) =>
      Object.entries(row).map(([inspectorId, score]) => ({ villageId, inspectorId, score })),
    )
    const { common, demonstration } = quality(round).papers
    expect(common!.single).toBeCloseTo(panelReliability(cells)!.single!, 9)
    expect(demonstration).toBeNull()
  })
  test('lists in another order, and other names in the same order, change nothing', () => {
    const round = markedRound(four)
    const turned = { ...round, scorecards: [...round.scorecards].reverse(), villages: [...round.villages].reverse() }
    expect(quality(turned)).toEqual(quality(round))
    const renamed = JSON.parse(
      JSON.stringify(round)
        .replace(/"(Li|Wang|Zhao)"/g, '"M$1"')
        .replace(/"V(\d)"/g, '"W$1"'),
    )
    expect(JSON.stringify(quality(renamed)).replace(/"M(Li|Wang|Zhao)"/g, '"$1"')).toBe(JSON.stringify(quality(round)))
  })
})
