/** 示范目标 of one round. An id that returns in a later round is the same goal: progress compares by it. */
export interface GoalDoc {
  /** round:goal */
  _id: string
  revision: number
  roundId: string
  goalId: string
  villageId: string
  title: string
  baseline: string
  target: string
  unit: string
  full: number
  step: number
  /** As approved; before, as proposed. */
  difficulty: number | null
  state: 'declared' | 'approved' | 'returned'
  reason: string
  declaredBy: string
  declaredByName: string
  decidedBy: string | null
  decidedByName: string | null
  at: number
  sendId: string
}
