/** 同意: the second person of two. What was proposed must still be what is there; then it is done, or begins. */
import { randomBytes } from 'node:crypto'
import type { CallIn, CallOut } from '../../src/contract'
import { failure } from '../../src/contract/errors'
import type { RoundState } from '../../src/contract/parts'
import { whyNotAgree } from '../../src/domain/two-persons'
import type { ProposalDoc, RoundDoc, SealingJob } from '../common/documents'
import { roundHead } from '../common/heads'
import { agreeingPerson, proposalFor } from '../common/proposals'
import { restoreAgreed } from '../common/restore-agreed'
import { sealedInputs, sealedInputsHash } from '../common/sealed-inputs'
import type { RoundContext } from '../common/serve'
import { agreeToAccepting } from './accept-village'
import { agreeToAdmitting, carryOut } from './admit-late'
import { agreeToDecision } from './agree-decision'
import { agreeToRestoring } from './agree-restoring'
import { agreeToCorrecting } from './correct'
import { refuseUnsealable } from './refuse-unsealable'
import { agreeToReopening, reopenable } from './reopen'
import { signed } from './signed'

/** In which states what is proposed can still happen. */
const statesOf: Record<ProposalDoc['kind'], readonly RoundState[]> = {
  seal: ['closed'],
  exportAudit: ['sealed', 'announced', 'archived'],
  decideAppeal: ['running', 'closed'],
  restore: ['closed'],
  admitLate: ['closed'],
  acceptVillage: ['closed'],
  correct: ['closed'],
  reopen: reopenable,
}

export async function agree(
  { roundId, proposalId }: CallIn<'round', 'agree'>,
  context: RoundContext,
): Promise<CallOut<'round', 'agree'>> {
  const { me, round, now, repos } = context
  const proposal = open(round, proposalId)
  // The same person again, the first answer lost on the way, or killed between its two writes.
  if (proposal.agreedBy === me.memberId) {
    if (proposal.restore && round.state === 'closed') await restoreAgreed(round, repos)
    if (proposal.late && round.state === 'closed') await carryOut(round, context)
    return answer(round, proposal)
  }
  // As everywhere the time first, then the person: the phone of one who may not is told that it is over.
  if (!statesOf[proposal.kind].includes(round.state)) throw failure('wrongState', { state: round.state })
  const refused = whyNotAgree(proposal, agreeingPerson(me, round))
  if (refused) throw failure(refused.code, { state: round.state, agreedByName: proposal.agreedByName })
  const agreed = await agreedTo()
  return answer(agreed, open(agreed, proposalId))

  function agreedTo(): Promise<RoundDoc> {
    switch (proposal.kind) {
      case 'decideAppeal':
        return agreeToDecision(proposal, context)
      case 'restore':
        return agreeToRestoring(proposal, context)
      case 'acceptVillage':
        return agreeToAccepting(proposal, context)
      case 'correct':
        return agreeToCorrecting(proposal, context)
      case 'reopen':
        return agreeToReopening(proposal, context)
      case 'admitLate':
        return agreeToAdmitting(proposal, context)
      case 'seal':
        return beginSealing()
      case 'exportAudit':
        return sign()
    }
  }

  async function beginSealing(): Promise<RoundDoc> {
    await refuseChanged(proposal, context)
    return sign()
  }

  function sign(): Promise<RoundDoc> {
    return repos.rounds.change(roundId, statesOf[proposal.kind], (stored) => {
      const proposals = signed(stored, proposalId, context)
      const begun = proposal.kind === 'seal' ? sealingBegun(stored, { ...proposal, agreedBy: me.memberId }, now) : {}
      return { ...begun, proposals }
    })
  }

  function answer(changed: RoundDoc, agreedTo: ProposalDoc): CallOut<'round', 'agree'> {
    return { proposal: proposalFor(me, changed, agreedTo), round: roundHead(changed) }
  }
}

function open({ proposals }: RoundDoc, proposalId: string): ProposalDoc {
  const proposal = proposals.find(({ id }) => id === proposalId)
  if (!proposal) throw failure('notFound')
  return proposal
}

/** Both see the same: an appeal decided or a card admitted in between takes a new proposal. */
async function refuseChanged(proposal: ProposalDoc, context: RoundContext): Promise<void> {
  const { round, now } = context
  const inputs = await sealedInputs(context)
  refuseUnsealable(round, inputs.deductions, now)
  const hash = sealedInputsHash(inputs)
  if (hash !== proposal.hash) throw failure('changed', { proposed: proposal.hash, now: hash })
}

function sealingBegun(round: RoundDoc, { by, agreedBy, hash }: ProposalDoc, now: number): Partial<RoundDoc> {
  const sealings = (round.sealings ?? 0) + 1
  const job: SealingJob = {
    snapshotId: `${round._id}:${sealings}`,
    step: 'freeze',
    by,
    agreedBy: agreedBy!,
    startedAt: now,
    hash,
    shuffleKey: randomBytes(32).toString('hex'),
    audit: null,
    responses: null,
    digest: null,
  }
  return { state: 'sealing', sealings, sealing: job }
}
