import type { CallIn, CallOut } from '../../src/contract'
import type { Measurement } from '../../src/contract/programme'
import { askedMeasurements } from '../../src/domain/asked-measurements'
import { byKeys } from '../../src/domain/order'
import type { MeasurementDoc, VillageDoc } from '../common/documents'
import { roundHead, villageHead } from '../common/heads'
import { measurementState } from '../common/measurement-state'
import { photoAddresses } from '../common/photo-addresses'
import { revisionOf } from '../common/repositories/measurements'
import type { RoundContext } from '../common/serve'
import { mayDecide, mayHandIn, sees } from './draft-part'

/**
 * 实测数据 of a round that is prepared, as far as the reader has a part in them: every fact that is asked for, entered or
 * not. Five requests up to a thousand facts and a hundred photos, and one of storage a fifty photos.
 */
export async function measurements(
  { roundId }: CallIn<'programme', 'measurements'>,
  context: RoundContext,
): Promise<CallOut<'programme', 'measurements'>> {
  const { round, repos } = context
  const [stored, all] = await Promise.all([repos.measurements.ofRound(roundId), repos.villages.all()])
  const villages = all.filter((village) => sees(village, context)).sort(byKeys(({ _id }) => _id))
  const ids = villages.map(({ _id }) => _id)
  const found = new Map(stored.map((fact) => [`${fact.villageId}:${fact.indicatorId}`, fact]))
  const asked = askedMeasurements(round.scheme, round.notApplicable, ids)
  const shown = asked.map((one) => ({ ...one, fact: found.get(`${one.villageId}:${one.indicatorId}`) ?? null }))
  const urls = await photoAddresses(
    shown.flatMap(({ fact }) => fact?.photos ?? []),
    repos,
  )
  return {
    round: roundHead(round),
    villages: villages.map((village) => villageHead({ ...village, id: village._id })),
    indicators: round.scheme.indicators.flatMap((indicator) =>
      indicator.kind === 'measured' ? [{ id: indicator.id, title: indicator.title, unit: indicator.unit }] : [],
    ),
    measurements: shown.map(({ villageId, indicatorId, fact }) =>
      measurementFor(villages.find(({ _id }) => _id === villageId)!, indicatorId, fact, urls, context),
    ),
  }
}

function measurementFor(
  village: VillageDoc,
  indicatorId: string,
  fact: MeasurementDoc | null,
  urls: ReadonlyMap<string, string>,
  context: RoundContext,
): Measurement {
  return {
    villageId: village._id,
    indicatorId,
    value: fact?.value ?? null,
    evidence: fact?.evidence ?? '',
    photos: (fact?.photos ?? []).map((id) => ({ id, url: urls.get(id) ?? null })),
    state: measurementState(fact),
    reason: fact?.returned ?? '',
    enteredBy: fact ? (fact.enteredByName ?? fact.enteredBy) : null,
    checkedBy: fact?.checkedBy ? (fact.checkedByName ?? fact.checkedBy) : null,
    revision: fact && revisionOf(fact),
    mayCheck: fact !== null && mayDecide(village, fact.enteredBy, context),
    mayEnter: mayHandIn(village, context),
    isMine: fact?.enteredBy === context.me.memberId,
  }
}
