/** A stored goal as the one who comes second is told of it. */
import type { GoalDoc } from '../common/documents'

export function goalToldOf({ title, baseline, target, unit, difficulty, state, revision, declaredByName }: GoalDoc) {
  return { title, baseline, target, unit, difficulty, state, revision, byName: declaredByName }
}
