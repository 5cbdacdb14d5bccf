import type { CallIn, CallOut } from '../../src/contract'
import type { Goal } from '../../src/contract/programme'
import { byKeys } from '../../src/domain/order'
import type { GoalDoc, VillageDoc } from '../common/documents'
import { goalFull } from '../common/goal-marks'
import { roundHead, villageHead } from '../common/heads'
import type { RoundContext } from '../common/serve'
import { mayDecide, mayHandIn, sees } from './draft-part'

/** 示范目标 of a round that is prepared, as far as the reader has a part in them. Four requests up to a thousand goals. */
export async function goals(
  { roundId }: CallIn<'programme', 'goals'>,
  context: RoundContext,
): Promise<CallOut<'programme', 'goals'>> {
  const { round, repos } = context
  const [stored, all] = await Promise.all([repos.goals.ofRound(roundId), repos.villages.all()])
  const villages = all.filter((village) => sees(village, context)).sort(byKeys(({ _id }) => _id))
  return {
    round: roundHead(round),
    villages: villages.map((village) => ({
      ...villageHead({ ...village, id: village._id }),
      mayDeclare: mayHandIn(village, context),
    })),
    goals: villages.flatMap((village) =>
      stored
        .filter(({ villageId }) => villageId === village._id)
        .sort(byKeys(({ goalId }) => goalId))
        .map((goal) => goalFor(goal, village, context)),
    ),
    goalFull: goalFull(round),
  }
}

function goalFor(goal: GoalDoc, village: VillageDoc, context: RoundContext): Goal {
  const { goalId, villageId, title, baseline, target, unit, full, step, difficulty, state, reason } = goal
  return {
    id: goalId,
    villageId,
    title,
    baseline,
    target,
    unit,
    full,
    step,
    difficulty,
    state,
    reason,
    declaredBy: goal.declaredByName,
    decidedBy: goal.decidedByName,
    revision: goal.revision,
    mayDecide: mayDecide(village, goal.declaredBy, context),
    mayEdit: mayHandIn(village, context),
    isMine: goal.declaredBy === context.me.memberId,
  }
}
