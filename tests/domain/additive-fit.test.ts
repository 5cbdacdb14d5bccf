/** The fit in doubles beside the exact one, and what the draws need beside it: chance, medians, shares. */
import fc from 'fast-check'
import { additiveFit, residuals } from '../../src/domain/additive-fit'
import { graphOf } from '../../src/domain/connected'
import { designOf } from '../../src/domain/design'
import { type Cell, leastSquares } from '../../src/domain/least-squares'
import { median } from '../../src/domain/median'
import { chancesOfFirst, rankInterval, swapShare } from '../../src/domain/rank-shares'
import { generatorFromDigest } from '../../src/domain/seeded-generator'
import { OTHER_SEED, SEED } from './flat-round'

const VILLAGES = ['V0', 'V1', 'V2', 'V3', 'V4']
const INSPECTORS = ['I0', 'I1', 'I2', 'I3']

/** Some of the 20 cells, each with a score. */
const anyCells = fc
  .array(fc.option(fc.integer({ min: 0, max: 400_000 }), { nil: null }), { minLength: 20, maxLength: 20 })
  .map((scores) =>
    scores.flatMap((score, i): Cell[] =>
      score === null
        ? []
        : [{ villageId: VILLAGES[i % 5]!, inspectorId: INSPECTORS[Math.floor(i / 5)]!, score: BigInt(score) }],
    ),
  )

function designed(cells: readonly Cell[]) {
  const edges = cells.map(({ villageId, inspectorId }) => ({ row: villageId, column: inspectorId }))
  const { design, order } = designOf(edges, VILLAGES, INSPECTORS)
  return { design, order, y: Float64Array.from(order, (index) => Number(cells[index]!.score)) }
}

describe('the fit in doubles', () => {
  test('is the exact one, whatever is drawn how often', () =>
    fc.assert(
      fc.property(
        anyCells,
        fc.array(fc.integer({ min: 0, max: 3 }), { minLength: 4, maxLength: 4 }),
        (cells, times) => {
          // An inspector drawn twice, written out: two inspectors who gave the same.
          const copies = cells.flatMap((cell) =>
            Array.from({ length: times[INSPECTORS.indexOf(cell.inspectorId)]! }, (_, copy) => ({
              ...cell,
              inspectorId: `${cell.inspectorId} ${copy}`,
            })),
          )
          const drawn = cells.filter((cell) => times[INSPECTORS.indexOf(cell.inspectorId)]! > 0)
          fc.pre(graphOf(drawn).isConnected() && new Set(copies.map((cell) => cell.inspectorId)).size > 1)
          const exact = leastSquares(copies)
          const { design, order, y } = designed(cells)
          const weights = times.map((n, j) => (drawn.some((cell) => cell.inspectorId === INSPECTORS[j]) ? n : 0))
          const fit = additiveFit(design)
          const terms = new Float64Array(4)
          const rest = new Float64Array(y.length)
          expect(fit.prepare(weights)).toBe(1)
          fit.terms(y, terms)
          residuals(design, y, { terms, weights }, rest)
          for (const [i, copy] of copies.entries()) {
            const inspector = copy.inspectorId.slice(0, 2)
            const at = order.findIndex(
              (c) => cells[c]!.villageId === copy.villageId && cells[c]!.inspectorId === inspector,
            )
            const term = Number(exact.terms.get(copy.inspectorId)) / Number(exact.denominator)
            expect(terms[INSPECTORS.indexOf(inspector)]!).toBeCloseTo(term, 4)
            expect(rest[at]!).toBeCloseTo(Number(exact.residuals[i]) / Number(exact.residualDenominator), 4)
          }
        },
      ),
    ))

  test('counts the parts into which a design falls, less the cells left out', () =>
    fc.assert(
      fc.property(anyCells, fc.array(fc.boolean(), { minLength: 20, maxLength: 20 }), (cells, leaves) => {
        const { design, order } = designed(cells)
        const kept = order.filter((_, c) => !leaves[c]).map((index) => cells[index]!)
        const lost = (key: 'villageId' | 'inspectorId') =>
          new Set(cells.map((cell) => cell[key])).size - new Set(kept.map((cell) => cell[key])).size
        const weights = INSPECTORS.map((id) => (cells.some((cell) => cell.inspectorId === id) ? 1 : 0))
        const left = Uint8Array.from(order, (_, c) => (leaves[c] ? 1 : 0))
        expect(additiveFit(design).prepare(weights, left)).toBe(
          graphOf(kept).villageParts().length + lost('villageId') + lost('inspectorId'),
        )
      }),
    ))
})

