import type { Repositories } from './repositories'
import { storage } from './storage'

/**
 * Where photos can be looked at for an hour, by their id, for those that were uploaded. Who may look is the caller's to
 * ask. One request a hundred photos, and one of storage a fifty.
 */
export async function photoAddresses(
  photos: readonly string[],
  { files }: Pick<Repositories, 'files'>,
): Promise<Map<string, string>> {
  const found = await files.byIds([...new Set(photos)])
  const addresses = await storage.addresses(found.map(({ fileId }) => fileId))
  return new Map(
    found.flatMap(({ _id, fileId }) => {
      const url = addresses.get(fileId)
      return url === undefined ? [] : [[_id, url] as const]
    }),
  )
}
