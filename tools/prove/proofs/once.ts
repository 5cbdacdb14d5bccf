/**
 * One account, one response; one household card, one response. Phones race for it, sends arrive twice, answers are lost on
 * the way, and everything is replayed afterwards: exactly one of the keys is stored, with what its phone sent, and where
 * the phones stood in two villages the first one's stands.
 */
import { randomBytes } from 'node:crypto'
import { cardId } from '../../../cloudfunctions/common/card-codes'
import type { AnswerDoc, CardDoc, VoiceDoc } from '../../../cloudfunctions/common/documents'
import { answerId } from '../../../cloudfunctions/common/envelopes'
import type { CallIn } from '../../../src/contract'
import type { Answer } from '../../../src/contract/errors'
import { codeOfBytes } from '../../../src/domain/readable-code'
import { inLanes } from '../../in-lanes'
import type { Fault } from '../../local-cloud/faults'
import { openidOf } from '../../seed/people'
import { type RunningRound, withRunningRound } from '../phone/running-round'
import { type Form, holds, type Proof } from '../proof'

/** Four in five are for an account: a thousand of them once a submission. */
const RACES: Record<Form, number> = { short: 50, ci: 1_250, long: 12_500 }
/** Races at the same time. */
const LANES = 6
/** How often a phone sends again before it gives up: it never should. */
const PATIENCE = 30

export const once: Proof = {
  name: 'once',
  claim: 'whatever races, is lost, repeated or replayed, an account or a household card gives exactly one response',
  run: ({ form, say }) =>
    withRunningRound(async (round) => {
      const field = fieldOn(round)
      const races = Array.from({ length: RACES[form] }, (_, n) => field.race(n))
      let sent = 0
      await inLanes(races, LANES, async (race) => {
        const more = await field.run(race)
        sent += more
      })
      for (const kind of KINDS) say(`${races.filter((race) => race.kind === kind).length} races: ${kind}`)
      say(`${sent} sends, ${field.lost()} answers lost or refused on the way`)
      field.holdsAtTheEnd(races)
      const cards = races.filter(({ code }) => code !== null).length
      return `${races.length - cards} accounts and ${cards} household cards were raced for: exactly one response each`
    }),
}

const KINDS = [
  'one account on two phones',
  'one account on two phones in two villages',
  'one send delivered three times',
  'one household card on two phones',
  'one household card, one send delivered three times',
] as const
type Kind = (typeof KINDS)[number]

function kindOf(n: number): Kind {
  const [first, second, third, ...byCard] = KINDS
  return n % 5 === 4 ? byCard[Math.floor(n / 5) % byCard.length]! : [first, second, third][n % 3]!
}

type Send =
  | { action: 'answer'; payload: CallIn<'survey', 'answer'> }
  | { action: 'answerByCard'; payload: CallIn<'survey', 'answerByCard'> }
interface Phone {
  openid: string
  send: Send
  /** Where its answer goes, and what it wrote: no two phones write the same. */
  villageId: string
  heard: string[]
}
interface Race {
  kind: Kind
  phones: Phone[]
  code: string | null
}

