/** What goes on after the seal, as it stands today, and who answered for the village. At most two requests. */
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
  const [findings, highlights] = await Promise.all([
    round.rehearsal ? null : repos.findings.ofVillage(villageId),
    repos.highlights.ofVillage(round._id, villageId),
  ])
  const told = new Set(
    [...toldRounds(heads).filter(({ number }) => number < round.number), round].map(({ _id }) => _id),
  )
  return {
    // No more than the public page tells anybody, but for who may read this round before it is announced.
    findings: findings && shownFindings(findings, ({ roundId }) => told.has(roundId)),
    highlights: shownHighlights(highlights),
    responsibilities: (round.responsibilities ?? [])
      .filter((one) => one.villageId === villageId)
      .map(({ duty, title, name, unit }) => ({ duty, title, name, unit })),
  }
}
