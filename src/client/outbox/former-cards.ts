/** Cards kept by a build before the outbox, which had its sends beside them. May go once nobody's phone has that build any more. */
import type { SentChange, StoredCard } from '../kept-card'
import type { Phone } from '../phone'
import { changeCard, storedCards } from '../scorecard-store'
import { addItem } from './store'

/** What a build before the outbox kept beside the card. */
type FormerCard = StoredCard & {
  sending?: { sendId: string; at: number; changes: Omit<SentChange, 'photos'>[] } | null
  submitting?: { sendId: string; at: number; marks: Record<string, { mark: number; note: string }> } | null
  refused?: unknown
}

/** Once after an update: its sends become items under their own ids, then the card is rid of them. */
export function takeOverFormerCards({ phone, device }: Phone): void {
  for (const card of storedCards() as FormerCard[]) {
    const { sending, submitting, refused: _, ...rest } = card
    if (!('sending' in card || 'submitting' in card)) continue
    const { roundId, villageId } = card
    if (sending) {
      const changes = sending.changes.map((change) => ({ ...change, photos: [] }))
      const payload = { roundId, villageId, phone, device, sendId: sending.sendId, at: sending.at, changes }
      addItem({ id: sending.sendId, action: 'saveMarks', payload, since: sending.at })
    }
    if (submitting) {
      const marks = Object.entries(submitting.marks).map(([id, mark]) => [id, { ...mark, photos: [] }])
      const { sendId, at } = submitting
      const payload = { roundId, villageId, phone, device, sendId, at, seconds: 0, marks: Object.fromEntries(marks) }
      addItem({ id: sendId, action: 'submit', payload, since: at })
    }
    changeCard(roundId, villageId, () => rest)
  }
}
