import { randomBytes } from './device'

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-'

/** A new send's id, 126 random bits. Keep it while the outcome is unknown: the same id again is done once. */
export async function newSendId(): Promise<string> {
  const bytes = await randomBytes(21)
  return Array.from(bytes, (byte) => ALPHABET[byte % 64]).join('')
}
