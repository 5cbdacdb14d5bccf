import type { RoundDoc } from '../common/documents'

/** How many household cards of a village were printed so far, used or not. */
export function issuedCards({ cardPrints = [] }: Pick<RoundDoc, 'cardPrints'>, villageId: string): number {
  return cardPrints.filter((print) => print.villageId === villageId).reduce((sum, { count }) => sum + count, 0)
}
