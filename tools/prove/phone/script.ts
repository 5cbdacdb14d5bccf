/**
 * What people do on one day: up to two phones of one inspector, and one of an inspector from another district. Nothing
 * of it depends on the weather, so that the same script under any weather must come to the same end. Hence, where two
 * phones touch one mark, the person means one of the two: on the other phone they touch it once, before they look at
 * the day anew there, and wherever they are asked they choose what they meant.
 */
import { type Chance, chanceFrom } from './chance'
import type { SmallRound } from './small-round'

export const MINUTE = 60_000
/** Until then the phones lie in good weather and have read their day. */
export const DEPARTURE = 1 * MINUTE
export const EVENING = 40 * MINUTE

export type PhoneName = 'first' | 'second' | 'colleague'

export interface Deed {
  at: number
  phone: PhoneName
  villageId: string
  what:
    | { kind: 'arrive' | 'submit' | 'look' | 'choose' | 'confirm' }
    | { kind: 'mark'; itemId: string; mark: number | null }
    | { kind: 'note'; itemId: string; text: string }
    | { kind: 'photographMark'; itemId: string; picture: string }
    | { kind: 'finding' | 'highlight'; text: string; picture: string | null }
    | { kind: 'reword'; from: string; text: string }
    | { kind: 'deduct'; text: string; picture: string | null; occurrences: number }
}

export interface Script {
  phones: readonly PhoneName[]
  deeds: readonly Deed[]
  /** On which phone the person means what stands there. */
  meant(villageId: string, itemId: string): PhoneName
  /** On which phone they submit a village. */
  submitsOn(villageId: string): PhoneName
  /** When the administrator closes the round; null: not while they are at it. */
  closesAt: number | null
}

type Round = Pick<SmallRound, 'villageIds' | 'itemsOf'>

export function scriptFrom(seed: number, round: Round): Script {
  const chance = chanceFrom(seed).forPart(1)
  const isTwo = chance.happens(0.7)
  const mine: readonly PhoneName[] = isTwo ? ['first', 'second'] : ['first']
  const hasColleague = chance.happens(0.3)
  const meant = new Map<string, PhoneName>()
  const submits = new Map(round.villageIds.map((id) => [id, chance.oneOf(mine)]))
  const marks = round.villageIds.flatMap((villageId) =>
    round.itemsOf(villageId).flatMap((item) => {
      const owner = chance.oneOf(mine)
      meant.set(`${villageId}/${item.id}`, owner)
      const other = isTwo && chance.happens(0.4) ? mine.find((name) => name !== owner)! : null
      return touches(chance, villageId, item, owner, other)
    }),
  )
  const colleagues = hasColleague ? colleaguesDeeds(chance, round) : []
  const deeds = [
    ...marks,
    ...round.villageIds.flatMap((villageId) => records(chance, villageId, mine)),
    ...round.villageIds.map((villageId) => deed(chance, chance.oneOf(mine), villageId, { kind: 'arrive' })),
    ...round.villageIds.flatMap((villageId) => submissions(chance, villageId, submits.get(villageId)!)),
    ...mine.flatMap((phone) => glances(chance, phone, round, marks, meant)),
    ...colleagues,
  ]
  return {
    phones: hasColleague ? [...mine, 'colleague'] : mine,
    deeds: deeds.sort((a, b) => a.at - b.at),
    meant: (villageId, itemId) => meant.get(`${villageId}/${itemId}`)!,
    submitsOn: (villageId) => submits.get(villageId)!,
    closesAt: chance.happens(0.15) ? chance.between(10, 38) * MINUTE : null,
  }
}

