import { useRef } from 'react'
import { call, codeOf } from '../../client/call'
import { pageQuery } from '../../client/navigate'
import { chosenRound, hasDay } from '../../client/rounds'
import { useRead } from '../../client/use-read'
import { type Reading, useReading } from '../../client/use-reading'
import type { RoundHead } from '../../contract/parts'
import type { DayProgress } from '../../contract/ranking'

export type ProgressView =
  | { kind: 'day'; day: DayProgress; isAdministrator: boolean }
  /** No day to watch: not begun, or already sealed. */
  | { kind: 'noDay'; round: RoundHead | null; mayReadBoard: boolean }

/** The day's progress of the round that the page was opened with; without one, of the newest. Looks again while it is open. */
export function useProgress(): Reading<ProgressView> {
  const before = useRef<ProgressView>()
  return useReading(
    useRead(
      async () => {
        before.current = (await lookAgain(before.current)) ?? (await readProgress(pageQuery().round))
        return before.current
      },
      { live: 'often' },
    ),
  )
}

/** Who looks and which round it is stay as they were, until the round says that it is another time. */
async function lookAgain(before: ProgressView | undefined): Promise<ProgressView | null> {
  if (before?.kind !== 'day') return null
  try {
    return { ...before, day: await call('ranking', 'progressOfDay', { roundId: before.day.round.id }) }
  } catch (error) {
    if (codeOf(error) === 'tryAgain') throw error
    return null
  }
}

async function readProgress(asked: string | undefined): Promise<ProgressView> {
  const { member, rounds } = await call('member', 'me', {})
  const round = chosenRound(rounds, asked)
  if (!round || !hasDay(round.state))
    return { kind: 'noDay', round: round ?? null, mayReadBoard: round?.mayReadBoard ?? false }
  const day = await call('ranking', 'progressOfDay', { roundId: round.id })
  return { kind: 'day', day, isAdministrator: member?.roles.some(({ role }) => role === 'administrator') ?? false }
}
