import { call } from '../../client/call'
import { pageQuery } from '../../client/navigate'
import { useRead } from '../../client/use-read'
import { type Reading, useReading } from '../../client/use-reading'
import type { CallOut } from '../../contract'

export type How = CallOut<'ranking', 'explain'>

export function useHow(): Reading<How> {
  const { round: roundId = '', village: villageId = '' } = pageQuery()
  return useReading(useRead(() => call('ranking', 'explain', { roundId, villageId })))
}
