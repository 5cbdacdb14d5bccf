import { useState } from 'react'
import { call } from '../../../client/call'
import { confirm } from '../../../client/device'
import { back } from '../../../client/navigate'
import { useDeed } from '../../../client/use-deed'
import type { Goal } from '../../../contract/programme'
import { nextGoalId } from '../../../domain/next-goal-id'
import { useTyped } from '../../use-typed'

export type GoalForm = { title: string; baseline: string; target: string; unit: string }

type Asked = {
  roundId: string
  villageId: string
  /** Null: a new one. */
  goal: Goal | null
  /** All of the round that are known here. */
  ids: readonly string[]
}

/** What somebody else made of the goal meanwhile; null: they removed it. */
type Theirs = (GoalForm & { revision: number; byName: string }) | null

export function useGoalForm({ roundId, villageId, goal, ids }: Asked) {
  const { doing, refused, run } = useDeed()
  const typed = useTyped<GoalForm>(
    `form/goal/${roundId}/${villageId}/${goal?.id ?? ''}`,
    goal ? wordsOf(goal) : { title: '', baseline: '', target: '', unit: '' },
    goal?.revision ?? null,
  )
  const [conflict, setConflict] = useState<{ now: Theirs } | null>(null)

  async function save(): Promise<void> {
    setConflict(null)
    if (goal) {
      const saved = await declare(goal.id, typed.over())
      if (saved === 'saved') leave()
      else if (saved) setConflict(saved)
      return
    }
    // Somebody else declared one meanwhile, under the same id: ours is the next.
    const taken = [...ids]
    for (let tries = 0; tries < 5; tries++) {
      const goalId = nextGoalId(villageId, taken)
      const saved = await declare(goalId, null)
      if (saved === 'saved') return leave()
      if (!saved) return
      taken.push(goalId)
    }
  }

  async function declare(goalId: string, revision: number | null): Promise<'saved' | { now: Theirs } | undefined> {
    const sent = { roundId, goalId, villageId, ...trimmed(typed.latest.current), revision }
    let now: { now: Theirs } | undefined
    const answer = await run(JSON.stringify(sent), async (sendId) => {
      try {
        return await call('programme', 'declareGoal', { ...sent, sendId })
      } catch (error) {
        now = theirsIn(error)
        throw error
      }
    })
    return answer ? 'saved' : now
  }

  async function remove(): Promise<void> {
    if (!goal) return
    const agreed = await confirm({ title: '删掉这条目标？', text: goal.title, yes: '删掉', no: '留着' })
    if (!agreed) return
    const { id: goalId, revision } = goal
    const gone = await run(`remove ${revision}`, (sendId) =>
      call('programme', 'removeGoal', { roundId, goalId, revision, sendId }),
    )
    if (gone) leave()
  }

  function leave(): void {
    typed.done()
    back()
  }

  return {
    form: typed.form,
    change: typed.change,
    isChanged: typed.isChanged,
    saving: doing !== null,
    refused: conflict ? null : refused,
    save: () => void save(),
    remove: goal && (() => void remove()),
    conflict,
    takeMine() {
      typed.rebase(conflict?.now?.revision ?? null)
      void save()
    },
    takeTheirs: leave,
  }
}

export function wordsOf({ title, baseline, target, unit }: GoalForm): GoalForm {
  return { title, baseline, target, unit }
}

function trimmed({ title, baseline, target, unit }: GoalForm): GoalForm {
  return { title: title.trim(), baseline: baseline.trim(), target: target.trim(), unit: unit.trim() }
}

function theirsIn(error: unknown): { now: Theirs } | undefined {
  const { code, details } = error as { code?: string; details?: { now?: Theirs } }
  return code === 'changed' ? { now: details?.now ?? null } : undefined
}
