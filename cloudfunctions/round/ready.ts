/**
 * 就绪: scheme, panel, villages and goals freeze into the round, and the survey's gate is made for its window, in one
 * transaction that sees everything the check of *ready* looks at (docs/decisions/2026-11-28-preparing-a-round.md).
 */
import type { CallIn, CallOut } from '../../src/contract'
import { failure } from '../../src/contract/errors'
import { missingLines } from '../../src/domain/ready-check'
import type { RoundDoc } from '../common/documents'
import { roundHead } from '../common/heads'
import type { RoundContext } from '../common/serve'
import { checklistOf } from './draft/checklist'
import { type DraftFacts, draftFacts } from './draft/facts'
import { frozenRound, gateOf } from './draft/frozen-round'

type Send = CallIn<'round', 'ready'>

/** Twenty-seven requests and one a village, the audit's line included; a draft that was ready before, one more. */
export async function ready(send: Send, context: RoundContext): Promise<CallOut<'round', 'ready'>> {
  const { me, round, now, repos } = context
  const { roundId, sendId } = send
  if (round.state === 'draft') await beforehand(send, context)
  const done = await repos.rounds.toHand(roundId, ['draft', 'ready'], async (stored) => {
    if (stored.state === 'ready') {
      if (stored.moved?.sendId === sendId) return null
      throw failure('wrongState', { state: stored.state })
    }
    const facts = await draftFacts(stored, repos)
    refuseUnready(stored, facts, send, now)
    const moved = { to: 'ready' as const, sendId, by: me.memberId, at: now }
    const fields = { ...frozenRound(stored, facts), state: 'ready' as const, moved, cardPrints: [] }
    return { round: fields, gate: gateOf({ ...stored, ...fields }) }
  })
  return { round: roundHead(done) }
}

/** What is refused leaves nothing behind; what the survey counts in, and what a former gate left, is done before it opens. */
async function beforehand(send: Send, { round, now, repos }: RoundContext): Promise<void> {
  refuseUnready(round, await draftFacts(round, repos), send, now)
  // Household cards printed before it went back to draft: killed there, they are ended here.
  if (round.cardPrints !== undefined) await repos.cards.end(round._id)
  await repos.bursts.begin(
    round._id,
    round.stops.map(({ villageId }) => villageId),
  )
}

function refuseUnready(round: RoundDoc, facts: DraftFacts, { revision }: Send, now: number): void {
  if (round.rehearsal) throw failure('wrongState', { state: round.state })
  if (round.revision !== revision) throw failure('changed', { yours: { revision }, now: { revision: round.revision } })
  if (facts.other) throw failure('otherRound', { number: facts.other.number })
  const lines = missingLines(checklistOf(round, facts, now))
  if (lines.length > 0) throw failure('notReady', { lines })
}
