/**
 * 删除演练: with everything it left, its audit lines too. First it is archived, so that nothing is written to it any more,
 * then storage, then the documents that name what lies in storage and all others, the round itself last but one: killed at
 * any point, the same call again goes on. What was on its way when it was archived is removed by the second look.
 */
import type { CallIn, CallOut } from '../../src/contract'
import { failure } from '../../src/contract/errors'
import { RoundState } from '../../src/contract/parts'
import { namesRehearsal } from '../../src/domain/rehearsal-id'
import type { RoundDoc } from '../common/documents'
import { removeFrozen } from '../common/seal/give-up'
import type { MemberContext } from '../common/serve'
import { storage } from '../common/storage'
import { removeLeft } from './remove-left'

/** Fifty-six requests, two or three more a hundred documents of a collection, and one of storage a fifty files. It leaves no line. */
export async function deleteRehearsal(
  { roundId }: CallIn<'round', 'deleteRehearsal'>,
  { repos }: MemberContext,
): Promise<CallOut<'round', 'deleteRehearsal'>> {
  const round = await repos.rounds.byId(roundId)
  if (round ? !round.rehearsal : !namesRehearsal(roundId)) throw failure('wrongState', { state: round?.state })
  const last = round && (await repos.rounds.change(roundId, RoundState.options, archived))
  // Of a job that was under way, or a reopening: named by no snapshot that is there.
  if (last?.sealing) await removeFrozen(last.sealing)
  if (last?.reopened) await storage.remove([last.reopened.audit.fileId])
  await removeLeft(roundId, repos, { audits: true })
  await repos.rounds.remove(roundId)
  await removeLeft(roundId, repos, { audits: true })
  return { removed: true }
}

function archived({ state }: RoundDoc): Partial<RoundDoc> | null {
  return state === 'archived' ? null : { state: 'archived' }
}
