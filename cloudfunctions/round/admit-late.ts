/**
 * 采纳收卷后才到的: an administrator proposes that late sends count as if they had come in time, without seeing a mark of
 * them; the second person agrees by round.agree, and common/admitted-sends.ts carries it out.
 */
import type { CallIn, CallOut } from '../../src/contract'
import { failure } from '../../src/contract/errors'
import { digestOf } from '../../src/domain/digest'
import { byKeys } from '../../src/domain/order'
import { shanghaiClock } from '../../src/domain/shanghai-clock'
import { earliestSealing } from '../../src/domain/why-not-seal'
import { admitAgreed } from '../common/admitted-sends'
import { villageName } from '../common/deductions'
import type { LateDoc, ProposalDoc, RoundDoc } from '../common/documents'
import { proposalFor } from '../common/proposals'
import type { Repositories } from '../common/repositories'
import type { AuditLine, RoundContext } from '../common/serve'
import { newProposal, proposed, signed } from './signed'

type Send = CallIn<'round', 'admitLate'>

/** Six requests, the audit's line included. */
export async function admitLate(send: Send, context: RoundContext): Promise<CallOut<'round', 'admitLate'>> {
  const { me, round, repos } = context
  const { roundId, sendId, reason } = send
  const sends = await keptSends(send.lateIds, round, repos)
  const said = { hash: admissionHash(sends), reason, about: inWords(sends, round), late: { sends: sends.map(named) } }
  const proposal = newProposal(sendId, { kind: 'admitLate', ...said }, context)
  const changed = await repos.rounds.change(roundId, ['closed'], (stored) => {
    const proposals = proposed(stored, proposal, sharesOneWith(send.lateIds))
    const isDecided = (stored.admitted ?? []).some(({ lateIds }) => lateIds.some((id) => send.lateIds.includes(id)))
    if (proposals && isDecided) throw failure('wrongState', { state: stored.state })
    return proposals && { proposals }
  })
  return { proposal: proposalFor(me, changed, changed.proposals.find(({ id }) => id === sendId)!) }
}

/**
 * The round names the admission first, with the proposal's signature, in one write; then the sends follow, the same when
 * done twice. Killed in between, agreeing again by the same person goes on, and so does whoever proposes or drives the
 * sealing, before it reads a card.
 */
export async function agreeToAdmitting(proposal: ProposalDoc, context: RoundContext): Promise<RoundDoc> {
  const { round, repos } = context
  const lateIds = proposal.late!.sends.map(({ id }) => id)
  const found = admissionHash(await keptSends(lateIds, round, repos))
  if (found !== proposal.hash) throw failure('changed', { proposed: proposal.hash, now: found })
  const agreed = await repos.rounds.change(round._id, ['closed'], (stored) => ({
    proposals: signed(stored, proposal.id, context),
    admitted: [...(stored.admitted ?? []), { proposalId: proposal.id, lateIds }],
  }))
  return carryOut(agreed, context)
}

/** A confirmation that counts gives its village until an hour after closing: sealing waits for it, and says so. */
export async function carryOut(agreed: RoundDoc, { now, repos }: RoundContext): Promise<RoundDoc> {
  const confirmed = await admitAgreed({ round: agreed, now, repos })
  if (!confirmed) return agreed
  const deductions = await repos.deductions.ofRound(agreed._id)
  const closing = { closedAt: agreed.closedAt!, appealMinutes: agreed.settings.appealMinutes }
  const appealsUntil = earliestSealing(closing, deductions)
  return repos.rounds.change(agreed._id, ['closed'], (stored) =>
    stored.appealsUntil === appealsUntil ? null : { appealsUntil },
  )
}

/** All of them, kept and of this round; whether each still waits, the round knows. One request. */
async function keptSends(lateIds: readonly string[], { _id }: RoundDoc, repos: Repositories): Promise<LateDoc[]> {
  const sends = (await repos.late.byIds(lateIds)).filter(({ roundId }) => roundId === _id)
  if (sends.length !== new Set(lateIds).size) throw failure('notFound')
  return sends.sort(byKeys(({ _id }) => _id))
}

function sharesOneWith(lateIds: readonly string[]) {
  return ({ late }: ProposalDoc) => late!.sends.some(({ id }) => lateIds.includes(id))
}

function admissionHash(sends: readonly LateDoc[]): string {
  return digestOf({ admits: sends.map(({ _id, roundId, payload }) => ({ id: _id, roundId, payload })) })
}

function named({ _id, villageId, memberId }: LateDoc) {
  return { id: _id, villageId, memberId }
}

/** 周明远 · 云溪村：提交评分表（15:20 做的） */
function inWords(sends: readonly LateDoc[], round: RoundDoc): string {
  const nameOf = (memberId: string) => round.panel.find(({ id }) => id === memberId)?.name ?? memberId
  return [...sends]
    .sort((a, b) => a.at - b.at)
    .map(
      ({ memberId, villageId, action, at }) =>
        `${nameOf(memberId)} · ${villageName(round, villageId)}：${actionWords[action]}（${shanghaiClock(at)} 做的）`,
    )
    .join('；')
}

const actionWords: Record<LateDoc['action'], string> = {
  arrive: '到点',
  saveMarks: '改分',
  submit: '提交评分表',
  deduct: '提出扣分',
  confirmDeduction: '确认扣分',
}

export function admitLateLine({ roundId, sendId, lateIds, reason }: Send, { proposal }: CallOut<'round', 'admitLate'>) {
  const after = { proposed: 'admitLate', lateIds, hash: proposal.hash }
  const line: AuditLine = { key: sendId, on: roundId, after, reason }
  return line
}
