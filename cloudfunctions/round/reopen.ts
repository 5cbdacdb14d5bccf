/**
 * 重开: back to `closed` from sealed or announced, by two persons, for a reason. The answers are gone, so from here on the
 * round's responses are those of its sealed edition, which must first read back and come to its digest. The former
 * snapshot stays, no longer the round's own; the next one is a correction 更正 (docs/domain.md, Reopening).
 */
import type { CallIn, CallOut } from '../../src/contract'
import { failure } from '../../src/contract/errors'
import type { RoundState } from '../../src/contract/parts'
import { digestOf } from '../../src/domain/digest'
import type { AuditEdition } from '../../src/domain/round-file'
import { surveyTallies } from '../../src/domain/survey-tally'
import type { ProposalDoc, Reopened, RoundDoc, SnapshotDoc } from '../common/documents'
import { proposalFor } from '../common/proposals'
import type { Repositories } from '../common/repositories'
import { otherAtHand } from '../common/repositories/rounds'
import { CannotSeal } from '../common/seal/cannot-seal'
import { sealedAudit } from '../common/seal/sealed-file'
import type { AuditLine, RoundContext } from '../common/serve'
import { newProposal, proposed, signed } from './signed'

type Send = CallIn<'round', 'reopen'>

export const reopenable: readonly RoundState[] = ['sealed', 'announced']

/** Six requests, the audit's line included. */
export async function reopen(
  { roundId, sendId, reason }: Send,
  context: RoundContext,
): Promise<CallOut<'round', 'reopen'>> {
  const { me, round, repos } = context
  await refuseBesideAnother(round, repos)
  const proposal = newProposal(sendId, { kind: 'reopen', hash: reopeningHash(round), reason, about: '' }, context)
  const changed = await repos.rounds.change(roundId, reopenable, (stored) => {
    const proposals = proposed(stored, proposal, ({ hash }) => hash === proposal.hash)
    return proposals && { proposals }
  })
  return { proposal: proposalFor(me, changed, changed.proposals.find(({ id }) => id === sendId)!) }
}

/**
 * One write, after the sealed edition was read, in a transaction that no other round comes to hand beside: eleven requests
 * with the audit's line, and two of storage.
 */
export async function agreeToReopening(proposal: ProposalDoc, context: RoundContext): Promise<RoundDoc> {
  const { round, repos } = context
  const snapshot = (await repos.snapshots.byId(round.snapshotId!))!
  const input = await readableInput(snapshot)
  return repos.rounds.toHand(round._id, reopenable, async (stored) => {
    const proposals = signed(stored, proposal.id, context)
    if (reopeningHash(stored) !== proposal.hash) throw failure('changed', { proposed: proposal.hash })
    return {
      round: {
        state: 'closed',
        snapshotId: null,
        corrections: (stored.corrections ?? 0) + 1,
        reopened: reopenedOf(snapshot, input, proposal),
        proposals: proposals.filter(outlivesReopening),
      },
    }
  })
}

/** Villagers' codes mean one real round at a time. One request; agreeing asks again, in the transaction. */
async function refuseBesideAnother(round: RoundDoc, repos: Repositories): Promise<void> {
  const other = otherAtHand(round, await repos.rounds.heads())
  if (other) throw failure('otherRound', { number: other.number })
}

/** What can no longer be read, or comes to another ranking, could never be sealed again: then it stays sealed. */
async function readableInput({ files, digest }: SnapshotDoc): Promise<AuditEdition> {
  const read = await sealedAudit(files.audit).catch((error) => {
    throw error instanceof CannotSeal ? failure('sealedFileLost', undefined, error) : error
  })
  if (read.result.digest !== digest) throw failure('sealedFileLost')
  return read.input
}

function reopenedOf({ _id, files, warnings }: SnapshotDoc, input: AuditEdition, { id, reason }: ProposalDoc): Reopened {
  const responses = [...surveyTallies(input)].map(([villageId, { received, valid }]) => {
    return { villageId, received, counting: valid }
  })
  return { proposalId: id, snapshotId: _id, reason, audit: files.audit, responses, warnings: warnings ?? [] }
}

/** What was proposed about the former ranking, and what nobody agreed to, has come to its end; the audit keeps it. */
function outlivesReopening({ kind, agreedBy }: ProposalDoc): boolean {
  return agreedBy !== null && kind !== 'seal' && kind !== 'exportAudit'
}

function reopeningHash({ snapshotId }: RoundDoc): string {
  return digestOf({ reopens: snapshotId })
}

export function reopenLine({ roundId, sendId, reason }: Send, _: unknown, { round }: { round?: RoundDoc }): AuditLine {
  return {
    key: sendId,
    on: roundId,
    before: round!.state,
    after: { proposed: 'reopen', of: round!.snapshotId },
    reason,
  }
}
