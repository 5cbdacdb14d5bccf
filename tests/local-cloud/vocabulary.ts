/** What this folder's tests speak of: a small database of their own, its SDK, and what a refusal looks like. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { DatabaseConfig } from '../../config/cloud-database'
import { buildFunctions } from '../../tools/build-functions'
import type { Db, Row } from '../../tools/conformance/case'
import type { LocalCloud } from '../../tools/local-cloud'
import { type TestOptions, temporaryCloud } from '../vocabulary/local-cloud'

export const testDatabase: DatabaseConfig = {
  things: {
    rule: 'ADMINONLY',
    indexes: [{ fields: ['village'] }, { fields: ['round', 'village'] }, { fields: ['tags'] }],
  },
  others: { rule: 'ADMINONLY', indexes: [] },
  phones: { rule: 'ADMINONLY', indexes: [{ fields: ['number'], unique: true }] },
}

interface TempUrl {
  fileID: string
  status: number
  tempFileURL: string
}
export interface Sdk {
  database(options?: { throwOnNotFound?: boolean }): Db
  uploadFile(file: { cloudPath: string; fileContent: Buffer }): Promise<{ fileID: string; statusCode: number }>
  downloadFile(file: { fileID: string }): Promise<{ fileContent: Buffer }>
  getTempFileURL(files: { fileList: (string | { fileID: string; maxAge: number })[] }): Promise<{ fileList: TempUrl[] }>
  deleteFile(files: { fileList: string[] }): Promise<{ fileList: { fileID: string; status: number }[] }>
  callFunction(call: { name: string; data?: object }): Promise<{ result: unknown }>
  openapi: Record<string, Record<string, (request: object) => Promise<Record<string, unknown>>>>
}

/** Rows without what only the wire needs. */
export const idsOf = (rows: Row[]) => rows.map(({ _id }) => String(_id))

/** A cloud for the whole file, and the SDK's database on it. `throwOnNotFound` stays on, as the SDK has it. */
export function cloudForThisFile(options: TestOptions = {}) {
  const held = {} as { cloud: LocalCloud; sdk: Sdk; db: Db; _: Db['command'] }
  let remove: () => Promise<void>
  beforeAll(async () => {
    const temporary = await temporaryCloud({ database: testDatabase, ...options })
    remove = temporary.remove
    held.cloud = temporary.cloud
    held.sdk = temporary.cloud.sdk('oZhang') as unknown as Sdk
    held.db = held.sdk.database()
    held._ = held.db.command
  })
  afterAll(() => remove())
  beforeEach(() => {
    for (const name of Object.keys(options.database ?? testDatabase)) held.cloud.clear(name)
  })
  return held
}

/** The refusal of a promise, as the function sees it; fails where nothing was refused. */
export async function refusalOf(work: Promise<unknown>): Promise<{ errCode?: number; errMsg: string; code?: string }> {
  const outcome = await work.then(
    (value) => ({ value }),
    (error) => ({ error }),
  )
  if ('value' in outcome) throw new Error(`was not refused: ${JSON.stringify(outcome.value)}`)
  return { ...outcome.error, errMsg: String(outcome.error.errMsg ?? outcome.error.message) }
}

/** The functions of fixtures/, built as they would be deployed. */
export async function builtFixtures(): Promise<string> {
  const outDir = temporaryFolder()
  await buildFunctions({ sourceDir: join(__dirname, 'fixtures/functions'), outDir })
  return outDir
}

/** Gone when the file's tests are done. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'local-cloud-'))
  folders.push(folder)
  return folder
}

const folders: string[] = []
afterAll(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true })
})
