/** Photos for pages: taken, made small, kept on this phone; they go out when something that names them is kept. */

import { say } from './device'
import { pickPhoto, srcOf } from './files'
import { deletePhoto, fileOf, photoOwners, putPhoto, storedPhotos } from './photo-store'
import { newSendId } from './send-id'

const MOST_BYTES = 300_000
/** As much as the contract takes, for a phone that cannot make it smaller. */
const TOO_LARGE = 2_000_000

/** Camera or album; answers the photo's id once it is safe on this phone, null when cancelled (or said why not). */
export async function takePhoto(): Promise<string | null> {
  try {
    const picked = await pickPhoto(MOST_BYTES)
    if (!picked) return null
    if (picked.bytes > TOO_LARGE) throw new Error('照片太大，这部手机缩不小。请拍一张普通大小的。')
    const id = await newSendId()
    await picked.save(fileOf(id))
    putPhoto({ id, bytes: picked.bytes, at: Date.now(), state: 'kept' })
    return id
  } catch (error) {
    const isOurs = error instanceof Error && /[\u4e00-\u9fff]/.test(error.message)
    say(isOurs ? (error as Error).message : '照片没有存住。手机可能满了，请删掉一些东西再拍。')
    return null
  }
}

/** For <Image src>; undefined: its file is not on this phone. */
export function photoSrc(id: string): string | undefined {
  return srcOf(fileOf(id))
}

/** What it belonged to was dropped, or names it no more. One that something else still names stays. */
export function dropPhoto(id: string): void {
  if (!photoOwners().has(id)) deletePhoto(id)
}

export function photoStates(): Record<string, 'waiting' | 'uploaded'> {
  return Object.fromEntries(storedPhotos().map(({ id, state }) => [id, state === 'kept' ? 'waiting' : 'uploaded']))
}
