/** One action's payloads, each sent through the real bundle, and what was wrong with how it was answered. */
import type { Answer, ErrorCode } from '../../../src/contract/errors'
import { CallError, type LocalCloud } from '../../local-cloud'
import { documentedLimits } from '../../local-cloud/limits'
import type { Moment } from '../matrix/moments'
import { type Person, people } from '../matrix/people'
import { type Chance, chanceFrom } from '../phone/chance'
import type { Stage, Stand } from '../seals/stage'
import { eventText, noCall, posing } from './envelopes'
import { isAnswer, wrongInFitting, wrongInInvalid, wrongInNoCall } from './judge'
import { payload } from './payloads'
import { type Json, jsonText } from './raw-json'
import type { IsSentence } from './sentences'
import { allActions, type Reader, type Target } from './targets'

/** Of each action. */
export interface Amounts {
  /** Payloads that are not of its shape. */
  invalid: number
  /** Payloads that are, with other people's ids, other branches and strange words in them, at most. */
  fitting: number
  /** Events around it that are no call. */
  around: number
  /** Calls that claim to be somebody else's, by a stranger and by nobody each. */
  posing: number
  /** Files sent in as workbooks. */
  workbooks: number
}

export interface Tried {
  name: string
  invalid: number
  fitting: number
  /** How the fitting ones were answered: `done`, those that were calls after all, or by code. */
  answers: Record<string, number>
  around: number
  workbooks: number
  /** How often each thing was done to a payload. */
  how: Record<string, number>
  wrong: string[]
}

export interface Bench {
  cloud: Pick<LocalCloud, 'callAsSent' | 'version'>
  stage: Pick<Stage, 'putBack' | 'paths'>
  stands: Record<Moment, Stand>
  /** By moment: who may read what. */
  readers: (moment: Moment) => readonly Reader[]
  words: readonly string[]
  /** Files that are called workbooks, by path. */
  workbooks: () => Record<string, string>
  /** What the functions printed since it was last emptied. */
  printed: string[]
  isSentence: IsSentence
  seed: number
  amounts: Amounts
}

interface Sent {
  /** As `--point` names it. */
  nth: number | string
  how: string
  person: Person
  event: string
  wrongIn(answer: Answer): string | null
}

/** At once: what is refused changes nothing, so it matters to nobody else. */
const AT_ONCE = 4
const BATCH = 200
/** A shape that takes nearly everything would never fill its number. */
const MOST_TRIES = 6
/** What a done call answers may be so many times what it answers as it is meant, or so many bytes. */
const LARGER = 4
const MOST_DONE = 64 * 1024
/** The one refusal that is written down: a code dies of five wrong names. */
const COUNTED: ErrorCode = 'wrongName'
/** Reading calls after something was taken in. */
const READ_AFTER = 3

const villager = people.find(({ name }) => name === 'villager')!
const nobody = people.find(({ name }) => name === 'nobody')!