describe('chance from a digest', () => {
  test('is xoroshiro128+ as its authors wrote it, from the digest’s first four words', () => {
    const word = (at: number) => BigInt(`0x${SEED.slice(7 + 8 * at, 15 + 8 * at)}`)
    const mask = (1n << 64n) - 1n
    const turned = (x: bigint, by: bigint) => ((x << by) | (x >> (64n - by))) & mask
    let s0 = (word(0) << 32n) | word(1)
    let s1 = (word(2) << 32n) | word(3)
    const random = generatorFromDigest(SEED)
    for (let i = 0; i < 1000; i++) {
      const low = (s0 + s1) & mask & 0xffff_ffffn
      expect(random.below(1000)).toBe(Number((low * 1000n) >> 32n))
      s1 ^= s0
      s0 = turned(s0, 24n) ^ s1 ^ ((s1 << 16n) & mask)
      s1 = turned(s1, 37n)
    }
  })
  test('is even: 7 numbers, 70 000 draws', () => {
    const counts = new Float64Array(7)
    const random = generatorFromDigest(OTHER_SEED)
    for (let i = 0; i < 70_000; i++) counts[random.below(7)]! += 1
    // Chi-squared with 6 degrees of freedom: above 22.5 once in a thousand digests.
    expect(counts.reduce((sum, n) => sum + (n - 10_000) ** 2 / 10_000, 0)).toBeLessThan(22.5)
  })
  test.each(['', 'sha256:12', `sha256:${'0'.repeat(64)}`])('"%s" gives none', (digest) =>
    expect(() => generatorFromDigest(digest)).toThrow(),
  )
})

test('the median, found without sorting, is that of the sorted values', () =>
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 1, maxLength: 30 }), (values) => {
      const sorted = [...values].sort((a, b) => a - b)
      const n = sorted.length
      const expected = (sorted[Math.floor((n - 1) / 2)]! + sorted[Math.floor(n / 2)]!) / 2
      expect(median(Float64Array.from(values))).toBe(expected)
    }),
  ))

describe('ranks of many draws', () => {
  const twenty = Uint32Array.from([1, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 3, 3, 4])
  test.each([
    { level: 0.9, own: 2, interval: [2, 3], why: 'one draw of twenty goes at each end' },
    { level: 1, own: 2, interval: [1, 4], why: 'none goes' },
    { level: 0.5, own: 2, interval: [2, 2], why: 'five go' },
    { level: 0, own: 2, interval: [2, 2], why: 'the middle is left' },
    { level: 0.5, own: 4, interval: [2, 4], why: 'the own rank is always in' },
  ])('level $level: $interval, $why', ({ level, own, interval }) =>
    expect(rankInterval(twenty, level, own)).toEqual(interval),
  )
  test('swapped counts whole, level counts half', () =>
    expect(swapShare(Uint32Array.of(1, 2, 1, 1), Uint32Array.of(2, 1, 1, 2))).toBe(0.375))
  test('who share a first place share the draw', () =>
    expect(
      chancesOfFirst([Uint32Array.of(1, 1, 1, 2), Uint32Array.of(2, 1, 3, 1), Uint32Array.of(3, 3, 1, 3)]),
    ).toEqual([0.5, 0.375, 0.125]))
})
