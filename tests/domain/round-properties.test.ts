/** What must hold whatever the figures are. A counterexample becomes an example here, never a skip. */
import fc from 'fast-check'
import { instantSum } from '../../src/domain/card-sum'
import { roundDigest } from '../../src/domain/digest'
import { cent, div, exactUnits } from '../../src/domain/exact'
import { exportOrder } from '../../src/domain/export-order'
import type { Cell } from '../../src/domain/least-squares'
import { paperScore } from '../../src/domain/paper-score'
import { publicEdition } from '../../src/domain/public-edition'
import { readRoundText, roundRefusal } from '../../src/domain/read-round-file'
import { roundResult } from '../../src/domain/result'
import type { AuditEdition } from '../../src/domain/round-file'
import { roundRanking } from '../../src/domain/round-ranking'
import { adjustSeverity } from '../../src/domain/severity'
import { parseStrictJson } from '../../src/domain/strict-json'
import { toUnits, U } from '../../src/domain/units'
import { decodeUtf8, eachChunkOfBytes } from '../../src/domain/utf8'
import { tinyRound } from './tiny-round'

describe('numbers', () => {
  test('div is within a half of the quotient, and odd', () =>
    fc.assert(
      fc.property(fc.bigInt(-(10n ** 30n), 10n ** 30n), fc.bigInt(1n, 10n ** 20n), (a, b) => {
        const rest = 2n * (a - div(a, b) * b)
        expect(rest <= b && rest >= -b).toBe(true)
        expect(div(-a, b)).toBe(-div(a, b))
        expect(div(a, -b)).toBe(-div(a, b))
      }),
    ))
  test('units read off the double agree with units read off its decimal', () =>
    fc.assert(
      fc.property(fc.integer({ min: -9_999_999_999, max: 9_999_999_999 }), (units) => {
        const marks = Number(`${units}e-4`)
        expect(toUnits(marks)).toBe(units)
        expect(exactUnits(marks)).toBe(BigInt(units))
      }),
    ))
  test('any double: units only where the decimal has four places at most', () =>
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e6, max: 1e6 }), (marks) => {
        const decimals = String(marks).includes('e-') ? 99 : (String(marks).split('.')[1] ?? '').length
        expect(toUnits(marks) !== null).toBe(decimals <= 4)
      }),
    ))
})

describe('text', () => {
  test('what is written as UTF-8 reads back, and agrees with the platform', () =>
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const chunks: number[] = []
        eachChunkOfBytes(text, (bytes) => chunks.push(...bytes))
        expect(Buffer.from(chunks).toString()).toBe(text)
        expect(decodeUtf8(new Uint8Array(chunks))).toBe(text)
      }),
    ))
  test('bytes: a text where the platform’s strict decoder has one, else none', () =>
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 8 }), (bytes) => {
        expect(decodeUtf8(bytes)).toBe(platformText(bytes))
      }),
      { numRuns: 1000 },
    ))
  test('strict JSON reads what JSON.parse reads', () =>
    fc.assert(
      fc.property(fc.json(), (text) => {
        expect(parseStrictJson(text)).toEqual({ value: JSON.parse(text) })
      }),
    ))

  function platformText(bytes: Uint8Array): string | null {
    try {
      return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
    } catch {
      return null
    }
  }
})

/** Every inspector scores every village, on 40 marks. */
const fullDesign = fc
  .tuple(fc.integer({ min: 1, max: 5 }), fc.integer({ min: 2, max: 5 }))
  .chain(([villages, inspectors]) =>
    fc
      .array(fc.integer({ min: 0, max: 400_000 }), {
        minLength: villages * inspectors,
        maxLength: villages * inspectors,
      })
      .map((scores) =>
        scores.map(
          (score, i): Cell => ({
            villageId: `V${Math.floor(i / inspectors)}`,
            inspectorId: `I${i % inspectors}`,
            score: BigInt(score),
          }),
        ),
      ),
  )

