/** A draft round beside the day's: the sample's scheme and route, its goals handed in and its facts entered. */
import type { GoalDoc, MeasurementDoc, RoundDoc } from '../../cloudfunctions/common/documents'
import type { AuditEdition } from '../../src/domain/round-file'
import { emptyRound } from '../../tools/seed/stored-round'

export const DRAFT = '2026-1'
/** Of a measured indicator: the sample has none. */
export const NOT_APPLICABLE = { villageId: 'V01', indicatorId: 'C24' }

export function draftRound(file: AuditEdition): {
  rounds: RoundDoc[]
  goals: GoalDoc[]
  measurements: MeasurementDoc[]
} {
  const now = Date.now()
  const [stored] = emptyRound(file, { day: '2026-05-20', state: 'ready', now }).rounds as RoundDoc[]
  const notApplicable = [...file.notApplicable, NOT_APPLICABLE]
  const round: RoundDoc = {
    ...stored!,
    notApplicable,
    _id: DRAFT,
    number: 3,
    state: 'draft',
    goals: [],
    promises: [],
    startedAt: null,
  }
  const goals = file.goals.map(
    ({ id, villageId, title, full, step, difficulty }): GoalDoc => ({
      _id: `${DRAFT}:${id}`,
      revision: 1,
      roundId: DRAFT,
      goalId: id,
      villageId,
      title,
      baseline: '800',
      target: '3000',
      unit: '人次',
      full,
      step,
      difficulty,
      state: 'approved',
      reason: '',
      declaredBy: 'M05',
      declaredByName: '黄德明',
      decidedBy: 'M02',
      decidedByName: '陈立',
      at: now,
      sendId: 'sample-goal-000000001',
    }),
  )
  const applicable = file.measurements.filter(
    ({ villageId, indicatorId }) =>
      villageId !== NOT_APPLICABLE.villageId || indicatorId !== NOT_APPLICABLE.indicatorId,
  )
  const measurements = applicable.map(
    (one): MeasurementDoc => ({
      ...one,
      _id: `${DRAFT}:${one.villageId}:${one.indicatorId}`,
      revision: 1,
      roundId: DRAFT,
      evidence: '镇财政所盖章的报表',
      photos: [],
      enteredBy: 'M01',
      enteredByName: '王敏',
      checkedBy: 'M02',
      checkedByName: '陈立',
      returned: null,
      at: now,
    }),
  )
  return { rounds: [round], goals, measurements }
}
