/** Figures that others published. Each file in tests/data/published names its source and how it was checked. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { canonicalJson, sha256Hex } from '../../src/domain/digest'
import { cent, div, exactUnits, sum } from '../../src/domain/exact'
import { type Fit, leastSquares } from '../../src/domain/least-squares'
import { paperScore } from '../../src/domain/paper-score'
import { severityFit } from '../../src/domain/severity'
import { studentT } from '../../src/domain/student-t'
import { wilson } from '../../src/domain/wilson'

function published<T>(name: string): T {
  return JSON.parse(readFileSync(join(__dirname, `../data/published/${name}.json`), 'utf8')) as T
}

describe('SHA-256: FIPS 180-2', () => {
  type Message = string | { repeat: string; times: number }
  const { input, expected } = published<{ input: Message[]; expected: string[] }>('sha256-fips180')
  const textOf = (message: Message) => (typeof message === 'string' ? message : message.repeat.repeat(message.times))
  test.each(input.map((message, i) => [i, textOf(message), expected[i]] as const))('message %i', (_, text, hash) =>
    expect(sha256Hex(text)).toBe(hash),
  )
})

describe('canonical JSON: RFC 8785', () => {
  type Text = { name: string; json: string; canonical: string; sha256: string }
  const { input, expected } = published<{
    input: { texts: Text[]; doubles: string[] }
    expected: { texts: Text[]; doubles: string[] }
  }>('jcs-rfc8785')
  test.each(input.texts)('$name', ({ name, json }) => {
    const { canonical, sha256 } = expected.texts.find((text) => text.name === name)!
    expect(canonicalJson(JSON.parse(json))).toBe(canonical)
    expect(sha256Hex(canonicalJson(JSON.parse(json)))).toBe(sha256)
  })
  test.each(input.doubles.map((bits, i) => [bits, expected.doubles[i]] as const))('double %s is %s', (bits, text) =>
    expect(canonicalJson(Buffer.from(bits, 'hex').readDoubleBE())).toBe(text),
  )
})

describe('Student t: NIST e-Handbook 1.3.6.7.2', () => {
  const { input, expected } = published<{
    input: { df: number[] }
    expected: { published: Array<number | null>; precise: number[] }
  }>('student-t-quantiles')
  test.each(input.df.map((df, i) => ({ df, table: expected.published[i], precise: expected.precise[i]! })))(
    '$df degrees of freedom',
    ({ df, table, precise }) => {
      expect(Math.abs(studentT(df) / precise - 1)).toBeLessThan(1e-9)
      if (table != null) expect(Math.abs(studentT(df) - table)).toBeLessThanOrEqual(0.0005001)
    },
  )
})

describe('Wilson interval: Newcombe 1998, table I, method 3', () => {
  type Pair = [number, number]
  const { input, expected } = published<{
    input: { cases: Array<{ r: number; n: number }> }
    expected: { published: Pair[]; precise: Pair[] }
  }>('wilson-newcombe-1998')
  test.each(input.cases.map((each, i) => ({ ...each, table: expected.published[i]!, precise: expected.precise[i]! })))(
    '$r of $n',
    ({ r, n, table, precise }) => {
      for (const end of [0, 1] as const) {
        expect(Math.abs(wilson(r, n)[end] - precise[end])).toBeLessThan(1e-6)
        expect(Math.abs(wilson(r, n)[end] - table[end])).toBeLessThanOrEqual(5e-5)
      }
    },
  )
})

type Skater = { name: string; factor: number; components: Array<{ component: string; marks: number[] }> }
type Panel = { name: string; panelScores: Record<string, number>; totalComponentScore: number }

describe.each(['trimmed-mean-isu-gpf2017-men-sp', 'trimmed-mean-isu-gpf2017-pairs-fs'])(
  'trimmed mean of nine judges: ISU Grand Prix Final 2017, %s',
  (name) => {
    const { input, expected } = published<{ input: Skater[]; expected: Panel[] }>(name)
    test.each(input)('$name', ({ name, components, factor }) => {
      const official = expected.find((each) => each.name === name)!
      const factored = components.map(({ component, marks }) => {
        const hundredths = cent(paperScore(marks.map(exactUnits), 5))
        expect(Number(hundredths) / 100).toBe(official.panelScores[component])
        // Each panel score times the factor, rounded to two decimals, then added: the ISU's place of rounding.
        return div(hundredths * exactUnits(factor), BigInt(10_000))
      })
      expect(Number(sum(factored)) / 100).toBe(official.totalComponentScore)
    })
  },
)

describe('the additive fit on incomplete designs', () => {
  type Score = { village: string | number; inspector: number; score: number }
  type Block = { input: { scores: Score[] }; expected: { precise: { r: number[]; mu: number } } }

  test.each([
    { name: 'severity-bibd-montgomery', within: 1e-9, why: 'Montgomery, 4 catalysts in 4 batches' },
    { name: 'severity-bibd-kuehl', within: 1e-8, why: 'Kuehl, 5 treatments in 10 blocks of 3' },
  ])('$why: inspectors’ terms', ({ name, within }) => {
    const { input, expected } = published<Block>(name)
    const fit = severityFit(cells(input.scores), null)
    for (const [j, r] of expected.precise.r.entries()) expect(Math.abs(term(fit, j + 1) - r)).toBeLessThan(within)
  })

  test('Montgomery: adjusted means 71.375, 71.625, 72, 75', () => {
    const { input, expected } = published<Block & { expected: { published: { adjustedTreatmentMeans: number[] } } }>(
      'severity-bibd-montgomery',
    )
    expect(adjustedMeans(input.scores)).toEqual(expected.published.adjustedTreatmentMeans)
  })

  test('Kuehl: adjusted means, and a residual sum of squares of 729.8667', () => {
    type Precise = { adjustedMeans: number[]; SS_error: number }
    const { input, expected } = published<Block & { expected: { precise: Precise } }>('severity-bibd-kuehl')
    for (const [i, mean] of adjustedMeans(input.scores).entries()) {
      expect(Math.abs(mean - expected.precise.adjustedMeans[i]!)).toBeLessThan(1e-8)
    }
    const fit = leastSquares(cells(input.scores))
    const residuals = fit.residuals.map((e) => Number(e) / Number(fit.residualDenominator))
    expect(residuals.reduce((total, e) => total + e * e, 0)).toBeCloseTo(expected.precise.SS_error, 6)
  })

  function cells(scores: Score[]) {
    return scores.map(({ village, inspector, score }) => ({
      villageId: String(village),
      inspectorId: String(inspector),
      score: BigInt(score),
    }))
  }

  function term(fit: Fit, inspector: number): number {
    return Number(fit.terms.get(String(inspector))) / Number(fit.denominator)
  }

  /** A village's mean once its inspectors' terms are taken off. */
  function adjustedMeans(scores: Score[]): number[] {
    const fit = leastSquares(cells(scores))
    return [...new Set(scores.map(({ village }) => village))].sort().map((village) => {
      const own = scores.filter((score) => score.village === village)
      return own.reduce((total, each) => total + each.score - term(fit, each.inspector), 0) / own.length
    })
  }
})
