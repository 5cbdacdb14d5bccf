import type { Database } from '../cloud'
import type { MeasurementDoc } from '../documents'
import { all } from './pages'

export function measurements(db: Database) {
  return {
    /** A round's checked facts. Two requests up to a thousand of them. */
    ofRound: (roundId: string) => all<MeasurementDoc>(db, 'measurements', { roundId }),
  }
}
