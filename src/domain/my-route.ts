/**
 * An inspector's day along the route: how each stop stands, where they are, and the one next thing to do
 * (docs/screens.md, Inspector: 路线).
 */

export type RouteStop = {
  villageId: string
  skipped: boolean
  recused: boolean
  arrived: boolean
  /** Items marked so far, of so many. */
  marked: number
  of: number
  /** `waiting`: pressed, not with the server yet. `changed`: marks differ from what was submitted. */
  submission: 'none' | 'waiting' | 'changed' | 'submitted'
}

export type StopStanding = 'cancelled' | 'recused' | 'submitted' | 'waiting' | 'draft' | 'arrived' | 'notArrived'

export function standingOf(stop: RouteStop): StopStanding {
  if (stop.skipped) return 'cancelled'
  if (stop.recused) return 'recused'
  if (stop.submission === 'submitted' || stop.submission === 'waiting') return stop.submission
  if (stop.marked > 0) return 'draft'
  return stop.arrived ? 'arrived' : 'notArrived'
}

export type NextThing = { do: 'arrive' | 'score' | 'submitAgain'; villageId: string }

/**
 * The next thing to do, undefined when all is submitted: finish the card of the village arrived at last, then go on
 * along the route, then what was left behind, last what was changed after submitting.
 */
export function nextThing(stops: readonly RouteStop[]): NextThing | undefined {
  const mine = stops.filter(({ skipped, recused }) => !skipped && !recused)
  const open = mine.filter(({ submission }) => submission === 'none')
  const here = open.filter(({ arrived }) => arrived).pop()
  const next = here ?? nextAlong(mine, open) ?? mine.find(({ submission }) => submission === 'changed')
  if (!next) return undefined
  const { villageId, arrived, submission } = next
  return { do: submission === 'changed' ? 'submitAgain' : arrived ? 'score' : 'arrive', villageId }
}

/** Where the route leads next: arriving anywhere else first is asked about, not refused. */
export function nextArrival(stops: readonly RouteStop[]): string | undefined {
  const mine = stops.filter(({ skipped, recused }) => !skipped && !recused)
  return nextAlong(
    mine,
    mine.filter(({ arrived }) => !arrived),
  )?.villageId
}

/** The first of `open` after the last stop arrived at; none there: the first that was left behind. */
function nextAlong(mine: readonly RouteStop[], open: readonly RouteStop[]): RouteStop | undefined {
  const reached = mine.reduce((last, { arrived }, index) => (arrived ? index : last), -1)
  return mine.find((stop, index) => index > reached && open.includes(stop)) ?? open[0]
}
