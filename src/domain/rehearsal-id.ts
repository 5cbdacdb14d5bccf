/**
 * A rehearsal is called after its round, with a number that no other had: what a phone still keeps of a former one, which
 * is deleted by now, is never taken for this one's. No round's own id ends like that, or is too long to be called after.
 */
const ENDING = /-x\d+$/
/** As the contract takes ids; a number has six digits at most. */
const LONGEST = 32
const LONGEST_REHEARSED = LONGEST - '-x'.length - 6

export function rehearsalId(roundId: string, number: number): string {
  return `${roundId}-x${number}`
}

/** Whether this is the id of a rehearsal, of any round there is. */
export function namesRehearsal(roundId: string): boolean {
  return ENDING.test(roundId)
}

export function isRehearsalOf(rehearsal: string, roundId: string): boolean {
  return namesRehearsal(rehearsal) && rehearsal.replace(ENDING, '') === roundId
}

/** Whether a round may be called so: it is none of a rehearsal, and one can be called after it. */
export function mayNameRound(roundId: string): boolean {
  return !namesRehearsal(roundId) && roundId.length <= LONGEST_REHEARSED
}
