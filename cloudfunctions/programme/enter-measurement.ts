/** 填报实测数据: a fact with what it rests on. Whatever was checked before is to be checked again. */
import type { CallIn, CallOut } from '../../src/contract'
import { failure } from '../../src/contract/errors'
import { askedMeasurements } from '../../src/domain/asked-measurements'
import { revisionOf } from '../common/repositories/measurements'
import type { AuditLine, RoundContext } from '../common/serve'
import { villageToFill } from './draft-part'
import { measurementToldOf } from './measurement-words'

type Send = CallIn<'programme', 'enterMeasurement'>

/** Ten requests without conflict, the audit's line included. */
export async function enterMeasurement(
  send: Send,
  context: RoundContext,
): Promise<CallOut<'programme', 'enterMeasurement'>> {
  const { me, now, repos } = context
  const { roundId, villageId, indicatorId, value, evidence, photos, revision, sendId } = send
  await villageToFill(villageId, context)
  refuseUnasked(send, context)
  if (Math.round(value * 10_000) / 10_000 !== value) {
    throw failure('invalid', { path: 'value', problem: '最多四位小数' })
  }
  let answer = 1
  const [written] = await repos.measurements.change(roundId, villageId, (found) => {
    const stored = found.get(indicatorId)
    if (stored) answer = revisionOf(stored)
    if (stored?.sendId === sendId) return []
    if ((stored ? revisionOf(stored) : null) !== revision) {
      throw failure('changed', { yours: { value, evidence }, now: stored ? measurementToldOf(stored) : null })
    }
    const entered = { enteredBy: me.memberId, enteredByName: me.name, checkedBy: null, checkedByName: null }
    return [{ roundId, villageId, indicatorId, value, evidence, photos, ...entered, returned: null, at: now, sendId }]
  })
  return { revision: written ? revisionOf(written) : answer }
}

/** A fact of an indicator that is judged, or does not apply, is nobody's to enter. */
function refuseUnasked({ villageId, indicatorId }: Send, { round }: RoundContext): void {
  const indicator = round.scheme.indicators.find(({ id }) => id === indicatorId)
  if (indicator?.kind !== 'measured') throw failure('notFound', { indicatorId })
  const asked = askedMeasurements(round.scheme, round.notApplicable, [villageId])
  if (asked.some((one) => one.indicatorId === indicatorId)) return
  throw failure('invalid', { path: 'indicatorId', problem: '这项指标对这个村不适用，不用填' })
}

export function enterMeasurementLine({ sendId, villageId, indicatorId, value, evidence, photos }: Send): AuditLine {
  return { key: sendId, on: villageId, after: { indicatorId, value, evidence, photos: photos.length } }
}
