import type { MeasurementDoc } from './documents'

type Stored = Pick<MeasurementDoc, 'checkedBy' | 'returned'>

export function measurementState(fact: Stored): 'entered' | 'checked' | 'returned'
export function measurementState(fact: Stored | null): 'missing' | 'entered' | 'checked' | 'returned'
export function measurementState(fact: Stored | null) {
  if (!fact) return 'missing'
  if (fact.returned) return 'returned'
  return fact.checkedBy ? 'checked' : 'entered'
}
