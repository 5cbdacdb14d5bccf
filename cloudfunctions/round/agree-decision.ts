/**
 * What becomes of an appeal, agreed to. The deduction is written first and names its proposal; the proposal is signed
 * after it. Killed in between, agreeing again, by anybody who may, signs it in the name of the one who decided.
 */
import { failure } from '../../src/contract/errors'
import { RoundState } from '../../src/contract/parts'
import { decided } from '../../src/domain/deduction-life'
import { decisionHash } from '../common/deductions'
import type { DeductionDoc, ProposalDoc, RoundDoc } from '../common/documents'
import { proposalFor } from '../common/proposals'
import type { RoundContext } from '../common/serve'
import { agreeLine } from './audit-lines'

type Decision = NonNullable<DeductionDoc['decision']>

export async function agreeToDecision(proposal: ProposalDoc, context: RoundContext): Promise<RoundDoc> {
  const { me, round } = context
  const decision = await writtenDecision(proposal, context)
  const signed = await sign(proposal, decision, context)
  if (decision.agreedBy === me.memberId) return signed
  await keepLineOfTheOther(signed, proposal.id, decision, context)
  throw failure('wrongState', { state: round.state, agreedByName: decision.agreedByName })
}

/** Mine, or that of whoever was faster. Two requests. */
async function writtenDecision(proposal: ProposalDoc, { me, now, repos }: RoundContext): Promise<Decision> {
  const { id, by, byName, reason, hash } = proposal
  const { deductionId, outcome } = proposal.appeal!
  const decision = { proposalId: id, reason, by, byName, agreedBy: me.memberId, agreedByName: me.name, at: now }
  const changed = await repos.deductions.change(deductionId, (stored) => {
    if (!stored) throw failure('notFound')
    if (stored.decision?.proposalId === id) return null
    const found = decisionHash(stored)
    if (found !== hash) throw failure('changed', { proposed: hash, now: found })
    return decided(stored, outcome, decision)
  })
  return changed!.decision!
}

/** Withdrawn at the same moment, it is put back: what it decided stands. In any state, for the deduction is written. */
async function sign(
  proposal: ProposalDoc,
  { agreedBy, agreedByName, at }: Decision,
  { round, repos }: RoundContext,
): Promise<RoundDoc> {
  return repos.rounds.change(round._id, RoundState.options, ({ proposals }) => {
    const others = proposals.filter(({ id }) => id !== proposal.id)
    const standing = proposals.find(({ id }) => id === proposal.id)
    if (standing && standing.agreedBy !== null) return null
    return { proposals: [...others, { ...proposal, agreedBy, agreedByName, agreedAt: at }] }
  })
}

/** Whoever decided may never call again: their line is written for them, and only once. */
async function keepLineOfTheOther(
  signed: RoundDoc,
  proposalId: string,
  { agreedBy, at }: Decision,
  { me, round, repos }: RoundContext,
): Promise<void> {
  const proposal = proposalFor(me, signed, signed.proposals.find(({ id }) => id === proposalId)!)
  const { key, on, before, after, reason = '' } = agreeLine({ roundId: round._id, proposalId }, { proposal })
  await repos.audits.keep({
    _id: `${round._id}:${key}`,
    roundId: round._id,
    memberId: agreedBy,
    action: 'agree',
    on,
    before,
    after,
    reason,
    at,
  })
}
