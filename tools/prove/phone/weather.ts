/** What the day does to phones, by the schedule's seed: signals lost, apps killed, clocks set, storage that fills up. */
import { holds } from '../proof'
import { type Chance, chanceFrom } from './chance'
import type { Phone } from './phone'
import { DEPARTURE, EVENING, MINUTE, type PhoneName } from './script'
import type { SimulatedTime } from './simulated-time'
import type { SmallRound } from './small-round'

/** How many of ten calls of each phone meet trouble. */
export function troublesOf(seed: number, phone: number): number {
  return chanceFrom(seed)
    .forPart(10 + phone)
    .between(1, 6)
}

export function badWeather(
  seed: number,
  time: SimulatedTime,
  phones: ReadonlyMap<PhoneName, Phone>,
  { roundId, villageIds }: SmallRound,
): void {
  let part = 20
  for (const phone of phones.values()) {
    const chance = chanceFrom(seed).forPart(part++)
    some(chance, 3, () => without(phone, 'signal', chance.between(1, 12) * MINUTE))
    some(chance, 3, () => killed(phone, chance.between(1, 4 * MINUTE)))
    some(chance, 1, () => without(phone, 'space', chance.between(1, 5) * MINUTE))
    // Behind, ahead, and back: an hour wrong at most, a few days at worst.
    some(chance, 2, () => phone.clockIsOff(chance.oneOf([0, -50, -3, 4, 55, 3 * 24 * 60]) * MINUTE))
  }

  function some(chance: Chance, most: number, what: () => void): void {
    for (let left = chance.between(0, most); left > 0; left--) time.after(chance.between(DEPARTURE, EVENING), what)
  }

  function without(phone: Phone, what: 'signal' | 'space', ms: number): void {
    const lacks = (lack: boolean) => (what === 'signal' ? phone.signal(!lack) : phone.storageIsFull(lack))
    lacks(true)
    time.after(ms, () => lacks(false))
  }

  /** What a full phone could not keep is gone with the app, and it has said so: such an app is left alone here. */
  function killed(phone: Phone, forMs: number): void {
    if (!phone.isOpen() || phone.isFull() || phone.app.phoneHealth().full) return
    const before = shownBy(phone)
    phone.dies()
    const after = shownBy(phone)
    holds(after === before, `killed, the app shows\n    ${after}\n  and before it showed\n    ${before}`)
    phone.dies()
    time.after(forMs, () => {
      if (!phone.isOpen()) phone.opens().sendNow()
    })
  }

  function shownBy(phone: Phone): string {
    const app = phone.isOpen() ? phone.app : phone.opens()
    return villageIds.map((villageId) => app.shown({ roundId, villageId })).join('\n')
  }
}
