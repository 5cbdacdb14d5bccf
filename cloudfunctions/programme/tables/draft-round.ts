/** The draft round that goals and measured facts are handed over for. */
import { failure } from '../../../src/contract/errors'
import type { RoundDoc } from '../../common/documents'
import type { Repositories } from '../../common/repositories'

/** Refused where there is none, or it is past its draft. */
export async function draftRound(roundId: string, { rounds }: Repositories): Promise<RoundDoc> {
  const round = await rounds.byId(roundId)
  if (!round) throw failure('notFound')
  if (round.state !== 'draft') throw failure('wrongState', { state: round.state })
  return round
}
