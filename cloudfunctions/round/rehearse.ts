/**
 * 演练: a copy of a ready round that runs today beside it, marked, at most one. It has no survey, for villagers' codes mean
 * the real round; its scheme weighs what is left, so that it ranks. The copy is there first, `ready` and not running, and runs once it has the measured facts: killed in
 * between, whoever rehearses again goes on.
 */
import type { CallIn, CallOut } from '../../src/contract'
import { failure } from '../../src/contract/errors'
import { onlyAsked } from '../../src/domain/asked-measurements'
import { isRehearsalOf, rehearsalId } from '../../src/domain/rehearsal-id'
import { rehearsedScheme } from '../../src/domain/rehearsed-scheme'
import type { MeasurementDoc, RoundDoc } from '../common/documents'
import { roundHead } from '../common/heads'
import { measurementKey } from '../common/repositories/measurements'
import type { AuditLine, RoundContext } from '../common/serve'
import { shanghaiMoment } from '../common/shanghai-time'
import { proposeOverdue } from './propose-overdue'

type Send = CallIn<'round', 'rehearse'>

/** Fifteen requests and one a measured fact; one more for each overdue finding. */
export async function rehearse(
  { roundId, sendId }: Send,
  context: RoundContext,
): Promise<CallOut<'round', 'rehearse'>> {
  const { round, now, repos } = context
  if (round.rehearsal) throw failure('wrongState', { state: round.state })
  const begun = await repos.rounds.beginRehearsal(roundId, (real, number) => copyOf(real, number, sendId, context))
  if (!isRehearsalOf(begun._id, roundId)) throw failure('inUse', { roundId: begun._id })
  if (begun.state !== 'ready') {
    if (begun.moved?.sendId !== sendId) throw failure('inUse', { roundId: begun._id })
    return { round: roundHead(begun) }
  }
  await repos.measurements.copy(onlyAsked(await repos.measurements.ofRound(roundId), round).map(copiedTo(begun._id)))
  await proposeOverdue({ ...context, round: begun })
  const running = await repos.rounds.change(begun._id, ['ready', 'running'], ({ state }) =>
    state === 'ready' ? { state: 'running', startedAt: now } : null,
  )
  return { round: roundHead(running) }
}

function copyOf(real: RoundDoc, rehearsal: number, sendId: string, { me, now }: RoundContext): RoundDoc {
  const { number, scheme, settings, villages, stops, panel, goals, promises, responsibilities, notApplicable } = real
  const { notApplicableDecided } = real
  return {
    _id: rehearsalId(real._id, rehearsal),
    revision: now,
    number,
    day: shanghaiMoment(now).day,
    rehearsal: true,
    state: 'ready',
    scheme: rehearsedScheme(scheme),
    settings,
    villages,
    stops,
    panel,
    goals,
    ...(promises && { promises }),
    ...(responsibilities && { responsibilities }),
    notApplicable,
    ...(notApplicableDecided !== undefined && { notApplicableDecided }),
    accepted: [],
    proposals: [],
    startedAt: null,
    closedAt: null,
    moved: { to: 'running', sendId, by: me.memberId, at: now },
    sealing: null,
    snapshotId: null,
  }
}

/** The value and what it rests on, to be looked at as on the day; the photos stay the real round's, and are not deleted with this. */
function copiedTo(roundId: string) {
  return ({
    villageId,
    indicatorId,
    value,
    evidence,
    photos,
    enteredBy,
    checkedBy,
  }: MeasurementDoc): MeasurementDoc => ({
    _id: measurementKey({ roundId, villageId, indicatorId }),
    roundId,
    villageId,
    indicatorId,
    value,
    ...(evidence !== undefined && { evidence }),
    ...(photos && { photos }),
    enteredBy,
    checkedBy,
  })
}

/** The real round's: it does not name the rehearsal, whose own lines go with it. */
export function rehearseLine({ sendId, roundId }: Send): AuditLine {
  return { key: sendId, on: roundId, after: 'rehearsed' }
}
