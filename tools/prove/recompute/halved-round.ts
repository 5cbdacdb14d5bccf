/** Rounds by a seed, built so that a rounding ends exactly in a half. */
import type { AuditEdition } from '../../../src/domain/round-file'
import type { RoundResult } from '../../../src/domain/round-result'
import { anyRound } from '../../../tests/domain/any-round'
import { naiveResult } from '../../../tests/naive/result'
import { endsInHalf, halfAwayFromZero, type Place } from '../../../tests/naive/rounding'
import { randomOf } from '../cells/random'
import { drawTowards, halvedPlaces } from './leanings'
import { variedRound } from './varied-round'

/** Which kind a round is, its seed says; the last are the rounds of the rules' own tests. */
const kinds = [...halvedPlaces, 'outliers', 'nothing', 'any round'] as const
export const KINDS = kinds.length

/** Tried so often; then the round is taken as it is. */
const ATTEMPTS = 12

export interface HalvedRound {
  seed: number
  file: AuditEdition
  /** By the naive computation. */
  naive: RoundResult
  halves: Halves
}

/** How many roundings of the round end in a half, by where they happen; below 0 beside the others. */
export type Halves = ReadonlyMap<Place | 'severity below 0', number>

export function halvedRound(seed: number): HalvedRound {
  const kind = kinds[seed % KINDS]!
  if (kind === 'any round') return reckoned(seed, anyRound(seed))
  const draw = drawTowards(kind)
  for (let attempt = 1; ; attempt++) {
    const round = reckoned(seed, variedRound(draw, randomOf(seed * ATTEMPTS + attempt)))
    if (kind === 'outliers' || kind === 'nothing' || round.halves.has(kind) || attempt === ATTEMPTS) return round
  }
}

function reckoned(seed: number, file: AuditEdition): HalvedRound {
  const halves = new Map<Place | 'severity below 0', number>()
  const naive = naiveResult(file, (value, place) => {
    if (endsInHalf(value)) {
      const where = place === 'severity' && value.top < 0n ? 'severity below 0' : place
      halves.set(where, (halves.get(where) ?? 0) + 1)
    }
    return halfAwayFromZero(value, place)
  })
  return { seed, file, naive, halves }
}
