import type { In, Out } from '../../src/contract/calls'
import { failure } from '../../src/contract/errors'
import type { scoring } from '../../src/contract/scoring'
import { unconfirmed, whyNotDeduct } from '../../src/domain/deduction-life'
import type { DeductionDoc } from '../common/documents'
import type { RoundContext } from '../common/serve'
import { keepAsLate, typedAt } from './card'
import { refuseBy } from './may-score'

type Send = In<typeof scoring.deduct>
type Fields = Omit<DeductionDoc, '_id' | 'revision'>

/** 提出扣分: it waits for a second inspector. Under the same id it is the same proposal, and stays as it is. */
export async function deduct(send: Send, context: RoundContext): Promise<Out<typeof scoring.deduct>> {
  if (context.round.state === 'closed') return deductLate(send, context)
  await context.repos.deductions.change(send.deductionId, (stored) => {
    if (isThis(stored, send, context)) return null
    refuseBy(whyNotDeduct(context.me.memberId, send, context.round), context.round)
    return proposed(send, context)
  })
  return { kept: true, late: false }
}

/** What had been kept before closing, its answer lost, is no late work. */
async function deductLate(send: Send, context: RoundContext): Promise<Out<typeof scoring.deduct>> {
  if (isThis(await context.repos.deductions.byId(send.deductionId), send, context)) return { kept: true, late: false }
  refuseBy(whyNotDeduct(context.me.memberId, send, context.round), context.round)
  await keepAsLate('deduct', send, context)
  return { kept: true, late: true }
}

/** Whether this very proposal is stored already; refused where its id is another's, or says something else. */
function isThis(stored: DeductionDoc | null, send: Send, { me }: RoundContext): boolean {
  if (!stored) return false
  if (stored.proposer !== me.memberId || contentOf(stored) !== contentOf(send)) throw failure('changed')
  return true
}

function contentOf({ roundId, villageId, itemId, occurrences, text, photos }: Content): string {
  return JSON.stringify([roundId, villageId, itemId, occurrences, text, photos])
}
type Content = Pick<Send, 'roundId' | 'villageId' | 'itemId' | 'occurrences' | 'text' | 'photos'>

function proposed(send: Send, context: RoundContext): Fields {
  const { roundId, villageId, itemId, occurrences, text, photos, deductionId } = send
  return {
    id: deductionId,
    roundId,
    villageId,
    itemId,
    occurrences,
    text,
    photos,
    proposer: context.me.memberId,
    proposerName: context.me.name,
    proposedAt: typedAt(send, context),
    findingId: null,
    ...unconfirmed,
  }
}
