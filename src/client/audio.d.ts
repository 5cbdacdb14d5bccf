/**
 * Recordings read aloud. audio.weapp.ts and audio.h5.ts stand behind it; apart from device.ts, so that only the
 * questions carry it.
 */

/** `name` says which recording it is, whatever its address is today: letters, digits, `-`. */
export type Recording = { name: string; url: string }
export type Playing = { stop(): void }

/** Plays it; the first time it comes over the network, afterwards from this phone, without a signal too. `ended`: by itself, stopped, or because it could not be played. */
export function playAudio(recording: Recording, ended: (played: boolean) => void): Playing

/** Brings recordings onto this phone, one after another; what does not come now comes when it is played. Others than these leave the phone. */
export function loadAudio(recordings: readonly Recording[]): Promise<void>
