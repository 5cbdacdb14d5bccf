/**
 * The phone's storage for what must not be lost. It never throws: what a full phone does not take stays in memory,
 * is tried again at the next write, and is said (`isFull`); what storage gives back broken is set aside and said (`isFailing`).
 */
import { storage } from './device'

/** Could not be stored: newer than what storage holds, and gone with the app. */
const unstored = new Map<string, unknown>()
const SET_ASIDE = 'bad/'
let broken = 0

export function readKept(key: string): unknown {
  if (unstored.has(key)) return unstored.get(key)
  try {
    return storage.get(key)
  } catch {
    broken++
    return undefined
  }
}

/** Stored when this returns, unless the phone is full. */
export function keep(key: string, value: unknown): void {
  if (!stored(key, value)) unstored.set(key, value)
  else if (unstored.delete(key) || unstored.size > 0) storeTheRest()
}

export function forget(key: string): void {
  unstored.delete(key)
  try {
    storage.remove(key)
  } catch {}
  storeTheRest()
}

export function keptKeys(prefix: string): string[] {
  return [...new Set([...storedKeys(), ...unstored.keys()])].filter((key) => key.startsWith(prefix)).sort()
}

/** What is kept under keys of this beginning, where it is whole; a broken value is set aside, not lost and not met again. */
export function keptValues<T>(prefix: string, isWhole: (value: unknown) => value is T): [string, T][] {
  return keptKeys(prefix).flatMap((key): [string, T][] => {
    const value = readKept(key)
    if (isWhole(value)) return [[key, value]]
    setAside(key, value)
    return []
  })
}

function setAside(key: string, value: unknown): void {
  broken++
  if (value === undefined) return
  if (stored(SET_ASIDE + key, value)) forget(key)
}

/** Something is only in memory. */
export function isFull(): boolean {
  return unstored.size > 0
}

/** Something kept came back broken. */
export function isFailing(): boolean {
  return broken > 0 || keptKeys(SET_ASIDE).length > 0
}

function stored(key: string, value: unknown): boolean {
  try {
    storage.set(key, value)
    return true
  } catch {
    return false
  }
}

function storeTheRest(): void {
  for (const [key, value] of [...unstored]) if (stored(key, value)) unstored.delete(key)
}

function storedKeys(): string[] {
  try {
    return storage.keys()
  } catch {
    broken++
    return []
  }
}
