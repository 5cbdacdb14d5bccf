import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { type PublicFigures, publicFigures } from '../../src/domain/public-figures'
import { roundResult } from '../../src/domain/result'
import type { AuditEdition, Response } from '../../src/domain/round-file'
import { roundDetails } from '../../src/domain/village-details'
import { tinyRound } from './tiny-round'

/** 100, 60, 0 and 不了解; Q2 is the overall item, a mean of Q1 alone is enough. */
const LEVELS = [5, 4, 1, 0] as const
type Level = (typeof LEVELS)[number]
/** What each valid response said to the two questions. */
type Said = readonly [Level, Level][]

/** The page of V1, through everything that is computed at sealing. */
function pageOf(said: Said): PublicFigures | null {
  const round = tinyRound()
  const responses = said.map(
    ([Q1, Q2]): Response => ({
      villageId: 'V1',
      channel: 'poster',
      answers: { Q1, Q2 },
      tooFast: false,
      restored: false,
    }),
  )
  const file: AuditEdition = { ...round, responses }
  const { ranking } = roundResult(file)
  const village = roundDetails(file, ranking).villages.find(({ villageId }) => villageId === 'V1')!
  const { valid } = ranking.find(({ villageId }) => villageId === 'V1')!.survey
  return publicFigures(round.scheme.survey, valid, village.rate, village.questions)
}

/** Everybody answers both questions; so many chose each level, in turn. */
function answeredBy(first: readonly number[], second: readonly number[]): Said {
  const spread = (counts: readonly number[]) => counts.flatMap((count, n) => Array<Level>(count).fill(LEVELS[n]!))
  const seconds = spread(second)
  return spread(first).map((level, n) => [level, seconds[n]!])
}

/** Every way to put so many people on three levels in groups of none or five at least: found by trying all. */
function safeGroups(people: number): number[][] {
  const sizes = Array.from({ length: people + 1 }, (_, n) => n).filter((n) => n === 0 || n >= 5)
  return sizes.flatMap((a) =>
    sizes.flatMap((b) => {
      const c = people - a - b
      return sizes.includes(c) ? [[a, b, c]] : []
    }),
  )
}

/** As well: five at least, but not all, leave the question out (不了解), and everybody answers the other one. */
function alsoLeftOut(people: number): number[][] {
  const leave = Array.from({ length: people }, (_, n) => n).filter((n) => n >= 5)
  return leave.flatMap((out) => safeGroups(people - out).map((way) => [...way, out]))
}

const anyVillage = fc.array(fc.tuple(fc.constantFrom(...LEVELS), fc.constantFrom(...LEVELS)), {
  maxLength: 24,
  // Left to itself it draws ten at most: nobody then has five on both sides.
  size: 'max',
})

describe('a village’s public page: every figure could be that of a village with nobody in a group of 1–4', () => {
  test('whatever the answers: such a village exists, and its page shows the same', () => {
    let shown = 0
    let shares = 0
    fc.assert(
      fc.property(anyVillage, (said) => {
        const page = pageOf(said)
        if (page === null) return
        const [first, overall] = page.items
        const everybody = [page.valid]
        const fitsOne = (twins: Said[], fits: (twin: PublicFigures) => boolean) =>
          twins.some((one) => {
            const twin = pageOf(one)
            return twin !== null && twin.valid === page.valid && fits(twin)
          })
        const pages = (question: 'first' | 'overall', fits: (twin: PublicFigures) => boolean) =>
          fitsOne(
            safeGroups(page.valid).map((way) => answeredBy(way, way)),
            fits,
          ) ||
          fitsOne(
            alsoLeftOut(page.valid).map((way) =>
              question === 'first' ? answeredBy(way, everybody) : answeredBy(everybody, way),
            ),
            fits,
          )
        const shows = (twin: PublicFigures, n: 0 | 1) =>
          (page.items[n]!.mean === null || twin.items[n]!.mean === page.items[n]!.mean) &&
          (page.items[n]!.unansweredOf100 === null || twin.items[n]!.unansweredOf100 === page.items[n]!.unansweredOf100)
        if (first!.mean !== null || first!.unansweredOf100 !== null)
          expect(pages('first', (twin) => shows(twin, 0))).toBe(true)
        // The overall item's mean, share of 不了解 and rate together.
        if (overall!.mean !== null || overall!.unansweredOf100 !== null || page.satisfiedOf100 !== null)
          expect(
            pages(
              'overall',
              (twin) =>
                shows(twin, 1) &&
                (page.satisfiedOf100 === null ||
                  (twin.satisfiedOf100 === page.satisfiedOf100 && twin.satisfiedBound === page.satisfiedBound)),
            ),
          ).toBe(true)
        shown += [first!.mean, overall!.mean, page.satisfiedOf100].filter((figure) => figure !== null).length
        shares += page.items.filter(({ unansweredOf100 }) => unansweredOf100 !== null).length
      }),
      { numRuns: 80 },
    )
    // Not for want of figures.
    expect(shown).toBeGreaterThan(20)
    expect(shares).toBeGreaterThan(5)
  })

  test('below five valid responses nothing, and where fewer than five answered a question no mean', () => {
    fc.assert(
      fc.property(anyVillage, (said) => {
        const page = pageOf(said)
        const valid = said.filter(([a, b]) => a !== 0 || b !== 0).length
        if (valid < 5) expect(page).toBeNull()
        const answered = said.filter(([a]) => a !== 0).length
        if (page && answered < 5) expect(page.items[0]!.mean).toBeNull()
      }),
    )
  })

  test('five who answered and five who left it out: the village itself is such a village', () => {
    const page = pageOf(answeredBy([10], [5, 0, 0, 5]))
    expect(page).toMatchObject({
      valid: 10,
      items: [
        { mean: 100, unansweredOf100: null },
        { mean: 100, unansweredOf100: 50 },
      ],
    })
  })

  test.each([
    ['twelve of one mind', [12, 0, 0], 100, 66, 'least'],
    ['six and six', [6, 6, 0], 80, 66, 'least'],
    ['one of thirteen not content: as if none were', [6, 6, 1], null, 69, 'least'],
    ['five of thirteen not content', [8, 0, 5], 62, 62, null],
  ] as const)('%s', (_what, counts, mean, of100, bound) => {
    expect(pageOf(answeredBy(counts, counts))).toMatchObject({
      satisfiedOf100: of100,
      satisfiedBound: bound,
      items: [{ id: 'Q1', mean }, { id: 'Q2' }],
    })
  })

  test('one who left the question out is not seen: the page is that of all having answered', () => {
    const all = answeredBy([20, 20, 20], [20, 20, 20])
    const without = all.map(([a, b], n): [Level, Level] => (n === 25 ? [0, b] : [a, b]))
    expect(pageOf(without)).toEqual(pageOf(all))
  })

  test('the sample’s villages show nearly all of their figures', () => {
    const file: AuditEdition = JSON.parse(readFileSync('tools/seed/sample/round-2.json', 'utf8'))
    const { ranking } = roundResult(file)
    const { villages } = roundDetails(file, ranking)
    const figures = villages.flatMap(({ villageId, rate, questions }) => {
      const { valid } = ranking.find((row) => row.villageId === villageId)!.survey
      const page = publicFigures(file.scheme.survey, valid, rate, questions)!
      return [page.satisfiedOf100, ...page.items.map(({ mean }) => mean)]
    })
    expect(figures).toHaveLength(88)
    expect(figures.filter((figure) => figure === null).length).toBeLessThan(5)
  })
})
