/** Whether an answer to something malformed is as it should be. Null: it is. */
import type { Call } from '../../../src/contract/calls'
import { type Answer, type ErrorCode, errors } from '../../../src/contract/errors'
import { saysMore } from '../matrix/refusal'
import type { IsSentence } from './sentences'
import { leadsSomewhere, namesIn, type Shape } from './shapes'

/** Bytes of a refusal. */
export const MOST_BYTES = 2048

/** What any action may answer beside its own codes. `tryAgain` is none of them: nothing was broken here. */
const always: readonly ErrorCode[] = ['invalid', 'notAllowed']

/** `{ ok: true, data }` or `{ ok: false, error }`, and nothing else. */
export function isAnswer(answer: unknown): answer is Answer {
  if (typeof answer !== 'object' || answer === null || !('ok' in answer)) return false
  const names = Object.keys(answer).sort().join()
  return answer.ok === true ? names === 'data,ok' : answer.ok === false && names === 'error,ok'
}

/** Not of this shape: refused as such, with the place and what is wrong there, and nothing of what was sent. */
export function wrongInInvalid(
  answer: Answer,
  { in: shape }: Call,
  text: string,
  isSentence: IsSentence,
): string | null {
  if (answer.ok) return 'is taken, though it is not of the shape'
  const { code, details = {} } = answer.error
  if (code !== 'invalid') return `is refused with ${code}, where invalid was due`
  const { path, problem } = details
  if (typeof path !== 'string' || typeof problem !== 'string') return 'does not say what is wrong, and where'
  if (!leadsSomewhere(shape, path)) return `names a place that is not of the shape: ${path.slice(0, 100)}`
  return wrongInRefusal(answer, isSentence) ?? saysAgain(answer, shape, text)
}

/** No call at all. */
export function wrongInNoCall(answer: Answer, isSentence: IsSentence): string | null {
  if (answer.ok) return 'is taken for a call'
  const { code, details } = answer.error
  if (code !== 'unknownAction') return `is refused with ${code}, where unknownAction was due`
  return details ? 'says more than that it is unknown' : wrongInRefusal(answer, isSentence)
}

/** Of the shape: done, or refused in one of the ways the contract names. `mostBytes`: of what it answers when it is done. */
export function wrongInFitting(
  answer: Answer,
  { fails }: Call,
  isSentence: IsSentence,
  mostBytes: number,
): string | null {
  if (answer.ok) {
    const bytes = Buffer.byteLength(JSON.stringify(answer))
    return bytes > mostBytes ? `answers ${bytes} bytes` : null
  }
  const { code } = answer.error
  if (![...always, ...fails].includes(code)) return `is refused with ${code}, which its contract does not name`
  return wrongInRefusal(answer, isSentence)
}

/** By somebody without a role, of the shape: kept out as a stranger is. */
export function wrongForStranger(answer: Answer): string | null {
  if (answer.ok) return 'is done for somebody without a role'
  const { code, details } = answer.error
  if (code !== 'notAllowed') return `is refused with ${code} to somebody without a role`
  return details ? 'says more than that it is not allowed' : null
}

function wrongInRefusal(answer: Extract<Answer, { ok: false }>, isSentence: IsSentence): string | null {
  const { code, details } = answer.error
  const text = JSON.stringify(answer)
  const bytes = Buffer.byteLength(text)
  if (!Object.hasOwn(errors, code)) return `is refused with a code of its own: ${String(code).slice(0, 40)}`
  if (bytes > MOST_BYTES) return `its refusal has ${bytes} bytes`
  const trace = traces.find((one) => one.test(text))
  if (trace) return `shows its insides: ${trace.exec(text)![0]}`
  const more = saysMore(answer)
  if (more) return more
  const problem = details?.problem
  if (problem !== undefined && !(typeof problem === 'string' && isSentence(problem)))
    return `says what no source says: ${String(problem).slice(0, 100)}`
  return null
}

/** A stack, a place on a disk, a library's own words. */
const traces = [
  /\bat [\w.<>]+ \(/,
  /\.(?:ts|js|cjs|mjs):\d+/,
  /node_modules|node:internal/,
  /\/(?:work|tmp|home|root|usr|var)\//,
  /Invalid input|ZodError|TypeError|RangeError|SyntaxError|ReferenceError/,
  /unrecognized_keys|invalid_type|errMsg|SQLITE|wx-server-sdk|127\.0\.0\.1/,
]

/** Shorter ones are anywhere. */
const LEAST_ECHO = 5

/** A word of what was sent that is no name of the shape. That the place is one of the shape is asked before. */
function saysAgain(answer: Extract<Answer, { ok: false }>, shape: Shape, text: string): string | null {
  const { problem } = answer.error.details as { problem: string }
  const known = new Set(namesIn(shape))
  const word = longWords(text.slice(0, 20_000)).find((one) => !known.has(one) && problem.includes(one))
  return word === undefined ? null : `repeats what was sent: ${word}`
}

/** Its strings and keys, as JSON writes them: the answer is compared with what they begin with. */
function longWords(text: string): string[] {
  return [...text.matchAll(/"((?:[^"\\]|\\.)*)"?/g)]
    .map(([, word]) => word!.slice(0, 40))
    .filter((word) => word.length >= LEAST_ECHO)
}
