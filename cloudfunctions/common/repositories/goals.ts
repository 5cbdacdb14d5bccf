import type { Database } from '../cloud'
import type { GoalDoc } from '../documents'
import { read } from '../writes'
import { inDraft } from './draft'
import { all, few } from './pages'

/** A draft round's, many times over. */
const MOST = 1000

export type NewGoal = Omit<GoalDoc, '_id' | 'revision'>

export function goals(db: Database) {
  return {
    /** One request. */
    byId: (roundId: string, goalId: string) => read<GoalDoc>(db, 'goals', goalKey(roundId, goalId)),
    /** Two requests up to a thousand. */
    ofRound: (roundId: string) => all<GoalDoc>(db, 'goals', { roundId }),
    /** Whether any names this village. One request. */
    isNamed: async (villageId: string) => (await few(db, 'goals', { villageId }, 1, ['_id'])).length > 0,

    /**
     * Writes goals of a draft round, or none: `change` gets those of these ids that are there. Five requests without
     * conflict, and one a goal. A new one's revisions go on from `at`, so that one that was removed and declared anew is
     * not taken for the former by a send that comes late.
     */
    change: (roundId: string, goalIds: readonly string[], change: (stored: Map<string, GoalDoc>) => NewGoal[]) =>
      inDraft(db, roundId, async ({ put }): Promise<GoalDoc[]> => {
        const stored = await byIds(db, roundId, goalIds)
        const written = change(stored).map(
          (goal): GoalDoc => ({
            ...goal,
            _id: goalKey(roundId, goal.goalId),
            revision: (stored.get(goal.goalId)?.revision ?? goal.at) + 1,
          }),
        )
        for (const goal of written) await put('goals', goal)
        return written
      }),

    /** Removes a goal of a draft round, if `mayGo` lets it; one that is gone stays so. Six requests without conflict. */
    remove: (roundId: string, goalId: string, mayGo: (stored: GoalDoc) => void) =>
      inDraft(db, roundId, async ({ remove }): Promise<void> => {
        const goal = (await byIds(db, roundId, [goalId])).get(goalId)
        if (!goal) return
        mayGo(goal)
        await remove('goals', goal._id)
      }),
  }
}

export function goalKey(roundId: string, goalId: string): string {
  return `${roundId}:${goalId}`
}

/** Read beside the transaction: whoever writes one of these meanwhile meets it at the round. One request. */
async function byIds(db: Database, roundId: string, goalIds: readonly string[]): Promise<Map<string, GoalDoc>> {
  const _id = db.command.in(goalIds.map((goalId) => goalKey(roundId, goalId)))
  const found = await few<GoalDoc>(db, 'goals', { _id }, MOST)
  return new Map(found.map((goal) => [goal.goalId, goal]))
}
