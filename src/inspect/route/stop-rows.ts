/** The stops of the day as rows of the route. */
import { cardOf } from '../../client/scorecard-store'
import type { Arrival } from '../../client/today'
import type { RouteStop as RouteRow } from '../../components/route-line'
import type { DayChange, Today, TodayStop } from '../../contract/round'
import { type NextThing, type RouteStop, standingOf } from '../../domain/my-route'
import { clockInWords, momentInWords } from '../clock-words'

export type RouteFacts = {
  today: Today
  /** The same stops, in the same order, as they stand for me. */
  stops: readonly RouteStop[]
  next: NextThing | undefined
  arrivals: Record<string, Arrival>
}

export function stopRows(facts: RouteFacts, open: (villageId: string) => void): RouteRow[] {
  return facts.today.stops.map((stop, index) => {
    const my = facts.stops[index]!
    const { id, name: village, themes } = stop.village
    const change = changeOf(stop, facts.today)
    return {
      id,
      time: clockInWords(stop.arrive),
      village,
      themes,
      note: noteOf(stop, my, change, facts),
      changed: change !== undefined && !my.skipped,
      place: placeOf(my, facts.next),
      card: standingOf(my),
      done: my.marked,
      of: my.of,
      onPress: () => open(id),
    }
  })
}

function placeOf(my: RouteStop, next: NextThing | undefined): RouteRow['place'] {
  if (my.skipped) return 'cancelled'
  if (my.recused) return 'recused'
  if (next?.villageId === my.villageId && next.do !== 'submitAgain') return 'here'
  return my.arrived || my.submission !== 'none' ? 'been' : 'ahead'
}

function noteOf(
  stop: TodayStop,
  my: RouteStop,
  change: DayChange | undefined,
  { today, arrivals }: RouteFacts,
): string {
  const { id, town } = stop.village
  if (my.skipped) return change ? clipped(change.reason) : town
  if (stop.recused) return `${town}，${stop.recusedBecause}`
  if (cardOf(today.round.id, id).late) return '收卷后才传到，待管理员认定'
  if (my.submission === 'changed') return '有改动未重新提交'
  const arrival = arrivals[id]
  return arrival ? `${momentInWords(arrival.at)} 到，${town}` : town
}

/** The newest change of this stop; changes come newest first. */
function changeOf({ village }: TodayStop, { changes }: Today): DayChange | undefined {
  return changes.find(({ villageId }) => villageId === village.id)
}

const LONGEST_REASON = 24

function clipped(reason: string): string {
  return reason.length > LONGEST_REASON ? `${reason.slice(0, LONGEST_REASON)}…` : reason
}
