/** What the audit says of the two-person acts. Keys are the act's own, so that a retry writes the same line. */
import type { CallIn, CallOut } from '../../src/contract'
import type { AuditLine } from '../common/serve'

/** Proposing. Of the job's steps only the last one leaves a line, which it keeps itself (common/seal/finish.ts). */
export function sealLine(
  { roundId, sendId }: CallIn<'round', 'seal'>,
  { state, proposal }: CallOut<'round', 'seal'>,
): AuditLine | null {
  if (state !== 'proposed') return null
  return { key: sendId, on: roundId, before: 'closed', after: { proposed: 'seal', hash: proposal!.hash } }
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
