/** 邀请: how a person's WeChat account is bound. Rule: docs/domain.md, People. */
import { normalCode } from './readable-code'
import { partOfCode } from './village-code'

/** Milliseconds a code is good for: 72 hours. */
export const INVITE_LIFE = 72 * 60 * 60_000

/** With so many wrong names a code is dead. */
export const MOST_WRONG_NAMES = 5

/** Nobody has taken it, its time is not over, and it was not tried with too many wrong names. */
export function isOpenInvite(
  { takenAt, expiresAt, wrongNames }: { takenAt: number | null; expiresAt: number; wrongNames: number },
  now: number,
): boolean {
  return takenAt === null && now < expiresAt && wrongNames < MOST_WRONG_NAMES
}

/** Whether a name was typed as it is registered: spaces do not matter, nor how its characters are composed. */
export function isSameName(typed: string, registered: string): boolean {
  return plain(typed) === plain(registered)
}

/** What a mini-program code carries that opens an invite: 14 characters. `code` in its normal form. */
export function inviteScene(code: string): string {
  return `i=${code}`
}

/** The invite's code in what was scanned, in its normal form, or null. */
export function inviteOfScene(scene: string): string | null {
  return normalCode(partOfCode(scene, 'i'))
}

function plain(name: string): string {
  return name.normalize('NFC').replace(/\s/gu, '')
}
