/**
 * 恢复计分: an administrator proposes that all of a village's responses that are excluded for one reason count, unseen. The
 * second person agrees by round.agree. How many there are is told to nobody, only that they are 5 at least.
 */
import type { CallIn, CallOut } from '../../src/contract'
import { failure } from '../../src/contract/errors'
import { digestOf } from '../../src/domain/digest'
import { FEWEST_SHOWN } from '../../src/domain/fewest-shown'
import { excludedOnlyFor } from '../../src/domain/survey-warnings'
import { villageName } from '../common/deductions'
import type { ProposalDoc, Restoring, RoundDoc } from '../common/documents'
import { proposalFor } from '../common/proposals'
import type { Repositories } from '../common/repositories'
import { gatheredGroups } from '../common/responses'
import type { AuditLine, RoundContext } from '../common/serve'

type Send = CallIn<'round', 'restore'>

export async function restore(send: Send, context: RoundContext): Promise<CallOut<'round', 'restore'>> {
  const { me, round, repos } = context
  const { villageId, sendId } = send
  // A skipped stop's responses do not count, restored or not.
  if (!round.stops.some((stop) => stop.villageId === villageId && stop.state !== 'skipped'))
    throw failure('outOfScope', { villageId })
  await refuseTooFew(send, round, repos)
  const proposal = proposalOf(send, context)

  const changed = await repos.rounds.change(
    round._id,
    ['closed'],
    ({ proposals, restored = [], withdrawn = [], state }) => {
      if (proposals.some(({ id }) => id === sendId)) return null
      // Sent again after it had been withdrawn: it stays so.
      if (withdrawn.some(({ id }) => id === sendId)) throw failure('notFound')
      const standing = proposals.find((one) => one.restore && isSame(one.restore, send))
      if (standing) throw failure('alreadyProposed', { byName: standing.byName })
      if (restored.some((one) => isSame(one, send))) throw failure('wrongState', { state })
      return { proposals: [...proposals, proposal] }
    },
  )
  return { proposal: proposalFor(me, changed, changed.proposals.find(({ id }) => id === sendId)!) }
}

/** None and four are refused alike. One request. */
export async function refuseTooFew(
  { villageId, excludedFor }: Restoring,
  round: RoundDoc,
  repos: Repositories,
): Promise<void> {
  const groups = await gatheredGroups(round, repos, villageId)
  if (excludedOnlyFor(groups, excludedFor, round.scheme.survey.scoredChannels) < FEWEST_SHOWN) throw failure('tooFew')
}

export function isSame(one: Restoring, other: Restoring): boolean {
  return one.villageId === other.villageId && one.excludedFor === other.excludedFor
}

function proposalOf(
  { roundId, villageId, sendId, excludedFor, reason }: Send,
  { me, round, now }: RoundContext,
): ProposalDoc {
  return {
    id: sendId,
    kind: 'restore',
    by: me.memberId,
    byName: me.name,
    at: now,
    // Not how many: a hash of a small number is that number.
    hash: digestOf({ restores: { roundId, villageId, excludedFor } }),
    reason,
    about: `${villageName(round, villageId)} · ${excludedWords[excludedFor]}`,
    restore: { villageId, excludedFor },
    agreedBy: null,
    agreedByName: null,
    agreedAt: null,
  }
}

const excludedWords = { channel: '不是扫村里的码填的答卷', tooFast: '填得太快的答卷' } as const

export function restoreLine({ roundId, villageId, sendId, excludedFor, reason }: Send): AuditLine {
  return { key: sendId, on: roundId, after: { proposed: 'restore', villageId, excludedFor }, reason }
}
