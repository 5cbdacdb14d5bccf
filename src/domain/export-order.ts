/**
 * A round as the exporter must write it: every list sorted by id (or village, inspector, order), responses by the
 * SHA-256 of their own canonical JSON, so that two exports of a round are the same bytes and a response's place says
 * nothing of when it came. Lists without ids (levels, bands, rubric lines, a village's own fields) keep their order: it
 * means something. Rule: docs/round-file.md, Out.
 */
import { canonicalJson, sha256Hex } from './digest'
import { byCodeUnits, byKeys } from './order'
import type { Response, RoundFile, RoundInputs, Scheme } from './round-file'

/** SHA-256 of a text's UTF-8 in lower-case hex; a platform's own is faster. */
type HashOf = (text: string) => string

export function exportOrder<Edition extends RoundFile>(round: Edition, hashOf: HashOf = sha256Hex): Edition {
  return { ...round, ...inputsInOrder(round), ...surveyInOrder(round, hashOf) }
}

function inputsInOrder(round: RoundInputs): Omit<RoundInputs, 'format' | 'id' | 'number' | 'date' | 'rehearsal'> {
  return {
    scheme: schemeInOrder(round.scheme),
    villages: byId(round.villages),
    stops: sorted(round.stops, (a, b) => a.order - b.order || byCodeUnits(a.villageId, b.villageId)),
    panel: byId(round.panel).map((inspector) => ({
      ...inspector,
      recusedVillageIds: sorted(inspector.recusedVillageIds, byCodeUnits),
    })),
    goals: byId(round.goals),
    notApplicable: sorted(round.notApplicable, byVillageAnd('indicatorId')),
    measurements: sorted(round.measurements, byVillageAnd('indicatorId')),
    scorecards: sorted(round.scorecards, byVillageAnd('inspectorId')),
    deductions: byId(round.deductions),
    accepted: sorted(round.accepted, byCodeUnits),
  }
}

function schemeInOrder(scheme: Scheme): Scheme {
  return {
    ...scheme,
    actions: byId(scheme.actions),
    indicators: byId(scheme.indicators),
    deductionItems: byId(scheme.deductionItems),
    survey: { ...scheme.survey, items: byId(scheme.survey.items) },
  }
}

function surveyInOrder(round: RoundFile, hashOf: HashOf) {
  if (round.edition === 'audit') return { responses: responsesInOrder(round.responses, hashOf) }
  return {
    surveyTotals: sorted(
      round.surveyTotals,
      byKeys(({ villageId }) => villageId),
    ),
  }
}

function responsesInOrder(responses: readonly Response[], hashOf: HashOf): Response[] {
  const hashed = responses.map((response) => ({ response, hash: hashOf(canonicalJson(response)) }))
  return hashed.sort(byKeys(({ hash }) => hash)).map(({ response }) => response)
}

function byId<T extends { id: string }>(items: readonly T[]): T[] {
  return sorted(
    items,
    byKeys(({ id }) => id),
  )
}

function byVillageAnd<Name extends string>(name: Name) {
  return byKeys<{ villageId: string } & Record<Name, string>>(
    ({ villageId }) => villageId,
    (item) => item[name],
  )
}

function sorted<T>(items: readonly T[], compare: (a: T, b: T) => number): T[] {
  return [...items].sort(compare)
}
