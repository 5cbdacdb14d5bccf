/**
 * The one door to the phone. device.weapp.ts and device.h5.ts stand behind it; Taro takes the one of the platform.
 * Nothing outside src/client calls wx or Taro's device APIs.
 */

/** How the app was opened. `scene` is WeChat's number (1011 code scanned, 1047 mini-program code, 1001 otherwise); `query` is decoded. */
export function launch(): { path: string; query: Record<string, string>; scene: number }

/** `unavailable`: there is no camera to scan with (web): the page lets the person choose or type a code. */
export type Scanned = { kind: 'code'; text: string } | { kind: 'cancelled' } | { kind: 'unavailable' }
/**
 * The text of the code, by the camera only, never out of the album: it counts as WeChat's own scan does. Of a
 * mini-program code its page and query (pages/entry/index?scene=…).
 */
export function scan(): Promise<Scanned>

/** Unpredictable bytes. Rejects where the phone can give none: nothing may be guessed instead. */
export function randomBytes(count: number): Promise<Uint8Array>

export function isOnline(): Promise<boolean>
/** Calls back at every change; answers how to stop. */
export function onNetworkChange(changed: (online: boolean) => void): () => void

/** Calls back whenever the app comes to the front again. */
export function onAppShow(shown: () => void): void
/** What people call this phone: 华为 nova 9. */
export function deviceModel(): string

/** Survives a killed app. Synchronous: a value is stored when `set` returns; it throws when the phone is full. JSON values only. */
export const storage: {
  get(key: string): unknown
  set(key: string, value: unknown): void
  remove(key: string): void
  keys(): string[]
}

/** A short tick under the thumb; nothing where the phone cannot. */
export function haptic(): void

/** Awake and as bright as it goes, for a code that others scan; answers how to stop. Nothing where the phone cannot. */
export function keepScreenBright(): () => void

/** The person's own type setting; Screen scales by it. */
export function typeSize(): 'normal' | 'large'

/** A question with two answers, both in words (提交 · 再看看). True: agreed. */
export function confirm(question: { title: string; text: string; yes: string; no: string }): Promise<boolean>
/** One line that goes away by itself, for what also stands on the screen. */
export function say(line: string): void

export function setTitle(title: string): void
/** px taken by the status bar, for a screen that draws its own title row. */
export function statusBarHeight(): number
export function copy(text: string): Promise<void>
