/** An inspector's day: from village to village, mark by mark, and in the evening until nothing waits. */
import type { Chance } from '../phone/chance'
import { holds } from '../proof'
import type { Person } from './person'
import type { PlannedCard, PlannedDeduction, PlannedRecord, Touch } from './plan'

export type InspectorApp = typeof import('./inspector-hands')

export interface InspectorOptions {
  id: string
  person: Person<InspectorApp>
  chance: Chance
  roundId: string
  /** From the deduction's place in the plan: its id, the same on every day. */
  idOf(deduction: PlannedDeduction): Chance
}

const MINUTE = 60_000
/** Looks in the evening; what still waits then waits for ever. */
const LOOKS = 40

export type Inspector = ReturnType<typeof inspectorWith>

export function inspectorWith({ id, person, chance, roundId, idOf }: InspectorOptions) {
  const { wait, app, does } = person
  return { id, person, downloadsDay, readsDay, onsiteScene, judges, proposes, confirms, sendsEverything, submitted }

  /** The day and every village's code, before departure. */
  function downloadsDay(): Promise<void> {
    return does(
      (phone) => phone.downloadDay(roundId).catch(() => {}),
      (phone) => phone.dayState(roundId).complete,
    )
  }

  function readsDay(): Promise<void> {
    return does(
      (phone) => phone.look({ roundId }),
      (phone) => phone.keptToday(roundId) !== undefined,
    )
  }

  /** What is shown to the villagers. */
  async function onsiteScene(villageId: string): Promise<string> {
    const phone = await app()
    return phone.keptToday(roundId)!.stops.find(({ village }) => village.id === villageId)!.onsite!.scene
  }

  async function judges({ villageId, touches, records }: PlannedCard): Promise<void> {
    const place = { roundId, villageId }
    await wait(chance.between(0, 3 * MINUTE))
    await does(
      (phone) => phone.arrive(place),
      (phone) => phone.arrivalsOf(roundId)[villageId] !== undefined,
    )
    const half = Math.ceil(touches.length / 2)
    await touchesAll(touches.slice(0, half), villageId)
    for (const record of records) await keeps(record, villageId)
    await touchesAll(touches.slice(half), villageId)
    await does(
      (phone) => phone.submit(place),
      (phone) => phone.isSubmitted(place),
    )
  }

  async function touchesAll(touches: readonly Touch[], villageId: string): Promise<void> {
    for (const touch of touches) {
      // One hand types two or three in one go, and then looks up.
      await wait(chance.happens(0.55) ? chance.between(300, 1_400) : chance.between(5, 60) * 1_000)
      await touchesOne(touch, villageId)
    }
  }

  function touchesOne(touch: Touch, villageId: string): Promise<void> {
    const place = { roundId, villageId }
    const kept = (phone: InspectorApp) => phone.keptMark(phone.cardOf(roundId, villageId), touch.itemId)
    switch (touch.kind) {
      case 'mark':
        return does(
          (phone) => phone.mark(place, touch.itemId, touch.mark),
          (phone) => kept(phone).mark === touch.mark,
        )
      case 'note':
        return does(
          (phone) => phone.note(place, touch.itemId, touch.text),
          (phone) => kept(phone).note === touch.text,
        )
      case 'photo':
        return does(
          (phone) => {
            person.looksAt(touch.picture)
            return phone.photographMark(place, touch.itemId)
          },
          (phone) => kept(phone).photos.length > 0,
        )
    }
  }

  async function keeps({ kind, text, picture, reworded }: PlannedRecord, villageId: string): Promise<void> {
    const place = { roundId, villageId }
    const has = (words: string) => (phone: InspectorApp) =>
      phone.recordsOf(roundId, villageId).some((record) => record.text === words)
    await does((phone) => {
      if (picture !== null) person.looksAt(picture)
      const words = { text, photo: picture !== null }
      return kind === 'finding' ? phone.recordFinding(place, words) : phone.recordHighlight(place, words)
    }, has(text))
    if (reworded === null) return
    await wait(chance.between(1, 60) * 1_000)
    await does((phone) => phone.rewordFinding(place, text, reworded), has(reworded))
  }

  async function proposes(deduction: PlannedDeduction): Promise<void> {
    const { villageId, itemId, occurrences, text } = deduction
    await wait(chance.between(5 * MINUTE, 20 * MINUTE))
    await does(
      (phone) => {
        person.nextIdFrom(idOf(deduction))
        return phone.deduct({ roundId, villageId }, { text, photo: false }, itemId, occurrences)
      },
      (phone) => phone.recordsOf(roundId, villageId).some((record) => record.text === text),
    )
  }

  /** As soon as the day shows it; until the day shows it confirmed. */
  async function confirms({ text }: PlannedDeduction): Promise<void> {
    const seen = (phone: InspectorApp) => phone.keptToday(roundId)?.deductions.find((one) => one.text === text)
    const isPressed = (phone: InspectorApp) => phone.confirmationsThatWait(roundId).includes(seen(phone)!.id)
    const isConfirmed = (phone: InspectorApp) => seen(phone)?.state === 'confirmed'
    await does(
      (phone) => phone.look({ roundId }),
      (phone) => seen(phone) !== undefined,
    )
    await does(
      (phone) => phone.confirmDeduction(roundId, seen(phone)!.villageId, seen(phone)!.id),
      (phone) => isPressed(phone) || isConfirmed(phone),
    )
    await does((phone) => phone.look({ roundId }), isConfirmed)
  }

  /** The signal is good: they look until nothing waits. */
  async function sendsEverything(): Promise<void> {
    person.clearsUp()
    for (let looks = 0; looks < LOOKS; looks++) {
      const phone = await app()
      phone.sendNow()
      await wait(MINUTE)
      if (person.isOpen() && phone.waitingItems().length === 0) {
        holds(!phone.phoneHealth().full && !phone.phoneHealth().failed, `${id}: something kept came back broken`)
        return
      }
    }
    const waiting = (await app()).waitingItems()
    throw new Error(`${id}: after an evening of good signal something waits: ${JSON.stringify(waiting.slice(0, 3))}`)
  }

  /** What the phone shows as 已提交. */
  async function submitted(villageId: string): Promise<Record<string, number> | undefined> {
    return (await app()).cardOf(roundId, villageId).submitted?.marks
  }
}
