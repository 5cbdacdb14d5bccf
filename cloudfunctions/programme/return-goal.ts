import type { CallIn, CallOut } from '../../src/contract'
import { failure } from '../../src/contract/errors'
import type { AuditLine, RoundContext } from '../common/serve'
import { refuseOwnEntry, villageToDecide } from './draft-part'
import { goalToldOf } from './goal-words'

type Send = CallIn<'programme', 'returnGoal'>

/** 退回: with what is to be mended; its officer's turn. Eleven requests without conflict, the audit's line included. */
export async function returnGoal(send: Send, context: RoundContext): Promise<CallOut<'programme', 'returnGoal'>> {
  const { me, now, repos } = context
  const { roundId, goalId, revision, reason, sendId } = send
  const goal = await repos.goals.byId(roundId, goalId)
  if (!goal) throw failure('notFound')
  await villageToDecide(goal.villageId, context)
  let answer = goal.revision
  const [written] = await repos.goals.change(roundId, [goalId], (found) => {
    const stored = found.get(goalId)
    if (!stored) throw failure('notFound')
    answer = stored.revision
    if (stored.sendId === sendId) return []
    if (stored.revision !== revision) throw failure('changed', { yours: { reason }, now: goalToldOf(stored) })
    refuseOwnEntry(stored.declaredBy, me)
    const decided = { decidedBy: me.memberId, decidedByName: me.name, at: now, sendId }
    return [{ ...stored, state: 'returned', reason, ...decided }]
  })
  return { revision: written?.revision ?? answer }
}

export function returnGoalLine({ sendId, goalId, reason }: Send): AuditLine {
  return { key: sendId, on: goalId, after: { state: 'returned' }, reason }
}
