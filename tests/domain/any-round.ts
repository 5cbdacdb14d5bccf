/**
 * Rounds by chance in which everything differs: weights, steps, difficulties, panels, trimming, severity, quotas, caps, what
 * does not apply, skipped stops and accepted villages. Each is one that the file format accepts.
 */
import { FEWEST_SHOWN } from '../../src/domain/fewest-shown'
import { isProvisional } from '../../src/domain/provisional'
import { roundRefusal } from '../../src/domain/read-round-file'
import type { AuditEdition, Goal, Indicator, Response, Scheme, Scorecard } from '../../src/domain/round-file'
import { surveyTallies } from '../../src/domain/survey-tally'
import { type Random, randomOf } from '../../tools/prove/cells/random'
import { tinyRound } from './tiny-round'

export function anyRound(seed: number): AuditEdition {
  const random = randomOf(seed)
  const villageIds = named('V', random.from(1, 5))
  const inspectorIds = named('I', random.from(0, 7))
  const scheme = anyScheme(random, inspectorIds.length)
  const goals = villageIds.flatMap((id) => goalsOf(id, random))
  const panel = inspectorIds.map((id) => ({
    id,
    name: id,
    districtId: null,
    recusedVillageIds: villageIds.filter(() => random.from(0, 4) === 0),
  }))
  const notApplicable = villageIds.flatMap((villageId) =>
    scheme.indicators
      .slice(1)
      .filter(() => random.from(0, 4) === 0)
      .map(({ id: indicatorId }) => ({ villageId, indicatorId })),
  )
  const applies = (villageId: string, { id }: Indicator) =>
    !notApplicable.some((pair) => pair.villageId === villageId && pair.indicatorId === id)
  const round: AuditEdition = {
    ...tinyRound(),
    scheme,
    villages: villageIds.map((id) => ({ id, name: `${id} 村`, districtId: 'D', households: random.from(1, 300) })),
    stops: villageIds.map((villageId, i) => ({
      order: i + 1,
      villageId,
      arrive: '08:00',
      depart: '09:00',
      state: random.from(0, 9) === 0 ? 'skipped' : 'visited',
    })),
    panel,
    goals,
    notApplicable,
    measurements: villageIds.flatMap((villageId) =>
      scheme.indicators
        .filter((one) => one.kind === 'measured' && applies(villageId, one))
        .map(({ id: indicatorId }) => ({ villageId, indicatorId, value: random.from(-100, 400) / 4 })),
    ),
    scorecards: panel.flatMap(({ id, recusedVillageIds }) =>
      villageIds
        .filter((villageId) => !recusedVillageIds.includes(villageId) && random.from(0, 9) > 0)
        .map((villageId): Scorecard => {
          const judged = scheme.indicators.filter((one) => one.kind === 'judged' && applies(villageId, one))
          const marked = [...judged, ...goals.filter((goal) => goal.villageId === villageId)]
          return {
            inspectorId: id,
            villageId,
            marks: Object.fromEntries(marked.map((one) => [one.id, markOn(one, random)])),
          }
        }),
    ),
    deductions: named('D', random.from(0, 6)).map((id) => ({
      id,
      itemId: scheme.deductionItems[random.from(0, scheme.deductionItems.length - 1)]!.id,
      villageId: villageIds[random.from(0, villageIds.length - 1)]!,
      occurrences: random.from(1, 4),
      confirmed: random.from(0, 4) > 0,
      revoked: random.from(0, 4) === 0,
    })),
    accepted: [],
    responses: villageIds.flatMap((id) => responsesOf(id, scheme, random)),
  }
  const accepted = { ...round, accepted: acceptable(round).filter(() => random.from(0, 3) > 0) }
  const refusal = roundRefusal(accepted)
  if (refusal) throw new Error(`any-round ${seed} is refused: ${JSON.stringify(refusal)}`)
  return accepted
}

const STEPS = [0.5, 1, 0.25, 0.1]
const DIFFICULTIES = [1, 0.9, 0.8, 0.85, 0.33]
const WEIGHTS = [
  [40, 30, 30],
  [40, 30, 30],
  [34, 33, 33],
  [70, 30, 0],
  [0, 0, 100],
  [100, 0, 0],
  [50, 0, 50],
] as const

