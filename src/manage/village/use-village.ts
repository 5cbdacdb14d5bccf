import { call } from '../../client/call'
import { pageQuery, replace } from '../../client/navigate'
import { useRead } from '../../client/use-read'
import type { Reading } from '../../client/use-reading'
import { useResult } from '../../client/use-result'
import type { BoardProgress, BoardRow, VillageResult } from '../../contract/ranking'

export type VillageView = {
  result: VillageResult
  progress: BoardProgress | null
  before: BoardRow | null
  after: BoardRow | null
}

export type VillageReading = Reading<VillageView> & { openVillage: (villageId: string) => void }

/** A village's result, with its place on the board: how it moved, and who stands before and after it. */
export function useVillage(): VillageReading {
  const { round: roundId = '', village: villageId = '' } = pageQuery()
  const reading = useResult(useRead(() => readVillage(roundId, villageId)))
  return { ...reading, openVillage: (village) => replace('manage/village/index', { round: roundId, village }) }
}

async function readVillage(roundId: string, villageId: string): Promise<VillageView> {
  const [result, { rows, progress }] = await Promise.all([
    call('ranking', 'village', { roundId, villageId }),
    call('ranking', 'board', { roundId }),
  ])
  const place = rows.findIndex(({ village }) => village.id === villageId)
  return { result, progress, before: rows[place - 1] ?? null, after: rows[place + 1] ?? null }
}