function fieldOn({ cloud, file }: RunningRound) {
  const { items, levels } = file.scheme.survey
  let lost = 0
  return { race, run, holdsAtTheEnd, lost: () => lost }

  function race(n: number): Race {
    const kind = kindOf(n)
    const [here, elsewhere] = [villageAt(n), villageAt(n + 1)]
    const account = openidOf(`racing villager ${n}`)
    if (kind === 'one account on two phones')
      return { kind, code: null, phones: [phone(account, here), phone(account, here)] }
    if (kind === 'one account on two phones in two villages')
      return { kind, code: null, phones: [phone(account, here), phone(account, elsewhere)] }
    if (kind === 'one send delivered three times') return { kind, code: null, phones: thrice(phone(account, here)) }
    const code = codeOfBytes(randomBytes(12))
    const helper = phone(account, here, code)
    const another = phone(openidOf(`another helper ${n}`), here, code)
    return { kind, code, phones: kind === 'one household card on two phones' ? [helper, another] : thrice(helper) }
  }

  function villageAt(n: number): string {
    return file.villages[n % file.villages.length]!.id
  }

  function phone(openid: string, villageId: string, code?: string): Phone {
    const key = randomBytes(16).toString('hex')
    const filled = {
      key,
      // Told apart from every other phone's by what it says.
      answers: Object.fromEntries(items.map(({ id }, n) => [id, levels[key.charCodeAt(n) % 5]!.value])),
      seconds: 60,
      adult: true as const,
      voice: `wrote ${key}`,
    }
    const send: Send = code
      ? { action: 'answerByCard', payload: { code, ...filled } }
      : { action: 'answer', payload: { roundId: file.id, villageId, scene: 1047, ...filled } }
    return { openid, send, villageId, heard: [] }
  }

  /** Its phones send at once, each until it is answered; then everything is sent once more. Answers how many sends. */
  async function run({ phones, code }: Race): Promise<number> {
    if (code) {
      const card: CardDoc = { _id: cardId(code), roundId: file.id, villageId: phones[0]!.villageId, used: false }
      cloud.seed('cards', [{ ...card }])
    }
    const trouble = troubles[Math.floor(Math.random() * troubles.length)]
    if (trouble) cloud.faults.inject(trouble)
    const first = await Promise.all(phones.map(untilAnswered))
    const again = await Promise.all([...phones].reverse().map(untilAnswered))
    return [...first, ...again].reduce((sum, sends) => sum + sends, 0)
  }

  async function untilAnswered({ openid, send, heard }: Phone): Promise<number> {
    for (let sends = 1; sends <= PATIENCE; sends++) {
      // The platform's own refusal, a time-out on a busy machine, is an unknown outcome too.
      const answer = (await cloud.call('survey', { ...send }, openid).catch(() => null)) as Answer | null
      if (answer && (answer.ok || answer.error.code !== 'tryAgain')) {
        heard.push(answer.ok ? 'received' : answer.error.code)
        return sends
      }
      lost++
    }
    throw new Error(`${send.action} was not answered ${PATIENCE} times`)
  }

  function holdsAtTheEnd(races: readonly Race[]): void {
    cloud.faults.clear()
    const answers = byId(cloud.dump('answers') as unknown as AnswerDoc[])
    const cards = byId(cloud.dump('cards') as unknown as CardDoc[])
    const voices = (cloud.dump('voices') as unknown as VoiceDoc[]).map(({ text }) => text)
    for (const { kind, phones, code } of races) {
      const keys = new Set(phones.map(({ send }) => send.payload.key))
      const kept = [...keys].filter((key) => answers.has(answerId(file.id, key)))
      holds(kept.length === 1, `${kind}: ${kept.length} responses`)
      const winner = phones.find(({ send }) => send.payload.key === kept[0])!
      const stored = answers.get(answerId(file.id, kept[0]!))!
      holds(stored.villageId === winner.villageId, `${kind}: the response is in another village`)
      holds(isSame(stored.answers, winner.send.payload.answers), `${kind}: what is stored was never sent`)
      const written = phones.map(({ send }) => send.payload.voice!).filter((text) => voices.includes(text))
      holds(new Set(written).size === 1 && written.includes(winner.send.payload.voice!), `${kind}: another’s words`)
      for (const { send, heard } of phones) {
        const expected = send.payload.key === kept[0] ? 'received' : code ? 'cardUsed' : 'alreadyAnswered'
        holds(
          heard.every((one) => one === expected),
          `${kind}: a phone heard ${heard} and not ${expected}`,
        )
      }
      if (code) holds(cards.get(cardId(code))!.used, `${kind}: the card can be used again`)
    }
    const accounts = races.filter(({ code }) => code === null).length
    holds(answers.size === races.length, `${answers.size} responses of ${races.length} races`)
    holds(cloud.dump('ballots').length === accounts, `${cloud.dump('ballots').length} ballots of ${accounts} accounts`)
    holds(voices.length === races.length, `${voices.length} voices of ${races.length} races`)
    holds(cloud.dump('audits').length === 0, 'the survey left an audit line')
  }
}

/** What a network and a busy database do to a transaction; half of the races meet none. */
const troubles: (Fault | null)[] = [
  { on: 'database.commitTransaction', what: 'drop' },
  { on: 'database.commitTransaction', what: 'timeout' },
  { on: 'database.commitTransaction', what: 'conflict', times: 2 },
  { on: 'database.startTransaction', what: 'conflict' },
  { on: 'database.modifyDocument', what: 'drop', collection: 'answers' },
  { on: 'database.modifyDocument', what: 'conflict', collection: 'answers' },
  { on: 'database.modifyDocument', what: 'timeout', collection: 'voices' },
  { on: 'database.modifyDocument', what: 'timeout', collection: 'bursts' },
  ...Array<null>(8).fill(null),
]

function thrice(phone: Phone): Phone[] {
  return [phone, phone, phone]
}

function byId<T extends { _id: string }>(docs: readonly T[]): Map<string, T> {
  return new Map(docs.map((doc) => [doc._id, doc]))
}

function isSame(a: Record<string, number>, b: Record<string, number>): boolean {
  return JSON.stringify(a) === JSON.stringify(b)
}
