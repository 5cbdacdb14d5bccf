/** How sure is the order: by figures that can be reckoned, by the exact ranking, and by what must hold for any round. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { bootstrapDraws } from '../../src/domain/bootstrap-draws'
import { bootstrapSample } from '../../src/domain/bootstrap-sample'
import { type DrawnCertainty, roundCertainty } from '../../src/domain/certainty'
import { drawnPapers } from '../../src/domain/drawn-paper'
import { rankDraw } from '../../src/domain/drawn-ranks'
import { roundRefusal } from '../../src/domain/read-round-file'
import type { AuditEdition } from '../../src/domain/round-file'
import { roundRanking } from '../../src/domain/round-ranking'
import { generatorFromDigest } from '../../src/domain/seeded-generator'
import { generatedRound, type Size } from '../../tools/bench/generated-round'
import { peerDraws } from '../../tools/bench/peer-certainty/draws'
import { answeredRound, markedRound, OTHER_SEED, type Scores, SEED } from './flat-round'
import { tinyRound } from './tiny-round'

function sampleRound(number: 1 | 2): AuditEdition {
  return JSON.parse(readFileSync(join(__dirname, `../../tools/seed/sample/round-${number}.json`), 'utf8'))
}

function drawn(round: AuditEdition, digest = SEED): DrawnCertainty {
  expect(roundRefusal(round)).toBeUndefined()
  const certainty = roundCertainty(round, roundRanking(round), digest)
  if (certainty.outcome !== 'drawn') throw new Error(certainty.outcome)
  return certainty
}

const of = ({ villages }: DrawnCertainty, id: string) => villages.find(({ villageId }) => villageId === id)!

/** Everybody scored everything, nothing adjusted, nothing dropped. */
const plain = { severityAdjustment: 'never', trimFrom: 1000 } as const

describe('chances that can be reckoned', () => {
  // Five answers 100, 40, 40, 40, 40 against a sure 50: above unless no 100 is drawn, 1 − (4/5)^5.
  test('responses within a village', () => {
    const round = answeredRound({ V1: [50, 50, 50, 50, 50], V2: [100, 40, 40, 40, 40] })
    const certainty = drawn(round)
    expect(Math.abs(of(certainty, 'V2').first - (1 - 0.8 ** 5))).toBeLessThan(0.045)
    expect(of(certainty, 'V1').first + of(certainty, 'V2').first).toBeCloseTo(1, 9)
    expect(certainty.neighbours).toEqual([
      { aboveId: 'V2', belowId: 'V1', swaps: of(certainty, 'V1').first, isCut: false },
    ])
  })
  // Three inspectors 90, 40, 40 against a sure 50: above unless the first is never drawn, 1 − (2/3)^3.
  test('inspectors of the round', () => {
    const round = markedRound({ V1: { A: 50, B: 50, C: 50 }, V2: { A: 90, B: 40, C: 40 } }, plain)
    expect(Math.abs(of(drawn(round), 'V2').first - (1 - (2 / 3) ** 3))).toBeLessThan(0.045)
  })
  test('the same drawn panel judges every village: who is always a mark ahead stays ahead', () => {
    const round = markedRound({ V1: { A: 90, B: 50, C: 10 }, V2: { A: 89, B: 49, C: 9 } }, plain)
    expect(drawn(round).neighbours).toEqual([{ aboveId: 'V1', belowId: 'V2', swaps: 0, isCut: true }])
  })
  test('a harsh inspector whom only one village had is refitted away in every draw', () => {
    const panel = { A: 80, B: 80, C: 80 }
    const rows: Scores = { V1: panel, V2: { A: 78, B: 78, C: 78, Harsh: 48 }, V3: { A: 76, B: 76, Harsh: 46 } }
    const certainty = drawn(markedRound(rows, { severityAdjustment: 'auto' }))
    expect(certainty.villages.map(({ rankInterval }) => rankInterval)).toEqual([
      [1, 1],
      [2, 2],
      [3, 3],
    ])
  })
  test('what cannot vary is sure; level villages share the draws and are never cut apart', () => {
    const certainty = drawn(
      answeredRound({ V1: [60, 60, 60, 60, 60], V2: [60, 60, 60, 60, 60], V3: [30, 30, 30, 30, 30] }),
    )
    expect(certainty.villages).toEqual([
      { villageId: 'V1', rankInterval: [1, 1], first: 0.5, band: 1 },
      { villageId: 'V2', rankInterval: [1, 1], first: 0.5, band: 1 },
      { villageId: 'V3', rankInterval: [3, 3], first: 0, band: 2 },
    ])
    expect(certainty.neighbours.map(({ swaps }) => swaps)).toEqual([0.5, 0])
    const lax = answeredRound({ V1: [60, 60, 60, 60, 60], V2: [60, 60, 60, 60, 60] })
    lax.scheme.certainty.flip = 1
    expect(drawn(lax).neighbours.map(({ isCut }) => isCut)).toEqual([false])
  })
})

