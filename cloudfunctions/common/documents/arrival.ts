export interface ArrivalDoc {
  /** round:inspector:village */
  _id: string
  roundId: string
  inspectorId: string
  villageId: string
  confirmedAt: number
}
