import type { CallIn, CallOut } from '../../src/contract'
import { failure } from '../../src/contract/errors'
import type { AuditLine, RoundContext } from '../common/serve'
import { villageToFill } from './draft-part'
import { goalToldOf } from './goal-words'

type Send = CallIn<'programme', 'removeGoal'>

/** A goal is taken back as it was seen; one that is gone is gone. Eleven requests without conflict, the audit's line included. */
export async function removeGoal(send: Send, context: RoundContext): Promise<CallOut<'programme', 'removeGoal'>> {
  const { roundId, goalId, revision } = send
  const { repos } = context
  const stored = await repos.goals.byId(roundId, goalId)
  if (stored) {
    await villageToFill(stored.villageId, context)
    await repos.goals.remove(roundId, goalId, (goal) => {
      if (goal.revision !== revision) throw failure('changed', { yours: null, now: goalToldOf(goal) })
    })
  }
  return { removed: true }
}

export function removeGoalLine({ sendId, goalId, revision }: Send): AuditLine {
  return { key: sendId, on: goalId, before: { revision }, after: null }
}
