export interface MeasurementDoc {
  /** round:village:indicator */
  _id: string
  roundId: string
  villageId: string
  indicatorId: string
  value: number
  enteredBy: string
  /** Null: not checked yet, or returned. A round's facts are all checked from *ready* on. */
  checkedBy: string | null
  /** What it rests on. These are absent where it was not entered through the screens. */
  revision?: number
  evidence?: string
  photos?: string[]
  enteredByName?: string
  checkedByName?: string | null
  /** Why it was returned; null or absent: it was not. */
  returned?: string | null
  at?: number
  sendId?: string
}
