import { keep, readKept } from '../../client/kept-values'

/** What the host wants to say before the ranking, a slide each; on this phone only. */
export const MOST_MESSAGES = 12
/** Characters that fit a slide and can be read from the back of a hall. */
export const MOST_LETTERS = 80

export function messagesOf(roundId: string): string[] {
  const kept = readKept(keyOf(roundId))
  return Array.isArray(kept) ? kept.filter((each) => typeof each === 'string') : []
}

export function keepMessages(roundId: string, messages: readonly string[]): void {
  keep(keyOf(roundId), messages)
}

function keyOf(roundId: string): string {
  return `reveal/${roundId}`
}
