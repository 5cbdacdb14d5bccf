/** A round of any size, the same each time: what the bench and the tests of certainty draw from. */
import type { AuditEdition, Response, Scheme, Scorecard, Village } from '../../src/domain/round-file'
import { generatorFromDigest } from '../../src/domain/seeded-generator'

export type Size = { villages: number; inspectors: number; cardsEach: number; responses: number; seed?: number }

/** Marks, answers and households by chance; the scheme and its goals as in the given round. */
export function generatedRound(like: AuditEdition, size: Size): AuditEdition {
  const random = generatorFromDigest(
    `sha256:${String(size.seed ?? 1)
      .padStart(8, '5')
      .repeat(8)}`,
  )
  const { scheme } = like
  const goal = like.goals[0]!
  const judged = scheme.indicators.filter(({ kind }) => kind === 'judged')
  const measured = scheme.indicators.filter(({ kind }) => kind === 'measured')
  const ids = Array.from({ length: size.villages }, (_, i) => `V${String(i).padStart(5, '0')}`)
  const panel = Array.from({ length: size.inspectors }, (_, j) => `I${String(j).padStart(3, '0')}`)
  return {
    ...like,
    id: 'generated',
    villages: ids.map(village),
    stops: ids.map((villageId, i) => ({ ...like.stops[0]!, order: i + 1, villageId, state: 'visited' })),
    panel: panel.map((id) => ({ id, name: id, districtId: null, recusedVillageIds: [] })),
    goals: ids.map((villageId) => ({ ...goal, id: `${villageId}-G`, villageId })),
    notApplicable: [],
    measurements: ids.flatMap((villageId) =>
      measured.map(({ id }) => ({ villageId, indicatorId: id, value: random.below(100) })),
    ),
    scorecards: ids.flatMap(cardsOf),
    deductions: [],
    accepted: [],
    responses: ids.flatMap(responsesOf),
  }

  function village(id: string): Village {
    return { id, name: id, districtId: 'D1', households: 300 + random.below(300) }
  }

  /** A window of the panel that moves on by one a village: everybody hangs together with everybody. */
  function cardsOf(villageId: string, i: number): Scorecard[] {
    const level = random.below(4)
    return Array.from({ length: size.cardsEach }, (_, k) => ({
      inspectorId: panel[(i + k) % panel.length]!,
      villageId,
      marks: Object.fromEntries(
        [...judged, { ...goal, id: `${villageId}-G` }].map(({ id, full, step }) => [id, markOf(full, step, level)]),
      ),
    }))
  }

  function markOf(full: number, step: number, level: number): number {
    const steps = Math.round(full / step)
    return (steps - Math.min(steps, random.below(3) + level)) * step
  }

  function responsesOf(villageId: string, i: number): Response[] {
    const share =
      Math.floor(((i + 1) * size.responses) / size.villages) - Math.floor((i * size.responses) / size.villages)
    return Array.from({ length: share }, () => ({
      villageId,
      channel: 'poster',
      answers: answers(scheme),
      tooFast: false,
      restored: false,
    }))
  }

  function answers({ survey }: Scheme): Record<string, number> {
    return Object.fromEntries(
      survey.items.map(({ id }) => [id, survey.levels[random.below(survey.levels.length)]!.value]),
    )
  }
}
