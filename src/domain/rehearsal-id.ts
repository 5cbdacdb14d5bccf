/** A round's rehearsal is called after it; no round's own id ends like that, or is too long to be called after. */
const ENDING = '-x'
const LONGEST = 32

export function rehearsalId(roundId: string): string {
  return `${roundId}${ENDING}`
}

export function isRehearsalId(roundId: string): boolean {
  return roundId.endsWith(ENDING) || rehearsalId(roundId).length > LONGEST
}

/** Whether this is the id of a rehearsal, of any round there is. */
export function namesRehearsal(roundId: string): boolean {
  return roundId.endsWith(ENDING)
}
