import type { Database } from '../cloud'
import type { ArrivalDoc } from '../documents'
import { addOnce, read } from '../writes'
import { few } from './pages'

/** 60 villages × 15 inspectors fit one page. */
const MOST = 1000

export function arrivals(db: Database) {
  return {
    /** One request. */
    byId: (id: string) => read<ArrivalDoc>(db, 'arrivals', id),
    /** One request. */
    ofRound: (roundId: string) => few<ArrivalDoc>(db, 'arrivals', { roundId }, MOST),
    /** One request. */
    ofInspector: (roundId: string, inspectorId: string) =>
      few<ArrivalDoc>(db, 'arrivals', { roundId, inspectorId }, MOST),
    /** Keeps the first confirmation; a second is the same fact. False when it stood already. One request. */
    confirm: (arrival: ArrivalDoc) => addOnce(db, 'arrivals', arrival),
  }
}

export function arrivalId(roundId: string, inspectorId: string, villageId: string): string {
  return `${roundId}:${inspectorId}:${villageId}`
}
