import { call } from '../../client/call'
import { pageQuery, replace } from '../../client/navigate'
import { useRead } from '../../client/use-read'
import type { Reading } from '../../client/use-reading'
import { useResult } from '../../client/use-result'
import type { VillageResult } from '../../contract/ranking'

export type VillageReading = Reading<VillageResult> & { openVillage: (villageId: string) => void }

/** A village's result, with its place on the board: how it moved, and who stands before and after it. */
export function useVillage(): VillageReading {
  const { round: roundId = '', village: villageId = '' } = pageQuery()
  const reading = useResult(useRead(() => call('ranking', 'village', { roundId, villageId })))
  return { ...reading, openVillage: (village) => replace('manage/village/index', { round: roundId, village }) }
}
