/** The check of *ready* over what is stored. */
import { type ReadyLine, readyCheck } from '../../../src/domain/ready-check'
import { SURVEY_DAYS_BEFORE, surveyOpensAt } from '../../../src/domain/survey-window'
import type { RoundDoc } from '../../common/documents'
import { measurementState } from '../../common/measurement-state'
import { shanghaiMoment } from '../../common/shanghai-time'
import { SHARED_INSPECTORS } from '../day-plan'
import { type DraftFacts, officersOf, panelOf, placeOf, routeVillages } from './facts'

export function checklistOf(round: RoundDoc, facts: DraftFacts, now: number): ReadyLine[] {
  const { scheme, settings, day, stops, notApplicable, notApplicableDecided } = round
  const villages = routeVillages(round, facts)
  const ids = round.panel.map(({ id }) => id)
  const derived = panelOf(ids, villages, facts)
  return readyCheck({
    scheme,
    sharedInspectors: settings.sharedInspectors ?? SHARED_INSPECTORS,
    day,
    today: shanghaiMoment(now).day,
    opensAt: opensAt(round),
    now,
    stops: stops.filter(({ villageId }) => villages.some(({ _id }) => _id === villageId)),
    villages: villages.map((village) => ({
      id: village._id,
      name: village.name,
      districtId: village.districtId,
      location: placeOf(village),
      responsibilities: village.responsibilities ?? [],
      officers: officersOf(village, facts),
    })),
    panel: round.panel.map((stored) => {
      const now = derived.find(({ id }) => id === stored.id)
      const member = facts.inspectors.find(({ memberId }) => memberId === stored.id)
      return { ...(now ?? stored), bound: member?.boundAt != null, gone: !now }
    }),
    goals: facts.goals,
    measurements: facts.measurements.map((fact) => ({ ...fact, state: measurementState(fact) })),
    notApplicable,
    notApplicableDecided: notApplicableDecided ?? false,
    otherRound: facts.other ?? null,
  })
}

/** When a round's survey opens. */
export function opensAt({ day, settings }: Pick<RoundDoc, 'day' | 'settings'>): number {
  return surveyOpensAt(day, settings.surveyDaysBefore ?? SURVEY_DAYS_BEFORE)
}
