/** A scorecard as its own inspector sees it. */
import type { MarkVersion, Scorecard } from '../../src/contract/scoring'
import type { StoredMark } from '../../src/domain/mark-changes'
import type { ArrivalDoc, ScorecardDoc } from './documents'

export function scorecardOf(card: ScorecardDoc): Scorecard {
  const { roundId, villageId, submitted } = card
  return {
    roundId,
    villageId,
    state: isSubmittedAsItStands(card) ? 'submitted' : 'draft',
    marks: markVersions(card.marks),
    submitted: submitted && { at: submitted.at, hash: submitted.hash, marks: submitted.marks },
  }
}

export function markVersions(marks: Record<string, StoredMark>): Record<string, MarkVersion> {
  return Object.fromEntries(
    Object.entries(marks).map(([id, { mark, note, photos, revision, at, device }]) => [
      id,
      { mark, note, photos, revision, at, device },
    ]),
  )
}

export function arrivalTimes(arrivals: readonly ArrivalDoc[]): Record<string, number> {
  return Object.fromEntries(arrivals.map(({ villageId, confirmedAt }) => [villageId, confirmedAt]))
}

/** A mark changed after submitting is a draft again, while the submitted version goes on counting. */
function isSubmittedAsItStands({ marks, submitted }: ScorecardDoc): boolean {
  if (!submitted) return false
  const ids = Object.keys({ ...marks, ...submitted.marks })
  return ids.every((id) => (marks[id]?.mark ?? null) === (submitted.marks[id] ?? null))
}
