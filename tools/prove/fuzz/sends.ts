/** What is sent to one action, and how each of it must be answered. */
import type { Answer } from '../../../src/contract/errors'
import { documentedLimits } from '../../local-cloud/limits'
import { type Person, people } from '../matrix/people'
import type { Chance } from '../phone/chance'
import { eventText, noCall, posing } from './envelopes'
import { wrongForStranger, wrongInFitting, wrongInInvalid, wrongInNoCall } from './judge'
import { payload } from './payloads'
import { type Json, jsonText } from './raw-json'
import type { IsSentence } from './sentences'
import { allActions, type Target } from './targets'

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

export interface Sent {
  /** As `--point` names it after the action. */
  nth: string
  how: string
  person: Person
  event: string
  /** Of its own: as JSON. */
  payload?: string
  /** Null: it is answered as it should be. */
  wrongIn(answer: Answer): string | null
}

export interface Means {
  words: readonly string[]
  isSentence: IsSentence
  amounts: Amounts
  chance: Chance
  /** Only the one that is called so. */
  only: string | null
}

/** A shape that takes nearly everything would never fill its number. */
const MOST_TRIES = 6

const villager = people.find(({ name }) => name === 'villager')!
const nobody = people.find(({ name }) => name === 'nobody')!

/** `letIn`: what no field may hold, and the contract takes all the same. */
export function payloadsFor(target: Target, means: Means, mostBytes: number) {
  const { action, call, bases } = target
  const { words, isSentence, amounts, chance, only } = means
  const invalid: Sent[] = []
  const fitting: Sent[] = []
  const letIn: Sent[] = []
  const how: Record<string, number> = {}
  const known = new Set<string>()
  const isFull = () => invalid.length >= amounts.invalid && fitting.length >= amounts.fitting
  const [from, until] =
    only === null ? [0, MOST_TRIES * amounts.invalid] : /^\d+$/.test(only) ? [+only, +only + 1] : [0, 0]
  for (let nth = from; nth < until && !isFull(); nth++) {
    const one = payload(call.in, bases, words, nth, chance.forPart(nth))
    const event = eventText(action, one.text)
    // Each once; and the platform does not hand over what is larger.
    if (known.has(one.text) || Buffer.byteLength(event) > documentedLimits.functionRequestBytes) continue
    known.add(one.text)
    const person = nth % 8 === 6 ? villager : nth % 8 === 7 ? nobody : target.person
    const sent = { nth: String(nth), how: one.how, person, event, payload: one.text }
    // An event without a payload is one with an empty payload.
    const fits = call.in.safeParse(JSON.parse(one.text) ?? {}).success
    if (fits && one.isNever) letIn.push({ ...sent, wrongIn: () => null })
    if (fits ? fitting.length >= amounts.fitting : invalid.length >= amounts.invalid) continue
    how[one.how] = (how[one.how] ?? 0) + 1
    const isStranger = person !== target.person && !target.isPublic
    if (!fits) invalid.push({ ...sent, wrongIn: (answer) => wrongInInvalid(answer, call, one.text, isSentence) })
    else if (isStranger) fitting.push({ ...sent, wrongIn: wrongForStranger })
    else fitting.push({ ...sent, wrongIn: (answer) => wrongInFitting(answer, call, isSentence, mostBytes) })
  }
  return { invalid, fitting, letIn, how }
}

/** Events of which none is a call. */
export function noCallsFor({ fn, bases, person }: Target, { isSentence, amounts, chance, only }: Means): Sent[] {
  const names = allActions.filter((one) => one.fn === fn).map((one) => one.action)
  const wrongIn = (answer: Answer) => wrongInNoCall(answer, isSentence)
  return chosen(only, amounts.around, 'around', (n, nth) => {
    const own = chance.forPart(-1 - n)
    return { nth, how: 'no call', person, event: noCall(names, own.oneOf(bases), n, own), wrongIn }
  })
}

/** Calls that claim to be the one's who may: answered as if they did not. `ask`: what the same is answered that claims nothing. */
export async function posingFor(
  { action, bases, person: posedAs, isPublic, reads }: Target,
  { amounts, chance, only }: Means,
  ask: (event: string, person: Person) => Promise<Answer>,
): Promise<Sent[]> {
  // Whoever may write without a role would write.
  if (isPublic && !reads) return []
  const sends = [villager, nobody].flatMap((person) =>
    chosen(only, amounts.posing, `posing-${person.name}`, (n, nth) => ({
      nth,
      person,
      own: chance.forPart(-100_001 - n),
    })),
  )
  return Promise.all(
    sends.map(async ({ nth, person, own }): Promise<Sent> => {
      const sent = own.oneOf(bases)
      const plain = comparable(await ask(eventText(action, jsonText(sent)), person))
      const event = posing(action, sent, posedAs.openid, own)
      const wrongIn = (answer: Answer) =>
        comparable(answer) === plain ? null : 'is answered as if it were somebody else'
      return { nth, how: 'posing', person, event, wrongIn }
    }),
  )
}

export function takesFile({ bases: [base] }: Target): boolean {
  return typeof base === 'object' && base !== null && 'fileId' in base
}

/** Where a file is taken: every one that is known, and names that lead astray. None of them is the one that is meant. */
export function filesFor(target: Target, paths: readonly string[], means: Means, mostBytes: number): Sent[] {
  if (!takesFile(target)) return []
  const { action, bases, call, person } = target
  const meant = bases.map((base) => (base as { fileId: string }).fileId)
  const astray = means.words.filter((word) => word.startsWith('cloud://') && !meant.includes(word))
  const files = [...paths.map((path) => `cloud://local-cloud.local/${path}`), ...astray]
  return chosen(means.only, files.length, 'file', (n, nth) => {
    const base = bases[n % bases.length] as { [key: string]: Json }
    const event = eventText(action, jsonText({ ...base, fileId: files[n]! }))
    // A workbook whose last bytes are missing may be one still.
    const isAstray = n >= paths.length
    const wrongIn = (answer: Answer) =>
      answer.ok && isAstray
        ? 'takes a file that is not the one that is meant'
        : wrongInFitting(answer, call, means.isSentence, mostBytes)
    return { nth, how: 'file', person, event, wrongIn }
  })
}

function chosen<T>(only: string | null, count: number, name: string, make: (n: number, nth: string) => T): T[] {
  const numbers = Array.from({ length: count }, (_, n) => n)
  return numbers.filter((n) => only === null || only === `${name}-${n}`).map((n) => make(n, `${name}-${n}`))
}

function comparable(answer: Answer): string {
  return JSON.stringify(answer)
    .replace(/\b1\d{12}\b/g, 'time')
    .replace(/sign=[0-9a-f]{64}/g, 'signature')
}
