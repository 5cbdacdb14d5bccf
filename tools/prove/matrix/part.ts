/** A part of the matrix, on a local cloud of its own: some moments, on both stores. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { ProgrammeDoc, SchemeDoc } from '../../../cloudfunctions/common/documents'
import type { Answer } from '../../../src/contract/errors'
import { cardItems } from '../../../src/domain/card-check'
import { rehearsalId } from '../../../src/domain/rehearsal-id'
import type { AuditEdition } from '../../../src/domain/round-file'
import { type LocalCloud, startLocalCloud } from '../../local-cloud'
import type { Doc } from '../../local-cloud/ejson'
import { administrator, openidOf } from '../../seed/people'
import { shanghaiDay } from '../../seed/shanghai-time'
import type { Form } from '../proof'
import { stageOn } from '../seals/stage'
import { type Called, type Cell, callsOn, cellsAt, cellsBeside, isSettled } from './calls'
import { moments } from './moments'
import { type Objects, SEND, schemes } from './objects'
import { actions } from './rows'
import { OTHER_VILLAGE, smallFile, type Twin, twins, VILLAGE } from './small-round'
import { photoPath, programmeOf, type Shared, sharedOf, standsOn, WORKBOOK_PATH } from './stands'
import { announcedApart, toldApart } from './twins'

export interface Part {
  form: Form
  /** Only cells in whose name this stands. */
  point: string | null
  /** Every so-manieth moment, from this one on. */
  first: number
  of: number
}

export interface Tried {
  cells: number
  refused: number
  onBoth: number
  /** What does not hold, cell by cell. */
  wrong: string[]
  /** Announced boards read, and how many of them were the same on both stores. */
  boards: { read: number; alike: number }
}

/** In short each so-manieth cell. */
const EVERY: Record<Form, number> = { short: 9, ci: 1, long: 1 }

export async function tryPart(part: Part): Promise<Tried> {
  const dataDir = mkdtempSync(join(tmpdir(), 'lalian-matrix-'))
  const cloud = await startLocalCloud({ dataDir, synchronous: 'NORMAL', quiet: true, instances: 2 })
  try {
    const shared = await sharedOn(cloud)
    const called = new Map<Twin, Called[]>()
    for (const twin of twins) called.set(twin, await everyCall(cloud, dataDir, twin, shared, part))
    return outcome(called.get('one')!, called.get('other')!)
  } finally {
    await cloud.stop()
    rmSync(dataDir, { recursive: true, force: true })
  }
}

async function everyCall(
  cloud: LocalCloud,
  dataDir: string,
  twin: Twin,
  shared: Shared,
  { form, point, first, of }: Part,
): Promise<Called[]> {
  const stage = stageOn(cloud, dataDir)
  const { callAll } = callsOn(cloud, stage)
  const stands = await standsOn(cloud, stage, smallFile(twin), shared)
  const called: Called[] = []
  let n = 0
  const isTried = (cell: Cell) => {
    if (point !== null) return cell.name.includes(point)
    // Where a refusal is known to the byte, the other store can add only that it refuses too: --long asks it.
    // Where one moment says what all of them say, --long asks them all.
    if (form !== 'long' && cell.isOneOfMany) return false
    const isAsked = n++ % EVERY[form] === 0
    // Of the answers that could tell of marks CI asks the other store every third; --long all.
    const isTwinned = form === 'long' || (!isSettled(cell) && n % 3 === 0)
    return isAsked && (twin === 'one' || isTwinned)
  }
  for (const moment of moments.filter((_, place) => place % of === first))
    called.push(...(await callAll(cellsAt(moment, actions, shared.objects).filter(isTried), stands[moment])))
  if (first === of - 1)
    called.push(...(await callAll(cellsBeside(actions, shared.objects).filter(isTried), stands.running)))
  return called
}

function outcome(one: readonly Called[], other: readonly Called[]): Tried {
  const wrong = [...one, ...other].flatMap(({ cell, wrong }) => (wrong ? [`${cell.name} ${wrong}`] : []))
  return {
    cells: one.length,
    refused: one.filter(({ cell }) => !cell.expected.may).length,
    onBoth: other.length,
    wrong: [...new Set([...wrong, ...toldApart(one, other)])],
    boards: announcedApart(one, other),
  }
}

export async function sharedOn(cloud: LocalCloud): Promise<Shared> {
  const file = smallFile('one')
  const { fileID } = await cloud.sdk().uploadFile({ cloudPath: photoPath(file), fileContent: Buffer.from('a picture') })
  const { items } = file.scheme.survey
  const now = Date.now()
  const documents = programmeOf(now)
  for (const [collection, docs] of Object.entries(documents)) cloud.seed(collection, docs)
  const { fileId, hash, text } = await workbookOn(cloud)
  const [first, second] = file.scheme.indicators.filter(({ kind }) => kind === 'measured')
  const objects = {
    now,
    preparedId: `${file.id}-next`,
    rehearsalId: rehearsalId(file.id),
    measured: [first!.id, second!.id] as const,
    plan: planOf(file, now),
    districts: districtsOf(documents),
    rules: rulesOf(documents),
    workbook: { fileId, hash },
    roundId: file.id,
    villageId: VILLAGE,
    otherVillageId: OTHER_VILLAGE,
    items: cardItems(file, VILLAGE),
    indicatorId: first!.id,
    answers: Object.fromEntries(items.map(({ id }) => [id, 4])),
    photoFileId: fileID,
  }
  return sharedOf(file, objects, text)
}

/** As an administrator downloads it, uploads it, and looks at what it would change. */
async function workbookOn(cloud: LocalCloud): Promise<{ fileId: string; hash: string; text: string }> {
  const ask = async (action: string, payload: object) => {
    const answer = (await cloud.call('programme', { action, payload }, openidOf(administrator.memberId))) as Answer
    if (!answer.ok) throw new Error(`the workbook: ${action} is refused: ${JSON.stringify(answer.error)}`)
    return answer.data as { base64: string; hash: string }
  }
  const table = { kind: 'villages' }
  const fileContent = Buffer.from((await ask('exportTable', table)).base64, 'base64')
  const { fileID: fileId } = await cloud.sdk().uploadFile({ cloudPath: WORKBOOK_PATH, fileContent })
  const { hash } = await ask('importTable', { table, fileId, hash: null, sendId: SEND })
  return { fileId, hash, text: fileContent.toString('latin1') }
}

function planOf(file: AuditEdition, now: number): Objects['plan'] {
  const { id, version } = file.scheme
  return {
    day: shanghaiDay(now),
    scheme: { id, version },
    stops: file.stops.map(({ villageId, arrive, depart }) => ({ villageId, arrive, depart })),
    panel: ['I06', 'I08', 'I10'],
    notApplicable: [],
    notApplicableDecided: true,
  }
}

function districtsOf({ programme }: Record<string, Doc[]>): Objects['districts'] {
  return (programme as unknown as ProgrammeDoc[])[0]!.districts
}

function rulesOf(documents: Record<string, Doc[]>): Objects['rules'] {
  const found = (documents.schemes as unknown as SchemeDoc[]).find(({ id }) => id === schemes.draft)
  return found!.rules as Objects['rules']
}
