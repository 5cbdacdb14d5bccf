/** A round by chance in which everything differs that the file format lets differ; never one that it refuses. */
import type { AuditEdition, Goal, Indicator, Scheme, Scorecard } from '../../../src/domain/round-file'
import { halfAwayFromZero } from '../../../tests/naive/rounding'
import { tallyOf } from '../../../tests/naive/survey'
import type { Random } from '../cells/random'
import { numbered, oneIn, oneOf } from './chance'
import type { Draw } from './leanings'
import { dividedFull, variedScheme } from './varied-scheme'
import { responsesOf } from './varied-survey'
import { withTwins } from './with-twins'

export function variedRound(draw: Draw, random: Random): AuditEdition {
  const scheme = variedScheme(draw, random)
  const villages = numbered('V', random.from(...draw.villages)).map((id) => ({
    id,
    name: `${id} 村`,
    districtId: 'D',
    households: oneOf(draw.households, random),
  }))
  const villageIds = villages.map(({ id }) => id)
  const mayBeRecused = oneIn(2, random) ? 6 : 0
  const panel = numbered('I', random.from(...draw.inspectors)).map((id) => ({
    id,
    name: id,
    districtId: null,
    recusedVillageIds: villageIds.filter(() => oneIn(mayBeRecused, random)),
  }))
  const goals = villageIds.flatMap((id) => goalsOf(id, draw, random))
  const notApplicable = villageIds.flatMap((villageId) =>
    scheme.indicators
      .slice(1)
      .filter(() => oneIn(draw.notApplicable, random))
      .map(({ id: indicatorId }) => ({ villageId, indicatorId })),
  )
  const applies = (villageId: string, indicatorId: string) =>
    !notApplicable.some((pair) => pair.villageId === villageId && pair.indicatorId === indicatorId)
  const round: AuditEdition = {
    format: 'lalian-round/1',
    edition: 'audit',
    id: 'R',
    number: 1,
    date: '2026-05-20',
    rehearsal: false,
    scheme,
    villages,
    stops: villageIds.map((villageId, n) => ({
      order: n + 1,
      villageId,
      arrive: '08:00',
      depart: '09:00',
      state: oneIn(draw.skipped, random) ? 'skipped' : 'visited',
    })),
    panel,
    goals,
    notApplicable,
    measurements: villageIds.flatMap((villageId) =>
      scheme.indicators
        .filter(({ id, kind }) => kind === 'measured' && applies(villageId, id))
        .map(({ id: indicatorId }) => ({ villageId, indicatorId, value: random.from(-8, 160) / 2 })),
    ),
    scorecards: cardsOf(),
    deductions: numbered('X', random.from(0, 5)).map((id) => ({
      id,
      itemId: oneOf(scheme.deductionItems, random).id,
      villageId: oneOf(villageIds, random),
      occurrences: random.from(1, 4),
      confirmed: !oneIn(5, random),
      revoked: oneIn(5, random),
    })),
    accepted: [],
    responses: villageIds.flatMap((id) => responsesOf(id, scheme, draw, random)),
  }
  return withAccepted(oneIn(4, random) ? withTwins(round) : round, random)

  function cardsOf(): Scorecard[] {
    const missing = oneOf(draw.missing, random)
    const quality = new Map(villageIds.map((id) => [id, random.from(40, 95)]))
    return panel.flatMap(({ id: inspectorId, recusedVillageIds }) => {
      const leaning = random.from(-15, 15)
      return villageIds
        .filter((id) => !recusedVillageIds.includes(id) && !oneIn(missing, random))
        .map((villageId) => {
          const judged = scheme.indicators.filter(({ id, kind }) => kind === 'judged' && applies(villageId, id))
          const asked = [...judged, ...goals.filter((goal) => goal.villageId === villageId)]
          const percent = oneIn(12, random) ? 0 : quality.get(villageId)! + leaning
          return {
            inspectorId,
            villageId,
            marks: Object.fromEntries(asked.map((one) => [one.id, markNear(percent, one, random)])),
          }
        })
    })
  }
}

function goalsOf(villageId: string, draw: Draw, random: Random): Goal[] {
  return dividedFull(draw, random).map((full, n) => ({
    id: `${villageId}-G${n + 1}`,
    villageId,
    title: 'G',
    full,
    step: oneOf(draw.steps, random),
    difficulty: oneOf(draw.difficulties, random),
  }))
}

/** Within three steps of so many percent of the full mark. */
function markNear(percent: number, { full, step }: Goal | Indicator, random: Random): number {
  const steps = Math.round(full / step)
  const near = Math.round((steps * percent) / 100) + random.from(-3, 3)
  return shortest(Math.min(steps, Math.max(0, near)) * step)
}

/** 7 × 0.1 is 0.7. */
function shortest(value: number): number {
  return Math.round(value * 10_000) / 10_000
}

/** Some villages, provisional or not; none that would give single answers away. */
function withAccepted(round: AuditEdition, random: Random): AuditEdition {
  const mayBe = ({ weights }: Scheme, id: string) =>
    weights.satisfaction === 0 || tallyOf(round, id, halfAwayFromZero).valid >= 5
  const accepted = round.villages.map(({ id }) => id).filter((id) => mayBe(round.scheme, id) && !oneIn(3, random))
  return { ...round, accepted }
}
