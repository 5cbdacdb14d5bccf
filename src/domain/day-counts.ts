/**
 * The day so far, in counts: what is in and what is out. No score, mean or rank, and responses only in steps of 5
 * (docs/domain.md: before sealing nobody sees one; docs/screens.md, Leader).
 */
import { quota } from './quota'
import { isRecused } from './recusal'
import type { Inspector, Scheme, Stop, Village } from './round-file'
import { hasQuota, inSteps } from './small-cells'

export type DayFacts = {
  scheme: { survey: Pick<Scheme['survey'], 'quota'> }
  villages: readonly Village[]
  stops: readonly Stop[]
  /** `absentAt`: fell out during the day. */
  panel: ReadonlyArray<Pick<Inspector, 'id' | 'name' | 'recusedVillageIds'> & { absentAt?: number | null }>
  cards: ReadonlyArray<{
    inspectorId: string
    villageId: string
    isSubmitted: boolean
    touchedAt: number
    waiting: Waiting | null
  }>
  arrivals: ReadonlyArray<{ inspectorId: string; villageId: string; confirmedAt: number }>
  /** By village: responses that came, and those of them that count. */
  responses: ReadonlyMap<string, { received: number; counting: number }>
  /** By inspector: photos that something of theirs names and that have not arrived. */
  photosMissing: ReadonlyMap<string, number>
}

/** Things that waited on a phone when it last told us. */
export type Waiting = { count: number; at: number }

export type StopCounts = {
  stop: Stop
  village: Village
  arrivedAt: number | null
  cardsIn: number
  cardsExpected: number
  responses: number
  quotaReached: boolean
}

export type InspectorCounts = {
  memberId: string
  name: string
  submitted: number
  drafts: number
  expected: number
  lastContactAt: number | null
  absent: boolean
  waiting: Waiting | null
  photosMissing: number
  missing: Array<{ villageId: string; name: string; state: 'none' | 'draft' }>
}

export function stopCounts(facts: DayFacts): StopCounts[] {
  const villages = new Map(facts.villages.map((village) => [village.id, village]))
  return [...facts.stops]
    .sort((a, b) => a.order - b.order)
    .map((stop) => {
      const { villageId } = stop
      const village = villages.get(villageId)!
      const { received, counting } = facts.responses.get(villageId) ?? { received: 0, counting: 0 }
      const expected = expectedCards(facts, (card) => card.villageId === villageId)
      return {
        stop,
        village,
        arrivedAt: earliest(facts.arrivals.filter((one) => one.villageId === villageId).map((one) => one.confirmedAt)),
        cardsIn: expected.filter(isIn(facts)).length,
        cardsExpected: expected.length,
        responses: inSteps(received),
        quotaReached: hasQuota(counting, Number(quota(facts.scheme.survey.quota, village.households))),
      }
    })
}

export function inspectorCounts(facts: DayFacts): InspectorCounts[] {
  const names = new Map(facts.villages.map(({ id, name }) => [id, name]))
  return facts.panel.map(({ id, name, absentAt }) => {
    const cards = facts.cards.filter((card) => card.inspectorId === id)
    const expected = expectedCards(facts, (card) => card.inspectorId === id)
    const out = expected.filter((card) => !isIn(facts)(card))
    const missing = out.map(({ villageId }) => ({
      villageId,
      name: names.get(villageId)!,
      state: cards.some((card) => card.villageId === villageId) ? ('draft' as const) : ('none' as const),
    }))
    return {
      memberId: id,
      name,
      submitted: expected.length - out.length,
      drafts: missing.filter(({ state }) => state === 'draft').length,
      expected: expected.length,
      lastContactAt: latest([
        ...cards.map((card) => card.touchedAt),
        ...facts.arrivals.filter((arrival) => arrival.inspectorId === id).map((arrival) => arrival.confirmedAt),
      ]),
      absent: isAbsent({ absentAt }),
      waiting: newest(cards.flatMap(({ waiting }) => waiting ?? [])),
      photosMissing: facts.photosMissing.get(id) ?? 0,
      missing,
    }
  })
}

/** How many photos each person's records and marks name that are not among the stored ones: each photo once. */
export function missingPhotos(
  named: ReadonlyArray<{ by: string; photos: readonly string[] }>,
  stored: ReadonlySet<string>,
): Map<string, number> {
  const missing = new Map<string, Set<string>>()
  for (const { by, photos } of named)
    for (const id of photos) if (!stored.has(id)) missing.set(by, (missing.get(by) ?? new Set()).add(id))
  return new Map([...missing].map(([by, ids]) => [by, ids.size]))
}

type CardOf = { inspectorId: string; villageId: string }

/**
 * One card of every inspector for every village on the route that they may judge, in the route's order. Of one who
 * fell out only what they submitted: it counts, and nothing more is waited for.
 */
function expectedCards(facts: DayFacts, wanted: (card: CardOf) => boolean): CardOf[] {
  const route = facts.stops.filter(({ state }) => state !== 'skipped').sort((a, b) => a.order - b.order)
  return route
    .flatMap(({ villageId }) =>
      facts.panel
        .filter((one) => !isRecused(one, villageId))
        .map(({ id, absentAt }) => ({ card: { inspectorId: id, villageId }, isGone: isAbsent({ absentAt }) })),
    )
    .filter(({ card, isGone }) => wanted(card) && (!isGone || isIn(facts)(card)))
    .map(({ card }) => card)
}

function isAbsent({ absentAt }: { absentAt?: number | null }): boolean {
  return (absentAt ?? null) !== null
}

function newest(waiting: readonly Waiting[]): Waiting | null {
  return waiting.reduce<Waiting | null>((last, one) => (last && last.at >= one.at ? last : one), null)
}

function isIn({ cards }: DayFacts): (expected: CardOf) => boolean {
  return (expected) => cards.some((card) => card.isSubmitted && isSame(card, expected))
}

function isSame(a: CardOf, b: CardOf): boolean {
  return a.inspectorId === b.inspectorId && a.villageId === b.villageId
}

function earliest(times: readonly number[]): number | null {
  return times.length === 0 ? null : Math.min(...times)
}

function latest(times: readonly number[]): number | null {
  return times.length === 0 ? null : Math.max(...times)
}
