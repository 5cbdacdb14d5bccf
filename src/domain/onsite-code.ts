/**
 * The code an inspector's phone shows on the spot: the village, and a token good for the stop's window
 * (docs/domain.md, Survey rules: Channels). At most 32 characters, as wxacode.getUnlimited takes them:
 * `v=` 16 `&t=` 10 make 31.
 */
import { shanghaiTime } from './shanghai-clock'
import { partOfCode, villageCode } from './village-code'

/** 60 bits in base64url. */
export const ONSITE_TOKEN_LENGTH = 10

/** The party may be early or late: so long before the planned arrival, and after the planned departure. */
const AROUND = 60 * 60_000

/** Milliseconds, both ends included. */
export type OnsiteWindow = { from: number; until: number }

export function onsiteScene(villageId: string, token: string): string {
  return `${villageCode(villageId)}&t=${token}`
}

/** The token a scanned code carries, or null: then it is the notice board's. */
export function onsiteTokenOf(code: string): string | null {
  const token = partOfCode(code, 't')
  return /^[A-Za-z0-9_-]{10}$/.test(token) ? token : null
}

/** The planned stop, an hour wider on both sides; null for a skipped one, where nobody shows a code. */
export function onsiteWindow(
  day: string,
  { arrive, depart, state }: { arrive: string; depart: string; state: string },
): OnsiteWindow | null {
  if (state === 'skipped') return null
  return { from: shanghaiTime(day, arrive) - AROUND, until: shanghaiTime(day, depart) + AROUND }
}

export function isWithin({ from, until }: OnsiteWindow, now: number): boolean {
  return from <= now && now <= until
}
