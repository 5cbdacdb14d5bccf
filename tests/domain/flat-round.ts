/** Rounds of which one paper is the whole: a table of scores, or lists of answers, and nothing else enters the total. */
import type { AuditEdition, Scheme } from '../../src/domain/round-file'
import { tinyRound } from './tiny-round'

/** Any digest: the draws follow it and nothing else. */
export const SEED = `sha256:${'0123456789abcdef'.repeat(4)}`
export const OTHER_SEED = `sha256:${'fedcba9876543210'.repeat(4)}`

/** `V1: { Li: 30 }` is 30 of 100 marks by Li for V1. */
export type Scores = Record<string, Record<string, number>>

export function markedRound(scores: Scores, rules: Partial<Scheme> = {}): AuditEdition {
  const round = emptyRound(Object.keys(scores), { common: 100, demonstration: 0, satisfaction: 0 }, rules)
  const inspectors = [...new Set(Object.values(scores).flatMap((row) => Object.keys(row)))]
  return {
    ...round,
    panel: inspectors.map((id) => ({ id, name: id, districtId: null, recusedVillageIds: [] })),
    scorecards: Object.entries(scores).flatMap(([villageId, row]) =>
      Object.entries(row).map(([inspectorId, score]) => ({ inspectorId, villageId, marks: { C: score } })),
    ),
  }
}

/** Answers in points; every one counts, and nobody owes more than there are. */
export function answeredRound(points: Record<string, readonly number[]>): AuditEdition {
  const round = emptyRound(Object.keys(points), { common: 0, demonstration: 0, satisfaction: 100 }, {})
  const levels = [...new Set(Object.values(points).flat())]
  round.scheme.survey.levels = levels.map((point, value) => ({ value, label: `${point}`, points: point }))
  round.responses = Object.entries(points).flatMap(([villageId, given]) =>
    given.map((point) => ({
      villageId,
      channel: 'poster' as const,
      answers: { Q: levels.indexOf(point) },
      tooFast: false,
      restored: false,
    })),
  )
  return round
}

function emptyRound(villageIds: string[], weights: Scheme['weights'], rules: Partial<Scheme>): AuditEdition {
  const round = tinyRound()
  const judged = { ...round.scheme.indicators[0]!, id: 'C', full: 100, step: 0.0001 }
  const survey = {
    ...round.scheme.survey,
    items: [{ id: 'Q', title: '问题', weight: 1 }],
    overallItem: 'Q',
    quota: { share: 0, min: 0, max: 0 },
    minResponses: 5,
  }
  return {
    ...round,
    scheme: { ...round.scheme, weights, survey, indicators: [judged], minInspectors: 0, outlierCut: null, ...rules },
    villages: villageIds.map((id) => ({ id, name: id, districtId: 'D1', households: 1000 })),
    stops: villageIds.map((villageId, i) => ({ ...round.stops[0]!, order: i + 1, villageId })),
    panel: [],
    goals: [],
    notApplicable: [],
    measurements: [],
    scorecards: [],
    deductions: [],
    responses: [],
  }
}
