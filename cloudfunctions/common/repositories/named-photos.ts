/** Which photos a round's records name, wherever in them. */
import type { Database } from '../cloud'
import { RECORDS_WITH_PHOTOS } from '../photos-named'
import { everyPage } from './pages'

export function namedPhotos(db: Database) {
  return {
    /**
     * Answers whether a photo's id stands anywhere in a record of the round, in a former mark's too: it has 21 random
     * characters, so that what holds them means it. Six requests, and one for each thousand records of a kind.
     */
    async inRound(roundId: string): Promise<(photoId: string) => boolean> {
      const texts: string[] = []
      for (const kind of RECORDS_WITH_PHOTOS) {
        await everyPage(db, kind, { roundId }, (page) => {
          texts.push(JSON.stringify(page))
        })
      }
      return (photoId) => texts.some((text) => text.includes(`"${photoId}"`))
    },
  }
}
