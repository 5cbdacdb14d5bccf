import { useState } from 'react'
import { backTo } from '../../client/back-to'
import { haptic } from '../../client/device'
import { canGoBack, go, replace } from '../../client/navigate'
import { sendNow } from '../../client/outbox'
import { confirmationsThatWait } from '../../client/records'
import { cardChanges } from '../../client/scorecard-store'
import { changeArrival } from '../../client/today'
import { typedAt } from '../../client/typed-at'
import { useKept } from '../../client/use-kept'
import { factNoun, factValue } from '../../components/fact-words'
import { clockInWords, momentInWords } from '../clock-words'
import { routeStops } from '../my-card'
import { toRoute, useStop } from '../use-day'
import { useKeptList } from '../use-kept-list'
import { useWaiting } from '../use-waiting'
import { arrivalDock } from './dock'
import { findingRows } from './finding-rows'
import { otherVillage } from './other-village'
import { troubleOf } from './troubles'

/** So many facts at a glance; the rest on demand. */
const AT_A_GLANCE = 3

export function useArrival() {
  const { roundId, villageId, query, today, stop, arrivals, screen } = useStop({ fresh: true })
  const offline = useWaiting()
  const confirmed = useKeptList(() => confirmationsThatWait(roundId))
  useKept(cardChanges)
  const [all, setAll] = useState(false)
  const arrival = arrivals[villageId]
  if (!today || !stop) return { screen, offline, view: null }

  const stops = routeStops(today, arrivals)
  const my = stops.find((each) => each.villageId === villageId)!
  const { name, town, themes } = stop.village
  // Nobody goes there today: nothing to look at.
  const facts = (my.skipped ? [] : stop.facts).map(({ id, mark, full, ...fact }) => {
    return { id, noun: factNoun(fact), value: factValue(fact), mark, full }
  })
  const question = otherVillage({ today, stops, my, wasScanned: query.scanned === '1' })
  return {
    screen,
    offline,
    view: {
      roundId,
      name,
      town,
      themes,
      planned: `${clockInWords(stop.arrive)}–${clockInWords(stop.depart)}`,
      arrivedAt: arrival && momentInWords(arrival.at),
      waits: arrival?.waits ?? false,
      question,
      trouble: troubleOf({ today, stop, arrival }),
      /** Changes of this stop, newest first. */
      changes: my.skipped ? [] : today.changes.filter((change) => change.villageId === villageId),
      findings: my.skipped ? [] : findingRows(stop, today, confirmed),
      facts: all ? facts : facts.slice(0, AT_A_GLANCE),
      factCount: facts.length,
      showAll: all || facts.length <= AT_A_GLANCE ? undefined : () => setAll(true),
      dock: arrivalDock({ stop, my, arrived: arrival !== undefined, other: question?.expected }, deeds()),
      /** Opened by a code, nothing lies below. */
      toRoute: canGoBack() ? undefined : toRoute(roundId),
    },
  }

  function deeds() {
    const here = { round: roundId, village: villageId }
    return {
      arrive: () => {
        haptic()
        changeArrival(roundId, villageId, { at: typedAt(), waits: true, late: false, refused: null })
        sendNow()
      },
      score: () => go('inspect/scorecard/index', here),
      showCode: () => go('inspect/onsite/index', here),
      toExpected: () => replace('inspect/arrival/index', { round: roundId, village: question!.expected.id }),
      toRoute: () => backTo('inspect/route/index', { round: roundId }),
    }
  }
}

export type ArrivalView = NonNullable<ReturnType<typeof useArrival>['view']>