describe('a draw in which everybody comes once is the ranking itself, by the exact arithmetic', () => {
  test.each([1, 2] as const)('sample round %i', (number) => expectTheRanking(sampleRound(number), 0))

  test('generated rounds, some without an adjustment', () => {
    for (const seed of [1, 2, 3, 4, 5, 6]) {
      const size = { villages: 12, inspectors: 7, cardsEach: 3 + (seed % 5), responses: 150, seed }
      expectTheRanking(generatedRound(sampleRound(2), size), 1)
    }
  })

  // A spiteful zero, and one inspector whose two cells both lie far out: without both nothing would hold them.
  test('outliers leave the fit, one at a time where not all of them can', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -9999, max: 9999 }), { minLength: 60, maxLength: 60 }), (noise) => {
        const rows: Scores = {}
        for (let v = 0; v < 10; v++) {
          rows[`V${v}`] = {}
          for (let i = 0; i < 6; i++)
            if ((v + i) % 6 !== 0) rows[`V${v}`]![`I${i}`] = (600_000 + v * 10_000 + noise[v * 6 + i]!) / 10_000
        }
        rows.V3!.I1 = 0
        rows.V1!.X = 99.5
        rows.V2!.X = 20.25
        expectTheRanking(markedRound(rows, { severityAdjustment: 'auto', outlierCut: 3.5, trimFrom: 5 }), 1)
      }),
      { numRuns: 50 },
    )
  })

  /** Within so many units: a half may round the other way in doubles. */
  function expectTheRanking(round: AuditEdition, within: number): void {
    const ranked = roundRanking(round)
    const sample = bootstrapSample(round, ranked)
    const rows = ranked.ranking.filter(({ deferred }) => !deferred)
    const papers = drawnPapers(sample)
    expect(papers.take(new Uint32Array(sample.design.columnCount).fill(1))).toBe(true)
    for (const paper of ['common', 'demonstration'] as const) {
      const scores = new Float64Array(rows.length)
      papers.score(sample[paper], scores)
      for (const [i, row] of rows.entries()) expect(Math.abs(scores[i]! - row[paper]!)).toBeLessThanOrEqual(within)
    }
    const facts = (key: 'common' | 'demonstration' | 'satisfaction' | 'deductions') =>
      Float64Array.from(rows, (row) => row[key]!)
    const ranks = new Uint32Array(rows.length)
    rankDraw(
      {
        common: facts('common'),
        demonstration: facts('demonstration'),
        satisfaction: facts('satisfaction'),
        deductions: facts('deductions'),
      },
      ranks,
    )
    expect([...ranks]).toEqual(rows.map(({ rank }) => rank))
  }
})

test.each([1, 2] as const)('sample round %i: draw by draw the ranks of the plain loop in the bench', (number) => {
  const round = sampleRound(number)
  const sample = bootstrapSample(round, roundRanking(round))
  const state = Int32Array.from([0, 8, 16, 24], (at) => Number.parseInt(SEED.slice(7 + at, 15 + at), 16))
  expect(bootstrapDraws(sample, 300, generatorFromDigest(SEED))!.ranks).toEqual(peerDraws(sample, 300, state))
})

