import { call } from '../../client/call'
import { useRead } from '../../client/use-read'
import { type Reading, useReading } from '../../client/use-reading'
import type { CallOut } from '../../contract'

export type Me = CallOut<'member', 'me'>

/** Who this account is here. */
export function useMe(): Reading<Me> {
  return useReading(useRead(() => call('member', 'me', {})))
}
