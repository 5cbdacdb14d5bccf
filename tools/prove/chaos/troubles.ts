/** When phones and the server die, by a seed. Without a seed nothing does, and nothing fails. */
import { type Chance, chanceFrom } from '../phone/chance'
import type { Plan } from './plan'

export interface Troubles {
  /** Of each call to fail. */
  failing: number
  /** By phone: steps at which its app dies. */
  appKills: ReadonlyMap<string, readonly number[]>
  server: readonly ServerKill[]
}

/** At the so manieth call of its part of the day, after so many passages of places of writing. */
export interface ServerKill {
  part: 'day' | 'review' | 'sealing'
  call: number
  passages: number
}

export interface Harm {
  appKills: number
  serverKills: number
}

export const NO_TROUBLES: Troubles = { failing: 0, appKills: new Map(), server: [] }
const FAILING = 0.3

export function troublesFrom(seed: number, plan: Plan, { appKills, serverKills }: Harm): Troubles {
  const chance = chanceFrom(seed)
  return {
    failing: FAILING,
    appKills: phonesThatDie(plan, appKills, chance.forPart(1)),
    server: serverDies(plan, serverKills, chance.forPart(2)),
  }
}

/** Half of them on inspectors' phones, a tenth on those that go round with the cards, the rest on villagers'. */
function phonesThatDie({ cards, villagers, helpers }: Plan, all: number, chance: Chance): Troubles['appKills'] {
  const kills = new Map<string, number[]>()
  const inspectors = [...new Set(cards.map(({ inspectorId }) => inspectorId))]
  const touchesOf = (id: string) =>
    cards.reduce((sum, card) => sum + (card.inspectorId === id ? card.touches.length : 0), 0)
  const onInspectors = Math.ceil(all / 2)
  const onHelpers = Math.floor(all / 10)
  for (let n = 0; n < onInspectors; n++) {
    const id = inspectors[n % inspectors.length]!
    // A touch is two steps, and nearly every one is made.
    die(id, () => chance.between(1, Math.floor(1.8 * touchesOf(id))))
  }
  const withCards = helpers.filter((helper) => helper.cards.length > 0)
  for (let n = 0; n < onHelpers; n++) {
    const helper = withCards[n % withCards.length]!
    die(helperName(helper.villageId), () => chance.between(1, STEPS_OF_ANSWERS * helper.cards.length))
  }
  const left = [...villagers]
  for (let n = onInspectors + onHelpers; n < all; n++) {
    const [villager] = left.splice(chance.between(0, left.length - 1), 1)
    die(villager!.who, () => chance.between(1, STEPS_OF_ANSWERS))
  }
  return kills

  function die(phone: string, at: () => number): void {
    const before = kills.get(phone) ?? []
    let step = at()
    while (before.includes(step)) step = at()
    kills.set(phone, [...before, step])
  }
}

/** The code or the card asked, form and draft, ten answers, the draft once more, the send, the receipt, two drawers emptied. */
const STEPS_OF_ANSWERS = 19

export function helperName(villageId: string): string {
  return `cards of ${villageId}`
}

/** One while the closed round is reviewed, one while it is sealed, the rest under the day's load. */
function serverDies(plan: Plan, all: number, chance: Chance): ServerKill[] {
  const inTheDay = all - 2
  const calls = leastCalls(plan)
  const day = Array.from({ length: inTheDay }, (_, n): ServerKill => {
    const call = Math.floor((calls * (n + 0.1 + 0.8 * chance.fraction())) / inTheDay)
    return { part: 'day', call, passages: chance.between(0, 40) }
  })
  // A call of the evening passes more than six places, whatever it does.
  const review: ServerKill = { part: 'review', call: chance.between(1, 3), passages: chance.between(0, 5) }
  const sealing: ServerKill = { part: 'sealing', call: chance.between(1, 7), passages: chance.between(0, 5) }
  return [...day, review, sealing]
}

/** Of the day, if nothing fails. */
function leastCalls({ villagers, helpers, cards }: Plan): number {
  const answers = villagers.length + helpers.reduce((sum, helper) => sum + helper.cards.length, 0)
  return 2 * answers + 4 * cards.length
}
