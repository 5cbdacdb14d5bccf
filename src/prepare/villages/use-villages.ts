import { call } from '../../client/call'
import { useRead } from '../../client/use-read'
import { type Reading, useReading } from '../../client/use-reading'
import type { CallOut } from '../../contract'

export type Villages = CallOut<'programme', 'villages'>
export type KeptVillage = Villages['villages'][number]

export function useVillages(): Reading<Villages> {
  return useReading(useRead(() => call('programme', 'villages', {})))
}
