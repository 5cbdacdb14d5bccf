/**
 * Files on this phone and on their way from it: photos, pictures of codes, an exported queue. files.weapp.ts and
 * files.h5.ts stand behind it; apart from device.ts, so that a villager does not download it.
 */

/** A picture that was just taken, not larger than asked for; gone with the app unless it is saved. */
export type Picked = { bytes: number; save(name: string): Promise<void> }
/** Camera or album; null: cancelled. Rejects with a sentence for the person. */
export function pickPhoto(mostBytes: number): Promise<Picked | null>

/** For <Image src>; undefined: there is no such file (on the web: not yet looked up, then listeners are told). */
export function srcOf(name: string): string | undefined
export function fileNames(): Promise<string[]>
export function removeFile(name: string): Promise<void>
/** Rejects where the file is gone. */
export function readBase64(name: string): Promise<string>
export function writeBase64(name: string, base64: string): Promise<void>
/** A small picture with its address for <Image src>, which stays good. */
export function keepPicture(name: string, base64: string, contentType: string): Promise<string>

/**
 * A file the person chose, gone with the app; `upload`: to cloud storage, at this path; doing it again writes the same file.
 * It rejects with a sentence where the file is not there any more.
 */
export type PickedFile = { name: string; bytes: number; upload(cloudPath: string): Promise<string> }
/** An Excel workbook out of a chat (WeChat) or off this computer; null: cancelled. Rejects with a sentence for the person. */
export function pickWorkbook(): Promise<PickedFile | null>

/** To cloud storage, at this path; doing it again writes the same file. Rejects with MISSING where the file is gone. */
export function upload(name: string, cloudPath: string): Promise<string>
export const MISSING: string

export function writeText(name: string, text: string): Promise<void>
/** Hands this file to whom the person chooses (WeChat), or downloads it (web). Rejects with a sentence for the person. */
export function handOver(name: string, fileName: string): Promise<'saved' | 'cancelled'>
/** The text of a file the person chooses; null: cancelled. */
export function takeOver(): Promise<string | null>

export function storageUse(): { usedKb: number; limitKb: number }
