import type { TransportError } from './transport'

/** -501000: no such function. Whatever else the platform reports may have happened after the function had written. */
const NEVER_RAN = [-501000]

export function transportError(cause: { errCode?: number; errMsg?: string; message?: string } = {}): TransportError {
  const error = new Error(cause.errMsg ?? cause.message ?? 'no answer')
  return Object.assign(error, { unknown: !NEVER_RAN.includes(cause.errCode ?? 0) })
}

/** The local cloud's answer over HTTP: { result }, or { errCode, errMsg } as the platform would report it. */
export function resultOf(answer: unknown): unknown {
  if (typeof answer === 'object' && answer !== null && 'result' in answer) return answer.result
  throw transportError((answer ?? {}) as { errCode?: number; errMsg?: string })
}

/** The local cloud's answer to an upload over HTTP. */
export function fileIdOf(answer: unknown): string {
  const { fileId, ...failure } = (answer ?? {}) as { fileId?: string; errCode?: number; errMsg?: string }
  if (fileId === undefined) throw transportError(failure)
  return fileId
}
