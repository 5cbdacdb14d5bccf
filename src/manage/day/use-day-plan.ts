import { call } from '../../client/call'
import { pageQuery } from '../../client/navigate'
import { chosenRound } from '../../client/rounds'
import { useRead } from '../../client/use-read'
import { type Reading, useReading } from '../../client/use-reading'
import type { RoundHead } from '../../contract/parts'
import type { DayPlan } from '../../contract/round'

/** `plan` null: the day does not run, so nothing of it can be changed. */
export type DayView = { plan: DayPlan; round: RoundHead } | { plan: null; round: RoundHead | null }

/** The day as it is planned by now. */
export function useDayPlan(): Reading<DayView> {
  return useReading(useRead(() => readDayPlan(pageQuery().round), { live: 'often' }))
}

async function readDayPlan(asked: string | undefined): Promise<DayView> {
  const { rounds } = await call('member', 'me', {})
  const round = chosenRound(rounds, asked)
  if (round?.state !== 'running') return { plan: null, round: round ?? null }
  return { round, plan: await call('round', 'dayPlan', { roundId: round.id }) }
}