describe('severity', () => {
  const rule = { severityAdjustment: 'always', outlierCut: 3.5, weight: 40 } as const
  const villagesOf = (cells: Cell[]) => [...new Set(cells.map((cell) => cell.villageId))]

  test('a full design keeps every village’s mean, as long as nothing is clamped or left out', () =>
    fc.assert(
      fc.property(fullDesign, (cells) => {
        const wide = { ...rule, outlierCut: null, weight: 1_000_000 }
        const lifted = cells.map((cell) => ({ ...cell, score: cell.score + 1_000_000n }))
        const { scores } = adjustSeverity(lifted, villagesOf(cells), wide)
        for (const id of villagesOf(cells)) {
          const mean = (given: bigint[]) =>
            Number(
              paperScore(
                given.filter((_, i) => cells[i]!.villageId === id),
                99,
              ),
            )
          expect(Math.abs(mean(scores) - mean(lifted.map((cell) => cell.score)))).toBeLessThanOrEqual(1)
        }
      }),
    ))
  test('the order of the cells changes nothing', () =>
    fc.assert(
      fc.property(
        fullDesign.chain((cells) =>
          fc.tuple(fc.constant(cells), fc.shuffledSubarray(cells, { minLength: cells.length })),
        ),
        ([cells, shuffled]) => {
          const inOrder = adjustSeverity(cells, villagesOf(cells), rule)
          const asCame = adjustSeverity(shuffled, villagesOf(cells), rule)
          expect(asCame.outcome).toBe(inOrder.outcome)
          for (const [i, cell] of shuffled.entries()) {
            expect(asCame.scores[i]).toBe(inOrder.scores[cells.indexOf(cell)])
          }
        },
      ),
    ))
  test('a harsher inspector: taking 2 marks off all of one’s scores changes no adjusted difference', () =>
    fc.assert(
      fc.property(fullDesign, (cells) => {
        const wide = { ...rule, outlierCut: null, weight: 1_000_000 }
        const harsh = cells.map((cell) => ({
          ...cell,
          score: cell.score + (cell.inspectorId === 'I0' ? 980_000n : 1_000_000n),
        }))
        const plain = cells.map((cell) => ({ ...cell, score: cell.score + 1_000_000n }))
        const [a, b] = [plain, harsh].map((given) => adjustSeverity(given, villagesOf(cells), wide).scores)
        const shifts = a!.map((score, i) => Number(score - b![i]!))
        expect(Math.max(...shifts) - Math.min(...shifts)).toBeLessThanOrEqual(2)
      }),
    ))
})

/** The tiny round with other marks, answers and states. */
const anyRound = fc
  .record({
    marks: fc.array(fc.integer({ min: 0, max: 10 }), { minLength: 13, maxLength: 13 }),
    levels: fc.array(fc.constantFrom(5, 4, 1, 0), { minLength: 40, maxLength: 40 }),
    channels: fc.array(fc.constantFrom('poster', 'card', 'picture', 'onsite'), { minLength: 20, maxLength: 20 }),
    restored: fc.array(fc.boolean(), { minLength: 20, maxLength: 20 }),
    skipped: fc.boolean(),
    mode: fc.constantFrom('auto', 'always', 'never'),
    minResponses: fc.constantFrom(5, 8, 10),
    minInspectors: fc.constantFrom(2, 3),
  })
  .map((given): AuditEdition => {
    const round = tinyRound()
    let mark = 0
    for (const { marks } of round.scorecards)
      for (const id of Object.keys(marks)) marks[id] = Math.min(given.marks[mark++]! / 2, 5)
    for (const [i, response] of round.responses.entries()) {
      response.answers = { Q1: given.levels[2 * i]!, Q2: given.levels[2 * i + 1]! }
      response.channel = given.channels[i] as 'poster'
      response.restored = given.restored[i]!
    }
    if (given.skipped) round.stops[1]!.state = 'skipped'
    Object.assign(round.scheme, { severityAdjustment: given.mode, minInspectors: given.minInspectors })
    round.scheme.survey.minResponses = given.minResponses
    return round
  })

