/** 申报目标: what a village promises to show, made new or written again. An approved one that is changed waits for approval again. */
import type { CallIn, CallOut } from '../../src/contract'
import { failure } from '../../src/contract/errors'
import { goalFull, goalStep } from '../common/goal-marks'
import type { AuditLine, RoundContext } from '../common/serve'
import { villageToFill } from './draft-part'
import { goalToldOf } from './goal-words'

type Send = CallIn<'programme', 'declareGoal'>

/** Ten requests without conflict, the audit's line included. */
export async function declareGoal(send: Send, context: RoundContext): Promise<CallOut<'programme', 'declareGoal'>> {
  const { me, round, now, repos } = context
  const { roundId, goalId, villageId, title, baseline, target, unit, revision, sendId } = send
  await villageToFill(villageId, context)
  refuseIndicatorsId(goalId, context)
  let answer = 0
  const [written] = await repos.goals.change(roundId, [goalId], (found) => {
    const stored = found.get(goalId)
    if (stored && stored.villageId !== villageId) {
      throw failure('invalid', { path: 'goalId', problem: '这个编号已经是别的村的目标，请换一个' })
    }
    if (stored?.sendId === sendId) {
      answer = stored.revision
      return []
    }
    if ((stored?.revision ?? null) !== revision) {
      throw failure('changed', { yours: { title, baseline, target, unit }, now: stored ? goalToldOf(stored) : null })
    }
    return [
      {
        roundId,
        goalId,
        villageId,
        title,
        baseline,
        target,
        unit,
        full: stored?.full ?? goalFull(round),
        step: stored?.step ?? goalStep(round),
        difficulty: stored?.difficulty ?? null,
        state: 'declared',
        reason: '',
        declaredBy: me.memberId,
        declaredByName: me.name,
        decidedBy: null,
        decidedByName: null,
        at: now,
        sendId,
      },
    ]
  })
  return { revision: written?.revision ?? answer }
}

/** A mark belongs to one item: goals and indicators share their ids' room. */
function refuseIndicatorsId(goalId: string, { round }: RoundContext): void {
  if (!round.scheme.indicators.some(({ id }) => id === goalId)) return
  throw failure('invalid', { path: 'goalId', problem: '这个编号是指标的，请换一个' })
}

export function declareGoalLine({ sendId, goalId, villageId, title, baseline, target, unit }: Send): AuditLine {
  return { key: sendId, on: goalId, after: { villageId, title, baseline, target, unit, state: 'declared' } }
}
