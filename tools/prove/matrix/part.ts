/** A part of the matrix, on a local cloud of its own: some moments, on both stores. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type LocalCloud, startLocalCloud } from '../../local-cloud'
import type { Form } from '../proof'
import { stageOn } from '../seals/stage'
import { type Called, type Cell, callsOn, cellsAt, cellsBeside, isSettled } from './calls'
import { type Moment, moments } from './moments'
import { actions } from './rows'
import { sharedOn } from './shared'
import { smallFile, type Twin, twins } from './small-round'
import { type Shared, standsOn } from './stands'
import { timerCells } from './timer'
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
    called.push(...(await callAll(cellsOf(moment, shared).filter(isTried), stands[moment])))
  if (first === of - 1)
    called.push(...(await callAll(cellsBeside(actions, shared.objects).filter(isTried), stands.running)))
  return called
}

function cellsOf(moment: Moment, { objects }: Shared): Cell[] {
  return [...cellsAt(moment, actions, objects), ...timerCells(moment)]
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