describe('a round', () => {
  test('the order of its lists changes neither ranking nor what is shown', () =>
    fc.assert(
      fc.property(anyRound, (round) => {
        const reversed: AuditEdition = {
          ...round,
          villages: [...round.villages].reverse(),
          stops: [...round.stops].reverse(),
          panel: [...round.panel].reverse(),
          goals: [...round.goals].reverse(),
          measurements: [...round.measurements].reverse(),
          scorecards: [...round.scorecards].reverse(),
          responses: [...round.responses].reverse(),
          scheme: { ...round.scheme, indicators: [...round.scheme.indicators].reverse() },
        }
        const { digest: _, ...result } = roundResult(round)
        const { digest: __, ...other } = roundResult(reversed)
        expect(other).toEqual(result)
        expect(exportOrder(reversed)).toEqual(exportOrder(round))
      }),
    ))

  test('other names for inspectors change nothing, nor do other names for villages in the same order', () =>
    fc.assert(
      fc.property(anyRound, (round) => {
        const renamed = JSON.stringify(round).replace(/Li|Wang|Zhao/g, (name) => `${name.length}-${name}`)
        expect(roundRanking(JSON.parse(renamed)).ranking).toEqual(roundRanking(round).ranking)
        const moved = JSON.stringify(round).replace(/"V([12])/g, '"W$1')
        const ranking = JSON.stringify(roundRanking(round).ranking).replace(/"V([12])/g, '"W$1')
        expect(JSON.stringify(roundRanking(JSON.parse(moved)).ranking)).toBe(ranking)
      }),
    ))

  test('its public edition is accepted, gives the same ranking and shows the same', () =>
    fc.assert(
      fc.property(anyRound, (round) => {
        const { digest, ...result } = roundResult(round)
        const open = publicEdition(round, digest)
        expect(roundRefusal(open)).toBeUndefined()
        const { digest: _, ...other } = roundResult(open)
        expect(other).toEqual(result)
      }),
    ))

  test('its digest follows the file and the ranking', () => {
    const round = tinyRound()
    const { ranking } = roundRanking(round)
    const digest = roundDigest(round, ranking)
    expect(roundDigest({ ...round, villages: [...round.villages].reverse() }, ranking)).not.toBe(digest)
    expect(roundDigest(round, [...ranking].reverse())).not.toBe(digest)
    expect(roundDigest(JSON.parse(JSON.stringify(round)), ranking)).toBe(digest)
  })

  test('whatever one value is changed to: refused in one line, or computed to finite figures', () => {
    const places = placesIn(tinyRound())
    fc.assert(
      fc.property(fc.constantFrom(...places), strangeValue, (place, value) => {
        const round = tinyRound()
        place.reduce<Record<string, unknown>>((at, name, i) => {
          if (i === place.length - 1) at[name] = value
          return at[name] as Record<string, unknown>
        }, round as never)
        const read = readRoundText(JSON.stringify(round))
        if ('refusal' in read) expect(read.refusal.what).not.toBe('')
        else
          expect(JSON.stringify(roundResult(read.round).ranking.filter(({ deferred }) => !deferred))).not.toContain(
            'null',
          )
      }),
      { numRuns: 1000 },
    )
  })

  const strangeValue = fc.oneof(
    fc.constantFrom<unknown>(
      null,
      -1,
      0,
      1e-7,
      1e15,
      1e21,
      1e300,
      -0,
      0.0001,
      '',
      '__proto__',
      'V1',
      'V2',
      'C1',
      'Li',
      [],
      {},
      true,
    ),
    fc.integer(),
    fc.double({ noNaN: true, noDefaultInfinity: true }),
    fc.string(),
  )

  function placesIn(value: unknown, path: string[] = []): string[][] {
    if (typeof value !== 'object' || value === null) return [path]
    return Object.entries(value).flatMap(([name, inner]) => [[...path, name], ...placesIn(inner, [...path, name])])
  }
})

describe('instant sum on the phone', () => {
  test('a complete card’s paper scores are those of the ranking', () =>
    fc.assert(
      fc.property(anyRound, (round) => {
        const card = round.scorecards[0]!
        const alone = {
          ...round,
          scorecards: [card],
          scheme: { ...round.scheme, minInspectors: 0, severityAdjustment: 'never' as const },
        }
        const sums = instantSum(round, card.villageId, card.marks)
        const { plain } = roundRanking({ ...alone, accepted: ['V1', 'V2'] }).ranking.find(
          (row) => row.villageId === card.villageId,
        )!
        expect(sums.missing).toEqual([])
        expect({ common: sums.common.score, demonstration: sums.demonstration.score }).toEqual(plain)
      }),
    ))
  test('an empty card: what is missing, in its order, and the measured marks alone', () => {
    const sums = instantSum(tinyRound(), 'V1', {})
    expect(sums.missing).toEqual(['C1', 'C2', 'V1-G'])
    expect(sums.common).toEqual({ marks: 5 * U, full: 20 * U, score: 10 * U })
    expect(sums.demonstration).toEqual({ marks: 0, full: 10 * U, score: 0 })
  })
  test('a goal’s mark counts times its difficulty', () =>
    expect(instantSum(tinyRound(), 'V1', { 'V1-G': 9.5 }).demonstration.marks).toBe(7.6 * U))
})

test('cents of units agree with what toFixed would show away from ties', () =>
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 1_000_000 }), (units) => {
      fc.pre(units % 100 !== 50)
      expect(Number(cent(BigInt(units))) / 100).toBe(Number((units / 10_000).toFixed(2)))
    }),
  ))
