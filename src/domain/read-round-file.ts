/**
 * From bytes to a round that may be computed, or the one reason why not: docs/round-file.md, Refused. Every rule behind it
 * holds for a file that was read here, so the arithmetic need not check anything again.
 */
import { type DecodeUtf8, largeJson } from './large-json'
import type { Refusal } from './refusal'
import { factRefusals } from './refusals/facts'
import { knownIn } from './refusals/known'
import { schemeRefusals } from './refusals/scheme'
import { deductionRefusals, scorecardRefusals } from './refusals/scorecards'
import { acceptedRefusals, surveyRefusals } from './refusals/survey'
import type { RoundFile } from './round-file'
import { shapeFault } from './round-file-shape'
import { parseStrictJson } from './strict-json'
import { decodeUtf8 } from './utf8'

export type ReadRound = { round: RoundFile } | { refusal: Refusal }

/** From here on a file is not made one text of, which would take several times its size. */
const LARGE = 4_000_000

/** `decode`: a platform's own way, where it has one; null for what is not valid UTF-8, a byte-order mark kept. */
export function readRoundFile(bytes: Uint8Array, decode: DecodeUtf8 = decodeUtf8): ReadRound {
  const value = bytes.length > LARGE ? largeJson(bytes, decode) : undefined
  if (value) return readRoundValue(value)
  const text = decode(bytes)
  if (text === null) return { refusal: { path: [], what: 'not valid UTF-8' } }
  return readRoundText(text)
}

export function readRoundText(text: string): ReadRound {
  const parsed = parseStrictJson(text)
  return 'refusal' in parsed ? parsed : readRoundValue(parsed.value)
}

function readRoundValue(value: unknown): ReadRound {
  const refusal = roundRefusal(value)
  return refusal ? { refusal } : { round: value as RoundFile }
}

/** The first reason why a value is no round file; undefined: it is one. */
export function roundRefusal(value: unknown): Refusal | undefined {
  return shapeFault(value) ?? firstOf(crossRefusals(value as RoundFile))
}

/** What only several fields together show. Each step may rely on those before it. */
function* crossRefusals(round: RoundFile): Generator<Refusal> {
  const known = knownIn(round)
  yield* schemeRefusals(round.scheme)
  yield* factRefusals(round, known)
  yield* scorecardRefusals(round, known)
  yield* deductionRefusals(round, known)
  yield* surveyRefusals(round, known)
  yield* acceptedRefusals(round, known)
}

function firstOf(refusals: Generator<Refusal>): Refusal | undefined {
  for (const refusal of refusals) return refusal
  return undefined
}