function anyScheme(random: Random, inspectors: number): Scheme {
  const { scheme } = tinyRound()
  const [common, demonstration, satisfaction] = WEIGHTS[random.from(0, WEIGHTS.length - 1)]!
  return {
    ...scheme,
    weights: { common, demonstration, satisfaction },
    deductionCap: random.from(0, 1) === 0 ? 20 : 2.5,
    minInspectors: random.from(0, Math.min(3, inspectors)),
    trimFrom: random.from(3, 6),
    severityAdjustment: (['auto', 'auto', 'always', 'never'] as const)[random.from(0, 3)]!,
    outlierCut: random.from(0, 2) === 0 ? null : 3.5,
    indicators: named('C', random.from(1, 5)).map((id, i) => anyIndicator(id, i, random)),
    deductionItems: named('K', 2).map((id) => ({
      id,
      title: id,
      marks: random.from(1, 6) / 2,
      cap: random.from(1, 8),
    })),
    survey: {
      ...scheme.survey,
      passMark: random.from(0, 1) === 0 ? 60 : 72.5,
      quota: { share: random.from(0, 100) / 100, min: random.from(0, 20), max: random.from(20, 60) },
      minResponses: random.from(5, 12),
    },
  }
}

function anyIndicator(id: string, place: number, random: Random): Indicator {
  const step = STEPS[random.from(0, STEPS.length - 1)]!
  const full = step * random.from(4, 12)
  const base = { id, title: id, actionId: 'A1', revitalisation: 'industry', full: rounded(full), step }
  if (place === 0 || random.from(0, 1) === 0) return { ...base, kind: 'judged', rubric: [] }
  const bands = [null, 0, 25.5, 60].map((from) => ({ from, mark: markOn(base, random) }))
  return { ...base, kind: 'measured', unit: '%', bands }
}

function goalsOf(villageId: string, random: Random): Goal[] {
  return named(`${villageId}-G`, random.from(1, 3)).map((id) => {
    const step = STEPS[random.from(0, STEPS.length - 1)]!
    const difficulty = DIFFICULTIES[random.from(0, DIFFICULTIES.length - 1)]!
    return { id, villageId, title: id, full: rounded(step * random.from(4, 20)), step, difficulty }
  })
}

/** Often near the full mark, so that corrections meet the bounds. */
function markOn({ full, step }: { full: number; step: number }, random: Random): number {
  const steps = Math.round(full / step)
  const given = random.from(0, 2) === 0 ? random.from(0, steps) : steps - random.from(0, Math.min(2, steps))
  return rounded(given * step)
}

function responsesOf(villageId: string, { survey }: Scheme, random: Random): Response[] {
  const channels = ['poster', 'card', 'onsite', 'picture'] as const
  return Array.from({ length: random.few(60) }, () => ({
    villageId,
    channel: channels[random.from(0, 3)]!,
    answers: Object.fromEntries(
      survey.items.map(({ id }) => [id, survey.levels[random.from(0, survey.levels.length - 1)]!.value]),
    ),
    tooFast: false,
    restored: false,
  }))
}

/** Provisional villages that may be ranked all the same. */
function acceptable(round: AuditEdition): string[] {
  const tallies = surveyTallies(round)
  const { scheme, scorecards, villages } = round
  return villages
    .map(({ id }) => id)
    .filter((id) => {
      const { valid } = tallies.get(id)!
      const cards = scorecards.filter(({ villageId }) => villageId === id).length
      return (
        isProvisional(scheme, { scorecards: cards, valid }) &&
        (scheme.weights.satisfaction === 0 || valid >= FEWEST_SHOWN)
      )
    })
}

function named(letter: string, count: number): string[] {
  return Array.from({ length: count }, (_, n) => `${letter}${n + 1}`)
}

/** The shortest decimal: 7 × 0.1 is 0.7. */
function rounded(value: number): number {
  return Math.round(value * 100) / 100
}
