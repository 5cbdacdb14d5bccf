/**
 * The inspector with the phone in hand: walks to a page by its buttons, does one deed after the other, and after a kill
 * opens the app anew and goes on with the deed they were at.
 */
import type { MortalPhone } from './mortal-phone'
import { type Shown, seenTogether, shownOn } from './shown'

/** A segment of the scorecard, or a page behind it. */
export type Place =
  | '共性'
  | '示范'
  | '扣分'
  | '亮点问题'
  | 'submit'
  | 'record form'
  | 'deduction form'
  | { record: string }
  | { deduction: string }

const CARD = 'inspect/scorecard/index'
const SEGMENTS: readonly Place[] = ['共性', '示范', '扣分', '亮点问题']

export type Person = ReturnType<typeof personWith>

export function personWith(phone: MortalPhone, here: { round: string; village: string }) {
  /** What the open page is, where its route does not tell. */
  let inside: Place | null = null

  const person = {
    phone,
    opens: () => phone.opens(CARD, here),
    sees: (): Shown => shownOn(document.body.lastElementChild),
    taps: (name: string) => phone.app.tap(name),
    types: (field: string, value: string) => phone.app.type(field, value),

    async goesTo(place: Place): Promise<void> {
      if (isAt(place)) return
      // A dead app goes nowhere.
      while (phone.app.route !== CARD && !phone.isDead) await phone.app.goBack()
      if (phone.isDead) return
      await enter(place)
      inside = place
    },
    /** One place after the other, to see what is there. */
    async looksAt(places: readonly Place[]): Promise<Shown> {
      const seen: Shown[] = []
      for (const place of places) {
        await person.goesTo(place)
        seen.push(person.sees())
      }
      return seenTogether(seen)
    },
  }
  return person

  function isAt(place: Place): boolean {
    if (SEGMENTS.includes(place)) return phone.app.route === CARD && isChosen(place as string)
    return phone.app.route !== CARD && JSON.stringify(place) === JSON.stringify(inside)
  }

  function isChosen(segment: string): boolean {
    return phone.app
      .controls()
      .some(({ role, name, selected }) => role === 'tab' && name.startsWith(segment) && selected)
  }

  async function enter(place: Place): Promise<void> {
    if (typeof place === 'object') {
      await person.goesTo('record' in place ? '亮点问题' : '扣分')
      await phone.app.tap('record' in place ? place.record : place.deduction)
    } else if (place === 'submit') {
      await person.goesTo('共性')
      await phone.app.tap('核对并提交')
    } else if (place === 'record form') {
      await person.goesTo('亮点问题')
      await phone.app.tap('记一条')
    } else if (place === 'deduction form') {
      await person.goesTo('扣分')
      await phone.app.tap('提出扣分')
    } else {
      await phone.until(place)
      const tab = phone.app.controls().find(({ role, name }) => role === 'tab' && name.startsWith(place))
      if (!tab) throw new Error(`there is no ${place}`)
      if (!tab.selected) await phone.app.tap(tab.name)
      return
    }
  }
}
