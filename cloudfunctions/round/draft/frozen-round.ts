/** What *ready* lays down: villages, panel, goals and the survey's gate, as they stand now. */
import { randomBytes } from 'node:crypto'
import type { Goal } from '../../../src/domain/round-file'
import type { GoalDoc, RoundDoc, SecretDoc } from '../../common/documents'
import { goalFull, goalStep } from '../../common/goal-marks'
import { withOnsiteWindows } from '../../common/onsite-token'
import { opensAt } from './checklist'
import { type DraftFacts, panelOf, routeVillages } from './facts'
import { frozenVillage } from './frozen-village'

/** Only what passed the check of *ready* comes here: every goal of the route is approved. */
export function frozenRound(draft: RoundDoc, facts: DraftFacts): Partial<RoundDoc> {
  const route = routeVillages(draft, facts)
  const onRoute = new Set(route.map(({ _id }) => _id))
  const panel = draft.panel.map(({ id }) => id)
  const goals = facts.goals.filter(({ villageId }) => onRoute.has(villageId))
  return {
    villages: route.map(frozenVillage),
    // One whose village was removed at the very moment the plan took it in is no stop.
    stops: draft.stops.filter(({ villageId }) => onRoute.has(villageId)),
    panel: panelOf(panel, route, facts),
    goals: goals.map((goal) => frozenGoal(goal, draft)),
    promises: goals.map(({ goalId, baseline, target, unit }) => ({ goalId, baseline, target, unit })),
    responsibilities: route.flatMap(({ _id: villageId, responsibilities = [] }) =>
      // Without the account: who of them is a member is the programme's own business.
      responsibilities.map(({ duty, title, name, unit }) => ({ villageId, duty, title, name, unit })),
    ),
    notApplicable: draft.notApplicable.filter(({ villageId }) => onRoute.has(villageId)),
  }
}

/** All are worth the same: what the round's scheme says now, though a goal was declared under a former version. */
function frozenGoal({ goalId: id, villageId, title, difficulty }: GoalDoc, draft: RoundDoc): Goal {
  return { id, villageId, title, full: goalFull(draft), step: goalStep(draft), difficulty: difficulty! }
}

/** Absent = closed: from here on, and from its time on, villagers' codes open the survey. */
export function gateOf(ready: RoundDoc): SecretDoc {
  const { _id, number, day, settings, villages, stops, scheme } = ready
  return {
    _id,
    rehearsal: false,
    secret: randomBytes(32).toString('hex'),
    number,
    day,
    organiser: settings.organiser,
    opensAt: opensAt(ready),
    closedAt: null,
    villages: withOnsiteWindows(villages, stops, day),
    survey: scheme.survey,
    ...(settings.surveyAudio && { audio: settings.surveyAudio }),
  }
}
