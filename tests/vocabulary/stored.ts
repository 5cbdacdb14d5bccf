/** Everything that is stored, to see what a call wrote and what it left alone. */
import { cloudDatabase } from '../../config/cloud-database'
import type { LocalCloud } from '../../tools/local-cloud'

export function stored(cloud: LocalCloud): Record<string, unknown[]> {
  return Object.fromEntries(Object.keys(cloudDatabase).map((collection) => [collection, cloud.dump(collection)]))
}

/** What came since: documents in no order, for a store keeps none of time. */
export function since<Kept extends object>(before: readonly Kept[], now: readonly Kept[]): Kept[] {
  const known = new Set(before.map((doc) => (doc as { _id?: unknown })._id))
  return now.filter((doc) => !known.has((doc as { _id?: unknown })._id))
}

/** What a test changes behind the functions' back: a round that closes, a member that is revoked. */
export async function change(cloud: LocalCloud, collection: string, id: string, data: object): Promise<void> {
  await cloud.sdk().database().collection(collection).doc(id).update({ data })
}

/** As a phone's upload leaves it: the file in storage; nobody has told a function yet. Answers its id there. */
export async function uploadedPhoto(
  cloud: LocalCloud,
  roundId: string,
  photoId: string,
  fileContent: Buffer = Buffer.from(`a picture ${photoId}`),
): Promise<string> {
  const cloudPath = `photos/${roundId}/${photoId}.jpg`
  const { fileID } = await cloud.sdk().uploadFile({ cloudPath, fileContent })
  return fileID
}

type Fact = { roundId: string; villageId: string; indicatorId: string }

/** As an officer's upload before the day left it: photos that a measured fact rests on, each told of. */
export async function restsOnPhotos(cloud: LocalCloud, fact: Fact, photoIds: readonly string[], picture?: Buffer) {
  const { roundId, villageId, indicatorId } = fact
  for (const _id of photoIds) {
    const fileId = await uploadedPhoto(cloud, roundId, _id, picture)
    const kept = { _id, roundId, villageId, fileId, uploader: 'M05', of: 'measurement', bytes: 1000, at: 1 }
    await cloud.seed('files', [kept])
  }
  await change(cloud, 'measurements', `${roundId}:${villageId}:${indicatorId}`, { photos: [...photoIds] })
}
