/** One action's payloads, each sent through the real bundle, and what was wrong with how it was answered. */

import type { Answer, ErrorCode } from '../../../src/contract/errors'
import { inLanes } from '../../in-lanes'
import { CallError, type LocalCloud } from '../../local-cloud'
import type { Moment } from '../matrix/moments'
import type { Person } from '../matrix/people'
import { chanceFrom } from '../phone/chance'
import type { Stage, Stand } from '../seals/stage'
import { eventText } from './envelopes'
import { isAnswer, wrongInFitting } from './judge'
import { jsonText } from './raw-json'
import { type Amounts, filesFor, noCallsFor, payloadsFor, posingFor, type Sent, takesFile } from './sends'
import type { IsSentence } from './sentences'
import type { Reader, Target } from './targets'

export interface Tried {
  name: string
  invalid: number
  fitting: number
  /** How the fitting ones were answered: `done`, those that were calls after all, or by code. */
  answers: Record<string, number>
  /** Events that are no call, and calls that claim to be somebody else's. */
  around: number
  files: number
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

/** At once: what is refused changes nothing, so it matters to nobody else. */
const AT_ONCE = 4
const BATCH = 200
/** What a done call answers may be so many times what it answers as it is meant, or so many bytes. */
const LARGER = 4
const MOST_DONE = 64 * 1024
/** The one refusal that is written down: a code dies of five wrong names. */
const COUNTED: ErrorCode = 'wrongName'
/** Reading calls after something was taken in. */
const READ_AFTER = 3

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

  /** `only`: the one that `--point` names. */
  async function fuzz(target: Target, only: string | null): Promise<Tried> {
    const { name, moment, fn } = target
    const broken = takesFile(target) ? workbooks() : {}
    const stand = { ...stands[moment], files: { ...stands[moment].files, ...broken } }
    stage.putBack(stand)
    const means = { words, isSentence, amounts, chance: chanceFrom(seed).forPart(hashOf(name)), only }
    const { mostBytes, ...meant } = await asMeant(target, stand)

    const { invalid, fitting, letIn, how } = payloadsFor(target, means, mostBytes)
    const posing = await posingFor(target, means, (event, person) => answered(fn, event, person))
    const around = [...noCallsFor(target, means), ...posing]
    const files = filesFor(target, Object.keys(broken), means, mostBytes)
    const wrong = [
      ...meant.wrong,
      ...letIn.map((sent) => told(target, 'is let in by the contract itself', sent)),
      ...(await together(target, [...invalid, ...around], stand)),
    ]
    const answers: Record<string, number> = {}
    for (const sent of [...fitting, ...files]) {
      const { said, problem } = await alone(target, sent, stand)
      if (fitting.includes(sent)) answers[said] = (answers[said] ?? 0) + 1
      if (problem) wrong.push(told(target, problem, sent))
    }
    if (only === null && invalid.length < amounts.invalid)
      wrong.push(`${name}: only ${invalid.length} payloads are not of its shape`)
    const counts = { invalid: invalid.length, fitting: fitting.length, around: around.length, files: files.length }
    return { name, ...counts, answers, how, wrong }
  }

  /** The call as it is meant goes through, so that nothing else keeps the others out. `mostBytes`: how large a done one may be. */
  async function asMeant({ name, fn, action, bases, person, inside }: Target, stand: Stand) {
    const answer = await answered(fn, eventText(action, jsonText(bases[0]!)), person)
    const isKeptOut = !answer.ok && !inside.includes(answer.error.code)
    stage.putBack(stand)
    printed.length = 0
    return {
      mostBytes: Math.max(LARGER * Buffer.byteLength(JSON.stringify(answer)), MOST_DONE),
      wrong: isKeptOut ? [`${name} as it is meant, by ${person.name}, is refused: ${answer.error.code}`] : [],
    }
  }

  /** Many that must write nothing, several at once; where something was written or printed, one by one to say by which. */
  async function together(target: Target, all: readonly Sent[], stand: Stand): Promise<string[]> {
    const wrong: string[] = []
    for (let from = 0; from < all.length; from += BATCH) {
      const batch = all.slice(from, from + BATCH)
      const before = stored()
      const found: { sent: Sent; problem: string }[] = []
      await inLanes(batch, AT_ONCE, async (sent) => {
        const problem = sent.wrongIn(await answered(target.fn, sent.event, sent.person))
        if (problem) found.push({ sent, problem })
      })
      await printing()
      if (stored() !== before || printed.length > 0) wrong.push(...(await oneByOne(target, batch, stand)))
      for (const { sent, problem } of found) wrong.push(told(target, problem, await shrunk(target, sent, problem)))
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
      const [line] = printed.splice(0)
      if (isChanged) stage.putBack(stand)
      if (isChanged) found.push(told(target, 'is refused and writes', sent))
      if (line !== undefined) found.push(told(target, `prints ${line.slice(0, 300)}`, sent))
    }
    if (found.length > 0) return found
    return [`${target.name}: something wrote or printed, and does not again: ${heard.join(' ').slice(0, 300)}`]
  }

  /** Without the fields that do not matter, as long as the same is wrong. */
  async function shrunk(target: Target, sent: Sent, problem: string): Promise<Sent> {
    const fields = sent.payload === undefined ? null : JSON.parse(sent.payload)
    if (typeof fields !== 'object' || fields === null || Array.isArray(fields)) return sent
    let smallest = sent
    for (const name of Object.keys(fields)) {
      const { [name]: dropped, ...others } = fields
      const event = eventTextOf(target, others)
      if (event === null || sent.wrongIn(await answered(target.fn, event, sent.person)) !== problem) continue
      delete fields[name]
      smallest = { ...sent, event }
    }
    return smallest
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
    return { said, problem }
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

  function told({ name, moment }: Target, problem: string, { nth, how, person, event }: Sent): string {
    const text = event.length > 400 ? `${event.slice(0, 400)}… (${event.length} characters)` : event
    return `${name} ${problem}\n  --seed ${seed} --point ${name}:${nth}, by ${person.name} in ${moment}, ${how}: ${text}`
  }
}

/** Null: no value of JavaScript is written as this one, so many brackets it has. */
function eventTextOf({ action }: Target, payload: object): string | null {
  try {
    return eventText(action, JSON.stringify(payload))
  } catch {
    return null
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

function hashOf(text: string): number {
  return [...text].reduce((hash, letter) => (Math.imul(hash, 31) + letter.charCodeAt(0)) | 0, 7)
}
