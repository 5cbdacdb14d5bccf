/** The sample's five workbooks, as the programme's own export writes them on a cloud that holds the sample. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { GoalDoc, RoundDoc } from '../../../cloudfunctions/common/documents'
import type { Table } from '../../../src/contract/programme'
import type { AuditEdition } from '../../../src/domain/round-file'
import { startLocalCloud } from '../../local-cloud'
import { openidOf } from '../../seed/people'
import { promised } from '../../seed/promises'
import { programme, readSample, seedAll } from '../../seed/sample'
import { emptyRound } from '../../seed/stored-round'
import { calling } from '../day/calling'

export type TableKind = Table['kind']
export type Workbooks = Record<TableKind, Uint8Array>

/** By the officer of its village, on a phone. */
export const DECLARED_BY_HAND = 'V01-G1'

export const kinds = ['villages', 'members', 'scheme', 'goals', 'measurements'] as const

export function tableOf(kind: TableKind, { id: roundId, scheme: { id, version } }: AuditEdition): Table {
  if (kind === 'scheme') return { kind, id, version }
  return kind === 'goals' || kind === 'measurements' ? { kind, roundId } : { kind }
}

export async function sampleWorkbooks(): Promise<Workbooks> {
  const file = readSample<AuditEdition>('round-2.json')
  const dataDir = mkdtempSync(join(tmpdir(), 'lalian-prove-'))
  const cloud = await startLocalCloud({ dataDir, synchronous: 'NORMAL' })
  try {
    await seedAll(cloud, programme(Date.now()))
    await seedAll(cloud, draft(file, Date.now()))
    const call = calling(cloud)
    const written: Partial<Workbooks> = {}
    for (const kind of kinds) {
      const { base64 } = await call(openidOf('M01'), 'programme', 'exportTable', tableOf(kind, file))
      written[kind] = new Uint8Array(Buffer.from(base64, 'base64'))
    }
    return written as Workbooks
  } finally {
    await cloud.stop()
    rmSync(dataDir, { recursive: true, force: true })
  }
}

/** What a city's office gathers in a table; the one is declared by hand. */
export function inWorkbook({ goals }: AuditEdition): AuditEdition['goals'] {
  return goals.filter(({ id }) => id !== DECLARED_BY_HAND)
}

function draft(file: AuditEdition, now: number) {
  const { rounds, measurements } = emptyRound(file, { day: file.date, state: 'ready', now })
  const [ready] = rounds as RoundDoc[]
  const goals = inWorkbook(file).map(
    ({ id, ...goal }): GoalDoc => ({
      ...goal,
      ...promised({ id }),
      _id: `${file.id}:${id}`,
      revision: 1,
      roundId: file.id,
      state: 'declared',
      reason: '',
      declaredBy: 'M05',
      declaredByName: '黄德明',
      decidedBy: null,
      decidedByName: null,
      at: now,
      sendId: `sample-goal-${id}`.padEnd(21, '0'),
    }),
  )
  return { rounds: [{ ...ready!, state: 'draft', goals: [], promises: [] }], measurements: measurements!, goals }
}
