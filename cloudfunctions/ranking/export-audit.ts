/**
 * 导出审计版: every mark and every response, so two persons let it out, for a reason that stays on record. Proposes
 * without an agreed proposal; with one, its proposer (or the administrator who agreed) gets the address, good for an hour.
 */
import type { CallIn, CallOut } from '../../src/contract'
import { failure } from '../../src/contract/errors'
import { digestOf } from '../../src/domain/digest'
import type { ProposalDoc, RoundDoc } from '../common/documents'
import { proposalFor } from '../common/proposals'
import type { AuditLine, RoundContext } from '../common/serve'
import { exportFile } from './export-file'

type Send = CallIn<'ranking', 'exportAudit'>
type Exported = CallOut<'ranking', 'exportAudit'>

export async function exportAudit(send: Send, context: RoundContext): Promise<Exported> {
  return send.proposalId === null ? propose(send, context) : fetchAgreed(send.proposalId, context)
}

async function propose({ roundId, sendId, reason }: Send, { me, round, now, repos }: RoundContext): Promise<Exported> {
  const proposal: ProposalDoc = {
    id: sendId,
    kind: 'exportAudit',
    by: me.memberId,
    byName: me.name,
    at: now,
    hash: digestOf({ exports: round.snapshotId }),
    reason,
    agreedBy: null,
    agreedByName: null,
    agreedAt: null,
  }
  const changed = await repos.rounds.change(roundId, [round.state], (stored) => {
    if (stored.proposals.some(({ id }) => id === sendId)) return null
    const waiting = stored.proposals.find(({ kind, agreedBy }) => kind === 'exportAudit' && agreedBy === null)
    if (waiting) throw failure('alreadyProposed', { byName: waiting.byName })
    return { proposals: [...stored.proposals, proposal] }
  })
  return { proposal: proposalFor(me, changed, changed.proposals.find(({ id }) => id === sendId)!), file: null }
}

async function fetchAgreed(proposalId: string, { me, round, repos }: RoundContext): Promise<Exported> {
  const proposal = round.proposals.find(({ id, kind }) => id === proposalId && kind === 'exportAudit')
  if (!proposal || !isParty(proposal, me.memberId)) throw failure('notFound')
  if (proposal.agreedBy === null) return { proposal: proposalFor(me, round, proposal), file: null }
  // Agreed for the ranking of that time: once a round has been sealed anew, its new file takes a new agreement.
  if (proposal.hash !== digestOf({ exports: round.snapshotId })) throw failure('notFound')
  const snapshot = (await repos.snapshots.byId(round.snapshotId!))!
  return { proposal: proposalFor(me, round, proposal), file: await exportFile(snapshot, 'audit') }
}

function isParty({ by, agreedBy }: ProposalDoc, memberId: string): boolean {
  return by === memberId || agreedBy === memberId
}

/** Proposing and handing out leave a line each; asking whether it is agreed yet leaves none. */
export function exportAuditLine(
  { roundId, sendId, reason, proposalId }: Send,
  { proposal, file }: Exported,
  { round }: { round?: RoundDoc },
): AuditLine | null {
  if (file) {
    const after = { exported: file.fileName, digest: file.digest, proposalId: proposal.id, agreedBy: proposal.agreedBy }
    return { key: sendId, on: round!.snapshotId!, after, reason }
  }
  return proposalId === null ? { key: sendId, on: roundId, after: { proposed: 'exportAudit' }, reason } : null
}
