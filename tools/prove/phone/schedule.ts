/** One script under one weather: the people's deeds on simulated phones, to the evening and to the end of what waits. */
import type { Answer } from '../../../src/contract/errors'
import type { LocalCloud } from '../../local-cloud'
import { administrator, openidOf } from '../../seed/people'
import { holds } from '../proof'
import type { App, OpenApp } from './app-on-a-phone'
import { chanceFrom } from './chance'
import { type Delivery, networkOf } from './network'
import { type Phone, phoneOf } from './phone'
import { DEPARTURE, type Deed, EVENING, MINUTE, type PhoneName, type Script } from './script'
import { simulatedTime } from './simulated-time'
import type { SmallRound } from './small-round'
import { badWeather, troublesOf } from './weather'

export interface Schedule {
  cloud: LocalCloud
  openApp: OpenApp
  round: SmallRound
  script: Script
  /** Null: good weather. */
  weather: number | null
  /** Every call that reached a function, in words, for who looks for a cause. */
  trace?: (line: string) => void
}

export interface Driven {
  deliveries: Delivery[]
  phones: ReadonlyMap<PhoneName, Phone>
  /** What an uploaded photo shows, by its id. */
  pictureOf(photoId: string): string
  /** Calls by what became of them. */
  fates: Record<string, number>
}

/** Every phone tells its day this many hours after it happened: the functions run by the real clock. */
const HOURS_AGO = 8 * 60 * MINUTE
const MODELS: Record<PhoneName, string> = { first: '华为 nova 9', second: '小米 14', colleague: 'OPPO A5' }
/** An evening of looking every five minutes; what still waits then waits for ever. */
const LOOKS_IN_THE_EVENING = 16

