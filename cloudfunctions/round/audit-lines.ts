/** What the audit says of the two-person acts. Keys are the act's own, so that a retry writes the same line. */
import type { CallIn, CallOut } from '../../src/contract'
import type { RoundDoc } from '../common/documents'
import { sealedLine } from '../common/seal/sealed-line'
import type { AuditLine } from '../common/serve'

/** Proposing, and the end of the job: the steps between leave no line. */
export function sealLine(
  { roundId, sendId }: CallIn<'round', 'seal'>,
  out: CallOut<'round', 'seal'>,
  { round }: { round?: RoundDoc },
): AuditLine | null {
  if (out.state === 'proposed') {
    return { key: sendId, on: roundId, before: 'closed', after: { proposed: 'seal', hash: out.proposal!.hash } }
  }
  if (out.state !== 'sealed') return null
  return sealedLine(round!.sealing?.snapshotId ?? round!.snapshotId!)
}

export function agreeLine(
  { roundId, proposalId }: CallIn<'round', 'agree'>,
  { proposal }: Pick<CallOut<'round', 'agree'>, 'proposal'>,
): AuditLine {
  return {
    key: `agree:${proposalId}`,
    on: roundId,
    before: { proposedBy: proposal.by },
    after: { agreed: proposal.kind, hash: proposal.hash, ...(proposal.about && { about: proposal.about }) },
    reason: proposal.reason,
  }
}

export function withdrawLine({ roundId, proposalId }: CallIn<'round', 'withdraw'>): AuditLine {
  return { key: `withdraw:${proposalId}`, on: roundId, before: { proposalId }, after: null }
}
