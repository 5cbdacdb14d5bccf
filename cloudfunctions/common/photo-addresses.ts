/** Where photos can be looked at for an hour, by their id, for those that were uploaded. Who may look is the caller's to ask. */
import type { FileDoc } from './documents'
import type { Repositories } from './repositories'
import { storage } from './storage'

/** One request a hundred photos, and one of storage a fifty. */
export async function photoAddresses(
  photos: readonly string[],
  { files }: Pick<Repositories, 'files'>,
): Promise<Map<string, string>> {
  return addressesOf(await files.byIds([...new Set(photos)]))
}

/** One request of storage a fifty. */
export async function addressesOf(files: readonly FileDoc[]): Promise<Map<string, string>> {
  const addresses = await storage.addresses(files.map(({ fileId }) => fileId))
  return new Map(
    files.flatMap(({ _id, fileId }) => {
      const url = addresses.get(fileId)
      return url === undefined ? [] : [[_id, url] as const]
    }),
  )
}
