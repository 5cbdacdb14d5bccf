import { useState } from 'react'
import { call } from '../../client/call'
import { pageQuery } from '../../client/navigate'
import { useDeed } from '../../client/use-deed'
import { useRead } from '../../client/use-read'
import { useReading } from '../../client/use-reading'
import type { CallOut } from '../../contract'
import type { Goal } from '../../contract/programme'

export type Goals = CallOut<'programme', 'goals'>

export function useGoals() {
  const [{ round: roundId = '', village, goal }] = useState(pageQuery)
  const reading = useReading(useRead(() => call('programme', 'goals', { roundId })))
  return { roundId, village, goal, ...reading }
}

/** One village's goals, decided on: all of them approved at once, or one returned. */
export function useDeciding(roundId: string, villageId: string, goals: readonly Goal[], reload: () => Promise<void>) {
  const { doing, refused, run } = useDeed()
  const [chosen, setChosen] = useState<Record<string, number>>({})
  const [returning, setReturning] = useState<{ goalId: string; reason: string } | null>(null)
  const open = goals.filter(({ state, mayDecide }) => state === 'declared' && mayDecide)
  const difficultyOf = ({ id, difficulty }: Goal) => chosen[id] ?? difficulty

  async function approve(): Promise<void> {
    const sent = open.map((goal) => ({
      goalId: goal.id,
      revision: goal.revision,
      difficulty: difficultyOf(goal)!,
    }))
    await run(`approve ${JSON.stringify(sent)}`, (sendId) =>
      call('programme', 'approveGoals', { roundId, villageId, goals: sent, sendId }),
    )
    await reload()
  }

  async function sendBack(): Promise<void> {
    const goal = goals.find(({ id }) => id === returning?.goalId)
    if (!goal || !returning) return
    const sent = { goalId: goal.id, revision: goal.revision, reason: returning.reason.trim() }
    const done = await run(`return ${JSON.stringify(sent)}`, (sendId) =>
      call('programme', 'returnGoal', { roundId, ...sent, sendId }),
    )
    if (done) setReturning(null)
    await reload()
  }

  return {
    doing: doing !== null,
    refused,
    open,
    /** Of those to be approved, without a difficulty. */
    lacking: open.filter((goal) => difficultyOf(goal) === null).length,
    difficultyOf,
    choose: (goalId: string, difficulty: number) => setChosen((before) => ({ ...before, [goalId]: difficulty })),
    approve: () => void approve(),
    returning,
    setReturning,
    sendBack: () => void sendBack(),
  }
}

export type Deciding = ReturnType<typeof useDeciding>
