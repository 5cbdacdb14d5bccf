/**
 * What an earlier round found, is overdue and not verified as fixed is a fault of its own (上轮问题逾期未整改): it proposes
 * itself, and any one inspector who may judge the village confirms it (docs/domain.md, Deductions).
 */
import type { RoundContext } from '../common/serve'
import { overdueItem, overdueProposals } from './overdue-proposals'

/** Writes on their way at once: the platform takes 20 connections. */
const AT_ONCE = 10

/** By ids that say what they are: done again it adds what is missing. Two requests, and one a finding. */
export async function proposeOverdue({ round, now, repos }: RoundContext): Promise<void> {
  if (overdueItem(round) === null) return
  const open = await repos.findings.openOf(round.villages.map(({ id }) => id))
  const proposals = overdueProposals(round, open, now)
  for (let from = 0; from < proposals.length; from += AT_ONCE) {
    await Promise.all(proposals.slice(from, from + AT_ONCE).map((proposal) => repos.deductions.addOnce(proposal)))
  }
}
