/** 批准目标: one village's, each with its difficulty, all or none; not by who declared one of them. */
import type { CallIn, CallOut } from '../../src/contract'
import { failure } from '../../src/contract/errors'
import type { AuditLine, RoundContext } from '../common/serve'
import { refuseOwnEntry, villageToDecide } from './draft-part'
import { goalToldOf } from './goal-words'

type Send = CallIn<'programme', 'approveGoals'>

/** Nine requests without conflict and one a goal, the audit's line included. */
export async function approveGoals(send: Send, context: RoundContext): Promise<CallOut<'programme', 'approveGoals'>> {
  const { me, now, repos } = context
  const { roundId, villageId, sendId } = send
  refuseTwice(send)
  refuseFineDifficulty(send)
  await villageToDecide(villageId, context)
  const ids = send.goals.map(({ goalId }) => goalId)
  await repos.goals.change(roundId, ids, (found) =>
    send.goals.flatMap(({ goalId, revision, difficulty }) => {
      const stored = found.get(goalId)
      if (!stored || stored.villageId !== villageId) throw failure('notFound', { goalId })
      if (stored.sendId === sendId) return []
      if (stored.revision !== revision) throw failure('changed', { yours: { difficulty }, now: goalToldOf(stored) })
      refuseOwnEntry(stored.declaredBy, me)
      const decided = { decidedBy: me.memberId, decidedByName: me.name, at: now, sendId }
      return [{ ...stored, difficulty, state: 'approved' as const, reason: '', ...decided }]
    }),
  )
  return { approved: ids.length }
}

function refuseTwice({ goals }: Send): void {
  const ids = goals.map(({ goalId }) => goalId)
  const twice = ids.findIndex((id, index) => ids.indexOf(id) !== index)
  if (twice !== -1) throw failure('invalid', { path: `goals.${twice}.goalId`, problem: '同一条目标列了两次' })
}

/** As the round file takes it: at most two decimals. */
function refuseFineDifficulty({ goals }: Send): void {
  const fine = goals.findIndex(({ difficulty }) => Math.round(difficulty * 100) / 100 !== difficulty)
  if (fine !== -1) throw failure('invalid', { path: `goals.${fine}.difficulty`, problem: '难度系数最多两位小数' })
}

export function approveGoalsLine({ sendId, villageId, goals }: Send): AuditLine {
  return {
    key: sendId,
    on: villageId,
    after: { state: 'approved', goals: goals.map(({ goalId, difficulty }) => ({ goalId, difficulty })) },
  }
}