export async function drive({ cloud, openApp, round, script, weather, trace }: Schedule): Promise<Driven> {
  const time = simulatedTime(Date.now() - HOURS_AGO)
  const dawn = time.now()
  const deliveries: Delivery[] = []
  const uploaded = new Map<string, string>()
  const pictures = new Map<PhoneName, string>()
  const phones = new Map(script.phones.map((name, n) => [name, phoneFor(name, n)]))
  const failures: unknown[] = []

  for (const phone of phones.values()) {
    phone.opens()
    began(phone.app.look({ roundId: round.roundId }))
  }
  for (const deed of script.deeds) time.after(deed.at, () => begin(deed))
  if (weather !== null) badWeather(weather, time, phones, round)
  if (script.closesAt !== null) time.after(script.closesAt, closeRound)
  await time.pass(dawn + EVENING + 1)
  await evening()
  if (failures.length > 0) throw failures[0]
  const pictureOf = (id: string) => uploaded.get(`photos/${round.roundId}/${id}.jpg`) ?? 'never uploaded'
  return { deliveries, phones, pictureOf, fates: fatesOf(phones) }

  function phoneFor(name: PhoneName, n: number): Phone {
    const openid = openidOf(round.inspectors[name === 'colleague' ? 1 : 0])
    const troubles = weather === null ? 0 : troublesOf(weather, n)
    // Of the round, so that no two phones of two rounds think of the same id.
    const chance = chanceFrom(numberOf(round.roundId)).forPart(100 + n)
    const network = networkOf({
      cloud,
      time,
      openid,
      roundId: round.roundId,
      chance: chance.forPart(1),
      troubles,
      departure: dawn + DEPARTURE,
      delivered(delivery) {
        deliveries.push(delivery)
        const { action, payload, answer } = delivery
        trace?.(`${clock()} ${name} ${action} ${JSON.stringify(payload)} → ${JSON.stringify(answer)}`)
      },
      uploaded: (cloudPath, content) => uploaded.set(cloudPath, content),
    })
    const sees = () => pictures.get(name) ?? 'nothing'
    return phoneOf({ openApp, time, network, chance: chance.forPart(2), model: MODELS[name], sees })
  }

  function clock(): string {
    return ((time.now() - dawn) / MINUTE).toFixed(2)
  }

  function begin({ phone: name, villageId, what }: Deed): void {
    const phone = phones.get(name)!
    const app = phone.isOpen() ? phone.app : reopened(phone)
    if ('picture' in what && what.picture !== null) pictures.set(name, what.picture)
    began(doneBy(app, name, { roundId: round.roundId, villageId }, what))
  }

  /** Nobody waits for it: the next deed may come before it is done, and a killed app never does it. */
  function began(done: unknown): void {
    Promise.resolve(done).catch((error) => failures.push(error))
  }

  function doneBy(app: App, name: PhoneName, place: Place, what: Deed['what']): unknown {
    switch (what.kind) {
      case 'arrive':
        return app.arrive(place)
      case 'submit':
        return name === script.submitsOn(place.villageId) ? app.submit(place) : undefined
      case 'look':
        return app.look(place)
      case 'choose':
        return choose(app, name, place)
      case 'confirm':
        return app.confirmWhatWaits(place)
      case 'mark':
        return app.mark(place, what.itemId, what.mark)
      case 'note':
        return app.note(place, what.itemId, what.text)
      case 'photographMark':
        return app.photographMark(place, what.itemId)
      case 'finding':
        return app.recordFinding(place, { text: what.text, photo: what.picture !== null })
      case 'highlight':
        return app.recordHighlight(place, { text: what.text, photo: what.picture !== null })
      case 'reword':
        return app.rewordFinding(place, what.from, what.text)
      case 'deduct':
        return app.deduct(
          place,
          { text: what.text, photo: what.picture !== null },
          round.deductionItemId,
          what.occurrences,
        )
    }
  }

  function choose(app: App, name: PhoneName, place: Place): void {
    app.chooseWhereAsked(place, (itemId) => (script.meant(place.villageId, itemId) === name ? 'mine' : 'other'))
  }

  async function closeRound(): Promise<void> {
    const payload = { roundId: round.roundId, sendId: 'the-administrator-closes' }
    const answer = (await cloud.call('round', { action: 'close', payload }, openidOf(administrator.memberId))) as Answer
    holds(answer.ok, `closing was refused: ${JSON.stringify(answer)}`)
  }

  /** Good signal, space, and people who look until nothing waits and everything is submitted. */
  async function evening(): Promise<void> {
    for (const phone of phones.values()) {
      phone.storageIsFull(false)
      phone.clearsUp()
      if (!phone.isOpen()) reopened(phone)
    }
    let hasSeenTheEnd = false
    for (let tries = 0; tries < LOOKS_IN_THE_EVENING; tries++) {
      for (const [name, { app }] of phones) {
        for (const villageId of round.villageIds) choose(app, name, { roundId: round.roundId, villageId })
        app.sendNow()
      }
      await time.pass(time.now() + 3 * MINUTE)
      if ([...phones.values()].some(({ app }) => app.waitingItems().length > 0)) continue
      if (hasSeenTheEnd) return
      for (const { app } of phones.values()) began(app.look({ roundId: round.roundId }))
      await time.pass(time.now() + MINUTE)
      // What is pressed now is seen by the other phones only when they look once more.
      const before = deliveries.length
      for (const [name, { app }] of phones) lastDeedsOf(name, app)
      await time.pass(time.now() + MINUTE)
      hasSeenTheEnd = deliveries.length === before
    }
    const waiting = [...phones].map(([name, { app }]) => `${name}: ${JSON.stringify(app.waitingItems())}`)
    throw new Error(`after an evening of good weather something is still to be done; ${waiting.join('; ')}`)
  }

  function lastDeedsOf(name: PhoneName, app: App): void {
    // After closing it would be late work each time it is pressed: nobody presses it for ever.
    if (name === 'colleague' && script.closesAt === null) began(app.confirmWhatWaits({ roundId: round.roundId }))
    for (const villageId of round.villageIds) {
      const place = { roundId: round.roundId, villageId }
      if (script.submitsOn(villageId) === name && !app.isSubmitted(place)) began(app.submit(place))
    }
  }
}

type Place = { roundId: string; villageId: string }

/** Opened where one had been: what waits goes out; the day is as it was kept. */
function reopened(phone: Phone): App {
  const app = phone.opens()
  app.sendNow()
  return app
}

function numberOf(name: string): number {
  return [...name].reduce((sum, letter) => (Math.imul(sum, 31) + letter.charCodeAt(0)) >>> 0, 7)
}

function fatesOf(phones: ReadonlyMap<PhoneName, Phone>): Record<string, number> {
  const all: Record<string, number> = {}
  for (const { network } of phones.values())
    for (const [fate, n] of Object.entries(network.counts)) all[fate] = (all[fate] ?? 0) + n
  return all
}
