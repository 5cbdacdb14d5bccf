/** What a stop's card comes to on this phone: the day's facts and what was typed, put together by the rules. */
import { isChangedSinceSubmission, type KeptCard, keptMark, lastSubmission } from '../client/kept-card'
import { cardOf } from '../client/scorecard-store'
import type { Arrival } from '../client/today'
import type { Today, TodayStop } from '../contract/round'
import { itemsWithoutNote, missingItems } from '../domain/card-check'
import { type CardFacts, type CardSum, instantSum } from '../domain/card-sum'
import type { RouteStop } from '../domain/my-route'
import { judgedInOrder } from './scorecard/card-rows'

export type CardStanding = {
  marked: number
  of: number
  /** Items without a mark, at 0 or full without a reason, with two values to choose from: as they stand on the page. */
  missing: string[]
  noteless: string[]
  conflicts: string[]
}

export function standingOfCard(stop: TodayStop, card: KeptCard): CardStanding {
  const items = judgedInOrder(stop)
  const missing = missingItems(items, card.marks)
  return {
    marked: items.length - missing.length,
    of: items.length,
    missing,
    noteless: itemsWithoutNote(items, card.marks),
    conflicts: items.map(({ id }) => id).filter((id) => keptMark(card, id).other !== null),
  }
}

export function routeStops(today: Today, arrivals: Record<string, Arrival>): RouteStop[] {
  return today.stops.map((stop) => {
    const { id: villageId } = stop.village
    const card = cardOf(today.round.id, villageId)
    const { marked, of } = standingOfCard(stop, card)
    const arrived = arrivals[villageId] !== undefined
    return {
      villageId,
      skipped: stop.state === 'skipped',
      recused: stop.recused,
      arrived,
      marked,
      of,
      submission: submissionOf(card),
    }
  })
}

function submissionOf(card: KeptCard): RouteStop['submission'] {
  if (!lastSubmission(card)) return 'none'
  if (isChangedSinceSubmission(card)) return 'changed'
  return card.submitting || card.late?.marks ? 'waiting' : 'submitted'
}

/** The sums so far, in the ranking's own arithmetic: the day is told as the round file's parts, measured marks as they are. */
export function sumOfCard(today: Today, stop: TodayStop, card: KeptCard): CardSum {
  const marks = Object.fromEntries(
    Object.entries(card.marks).flatMap(([id, { mark }]) => (mark === null ? [] : [[id, mark]])),
  )
  return instantSum(factsOf(today, stop), stop.village.id, marks)
}

function factsOf({ weights }: Today, stop: TodayStop): CardFacts {
  const villageId = stop.village.id
  const nowhere = { actionId: '', revitalisation: '' }
  const judged = stop.items
    .filter(({ paper }) => paper === 'common')
    .map(({ id, title, full, step, rubric }) => ({
      kind: 'judged' as const,
      id,
      title,
      full,
      step,
      rubric,
      ...nowhere,
    }))
  const measured = stop.facts.map(({ id, title, full, unit, mark }) => {
    return { kind: 'measured' as const, id, title, full, step: 1, unit, bands: [{ from: null, mark }], ...nowhere }
  })
  return {
    scheme: { weights, indicators: [...judged, ...measured] },
    goals: stop.items.filter(({ paper }) => paper === 'demonstration').map((goal) => ({ ...goal, villageId })),
    notApplicable: [],
    measurements: stop.facts.map(({ id, value }) => ({ villageId, indicatorId: id, value })),
  }
}
