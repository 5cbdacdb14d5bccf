import { useState } from 'react'
import { back } from '../../../client/navigate'
import type { Preparation } from '../../../contract/round'
import { addedStop, arrivingAt, movedStop, type PlanStop } from '../../../domain/plan-edits'
import { driveLines, stopsLine } from '../../../domain/ready/plan'
import { routeDefaults, suggestedRoute } from '../../../domain/route-suggestion'
import { stopsPart } from '../plan-parts'
import { usePlanPart } from '../use-plan-part'

/** The route on its page: villages in order with their times, and a suggestion that can be taken and given back. */
export function usePlan(preparation: Preparation) {
  const part = usePlanPart(preparation, stopsPart, back)
  const [open, setOpen] = useState<string | null>(null)
  const [before, setBefore] = useState<PlanStop[] | null>(null)
  const [settings, setSettings] = useState({
    startAt: part.value[0]?.arrive ?? routeDefaults.startAt,
    minutesPerStop: routeDefaults.minutesPerStop,
  })
  const stops = part.value
  const villageOf = (id: string) => preparation.villages.find((village) => village.id === id)
  const route = stops.flatMap(({ villageId }) => villageOf(villageId) ?? [])
  const suggestion = suggestedRoute(route, settings)

  function put(next: PlanStop[]): void {
    setBefore(null)
    part.change(next)
  }

  return {
    part,
    stops,
    route,
    villageOf,
    /** Those that are not on the route. */
    others: preparation.villages.filter(({ id }) => !stops.some(({ villageId }) => villageId === id)),
    /** By the same rule that decides whether the round may be ready. */
    check: stopsLine({ stops, villages: route }),
    drive: driveLines({ stops, villages: route }),
    /** The stop whose times and place are being changed. */
    open,
    toggle: (villageId: string) => setOpen(open === villageId ? null : villageId),
    move: (index: number, by: 1 | -1) => put(movedStop(stops, index, by)),
    arrive: (index: number, clock: string) => put(replaced(stops, index, arrivingAt(stops[index]!, clock))),
    depart: (index: number, clock: string) => put(replaced(stops, index, { ...stops[index]!, depart: clock })),
    remove(index: number) {
      setOpen(null)
      put(stops.filter((_, place) => place !== index))
    },
    add: (villageId: string) => put(addedStop(stops, villageId)),
    addAll: (ids: readonly string[]) => put(ids.reduce(addedStop, [...stops])),
    settings,
    setSettings,
    suggestion,
    isSuggested: JSON.stringify(suggestion.stops) === JSON.stringify(stops),
    applySuggestion() {
      setOpen(null)
      part.change(suggestion.stops)
      setBefore(stops)
    },
    /** Back to what stood before the suggestion was taken; null: nothing to undo. */
    undo:
      before &&
      (() => {
        part.change(before)
        setBefore(null)
      }),
  }
}

export type PlanState = ReturnType<typeof usePlan>

function replaced(stops: readonly PlanStop[], index: number, stop: PlanStop): PlanStop[] {
  return stops.map((one, place) => (place === index ? stop : one))
}
