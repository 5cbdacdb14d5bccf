/** A stored fact as the one who comes second is told of it. */
import type { MeasurementDoc } from '../common/documents'
import { measurementState } from '../common/measurement-state'
import { revisionOf } from '../common/repositories/measurements'

export function measurementToldOf(fact: MeasurementDoc) {
  return {
    indicatorId: fact.indicatorId,
    value: fact.value,
    evidence: fact.evidence ?? '',
    state: measurementState(fact),
    revision: revisionOf(fact),
    byName: fact.enteredByName ?? fact.enteredBy,
  }
}
