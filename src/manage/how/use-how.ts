import { call } from '../../client/call'
import { pageQuery } from '../../client/navigate'
import { useRead } from '../../client/use-read'
import type { Reading } from '../../client/use-reading'
import { useResult } from '../../client/use-result'
import type { CallOut } from '../../contract'

export type How = CallOut<'ranking', 'explain'>

export function useHow(): Reading<How> {
  const { round: roundId = '', village: villageId = '' } = pageQuery()
  return useResult(useRead(() => call('ranking', 'explain', { roundId, villageId })))
}
