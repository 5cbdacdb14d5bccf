/**
 * 退回草稿: only before the survey's window opens. The gate goes with its secret, and with it every household card that was
 * printed: their codes open nothing any more. Goals and facts lie where they lay, approved and checked.
 */
import type { CallIn, CallOut } from '../../src/contract'
import { failure } from '../../src/contract/errors'
import type { RoundDoc } from '../common/documents'
import { roundHead } from '../common/heads'
import type { AuditLine, RoundContext } from '../common/serve'
import { opensAt } from './draft/checklist'

type Send = CallIn<'round', 'backToDraft'>

/** Twelve requests, the audit's line included, and two more a hundred household cards. */
export async function backToDraft(send: Send, context: RoundContext): Promise<CallOut<'round', 'backToDraft'>> {
  const { me, now, repos } = context
  const { roundId, revision, sendId } = send
  const draft = await repos.rounds.backToDraft(roundId, (stored, gate) => {
    const isAgain = stored.moved?.sendId === sendId
    if (stored.state === 'draft' && isAgain) return null
    if (stored.state !== 'ready' || stored.rehearsal) throw failure('wrongState', { state: stored.state })
    if (stored.revision !== revision)
      throw failure('changed', { yours: { revision }, now: { revision: stored.revision } })
    if (now >= (gate?.opensAt ?? opensAt(stored))) throw failure('surveyOpen', { opensAt: opensAt(stored) })
    return {
      state: 'draft',
      goals: [],
      promises: [],
      responsibilities: [],
      cardPrints: [],
      moved: { to: 'draft', sendId, by: me.memberId, at: now },
    }
  })
  // The cards last: without the secret they open nothing, and killed before this, `ready` ends them.
  await repos.cards.end(roundId)
  return { round: roundHead(draft) }
}

/** Printed cards are votes handed out: that they are worth nothing any more is on record. */
export function backToDraftLine({ sendId, roundId }: Send, _: unknown, { round }: { round?: RoundDoc }): AuditLine {
  const cards = (round!.cardPrints ?? []).reduce((sum, { count }) => sum + count, 0)
  return {
    key: sendId,
    on: roundId,
    before: 'ready',
    after: { state: 'draft', ...(cards > 0 && { endedCards: cards }) },
  }
}
