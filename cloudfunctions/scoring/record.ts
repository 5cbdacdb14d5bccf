/** What findings and highlights share: a village on the route, and one person's record that may be sent again. */
import { failure } from '../../src/contract/errors'
import { type RecordSend, recordFate } from '../../src/domain/phone-sends'
import type { FindingDoc, HighlightDoc } from '../common/documents'
import type { RoundContext } from '../common/serve'

interface Send {
  roundId: string
  villageId: string
  sendId: string
  phone: string
  at: number
}

type Sent = Pick<FindingDoc, 'roundId' | 'villageId' | 'by' | 'byName' | 'at' | 'phone' | 'sendId' | 'sends'>

/** Recused or skipped does not matter: what was seen there is not a score. */
export function refuseOffRoute(villageId: string, { round }: RoundContext): void {
  if (!round.stops.some((stop) => stop.villageId === villageId)) throw failure('outOfScope', { villageId })
}

/** Who sent it, from where and when, as the record keeps it; null: what is stored stands. */
export function sentFields(stored: FindingDoc | HighlightDoc | null, send: Send, context: RoundContext): Sent | null {
  const { me, now } = context
  const { roundId, villageId, sendId, phone } = send
  const at = Math.min(send.at, now)
  const last = { sendId, clock: send.at }
  const asSent: RecordSend = { roundId, villageId, by: me.memberId, at, phone, ...last }
  switch (recordFate(stored, asSent)) {
    case 'changed':
      throw failure('changed')
    case 'stands':
      return null
    case 'write':
      return {
        roundId,
        villageId,
        by: me.memberId,
        byName: me.name,
        at,
        phone,
        sendId,
        sends: { ...stored?.sends, [phone]: last },
      }
  }
}
