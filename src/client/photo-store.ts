/** Photos on this phone: a file each, and a note of what has become of it. Pages use photos.ts. */
import { fileNames, removeFile } from './files'
import { tell } from './kept-changes'
import { forget, keep, keptKeys, keptValues, readKept } from './kept-values'
import { isObject } from './outbox/item'
import { itemById, removeItem } from './outbox/store'
import { storedRecords } from './record-store'
import { storedCards } from './scorecard-store'

export type StoredPhoto = { id: string; bytes: number; at: number; state: 'kept' | 'uploaded' }
export type Owner = { roundId: string; villageId: string; of: 'mark' | 'finding' | 'highlight' | 'deduction' }

const PREFIX = 'photo/'
const DRAFTS = 'form/'
const DAY_MS = 24 * 60 * 60_000

export const fileOf = (id: string) => `photo-${id}.jpg`

let kept: Map<string, StoredPhoto> | undefined

export function storedPhotos(): StoredPhoto[] {
  return [...all().values()]
}

export function photoById(id: string): StoredPhoto | undefined {
  return all().get(id)
}

export function putPhoto(photo: StoredPhoto): void {
  all().set(photo.id, photo)
  keep(PREFIX + photo.id, photo)
  tell()
}

/** Its note first: a file without a note is cleared away at the next start. */
export function deletePhoto(id: string): void {
  const item = itemById(id)
  if (item) removeItem(item)
  all().delete(id)
  forget(PREFIX + id)
  void removeFile(fileOf(id)).catch(() => {})
  tell()
}

/** Every photo that something on this phone names, and whose it is. */
export function photoOwners(): Map<string, Owner> {
  const owners = new Map<string, Owner>()
  for (const { roundId, villageId, marks } of storedCards()) {
    for (const { photos } of Object.values(marks))
      for (const id of photos) owners.set(id, { roundId, villageId, of: 'mark' })
  }
  for (const { roundId, villageId, kind, photos } of storedRecords()) {
    for (const { id } of photos) owners.set(id, { roundId, villageId, of: kind })
  }
  return owners
}

/**
 * Once an app's life: uploaded files go (they were kept so long to be looked at), and what a kill left behind: a file
 * without its note, a photo that nothing came to name.
 */
export async function tidyPhotos(now: number): Promise<void> {
  const owners = photoOwners()
  const drafts = keptKeys(DRAFTS).map((key) => JSON.stringify(readKept(key)))
  for (const { id, at, state } of storedPhotos()) {
    const isNamed = owners.has(id) || drafts.some((draft) => draft.includes(id)) || itemById(id) !== undefined
    if (!isNamed && (state === 'uploaded' || now - at > DAY_MS)) deletePhoto(id)
    else if (state === 'uploaded') await removeFile(fileOf(id))
  }
  for (const name of await fileNames()) {
    const id = /^photo-(.+)\.jpg$/.exec(name)?.[1]
    if (id !== undefined && !all().has(id)) await removeFile(name)
  }
}

function all(): Map<string, StoredPhoto> {
  kept ??= new Map(keptValues(PREFIX, isPhoto).map(([, photo]) => [photo.id, photo]))
  return kept
}

function isPhoto(value: unknown): value is StoredPhoto {
  return isObject(value) && typeof value.id === 'string' && (value.state === 'kept' || value.state === 'uploaded')
}
