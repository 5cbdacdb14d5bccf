/** 定申诉: an administrator proposes what becomes of it; the second person agrees by round.agree. */
import type { In, Out } from '../../src/contract/calls'
import { failure } from '../../src/contract/errors'
import type { scoring } from '../../src/contract/scoring'
import { whyNotDecide } from '../../src/domain/deduction-life'
import { decisionHash, itemTitle, openDecision, villageName } from '../common/deductions'
import type { DeductionDoc, ProposalDoc } from '../common/documents'
import { refuseBy } from '../common/may-score'
import { proposalFor } from '../common/proposals'
import type { RoundContext } from '../common/serve'

type Send = In<typeof scoring.decideAppeal>

export async function decideAppeal(send: Send, context: RoundContext): Promise<Out<typeof scoring.decideAppeal>> {
  const { me, round, repos } = context
  const deduction = await repos.deductions.byId(send.deductionId)
  if (deduction?.roundId !== round._id) throw failure('notFound')
  const proposal = proposalOf(send, deduction, context)

  const changed = await repos.rounds.change(round._id, ['running', 'closed'], ({ proposals, withdrawn = [] }) => {
    if (proposals.some(({ id }) => id === send.sendId)) return null
    // Sent again after it had been withdrawn: it stays so.
    if (withdrawn.some(({ id }) => id === send.sendId)) throw failure('notFound')
    refuseBy(whyNotDecide(deduction), round)
    const standing = openDecision(proposals, deduction._id)
    if (standing?.hash === proposal.hash) throw failure('alreadyProposed', { byName: standing.byName })
    // One about what is no longer there can never be agreed to: the new one takes its place.
    return { proposals: [...proposals.filter((one) => one !== standing), proposal] }
  })
  return { proposal: proposalFor(me, changed, changed.proposals.find(({ id }) => id === send.sendId)!) }
}

function proposalOf({ sendId, outcome, reason }: Send, deduction: DeductionDoc, context: RoundContext): ProposalDoc {
  const { me, round, now } = context
  const { _id, villageId, itemId, proposer, confirmer } = deduction
  return {
    id: sendId,
    kind: 'decideAppeal',
    by: me.memberId,
    byName: me.name,
    at: now,
    hash: decisionHash(deduction),
    reason,
    about: [villageName(round, villageId), itemTitle(round, itemId), outcomeWords[outcome]].join(' · '),
    appeal: {
      deductionId: _id,
      villageId,
      outcome,
      parties: [proposer, confirmer].flatMap((memberId) => memberId || []),
    },
    agreedBy: null,
    agreedByName: null,
    agreedAt: null,
  }
}

const outcomeWords = { upheld: '建议维持', revoked: '建议撤销' } as const
