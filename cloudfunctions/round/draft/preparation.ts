/** A round that is prepared, as the administrators see it: the plan, what is there for it, and what is still missing. */
import type { Preparation } from '../../../src/contract/round'
import { askedMeasurements } from '../../../src/domain/asked-measurements'
import { eligibleInspectors } from '../../../src/domain/plan-warnings'
import { recusalsToldOf } from '../../../src/domain/recusal'
import type { MemberDoc, ProgrammeDoc, RoundDoc, SchemeDoc } from '../../common/documents'
import { roundHead, villageHead } from '../../common/heads'
import { measurementState } from '../../common/measurement-state'
import type { Repositories } from '../../common/repositories'
import { SHARED_INSPECTORS } from '../day-plan'
import { checklistOf, opensAt } from './checklist'
import { type DraftFacts, draftFacts, panelOf, placeOf, withId } from './facts'
import { planTold } from './plan-told'

/** Eight requests. */
export async function preparationOf(round: RoundDoc, repos: Repositories, now: number): Promise<Preparation> {
  const [facts, programme, schemes] = await Promise.all([
    draftFacts(round, repos),
    repos.programme.get(),
    repos.schemes.all(),
  ])
  return told(round, facts, programme, schemes, now)
}

function told(
  round: RoundDoc,
  facts: DraftFacts,
  { districts }: ProgrammeDoc,
  schemes: readonly SchemeDoc[],
  now: number,
): Preparation {
  const onPanel = round.panel.map(({ id }) => id)
  const panel = panelOf(onPanel, facts.villages, facts)
  return {
    round: roundHead(round),
    revision: round.revision,
    plan: planTold(round),
    schemeTitle: round.scheme.title,
    villages: facts.villages.map((village) => ({
      ...villageHead(withId(village)),
      location: placeOf(village),
      goals: goalCounts(village._id, facts),
      measurements: measurementCounts(village._id, round, facts),
      eligible: eligibleInspectors(village._id, { panel, cards: [] }).length,
    })),
    districts: districts.map(({ id, name }) => ({ id, name })),
    inspectors: facts.inspectors
      .map((member) => inspectorTold(member, onPanel, facts))
      .sort((a, b) => (a.memberId < b.memberId ? -1 : 1)),
    minInspectors: round.scheme.minInspectors,
    sharedInspectors: round.settings.sharedInspectors ?? SHARED_INSPECTORS,
    schemes: schemes
      .filter(({ state }) => state === 'published')
      .map(({ id, version, rules }) => ({ id, version, title: rules.title }))
      .sort((a, b) => (a.id === b.id ? b.version - a.version : a.id < b.id ? -1 : 1)),
    indicators: round.scheme.indicators.map(({ id, title, kind }) => ({ id, title, kind })),
    checklist: checklistOf(round, facts, now),
    opensAt: opensAt(round),
    at: now,
  }
}

function goalCounts(villageId: string, { goals }: DraftFacts) {
  const count = (state: string) => goals.filter((goal) => goal.villageId === villageId && goal.state === state).length
  return { declared: count('declared'), approved: count('approved'), returned: count('returned') }
}

function measurementCounts(villageId: string, { scheme, notApplicable }: RoundDoc, { measurements }: DraftFacts) {
  const ofVillage = measurements.filter((fact) => fact.villageId === villageId)
  const states = askedMeasurements(scheme, notApplicable, [villageId]).map(({ indicatorId }) => {
    const fact = ofVillage.find((one) => one.indicatorId === indicatorId)
    return measurementState(fact ?? null)
  })
  const count = (state: string) => states.filter((one) => one === state).length
  return {
    missing: count('missing'),
    entered: count('entered'),
    checked: count('checked'),
    returned: count('returned'),
  }
}

function inspectorTold(
  { memberId, name, districtId, roles, boundAt }: MemberDoc,
  onPanel: readonly string[],
  { villages }: DraftFacts,
): Preparation['inspectors'][number] {
  return {
    memberId,
    name,
    districtId,
    onPanel: onPanel.includes(memberId),
    bound: boundAt !== null,
    recused: recusalsToldOf({ id: memberId, districtId, roles }, villages.map(withId)),
  }
}