describe('whatever the round', () => {
  const anySize = fc.record({
    villages: fc.integer({ min: 1, max: 8 }),
    inspectors: fc.integer({ min: 3, max: 7 }),
    cardsEach: fc.integer({ min: 3, max: 4 }),
    perVillage: fc.integer({ min: 30, max: 60 }),
    seed: fc.integer({ min: 1, max: 9_999_999 }),
  })

  function roundOf({ perVillage, ...size }: { perVillage: number } & Omit<Size, 'responses'>): AuditEdition {
    const cardsEach = Math.min(size.cardsEach, size.inspectors)
    const round = generatedRound(sampleRound(2), { ...size, cardsEach, responses: size.villages * perVillage })
    round.scheme.certainty.draws = 60
    return round
  }

  test('intervals hold the village’s rank, chances sum to 1, bands follow the cuts', () =>
    fc.assert(
      fc.property(anySize, (size) => {
        const round = roundOf(size)
        const ranked = roundRanking(round)
        const certainty = drawn(round)
        expect(certainty.villages.map(({ villageId }) => villageId)).toEqual(
          ranked.ranking.map(({ villageId }) => villageId),
        )
        expect(certainty.villages.reduce((sum, { first }) => sum + first, 0)).toBeCloseTo(1, 2)
        for (const [i, { rankInterval, band }] of certainty.villages.entries()) {
          const { rank } = ranked.ranking[i]!
          expect(rankInterval[0] <= rank! && rank! <= rankInterval[1]).toBe(true)
          const above = certainty.neighbours[i - 1]
          const before = certainty.villages[i - 1]
          expect(band).toBe(before === undefined ? 1 : before.band + (above!.isCut ? 1 : 0))
          if (above) expect(above.isCut).toBe(above.swaps <= 0.2 && ranked.ranking[i - 1]!.rank !== rank)
        }
      }),
      { numRuns: 30 },
    ))

  test('one digest draws the same again, another one otherwise', () => {
    const round = sampleRound(2)
    expect(drawn(round)).toEqual(drawn(sampleRound(2)))
    expect(drawn(round, OTHER_SEED)).not.toEqual(drawn(round))
  })

  test('the order of the lists, and other names in the same order, change nothing under the same digest', () =>
    fc.assert(
      fc.property(anySize, (size) => {
        const round = roundOf(size)
        const renamed = JSON.stringify(listsReversed(round))
          .replace(/V(0000\d)/g, 'W$1')
          .replace(/"I(00\d)"/g, '"J$1"')
        const back = JSON.stringify(drawn(JSON.parse(renamed))).replace(/W(0000\d)/g, 'V$1')
        expect(JSON.parse(back)).toEqual(drawn(round))
      }),
      { numRuns: 20 },
    ))

  // Names decide between villages of one rank and between equal outliers (docs/round-file.md): there is neither here.
  test('any other names change nothing', () =>
    fc.assert(
      fc.property(anySize, (size) => {
        const round = roundOf(size)
        round.scheme.outlierCut = null
        const { ranking } = roundRanking(round)
        fc.pre(new Set(ranking.map(({ rank }) => rank)).size === ranking.length)
        const mirrored = (_: string, digit: string) => `W${9 - Number(digit)}`
        const renamed = JSON.stringify(listsReversed(round))
          .replace(/V0000(\d)/g, mirrored)
          .replace(/"I00(\d)"/g, (_, digit: string) => `"J${(Number(digit) * 3) % 10}"`)
        const back = JSON.stringify(drawn(JSON.parse(renamed)))
        expect(JSON.parse(back.replace(/W(\d)/g, (_, digit: string) => `V0000${9 - Number(digit)}`))).toEqual(
          drawn(round),
        )
      }),
      { numRuns: 20 },
    ))

  function listsReversed(round: AuditEdition): AuditEdition {
    return {
      ...round,
      villages: [...round.villages].reverse(),
      panel: [...round.panel].reverse(),
      scorecards: [...round.scorecards].reverse(),
      responses: [...round.responses].reverse(),
      goals: [...round.goals].reverse(),
    }
  }

  // From one seed the draws' deviations are the spread times the same numbers: a pair once swapped stays swapped.
  test('more spread, wider intervals: answers, and inspectors', () => {
    const spreads = [0.5, 4, 12, 30]
    const answers = spreads.map((d) => {
      const around = (mean: number) => Array.from({ length: 40 }, (_, i) => (i % 2 === 0 ? mean + d : mean - d))
      return drawn(answeredRound({ V1: around(64), V2: around(63), V3: around(61), V4: around(60) }))
    })
    const off = [1, -0.5, 0.25, -1, 0.25, -0.75, 0.75]
    const marks = spreads.map((d) => {
      const around = (mean: number, turn: number) =>
        Object.fromEntries(off.map((_, i) => [`I${i}`, mean + d * off[(i * turn) % 7]!]))
      return drawn(markedRound({ V1: around(64, 1), V2: around(63, 2), V3: around(61, 3), V4: around(60, 5) }, plain))
    })
    for (const series of [answers, marks]) {
      const swaps = series.map(({ neighbours }) => neighbours.map((pair) => pair.swaps))
      for (const [i, wider] of series.entries()) {
        if (i === 0) continue
        for (const [pair, share] of swaps[i]!.entries()) expect(share).toBeGreaterThanOrEqual(swaps[i - 1]![pair]!)
        expect(of(wider, 'V1').rankInterval[1]).toBeGreaterThanOrEqual(of(series[i - 1]!, 'V1').rankInterval[1])
        expect(of(wider, 'V4').rankInterval[0]).toBeLessThanOrEqual(of(series[i - 1]!, 'V4').rankInterval[0])
        expect(of(wider, 'V1').first).toBeLessThanOrEqual(of(series[i - 1]!, 'V1').first)
      }
      expect(series[0]!.villages.map(({ rankInterval: [best, worst] }) => worst - best)).toEqual([0, 0, 0, 0])
      expect(of(series[3]!, 'V1').rankInterval).toEqual([1, 4])
    }
  })

  test('a wider level gives no narrower interval', () => {
    const narrow = drawn(sampleRound(2))
    const round = sampleRound(2)
    round.scheme.certainty.level = 0.99
    for (const [i, { rankInterval }] of drawn(round).villages.entries()) {
      expect(rankInterval[0]).toBeLessThanOrEqual(narrow.villages[i]!.rankInterval[0])
      expect(rankInterval[1]).toBeGreaterThanOrEqual(narrow.villages[i]!.rankInterval[1])
    }
  })
})

