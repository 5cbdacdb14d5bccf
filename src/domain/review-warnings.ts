/**
 * What an administrator should look at before sealing, beside the survey (survey-warnings.ts): what and whom each concerns,
 * never a score, mean, rank or effect, and nothing through the order: by village, then inspector, then code. None moves by
 * accepting a village or by restoring responses (docs/domain.md: before sealing nobody sees what a decision does).
 */
import { countingByRule } from './accepting'
import { inspectorCounts } from './day-counts'
import { groupBy } from './group-by'
import { harshOrLenient } from './harsh-or-lenient'
import { byKeys } from './order'
import { outlyingMarks } from './outlying-marks'
import { whyProvisional } from './provisional'
import type { Inspector, RoundInputs } from './round-file'
import type { ResponseGroup } from './survey-warnings'

export type ReviewWarning = {
  code:
    | 'cardMissing'
    | 'outlyingMarks'
    | 'harsh'
    | 'lenient'
    | 'tooFewCards'
    | 'tooFewResponses'
    | 'lateWaiting'
    | 'appealOpen'
    | 'deductionLapsed'
  /** Null: it concerns the inspector's whole round. */
  villageId: string | null
  /** Null: it concerns the village alone. */
  inspectorId: string | null
  /** The items of outlying marks, the late sends, the deductions; else none. */
  ids: string[]
}

export type ReviewFacts = Pick<RoundInputs, 'scheme' | 'villages' | 'stops' | 'goals' | 'notApplicable'> & {
  panel: ReadonlyArray<Inspector & { absentAt?: number | null }>
  /** Submitted ones. */
  scorecards: RoundInputs['scorecards']
  deductions: ReadonlyArray<{ id: string; villageId: string; state: string }>
  /** What came after closing and still waits. */
  late: ReadonlyArray<{ id: string; villageId: string; inspectorId: string }>
  groups: readonly ResponseGroup[]
}

export function reviewWarnings(facts: ReviewFacts): ReviewWarning[] {
  const found = [
    ...missingCards(facts),
    ...marksToLookAt(facts),
    ...harshOrLenient(facts).map(({ inspectorId, manner }) => about(manner, null, inspectorId)),
    ...provisionalVillages(facts),
    ...lateWork(facts),
    ...ofDeductions('appealOpen', 'appealed', facts),
    ...ofDeductions('deductionLapsed', 'proposed', facts),
  ]
  // After every village come those that concern an inspector's whole round.
  return found.sort(
    byKeys(
      ({ villageId }) => villageId ?? AFTER_ALL,
      ({ inspectorId }) => inspectorId ?? '',
      ({ code }) => code,
    ),
  )
}

const AFTER_ALL = '\uffff'

function missingCards(facts: ReviewFacts): ReviewWarning[] {
  const cards = facts.scorecards.map((card) => ({ ...card, isSubmitted: true, touchedAt: 0, waiting: null }))
  const counts = inspectorCounts({ ...facts, cards, arrivals: [], responses: new Map(), photosMissing: new Map() })
  return counts.flatMap(({ memberId, missing }) =>
    missing.map(({ villageId }) => about('cardMissing', villageId, memberId)),
  )
}

/** One for every card: which of its marks, in the order of their ids. */
function marksToLookAt(facts: ReviewFacts): ReviewWarning[] {
  const cards = groupBy(outlyingMarks(facts), ({ villageId, inspectorId }) => `${villageId} ${inspectorId}`)
  return [...cards.values()].map((marks) => {
    const { villageId, inspectorId } = marks[0]!
    return about(
      'outlyingMarks',
      villageId,
      inspectorId,
      marks.map(({ itemId }) => itemId),
    )
  })
}

function provisionalVillages({ scheme, stops, scorecards, groups }: ReviewFacts): ReviewWarning[] {
  const visited = stops.filter(({ state }) => state !== 'skipped')
  return visited.flatMap(({ villageId }) => {
    const isIts = (one: { villageId: string }) => one.villageId === villageId
    const valid = countingByRule(groups.filter(isIts), scheme.survey.scoredChannels)
    const why = whyProvisional(scheme, { scorecards: scorecards.filter(isIts).length, valid })
    return why.map((code) => about(code, villageId, null))
  })
}

function lateWork({ late }: ReviewFacts): ReviewWarning[] {
  const pairs = groupBy(late, ({ villageId, inspectorId }) => `${villageId} ${inspectorId}`)
  return [...pairs.values()].map((sends) => {
    const { villageId, inspectorId } = sends[0]!
    return about('lateWaiting', villageId, inspectorId, sends.map(({ id }) => id).sort())
  })
}

function ofDeductions(code: ReviewWarning['code'], state: string, { deductions }: ReviewFacts): ReviewWarning[] {
  const villages = groupBy(
    deductions.filter((one) => one.state === state),
    ({ villageId }) => villageId,
  )
  return [...villages].map(([villageId, ofVillage]) =>
    about(code, villageId, null, ofVillage.map(({ id }) => id).sort()),
  )
}

function about(
  code: ReviewWarning['code'],
  villageId: string | null,
  inspectorId: string | null,
  ids: string[] = [],
): ReviewWarning {
  return { code, villageId, inspectorId, ids }
}
