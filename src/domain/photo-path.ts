/** Where a phone puts a photo in cloud storage: by its own id, so that a second try is no second file. */
export function photoPath(roundId: string, photoId: string): string {
  return `photos/${roundId}/${photoId}.jpg`
}
