import type { CallIn, CallOut } from '../../src/contract'
import { failure } from '../../src/contract/errors'
import { revisionOf } from '../common/repositories/measurements'
import type { AuditLine, RoundContext } from '../common/serve'
import { refuseOwnEntry, villageToDecide } from './draft-part'
import { measurementToldOf } from './measurement-words'

type Send = CallIn<'programme', 'returnMeasurement'>

/** 退回: with what is wrong; whoever entered it, or another, enters it anew. Ten requests without conflict, the audit's line included. */
export async function returnMeasurement(
  send: Send,
  context: RoundContext,
): Promise<CallOut<'programme', 'returnMeasurement'>> {
  const { me, now, repos } = context
  const { roundId, villageId, indicatorId, revision, reason, sendId } = send
  await villageToDecide(villageId, context)
  let answer = revision
  const [written] = await repos.measurements.change(roundId, villageId, (found) => {
    const stored = found.get(indicatorId)
    if (!stored) throw failure('notFound', { indicatorId })
    answer = revisionOf(stored)
    if (stored.sendId === sendId) return []
    if (answer !== revision) throw failure('changed', { yours: { reason }, now: measurementToldOf(stored) })
    refuseOwnEntry(stored.enteredBy, me)
    return [{ ...stored, checkedBy: null, checkedByName: null, returned: reason, at: now, sendId }]
  })
  return { revision: written ? revisionOf(written) : answer }
}

export function returnMeasurementLine({ sendId, villageId, indicatorId, reason }: Send): AuditLine {
  return { key: sendId, on: villageId, after: { indicatorId, state: 'returned' }, reason }
}