describe('draws that cannot be', () => {
  test('a panel that leaves a village without a score, or falls apart, is drawn again', () => {
    const chain = markedRound({ V1: { A: 60, B: 50 }, V2: { B: 40, C: 60 } }, { severityAdjustment: 'auto' })
    const certainty = drawn(chain)
    // It takes B, whom (2/3)^3 = 8 in 27 panels are without: 8 are drawn again for 19 that stand.
    expect(Math.abs(certainty.redrawn / 1000 - 8 / 19)).toBeLessThan(0.08)
    expect(certainty.draws).toBe(1000)
  })
  test('where fewer than one in ten can be fitted nothing is said', () => {
    const alone = Object.fromEntries(['1', '2', '3', '4', '5', '6'].map((n) => [`V${n}`, { [`I${n}`]: 50 }]))
    const round = markedRound(alone, plain)
    expect(roundCertainty(round, roundRanking(round), SEED)).toEqual({ outcome: 'not estimable' })
  })
  test('no draws asked for: off; more than 10 000: 10 000', () => {
    const round = markedRound({ V1: { A: 60, B: 50 }, V2: { A: 40, B: 60 } })
    round.scheme.certainty.draws = 0
    expect(roundCertainty(round, roundRanking(round), SEED)).toEqual({ outcome: 'off' })
    round.scheme.certainty.draws = 1_000_000
    expect(drawn(round).draws).toBe(10_000)
  })
  test('deferred villages are left out, and their inspectors with them', () => {
    const round = tinyRound()
    round.stops[1]!.state = 'skipped'
    expect(drawn(round).villages).toEqual([{ villageId: 'V1', rankInterval: [1, 1], first: 1, band: 1 }])
    round.stops[0]!.state = 'skipped'
    expect(drawn(round)).toMatchObject({ villages: [], neighbours: [] })
  })
  test('a village without a single card asks for nobody', () => {
    const round = markedRound({ V1: { A: 60, B: 50 }, V2: {} }, plain)
    expect(drawn(round).villages.map(({ rankInterval }) => rankInterval)).toEqual([
      [1, 1],
      [2, 2],
    ])
  })
})
