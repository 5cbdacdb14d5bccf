/** Everything that is stored, to see what a call wrote and what it left alone. */
import { cloudDatabase } from '../../config/cloud-database'
import type { LocalCloud } from '../../tools/local-cloud'

export function stored(cloud: LocalCloud): Record<string, unknown[]> {
  return Object.fromEntries(Object.keys(cloudDatabase).map((collection) => [collection, cloud.dump(collection)]))
}

/** What a test changes behind the functions' back: a round that closes, a member that is revoked. */
export async function change(cloud: LocalCloud, collection: string, id: string, data: object): Promise<void> {
  await cloud.sdk().database().collection(collection).doc(id).update({ data })
}
