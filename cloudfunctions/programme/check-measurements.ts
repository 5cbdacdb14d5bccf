/** 核对: one village's facts, all or none, each as it was read; not by who entered one of them. */
import type { CallIn, CallOut } from '../../src/contract'
import { failure } from '../../src/contract/errors'
import { revisionOf } from '../common/repositories/measurements'
import type { AuditLine, RoundContext } from '../common/serve'
import { refuseOwnEntry, villageToDecide } from './draft-part'
import { measurementToldOf } from './measurement-words'

type Send = CallIn<'programme', 'checkMeasurements'>

/** Nine requests without conflict and one a fact, the audit's line included. */
export async function checkMeasurements(
  send: Send,
  context: RoundContext,
): Promise<CallOut<'programme', 'checkMeasurements'>> {
  const { me, now, repos } = context
  const { roundId, villageId, sendId, measurements } = send
  await villageToDecide(villageId, context)
  const asked = new Map(measurements.map(({ indicatorId, revision }) => [indicatorId, revision]))
  await repos.measurements.change(roundId, villageId, (found) =>
    [...asked].flatMap(([indicatorId, revision]) => {
      const stored = found.get(indicatorId)
      if (!stored) throw failure('notFound', { indicatorId })
      if (stored.sendId === sendId) return []
      if (revisionOf(stored) !== revision) throw failure('changed', { yours: null, now: measurementToldOf(stored) })
      refuseOwnEntry(stored.enteredBy, me)
      return [{ ...stored, checkedBy: me.memberId, checkedByName: me.name, returned: null, at: now, sendId }]
    }),
  )
  return { checked: asked.size }
}

export function checkMeasurementsLine({ sendId, villageId, measurements }: Send): AuditLine {
  const indicatorIds = measurements.map(({ indicatorId }) => indicatorId)
  return { key: sendId, on: villageId, after: { state: 'checked', indicatorIds } }
}
