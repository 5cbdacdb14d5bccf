import type { CallOut } from '../contract'
import { call } from './call'
import { useNow } from './use-now'
import { useRead } from './use-read'
import { type Reading, useReading } from './use-reading'

export type Deductions = CallOut<'scoring', 'deductions'> & {
  /** The server's clock less the phone's, in ms: a countdown must not trust the phone. */
  ahead: number
}

/** The round's deductions as far as this person may see them; looked at again every two minutes. */
export function useDeductions(roundId: string, villageId: string | null): Reading<Deductions> {
  return useReading(useRead(() => readDeductions(roundId, villageId), { live: 'often' }))
}

export async function readDeductions(roundId: string, villageId: string | null): Promise<Deductions> {
  const read = await call('scoring', 'deductions', { roundId, villageId })
  return { ...read, ahead: read.at - Date.now() }
}

/** The server's clock, ticking while something counts down. */
export function useServerNow(data: Pick<Deductions, 'deductions' | 'ahead'> | null): number {
  const counts = data?.deductions.some(({ state }) => state === 'confirmed') ?? false
  return useNow(counts) + (data?.ahead ?? 0)
}
