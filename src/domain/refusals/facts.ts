import { quoted, type Refusal } from '../refusal'
import type { RoundFile } from '../round-file'
import { twice, twiceById, unknown } from './ids'
import type { Known } from './known'
import { unevenSteps } from './marks'

/** What is wrong with the villages, their stops and goals, the panel, and what was measured. */
export function* factRefusals(round: RoundFile, known: Known): Generator<Refusal> {
  yield* twiceById(['villages'], round.villages)
  yield* stopRefusals(round, known)
  yield* panelRefusals(round, known)
  yield* goalRefusals(round, known)
  yield* notApplicableRefusals(round, known)
  yield* emptyPapers(round, known)
  yield* measurementRefusals(round, known)
}

function* stopRefusals({ stops, villages }: RoundFile, known: Known): Generator<Refusal> {
  const stopped = new Set<string>()
  for (const [i, { villageId }] of stops.entries()) {
    const path = ['stops', i, 'villageId']
    yield* unknown(path, villageId, known.villages, 'village')
    if (stopped.has(villageId)) yield { path, what: `${quoted(villageId)} has two stops` }
    stopped.add(villageId)
  }
  for (const { id } of villages) if (!stopped.has(id)) yield { path: ['stops'], what: `no stop for ${quoted(id)}` }
}

function* panelRefusals({ panel, edition }: RoundFile, known: Known): Generator<Refusal> {
  yield* twiceById(['panel'], panel)
  for (const [i, { districtId, recusedVillageIds }] of panel.entries()) {
    const path = ['panel', i, 'recusedVillageIds']
    yield* twice(path, recusedVillageIds)
    for (const [k, id] of recusedVillageIds.entries()) yield* unknown([...path, k], id, known.villages, 'village')
    if (edition === 'audit') continue
    if (districtId !== null) yield { path: ['panel', i, 'districtId'], what: 'does not belong to the public edition' }
    if (recusedVillageIds.length > 0) yield { path, what: 'do not belong to the public edition' }
  }
}

function* goalRefusals({ goals }: RoundFile, known: Known): Generator<Refusal> {
  yield* twiceById(['goals'], goals)
  for (const [i, goal] of goals.entries()) {
    yield* unknown(['goals', i, 'villageId'], goal.villageId, known.villages, 'village')
    if (known.indicators.has(goal.id))
      yield { path: ['goals', i, 'id'], what: `${quoted(goal.id)} is an indicator's id` }
    yield* unevenSteps(['goals', i], goal)
  }
}

function* notApplicableRefusals({ notApplicable }: RoundFile, known: Known): Generator<Refusal> {
  const seen = pairs()
  for (const [i, { villageId, indicatorId }] of notApplicable.entries()) {
    yield* unknown(['notApplicable', i, 'villageId'], villageId, known.villages, 'village')
    yield* unknown(['notApplicable', i, 'indicatorId'], indicatorId, known.indicators, 'indicator')
    if (!seen.add(villageId, indicatorId)) {
      yield { path: ['notApplicable', i], what: `${quoted(indicatorId)} stands twice for ${quoted(villageId)}` }
    }
  }
}

/** A paper that weighs something must have something to mark, in every village. */
function* emptyPapers({ villages, scheme }: RoundFile, known: Known): Generator<Refusal> {
  for (const [i, { id }] of villages.entries()) {
    const { judged, measured, goals } = known.items.get(id)!
    if (scheme.weights.common > 0 && judged.length + measured.length === 0) {
      yield { path: ['villages', i], what: `no indicator applies to ${quoted(id)}: its full marks sum to 0` }
    }
    if (scheme.weights.demonstration > 0 && goals.length === 0) {
      yield { path: ['villages', i], what: `${quoted(id)} has no goal: its full marks sum to 0` }
    }
  }
}

function* measurementRefusals({ measurements, villages, stops }: RoundFile, known: Known): Generator<Refusal> {
  const seen = pairs()
  for (const [i, { villageId, indicatorId }] of measurements.entries()) {
    const path = ['measurements', i]
    yield* unknown([...path, 'villageId'], villageId, known.villages, 'village')
    yield* unknown([...path, 'indicatorId'], indicatorId, known.indicators, 'indicator')
    const what = whyNotMeasured(villageId, indicatorId, known)
    if (what) yield { path: [...path, 'indicatorId'], what }
    if (!seen.add(villageId, indicatorId)) {
      yield { path, what: `${quoted(indicatorId)} is measured twice for ${quoted(villageId)}` }
    }
  }
  const skipped = new Set(stops.filter(({ state }) => state === 'skipped').map(({ villageId }) => villageId))
  for (const { id } of villages) {
    if (skipped.has(id)) continue
    for (const indicator of known.items.get(id)!.measured) {
      if (!seen.has(id, indicator.id)) {
        yield { path: ['measurements'], what: `none of ${quoted(indicator.id)} for ${quoted(id)}` }
      }
    }
  }
}

function whyNotMeasured(villageId: string, indicatorId: string, known: Known): string | undefined {
  if (known.indicators.get(indicatorId)?.kind === 'judged') return `${quoted(indicatorId)} is judged, not measured`
  const applies = known.items.get(villageId)?.measured.some(({ id }) => id === indicatorId)
  return applies === false ? `${quoted(indicatorId)} is not applicable to ${quoted(villageId)}` : undefined
}

/** A set of pairs of ids. */
function pairs() {
  const seen = new Map<string, Set<string>>()
  return {
    has: (a: string, b: string) => seen.get(a)?.has(b) === true,
    /** False when the pair was there already. */
    add(a: string, b: string): boolean {
      const seconds = seen.get(a) ?? new Set()
      if (seconds.has(b)) return false
      seen.set(a, seconds.add(b))
      return true
    },
  }
}
