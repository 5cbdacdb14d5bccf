import type { Database } from '../cloud'
import type { MeasurementDoc } from '../documents'
import { read } from '../writes'
import { all } from './pages'

export function measurements(db: Database) {
  return {
    /** One village's value of one indicator, as it was entered. One request. */
    of: (roundId: string, villageId: string, indicatorId: string) =>
      read<MeasurementDoc>(db, 'measurements', `${roundId}:${villageId}:${indicatorId}`),
    /** A round's checked facts, as they were entered. Two requests up to a thousand of them. */
    ofRound: (roundId: string) => all<MeasurementDoc>(db, 'measurements', { roundId }),
  }
}
