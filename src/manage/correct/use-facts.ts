import { call, codeOf } from '../../client/call'
import { useRead } from '../../client/use-read'
import { useReading } from '../../client/use-reading'
import type { CallOut } from '../../contract'
import type { VillageFacts } from '../../contract/round'

export type Facts = CallOut<'round', 'facts'>
export type Measurement = VillageFacts['measurements'][number]
export type Goal = VillageFacts['goals'][number]

/** What is on record of the round; `facts` null: nothing is corrected now. */
export function useFacts(roundId: string) {
  return useReading(useRead(() => readFacts(roundId), { live: 'often' }))
}

async function readFacts(roundId: string): Promise<{ facts: Facts | null }> {
  try {
    return { facts: await call('round', 'facts', { roundId }) }
  } catch (error) {
    if (codeOf(error) === 'wrongState') return { facts: null }
    throw error
  }
}
