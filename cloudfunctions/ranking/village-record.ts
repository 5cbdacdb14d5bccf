/** What goes on after the seal, and who answers for the village: as it stands today. At most three requests. */
import type { CallOut } from '../../src/contract'
import type { RoundHeadDoc } from '../common/repositories/rounds'
import type { RoundContext } from '../common/serve'
import { shownFindings, shownHighlights, toldRounds } from '../common/village-record'

type OnRecord = Pick<CallOut<'ranking', 'village'>, 'findings' | 'highlights' | 'responsibilities'>

export async function villageRecord(
  villageId: string,
  heads: readonly RoundHeadDoc[],
  { round, repos }: RoundContext,
): Promise<OnRecord> {
  const [findings, highlights, village] = await Promise.all([
    round.rehearsal ? null : repos.findings.ofVillage(villageId),
    repos.highlights.ofVillage(round._id, villageId),
    repos.villages.byId(villageId),
  ])
  return {
    // No more than the public page tells anybody, but for who may read this round before it is announced.
    findings:
      findings && shownFindings(findings, [...toldRounds(heads).filter(({ number }) => number < round.number), round]),
    highlights: shownHighlights(highlights),
    // Without the account: who of them is a member is the programme's own business.
    responsibilities: (village?.responsibilities ?? []).map(({ duty, title, name, unit }) => ({
      duty,
      title,
      name,
      unit,
    })),
  }
}