/** Every item gets its mark; its owner may go on and on, another phone touches it once. */
function touches(
  chance: Chance,
  villageId: string,
  item: { id: string; step: number; full: number },
  owner: PhoneName,
  other: PhoneName | null,
): Deed[] {
  const steps = Math.round(item.full / item.step)
  // Neither 0 nor full: those want a reason.
  const value = () => chance.between(1, steps - 1) * item.step
  const itemId = item.id
  const times = Array.from({ length: chance.between(1, 3) }, () => anyTime(chance)).sort((a, b) => a - b)
  const own = times.map((at, n): Deed => {
    const rare = n === 0 ? 1 : chance.fraction()
    if (rare < 0.25) return { at, phone: owner, villageId, what: { kind: 'note', itemId, text: `理由${n}` } }
    if (rare < 0.4 && other === null) {
      const picture = `${villageId} ${itemId} ${n}`
      return { at, phone: owner, villageId, what: { kind: 'photographMark', itemId, picture } }
    }
    return { at, phone: owner, villageId, what: { kind: 'mark', itemId, mark: value() } }
  })
  if (!other) return own
  return [...own, deed(chance, other, villageId, { kind: 'mark', itemId, mark: value() })]
}

function records(chance: Chance, villageId: string, mine: readonly PhoneName[]): Deed[] {
  const phone = chance.oneOf(mine)
  const picture = (of: string) => (chance.happens(0.6) ? `${of} in ${villageId}` : null)
  const found: Deed[] = []
  if (chance.happens(0.5)) {
    const text = '垃圾桶旁有积水'
    const first = deed(chance, phone, villageId, { kind: 'finding', text, picture: picture('finding') })
    const said = { kind: 'reword', from: text, text: '垃圾桶旁有积水，约两平方米' } as const
    found.push(first)
    if (chance.happens(0.5))
      found.push({
        ...first,
        at: Math.min(EVENING, first.at + chance.oneOf([10_000, MINUTE, 10 * MINUTE])),
        what: said,
      })
  }
  if (chance.happens(0.4))
    found.push(
      deed(chance, phone, villageId, { kind: 'highlight', text: '红色展馆讲解生动', picture: picture('highlight') }),
    )
  if (chance.happens(0.4)) {
    const occurrences = chance.between(1, 3)
    found.push(
      deed(chance, phone, villageId, {
        kind: 'deduct',
        text: '现场看到乱堆乱放',
        picture: picture('deduction'),
        occurrences,
      }),
    )
  }
  return found
}

/** Pressed too early, and again: what counts in the end is what they submit in the evening. */
function submissions(chance: Chance, villageId: string, phone: PhoneName): Deed[] {
  return Array.from({ length: chance.between(0, 2) }, () => ({
    ...deed(chance, phone, villageId, { kind: 'submit' }),
    at: chance.between(20, 40) * MINUTE,
  }))
}

/** Looking at what is asked at any time; at the day anew only when nothing is left to touch that is meant elsewhere. */
function glances(
  chance: Chance,
  phone: PhoneName,
  { villageIds }: Round,
  marks: readonly Deed[],
  meant: ReadonlyMap<string, PhoneName>,
): Deed[] {
  const notMeant = marks.filter(
    (each) =>
      each.phone === phone && 'itemId' in each.what && meant.get(`${each.villageId}/${each.what.itemId}`) !== phone,
  )
  const from = Math.max(DEPARTURE, ...notMeant.map(({ at }) => at + 1))
  const at = chance.between(from, EVENING)
  const look: Deed = { at, phone, villageId: villageIds[0]!, what: { kind: 'look' } }
  const chooses = villageIds.flatMap((villageId) =>
    Array.from({ length: 3 }, () => deed(chance, phone, villageId, { kind: 'choose' })),
  )
  return [look, ...chooses]
}

function colleaguesDeeds(chance: Chance, { villageIds, itemsOf }: Round): Deed[] {
  const villageId = chance.oneOf(villageIds)
  const items = itemsOf(villageId)
  const phone = 'colleague'
  return [
    deed(chance, phone, villageId, { kind: 'arrive' }),
    ...items.map((item) =>
      deed(chance, phone, villageId, { kind: 'mark', itemId: item.id, mark: item.step * chance.between(1, 3) }),
    ),
    { at: chance.between(20, 35) * MINUTE, phone, villageId, what: { kind: 'look' } },
    { at: chance.between(36, 39) * MINUTE, phone, villageId, what: { kind: 'confirm' } },
  ]
}

function deed(chance: Chance, phone: PhoneName, villageId: string, what: Deed['what']): Deed {
  return { at: anyTime(chance), phone, villageId, what }
}

function anyTime(chance: Chance): number {
  return chance.between(DEPARTURE + 1000, EVENING)
}
