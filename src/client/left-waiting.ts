import { storage } from './device'

/**
 * Whether something typed on this phone was left waiting, for pages that do not carry the outbox: the home page must
 * not hold what a villager would have to download. Where there is anything, the outbox is opened to see what.
 */
export function isLeftWaiting(): boolean {
  const keys = storage.keys()
  if (keys.some((key) => key.startsWith('out/'))) return true
  return keys.some((key) => key.startsWith('card/') && JSON.stringify(storage.get(key)).includes('"waits":true'))
}
