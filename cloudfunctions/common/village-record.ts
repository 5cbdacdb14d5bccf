/** What stands on record of a village beside its figures, as pages tell it: newest first, without a name, a photo or a time. */
import type { ShownFinding, ShownHighlight } from '../../src/contract/scoring'
import type { FindingDoc, HighlightDoc } from './documents'
import type { RoundHeadDoc } from './repositories/rounds'

/** Of these rounds everybody is told: what a round under way finds is told with its result, and a rehearsal's never. */
export function toldRounds(heads: readonly RoundHeadDoc[]): RoundHeadDoc[] {
  return heads.filter(({ state, rehearsal }) => !rehearsal && (state === 'announced' || state === 'archived'))
}

export function shownFindings(
  findings: readonly FindingDoc[],
  isTold: (finding: FindingDoc) => boolean,
): ShownFinding[] {
  return newestFirst(findings.filter(isTold)).map(({ category, text, state, roundNumber, dueOn }) => ({
    category,
    text,
    state,
    roundNumber,
    dueOn,
  }))
}

export function shownHighlights(highlights: readonly HighlightDoc[]): ShownHighlight[] {
  return newestFirst(highlights).map(({ text }) => ({ text }))
}

function newestFirst<T extends { at: number; roundNumber?: number }>(records: readonly T[]): T[] {
  return [...records].sort((a, b) => (b.roundNumber ?? 0) - (a.roundNumber ?? 0) || b.at - a.at)
}
