import { exact, type Fraction } from './fraction'

/** Where docs/round-file.md divides and rounds. */
export const places = [
  'common mark',
  'demonstration mark',
  'severity',
  'mean',
  'trimmed mean',
  'response index',
  'mean of the answers',
  'mean that fills up',
  'filled up',
  'satisfaction paper',
  'deductions',
  'cent',
  'shown',
] as const
export type Place = (typeof places)[number]

/** Rounds an exact number to a whole one, and may look at where that happens. */
export type Rounding = (value: Fraction, place: Place) => bigint

/** `div` of docs/round-file.md. */
export const halfAwayFromZero: Rounding = ({ top, bottom }) => {
  const size = top < 0n ? -top : top
  const rounded = (2n * size + bottom) / (2n * bottom)
  return top < 0n ? -rounded : rounded
}

export function endsInHalf({ bottom }: Fraction): boolean {
  return bottom === 2n
}

/** Units to a mark. */
export const U = exact(10_000)
export const hundred = exact(100)
