/**
 * A workbook read: every fault by its cell, or what would change; with the preview's hash it is written, whole or not at
 * all (docs/decisions/2026-11-28-excel.md). The file is deleted once it is written, or when it is of no use.
 */
import { createHash } from 'node:crypto'
import type { CallIn, CallOut } from '../../src/contract'
import { Failure, failure } from '../../src/contract/errors'
import type { ImportPreview } from '../../src/contract/programme'
import { MOST_WRITES } from '../common/repositories/imports'
import { log, type MemberContext } from '../common/serve'
import { storage } from '../common/storage'
import { readTables } from '../common/tables/read-tables'
import { readWorkbook, type SheetCells } from '../common/tables/read-workbook'
import type { Plan, TableKind } from '../common/tables/table'
import { MOST_BYTES, NotWorkbook } from '../common/tables/unzipped'
import { kindOf } from './tables'

type Send = CallIn<'programme', 'importTable'>

const MOST_FAULTS = 200

export async function importTable(send: Send, context: MemberContext): Promise<CallOut<'programme', 'importTable'>> {
  refuseOtherPath(send)
  return send.hash === null ? preview(send, context) : write(send, send.hash, context)
}

async function preview(send: Send, context: MemberContext): Promise<ImportPreview> {
  const kind = kindOf(send.table)
  // Whether there may be such a table is asked before the file is looked at.
  const state = await kind.load(send.table, context.repos)
  // Named before it is looked at: whatever becomes of the call, the timer finds the file.
  await context.repos.uploads.keep({ _id: send.sendId, fileId: send.fileId, at: context.now })
  try {
    const { preview } = looked(kind, state, await uploaded(send.fileId), send, context)
    if (preview.faults.length > 0) await discard(send, context)
    return preview
  } catch (error) {
    // Refused, the file is of no use; whatever else went wrong, it may be asked again.
    if (error instanceof Failure) await discard(send, context)
    throw error
  }
}

async function write(send: Send, hash: string, context: MemberContext): Promise<ImportPreview> {
  const { me, now, repos } = context
  const kind = kindOf(send.table)
  const roundId = 'roundId' in send.table ? send.table.roundId : null
  const line = {
    _id: `${roundId ?? ''}:${send.sendId}`,
    roundId,
    memberId: me.memberId,
    action: 'importTable',
    on: onWhat(send.table),
    before: null,
    reason: '',
    at: now,
  }
  let file: Uploaded | null = null
  const after = await repos.imports.write(line, async () => {
    file ??= await uploaded(send.fileId)
    const state = await kind.load(send.table, repos)
    const { preview, plan } = looked(kind, state, file, send, context)
    if (preview.faults.length > 0 || preview.hash !== hash) throw failure('changed')
    return {
      stored: plan.planned,
      programme: plan.programme?.fields,
      after: { ...preview, written: true },
    }
  })
  await discard(send, context)
  return after as ImportPreview
}

function onWhat(table: Send['table']): string {
  return table.kind === 'scheme' ? `scheme:${table.id}:${table.version}` : table.kind
}

/** `cloud://<environment>.<bucket>/imports/<send>.xlsx`: nobody has another file read, or deleted. */
function refuseOtherPath({ fileId, sendId }: Send): void {
  const path = fileId.slice(fileId.indexOf('/', 'cloud://'.length))
  if (path === `/imports/${sendId}.xlsx`) return
  throw failure('invalid', { path: 'fileId', problem: '不是这次上传的文件，请重新选文件' })
}

interface Uploaded {
  digest: string
  sheets: SheetCells[]
}

async function uploaded(fileId: string): Promise<Uploaded> {
  if (!(await storage.exists(fileId))) throw failure('notFound')
  const bytes = await storage.bytes(fileId)
  try {
    if (bytes.byteLength > MOST_BYTES) throw failure('tooLarge')
    return { digest: createHash('sha256').update(bytes).digest('hex'), sheets: await readWorkbook(bytes) }
  } catch (error) {
    throw error instanceof NotWorkbook ? failure('notWorkbook', { problem: error.message }) : error
  }
}

/** The answer stands whether the file is gone or not: one that stays is named still, and the timer removes it. */
async function discard({ fileId, sendId }: Send, { repos }: MemberContext): Promise<void> {
  try {
    await storage.remove([fileId])
    await repos.uploads.remove([sendId])
  } catch (error) {
    log('importTable', 'tryAgain', error)
  }
}

/** What the file would change, as things stand now. */
function looked(
  kind: TableKind,
  state: unknown,
  { sheets, digest }: Uploaded,
  { sendId }: Send,
  { me, now }: MemberContext,
): { preview: ImportPreview; plan: Plan } {
  const asked = kind.sheets(state, true)
  const book = readTables(sheets, asked)
  const plan = kind.plan(book, state, { memberId: me.memberId, name: me.name, sendId, now })
  const lines = plan.planned.length + (plan.programme?.added.length ?? 0) + (plan.programme?.changed.length ?? 0)
  if (lines > MOST_WRITES)
    book.fault(
      asked[0]!.name,
      `这个文件要改动 ${lines} 条，一次最多 ${MOST_WRITES} 条。请把表另存成几份，每份只留一部分行，先后导入：` +
        '没写进文件的不会动。',
    )
  const faults = book.faults()
  return { preview: faults.length > 0 ? faulty(faults) : clean(plan, digest), plan }
}

function faulty(faults: ImportPreview['faults']): ImportPreview {
  return {
    faults: faults.slice(0, MOST_FAULTS),
    moreFaults: Math.max(0, faults.length - MOST_FAULTS),
    added: [],
    changed: [],
    same: 0,
    hash: '',
    written: false,
  }
}

function clean({ planned, same, programme }: Plan, digest: string): ImportPreview {
  const lines = planned.flatMap(({ what, was, becomes, lines = [{ what, was, becomes }] }) => lines)
  const added = lines.flatMap(({ what, was, becomes }) => (was === null ? [`${what}：${becomes}`] : []))
  const changed = lines.flatMap(({ what, was, becomes }) => (was === null ? [] : [{ what, was, becomes }]))
  const told = {
    added: [...(programme?.added ?? []), ...added],
    changed: [...(programme?.changed ?? []), ...changed],
    same,
  }
  const hash = createHash('sha256')
    .update(JSON.stringify([digest, told]))
    .digest('hex')
  return { faults: [], moreFaults: 0, ...told, hash: `sha256:${hash}`, written: false }
}
