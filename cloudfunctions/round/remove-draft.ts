/**
 * 删除草稿: with its goals, facts and photos. The round goes first, so that nobody hands in for it any more; killed in
 * between, the same call again, or a new draft of that id, removes the rest.
 */
import type { CallIn, CallOut } from '../../src/contract'
import { failure } from '../../src/contract/errors'
import type { AuditLine, MemberContext } from '../common/serve'
import { removeLeft } from './remove-left'

type Send = CallIn<'round', 'removeDraft'>

/** Thirty-two requests and more where there is much; its audit lines stay. */
export async function removeDraft(
  { roundId, revision }: Send,
  { repos }: MemberContext,
): Promise<CallOut<'round', 'removeDraft'>> {
  const round = await repos.rounds.byId(roundId)
  if (round && (round.state !== 'draft' || round.rehearsal)) throw failure('wrongState', { state: round.state })
  if (round && round.revision !== revision) {
    throw failure('changed', { yours: { revision }, now: { revision: round.revision } })
  }
  if (round) await repos.rounds.remove(roundId)
  await removeLeft(roundId, repos, { audits: false })
  return { removed: true }
}

export function removeDraftLine({ sendId, roundId }: Send): AuditLine {
  return { key: sendId, on: roundId, before: 'draft', after: null }
}
