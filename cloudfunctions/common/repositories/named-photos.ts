/** Which photos a round's records name, wherever in them. Every kind of record that may name one is listed here. */
import type { Database } from '../cloud'
import { everyPage } from './pages'

/** A late send names what its record will name once it is admitted. */
const kinds = ['scorecards', 'late', 'findings', 'highlights', 'deductions', 'measurements'] as const

export function namedPhotos(db: Database) {
  return {
    /**
     * Answers whether a photo's id stands anywhere in a record of the round, in a former mark's too: it has 21 random
     * characters, so that what holds them means it. Six requests, and one for each thousand records of a kind.
     */
    async inRound(roundId: string): Promise<(photoId: string) => boolean> {
      const texts: string[] = []
      for (const kind of kinds) {
        await everyPage(db, kind, { roundId }, (page) => {
          texts.push(JSON.stringify(page))
        })
      }
      return (photoId) => texts.some((text) => text.includes(`"${photoId}"`))
    },
  }
}
