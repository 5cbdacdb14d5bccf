/** What earlier rounds, visits and surveys found in a village that nobody has verified as fixed: to be looked at today. */
import type { OpenFinding } from '../../src/contract/round'
import { overdueDays } from '../../src/domain/overdue-days'
import type { FindingDoc, RoundDoc } from '../common/documents'

/** The one overdue longest first. This round's own are not yet anybody's task. */
export function openFindings(
  findings: readonly FindingDoc[],
  villageId: string,
  { _id, number, day }: Pick<RoundDoc, '_id' | 'number' | 'day'>,
): OpenFinding[] {
  return findings
    .filter((finding) => finding.villageId === villageId && finding.roundId !== _id)
    .filter(({ source, roundNumber }) => source !== 'round' || roundNumber < number)
    .map((finding) => ({
      id: finding._id,
      roundNumber: finding.source === 'round' ? finding.roundNumber : null,
      category: finding.category,
      text: finding.text,
      dueOn: finding.dueOn,
      overdueDays: overdueDays(finding.dueOn, day),
      photos: finding.photos.length,
    }))
    .sort((a, b) => b.overdueDays - a.overdueDays || (a.id < b.id ? -1 : 1))
}
