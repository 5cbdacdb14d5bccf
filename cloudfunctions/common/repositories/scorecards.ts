import type { Database } from '../cloud'
import type { ScorecardDoc } from '../documents'
import { compareAndSet, read } from '../writes'
import { all, few } from './pages'

/** An inspector's cards: at most one a village. */
const MOST_VILLAGES = 200

export function scorecards(db: Database) {
  return {
    /** One request. */
    async byId(id: string): Promise<ScorecardDoc | null> {
      const card = await read<ScorecardDoc>(db, 'scorecards', id)
      return card && asToday(card)
    },
    /** One request. */
    async ofInspector(roundId: string, inspectorId: string): Promise<ScorecardDoc[]> {
      return (await few<ScorecardDoc>(db, 'scorecards', { roundId, inspectorId }, MOST_VILLAGES)).map(asToday)
    },
    /** Every card of a round. Two requests up to a thousand cards. */
    ofRound: async (roundId: string) => (await all<ScorecardDoc>(db, 'scorecards', { roundId })).map(asToday),
    /** Who has what in hand, without a mark or a note: one request, small however large the round. */
    async statesOfRound(roundId: string): Promise<CardState[]> {
      const answer = await db
        .collection('scorecards')
        .where({ roundId })
        .field({
          inspectorId: true,
          villageId: true,
          touchedAt: true,
          'submitted.at': true,
          photos: true,
          waiting: true,
        })
        .limit(1000)
        .get()
      return answer.data as CardState[]
    },
    /** Applies `change` by compare-and-set on the card's revision, again when another send was faster. Two requests. */
    change: (id: string, change: (card: ScorecardDoc | null) => Omit<ScorecardDoc, '_id' | 'revision'> | null) =>
      compareAndSet<ScorecardDoc>(db, 'scorecards', id, (card) => change(card && asToday(card))),
  }
}

export interface CardState {
  _id: string
  inspectorId: string
  villageId: string
  touchedAt: number
  submitted: { at: number } | null
  photos?: string[]
  waiting?: { count: number; at: number }
}

export function scorecardId(roundId: string, inspectorId: string, villageId: string): string {
  return `${roundId}:${inspectorId}:${villageId}`
}

/** Cards stored before marks had photos and a phone had a name are read as cards without. */
function asToday(card: ScorecardDoc): ScorecardDoc {
  const none = { photos: [], device: '' }
  return {
    ...card,
    marks: Object.fromEntries(Object.entries(card.marks).map(([id, mark]) => [id, { ...none, ...mark }])),
    submitted: card.submitted && { ...card.submitted, device: card.submitted.device ?? '' },
    history: card.history.map((past) => ({ ...none, ...past })),
  }
}
