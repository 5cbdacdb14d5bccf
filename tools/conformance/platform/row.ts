/**
 * A row of docs/platform.md as a program: it holds, or throws. Each of the document's rows has one, or the proof fails
 * (document.ts); one file a table.
 */
import { strict as assert } from 'node:assert'
import type { LocalCloud, LocalCloudOptions } from '../../local-cloud'
import type { On } from '../case'
import type { Body, Overheard } from '../wire'

export type Table =
  | ('wire' | 'values' | 'commands' | 'openapi' | 'before the wire' | 'refused damage' | 'in transactions')
  | ('errors' | 'mingo differences' | 'limits' | 'conflicts')

export interface Row {
  table: Table
  /** How the document's row begins. */
  row: string
  holds(ground: Ground): Promise<void>
}

/** A local cloud of its own, the SDK pointed at it, and an ear on the wire between them. */
export interface Ground {
  cloud: LocalCloud
  on: On
  sdk: Sdk
  wire: Overheard
  /** Another cloud, with other limits, gone when the work is done. */
  elsewhere(options: Partial<LocalCloudOptions>, work: (ground: Ground) => Promise<void>): Promise<void>
}

interface TempUrl {
  fileID: string
  status: number
  tempFileURL: string
}
export interface Sdk {
  uploadFile(file: { cloudPath: string; fileContent: Buffer }): Promise<{ fileID: string; statusCode: number }>
  downloadFile(file: { fileID: string }): Promise<{ fileContent: Buffer }>
  getTempFileURL(files: { fileList: unknown[] }): Promise<{ fileList: TempUrl[] }>
  deleteFile(files: { fileList: string[] }): Promise<{ fileList: { fileID: string; status: number }[] }>
  callFunction(call: { name: string; data?: object }): Promise<{ result: unknown }>
  openapi: Record<string, Record<string, (request: object) => Promise<Record<string, unknown>>>>
}

/** What one call of the SDK sent, without what every body carries. */
export async function sent({ wire }: Ground, work: () => Promise<unknown>): Promise<Body> {
  wire.forget()
  await work().catch(() => {})
  assert.equal(wire.heard.length, 1, `${wire.heard.length} requests were sent`)
  return withoutCommon(wire.heard[0]!.body)
}

const COMMON = ['wxCloudApiToken', 'wxCloudbaseAccesstoken', 'tcb_sessionToken', 'crossAuthorizationToken']

export function withoutCommon(body: Body): Body {
  for (const field of COMMON) assert.equal(body[field], '', `${field} is not empty`)
  assert.ok(typeof body.envName === 'string', 'envName is missing')
  return Object.fromEntries(Object.entries(body).filter(([name]) => name !== 'envName' && !COMMON.includes(name)))
}

/** The answer that came to the last request. */
export function answered({ wire }: Ground): Body {
  const { requestId, ...answer } = wire.heard[wire.heard.length - 1]!.answer as Body
  assert.ok(typeof requestId === 'string' && requestId !== '', 'an answer without requestId')
  return answer
}

export interface Refused {
  errCode?: number
  code?: string
  errMsg: string
  name: string
}

/** How the function sees it refused; throws where it was not. */
export async function refusal(work: () => Promise<unknown> | unknown): Promise<Refused> {
  try {
    await work()
  } catch (error) {
    const { errCode, code, errMsg, message, name } = error as Refused & { message: string }
    return { errMsg: String(errMsg ?? message), name, ...(errCode !== undefined && { errCode }), ...(code && { code }) }
  }
  throw new Error('was not refused')
}
