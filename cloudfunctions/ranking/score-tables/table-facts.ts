import type { VillageFigures } from '../../../src/contract/ranking'
import type { RoundDoc, SnapshotDoc } from '../../common/documents'
import type { Sheet } from '../../common/workbook'

/** A sheet without what all of them have. */
export type Table = Pick<Sheet, 'name' | 'columns' | 'rows'>

export interface TableFacts {
  round: RoundDoc
  snapshot: SnapshotDoc
  /** In the ranking's order, deferred villages last. */
  villages: VillageFigures[]
}