export function fuzzerOn({
  cloud,
  stage,
  stands,
  readers,
  words,
  workbooks,
  printed,
  isSentence,
  seed,
  amounts,
}: Bench) {
  return { fuzz }

  async function fuzz(target: Target, only: number | null): Promise<Tried> {
    const { name, moment } = target
    const broken = takesFiles(target) ? workbooks() : {}
    const stand = { ...stands[moment], files: { ...stands[moment].files, ...broken } }
    stage.putBack(stand)
    const chance = chanceFrom(seed).forPart(hashOf(name))
    const wrong: string[] = []
    const mostBytes = await asMeant(target, stand, wrong)

    const { invalid, fitting, how, never } = made(target, chance, only, mostBytes)
    wrong.push(...never, ...(await together(target, invalid, stand)))
    const answers: Record<string, number> = {}
    for (const sent of fitting) {
      const { said, problem } = await alone(target, sent, stand)
      answers[said] = (answers[said] ?? 0) + 1
      if (problem) wrong.push(problem)
    }
    const around = only === null ? await aroundIt(target, chance.forPart(-1)) : []
    wrong.push(...(await together(target, around, stand)))
    const files = only === null ? filesFor(target, Object.keys(broken), mostBytes) : []
    for (const sent of files) {
      const { problem } = await alone(target, sent, stand)
      if (problem) wrong.push(problem)
    }
    if (only === null && amounts.invalid > invalid.length)
      wrong.push(`${name}: only ${invalid.length} payloads are not of its shape`)
    const counts = { invalid: invalid.length, fitting: fitting.length, around: around.length, workbooks: files.length }
    return { name, ...counts, answers, how, wrong }
  }

  /** The call as it is meant goes through, so that nothing else keeps the others out. How large an answer may be. */
  async function asMeant(
    { name, fn, action, bases, person, inside }: Target,
    stand: Stand,
    wrong: string[],
  ): Promise<number> {
    const answer = await answered(fn, eventText(action, jsonText(bases[0]!)), person)
    if (!answer.ok && !inside.includes(answer.error.code))
      wrong.push(`${name} as it is meant, by ${person.name}, is refused: ${answer.error.code}`)
    stage.putBack(stand)
    printed.length = 0
    return Math.max(LARGER * Buffer.byteLength(JSON.stringify(answer)), MOST_DONE)
  }

  function made(target: Target, chance: Chance, only: number | null, mostBytes: number) {
    const { name, action, call, bases } = target
    const [invalid, fitting]: [Sent[], Sent[]] = [[], []]
    const how: Record<string, number> = {}
    const never: string[] = []
    const known = new Set<string>()
    const [from, until] = only === null ? [0, MOST_TRIES * amounts.invalid] : [only, only + 1]
    for (let nth = from; nth < until && (invalid.length < amounts.invalid || fitting.length < amounts.fitting); nth++) {
      const one = payload(call.in, bases, words, nth, chance.forPart(nth))
      if (known.has(one.text)) continue
      known.add(one.text)
      const person = nth % 8 === 6 ? villager : nth % 8 === 7 ? nobody : target.person
      const event = eventText(action, one.text)
      const common = { nth, how: one.how, person, event }
      // The platform does not hand that over.
      if (Buffer.byteLength(event) > documentedLimits.functionRequestBytes) continue
      // An event without a payload is one with an empty payload.
      const fits = call.in.safeParse(JSON.parse(one.text) ?? {}).success
      if (fits && one.isNever)
        never.push(`${name}: the contract itself lets it in\n${told(target, { ...common, wrongIn: () => null })}`)
      if (fits ? fitting.length >= amounts.fitting : invalid.length >= amounts.invalid) continue
      how[one.how] = (how[one.how] ?? 0) + 1
      if (fits) {
        const isStranger = person !== target.person && !target.isPublic
        const wrongIn = (answer: Answer) =>
          isStranger ? wrongForStranger(answer) : wrongInFitting(answer, call, isSentence, mostBytes)
        fitting.push({ ...common, wrongIn })
      } else invalid.push({ ...common, wrongIn: (answer) => wrongInInvalid(answer, call, one.text, isSentence) })
    }
    return { invalid, fitting, how, never }
  }

  /** Events that are no call; calls that claim to be somebody else's are answered as if they did not. */
  async function aroundIt(target: Target, chance: Chance): Promise<Sent[]> {
    const { fn, action, bases, person: posedAs, isPublic, reads } = target
    const names = allActions.filter((one) => one.fn === fn).map((one) => one.action)
    const payloadOf = () => chance.oneOf(bases)
    const none = Array.from({ length: amounts.around }, (_, n): Sent => {
      const event = noCall(names, payloadOf(), n, chance)
      return {
        nth: `around-${n}`,
        how: 'no call',
        person: posedAs,
        event,
        wrongIn: (answer) => wrongInNoCall(answer, isSentence),
      }
    })
    // Whoever may write without a role would write.
    if (isPublic && !reads) return none
    const posed: Sent[] = []
    for (const person of [villager, nobody])
      for (let n = 0; n < amounts.posing; n++) {
        const sent = payloadOf()
        const plain = comparable(await answered(fn, eventText(action, jsonText(sent)), person))
        const event = posing(action, sent, posedAs.openid, chance)
        const wrongIn = (answer: Answer) =>
          comparable(answer) === plain ? null : 'is answered as if it were somebody else'
        posed.push({ nth: `posing-${n}`, how: 'posing', person, event, wrongIn })
      }
    return [...none, ...posed]
  }

  function filesFor(target: Target, paths: readonly string[], mostBytes: number): Sent[] {
    const { action, bases, call, person } = target
    return paths.map((path, n) => {
      const base = bases[n % bases.length] as { [key: string]: Json }
      const event = eventText(action, jsonText({ ...base, hash: null, fileId: `cloud://local-cloud.local/${path}` }))
      const wrongIn = (answer: Answer) => wrongInFitting(answer, call, isSentence, mostBytes)
      return { nth: `workbook-${n}`, how: 'workbook', person, event, wrongIn }
    })
  }

  /** Many that must write nothing, several at once; where something was written or printed, one by one to say by which. */
  async function together(target: Target, all: readonly Sent[], stand: Stand): Promise<string[]> {
    const wrong: string[] = []
    for (let from = 0; from < all.length; from += BATCH) {
      const batch = all.slice(from, from + BATCH)
      const before = stored()
      const left = [...batch]
      const found: string[] = []
      const worker = async () => {
        for (let sent = left.shift(); sent; sent = left.shift()) {
          const problem = sent.wrongIn(await answered(target.fn, sent.event, sent.person))
          if (problem) found.push(`${target.name} ${problem}\n${told(target, sent)}`)
        }
      }
      await Promise.all(Array.from({ length: AT_ONCE }, worker))
      await printing()
      if (stored() !== before || printed.length > 0) found.push(...(await oneByOne(target, batch, stand)))
      wrong.push(...new Set(found))
    }
    return wrong
  }

  async function oneByOne(target: Target, batch: readonly Sent[], stand: Stand): Promise<string[]> {
    const heard = printed.splice(0)
    stage.putBack(stand)
    const found: string[] = []
    for (const sent of batch) {
      const before = stored()
      await answered(target.fn, sent.event, sent.person)
      await printing()
      const isChanged = stored() !== before
      const lines = printed.splice(0)
      if (isChanged) stage.putBack(stand)
      if (isChanged) found.push(`${target.name} is refused and writes\n${told(target, sent)}`)
      if (lines.length > 0) found.push(`${target.name} prints ${lines[0]!.slice(0, 300)}\n${told(target, sent)}`)
    }
    return found.length > 0
      ? found
      : [`${target.name}: something wrote or printed once: ${heard.join(' ').slice(0, 300)}`]
  }

  /** One that may be a call after all: what it writes is put back. */
  async function alone(target: Target, sent: Sent, stand: Stand): Promise<{ said: string; problem: string | null }> {
    const before = stored()
    const answer = await answered(target.fn, sent.event, sent.person)
    const said = answer.ok ? 'done' : answer.error.code
    const isChanged = stored() !== before
    const unread = isChanged && answer.ok ? await unreadable(target, sent) : null
    if (isChanged) stage.putBack(stand)
    await printing()
    const lines = printed.splice(0)
    const problem =
      unread ??
      (lines.length > 0 ? `prints ${lines[0]!.slice(0, 600)}` : null) ??
      sent.wrongIn(answer) ??
      (isChanged && said !== 'done' && said !== COUNTED ? `is refused with ${said} and writes` : null) ??
      (isChanged && target.reads ? 'writes, where it should only read' : null)
    return { said, problem: problem && `${target.name} ${problem}\n${told(target, sent)}` }
  }

  /** What was taken in stands: whoever reads now is answered as ever. */
  async function unreadable({ moment }: Target, { event }: Sent): Promise<string | null> {
    const all = readers(moment)
    const from = chanceFrom(hashOf(event)).between(0, all.length)
    for (const { fn, action, name, call, person, base } of [...all, ...all].slice(from, from + READ_AFTER)) {
      const answer = await answered(fn, eventText(action, jsonText(base)), person)
      const wrong = wrongInFitting(answer, call, isSentence, Number.POSITIVE_INFINITY)
      if (wrong) return `is taken, and then ${name} ${wrong}`
    }
    return null
  }

  /** What the platform would hand back; a function that ended or threw is an answer of its own, and never right. */
  async function answered(fn: string, event: string, { openid }: Person): Promise<Answer> {
    try {
      const answer = await cloud.callAsSent(fn, event, openid || undefined)
      return isAnswer(answer) ? answer : notRight(`is no answer: ${JSON.stringify(answer).slice(0, 300)}`)
    } catch (error) {
      if (!(error instanceof CallError)) throw error
      return notRight(`it crashed: ${error.errCode} ${error.errMsg.slice(0, 300)}`)
    }
  }

  /** Another one where anything was written, changed or removed. */
  function stored(): string {
    return `${cloud.version()} ${stage.paths().join(' ')}`
  }

  function told({ name, moment }: Target, { nth, how, person, event }: Sent): string {
    const text = event.length > 400 ? `${event.slice(0, 400)}… (${event.length} characters)` : event
    return `  --seed ${seed} --point ${name}:${nth}, by ${person.name} in ${moment}, ${how}: ${text}`
  }
}

/** Of a code that no judge lets pass. */
function notRight(how: string): Answer {
  return { ok: false, error: { code: how as ErrorCode, message: '' } }
}

/** What a function prints reaches this thread a turn or two after its answer. */
function printing(): Promise<void> {
  return new Promise((resolve) => setImmediate(() => setImmediate(resolve)))
}

function takesFiles({ name }: Target): boolean {
  return name === 'programme.importTable'
}

function wrongForStranger(answer: Answer): string | null {
  if (answer.ok) return 'is done for somebody without a role'
  const { code, details } = answer.error
  if (code !== 'notAllowed') return `is refused with ${code} to somebody without a role`
  return details ? 'says more than that it is not allowed' : null
}

function comparable(answer: Answer): string {
  return JSON.stringify(answer)
    .replace(/\b1\d{12}\b/g, 'time')
    .replace(/sign=[0-9a-f]{64}/g, 'signature')
}

function hashOf(text: string): number {
  return [...text].reduce((hash, letter) => (Math.imul(hash, 31) + letter.charCodeAt(0)) | 0, 7)
}
