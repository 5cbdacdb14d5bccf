import { useEffect } from 'react'
import { call, codeOf } from '../../client/call'
import { removeLeftDocuments } from '../../client/left-documents'
import { useRead } from '../../client/use-read'
import { useReading } from '../../client/use-reading'
import type { CallOut } from '../../contract'

export type CardPrints = CallOut<'round', 'cardPrints'>
export type VillageCards = CardPrints['villages'][number]

/** How many cards each village has been printed; `prints` null: nothing is printed now, or in this round. */
export function useCardPrints(roundId: string) {
  useEffect(() => void removeLeftDocuments().catch(() => {}), [])
  return useReading(useRead(() => readCardPrints(roundId)))
}

async function readCardPrints(roundId: string): Promise<{ prints: CardPrints | null }> {
  try {
    return { prints: await call('round', 'cardPrints', { roundId }) }
  } catch (error) {
    if (codeOf(error) === 'wrongState' || codeOf(error) === 'notFound') return { prints: null }
    throw error
  }
}
