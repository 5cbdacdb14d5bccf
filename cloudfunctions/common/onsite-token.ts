/**
 * The token of an inspector's phone's code: an HMAC over the round, the village and its window, under the secret of the
 * survey's gate. It needs no storage, and dies with the secret at sealing.
 */
import { createHmac, timingSafeEqual } from 'node:crypto'
import type { OnsiteCode } from '../../src/contract/round'
import {
  isWithin,
  ONSITE_TOKEN_LENGTH,
  type OnsiteWindow,
  onsiteScene,
  onsiteTokenOf,
  onsiteWindow,
} from '../../src/domain/onsite-code'
import type { Stop } from '../../src/domain/round-file'
import type { SecretDoc } from './documents'

/** Neither a round's id nor a village's holds a colon, so no two of them read alike. */
export function onsiteToken(
  gate: Pick<SecretDoc, '_id' | 'secret'>,
  villageId: string,
  { from, until }: OnsiteWindow,
): string {
  return createHmac('sha256', Buffer.from(gate.secret, 'hex'))
    .update(`onsite:${gate._id}:${villageId}:${from}:${until}`)
    .digest('base64url')
    .slice(0, ONSITE_TOKEN_LENGTH)
}

/**
 * A village's code for the day, or null where there is none: no gate, a rehearsal's or a closed one, a skipped stop.
 * The window is the gate's, for by it the token will be checked.
 */
export function onsiteCodeOf(gate: SecretDoc | null, villageId: string): OnsiteCode | null {
  if (!gate || gate.rehearsal || gate.closedAt !== null) return null
  const window = gate.villages.find(({ id }) => id === villageId)?.onsite
  if (!window) return null
  const { from, until } = window
  return { scene: onsiteScene(villageId, onsiteToken(gate, villageId, window)), from, until }
}

/** The gate's villages with the windows that the plan gives them. */
export function withOnsiteWindows(
  villages: readonly { id: string; name: string }[],
  stops: readonly Stop[],
  day: string,
): SecretDoc['villages'] {
  return villages.map(({ id, name }) => {
    const stop = stops.find(({ villageId }) => villageId === id)
    const onsite = stop && onsiteWindow(day, stop)
    return { id, name, ...(onsite && { onsite }) }
  })
}

/** Whether a scanned code holds this village's token, now. An expired or a wrong one is as good as none. */
export function hasOnsiteToken(gate: SecretDoc, villageId: string, code: string | undefined, now: number): boolean {
  const window = gate.villages.find(({ id }) => id === villageId)?.onsite
  const token = code === undefined ? null : onsiteTokenOf(code)
  if (!window || token === null || !isWithin(window, now)) return false
  return timingSafeEqual(Buffer.from(token), Buffer.from(onsiteToken(gate, villageId, window)))
}
