import { call } from '../../client/call'
import { useRead } from '../../client/use-read'
import { type Reading, useReading } from '../../client/use-reading'
import type { CallOut } from '../../contract'

export type People = CallOut<'member', 'members'>
export type Person = People['members'][number]

export function usePeople(): Reading<People> {
  return useReading(useRead(() => call('member', 'members', {})))
}
