/**
 * In which order one phone meant its sends. A send may come twice, and the second time long after what followed it; so
 * what is written remembers each phone's last send by that phone's own clock. That clock may be hours ahead or behind,
 * it is compared with nothing but itself, and the phone keeps it from running backwards.
 */
import { own } from './own'

export type LastSend = { sendId: string; clock: number }
/** By phone. */
export type LastSends = Readonly<Record<string, LastSend>>

export type PhoneSend = { sendId: string; phone: string /** As the phone said, however wrong. */; clock: number }

/** `same`: decided before. `earlier`: the phone itself has gone on since. `new`: not heard of. */
export function placeOf({ sendId, clock }: PhoneSend, last: LastSend | undefined): 'same' | 'earlier' | 'new' {
  if (!last) return 'new'
  if (last.sendId === sendId) return 'same'
  return clock < last.clock ? 'earlier' : 'new'
}

/** A finding, a highlight: one person's record, which they may send again as long as it is new. */
export type SentRecord = {
  roundId: string
  villageId: string
  by: string
  /** Never later than the server's clock. */
  at: number
  phone: string
  sends: LastSends
}

export type RecordSend = PhoneSend & Pick<SentRecord, 'roundId' | 'villageId' | 'by' | 'at'>

/**
 * What becomes of a record that is sent: `write`, a new one or the person's later version; `stands`, the same send
 * again or an earlier version; `changed`, the id is another's record.
 */
export function recordFate(stored: SentRecord | null, send: RecordSend): 'write' | 'stands' | 'changed' {
  if (!stored) return 'write'
  const isTheirs = stored.by === send.by && stored.roundId === send.roundId && stored.villageId === send.villageId
  if (!isTheirs) return 'changed'
  if (placeOf(send, own(stored.sends, send.phone)) !== 'new') return 'stands'
  // Their other phone, to which the first one's queue was carried: only the two clocks can say.
  return stored.phone !== send.phone && send.at < stored.at ? 'stands' : 'write'
}
