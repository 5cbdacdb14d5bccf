/**
 * One step in a round's life, once. The same send again, its first answer lost on the way, answers as the first time;
 * anyone else who comes second is told the state it is in, so that the audit names the one who did it.
 */
import type { In } from '../../src/contract/calls'
import { failure } from '../../src/contract/errors'
import type { RoundState } from '../../src/contract/parts'
import type { round as contract } from '../../src/contract/round'
import type { RoundDoc } from '../common/documents'
import type { AuditLine, RoundContext } from '../common/serve'

type Send = In<typeof contract.start>

export async function move(
  { roundId, sendId }: Send,
  { me, now, repos }: RoundContext,
  from: RoundState,
  to: RoundState,
  also: Partial<RoundDoc> = {},
): Promise<RoundDoc> {
  return repos.rounds.change(roundId, [from, to], (round) => {
    const isAgain = round.moved?.to === to && round.moved.sendId === sendId
    if (isAgain && round.state === to) return null
    // Reopened since: a send that wandered about since then does not announce what it has not seen.
    if (round.state === from && !isAgain) return { ...also, state: to, moved: { to, sendId, by: me.memberId, at: now } }
    throw failure('wrongState', { state: round.state })
  })
}

export function moveLine(from: RoundState, to: RoundState) {
  return ({ roundId, sendId }: Send): AuditLine => ({ key: sendId, on: roundId, before: from, after: to })
}
