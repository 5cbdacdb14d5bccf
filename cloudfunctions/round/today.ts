/** 今日资料: the whole day on the phone, so that it can be lived without a signal. */
import type { In } from '../../src/contract/calls'
import type { GoalPromise, JudgedItem, MeasuredFact, round, Today, TodayStop } from '../../src/contract/round'
import { applicableItems } from '../../src/domain/applicable-items'
import { corrected } from '../../src/domain/corrections'
import { measuredMark } from '../../src/domain/measured-mark'
import { own } from '../../src/domain/own'
import { isRecused } from '../../src/domain/recusal'
import type { Scheme, Stop } from '../../src/domain/round-file'
import { arrivalTimes, scorecardOf } from '../common/cards'
import { deductionsFor } from '../common/deductions'
import type { FindingDoc, MeasurementDoc, RoundDoc, SecretDoc } from '../common/documents'
import { roundHead, stopHead } from '../common/heads'
import { onsiteCodeOf } from '../common/onsite-token'
import type { RoundContext } from '../common/serve'
import { changesOf } from './day-plan'
import { openFindings } from './open-findings'

/** Eight requests, all but the caller's and the round's own at once. */
export async function today(
  { roundId }: In<typeof round.today>,
  { me, round: day, repos, now }: RoundContext,
): Promise<Today> {
  const villageIds = day.stops.map(({ villageId }) => villageId)
  const [measurements, cards, arrivals, findings, gate, deductions] = await Promise.all([
    repos.measurements.ofRound(roundId),
    repos.scorecards.ofInspector(roundId, me.memberId),
    repos.arrivals.ofInspector(roundId, me.memberId),
    repos.findings.openOf(villageIds),
    repos.secrets.byRound(roundId),
    repos.deductions.ofVillages(roundId, villageIds),
  ])
  const inspector = day.panel.find(({ id }) => id === me.memberId)!
  const { common, demonstration, satisfaction } = day.scheme.weights
  return {
    round: roundHead(day),
    schemeTitle: day.scheme.title,
    weights: { common, demonstration, satisfaction },
    inspector: { id: me.memberId, name: me.name },
    stops: [...day.stops]
      .sort((a, b) => a.order - b.order)
      .map((stop) => todayStop(stop, day, inspector, { measurements, findings, gate })),
    cards: cards.map(scorecardOf),
    arrivals: arrivalTimes(arrivals),
    deductionItems: day.scheme.deductionItems.map(({ id, title, marks, cap }) => ({ id, title, marks, cap })),
    appealMinutes: day.settings.appealMinutes,
    deductions: deductionsFor(me, day, deductions, { now }),
    changes: changesOf(day),
    at: now,
  }
}

interface Facts {
  measurements: readonly MeasurementDoc[]
  findings: readonly FindingDoc[]
  gate: SecretDoc | null
}

function todayStop(
  stop: Stop,
  day: RoundDoc,
  inspector: RoundDoc['panel'][number],
  { measurements, findings, gate }: Facts,
): TodayStop {
  const { villageId } = stop
  const village = day.villages.find(({ id }) => id === villageId)!
  const items = applicableItems(day.scheme, day.goals, day.notApplicable, villageId)
  const recused = isRecused(inspector, villageId)
  const titles = actionTitles(day.scheme)
  return {
    ...stopHead(stop, village),
    recused,
    recusedBecause: recused ? (own(inspector.recusedBecause, villageId) ?? '按规定回避') : '',
    // Nothing to mark where one is recused.
    items: recused ? [] : judgedItems(items, titles, day),
    facts: measuredFacts(items, titles, factsOf(villageId, day, measurements), recused),
    notApplicable: day.scheme.indicators
      .filter(({ id }) => day.notApplicable.some((pair) => pair.villageId === villageId && pair.indicatorId === id))
      .map(({ id, title }) => ({ id, title })),
    openFindings: openFindings(findings, villageId, day),
    onsite: recused ? null : onsiteCodeOf(gate, villageId),
  }
}

type Items = ReturnType<typeof applicableItems>

function judgedItems(
  { judged, goals }: Items,
  titles: ReadonlyMap<string, string>,
  { promises = [] }: RoundDoc,
): JudgedItem[] {
  return [
    ...judged.map(
      ({ id, title, actionId, full, step, rubric }): JudgedItem => ({
        id,
        paper: 'common',
        title,
        action: titles.get(actionId) ?? '',
        full,
        step,
        rubric: rubric.map(({ mark, text }) => ({ mark, text })),
        difficulty: 1,
        promise: null,
      }),
    ),
    ...goals.map(
      ({ id, title, full, step, difficulty }): JudgedItem => ({
        id,
        paper: 'demonstration',
        title,
        action: '',
        full,
        step,
        rubric: [],
        difficulty,
        promise: promiseOf(id, promises),
      }),
    ),
  ]
}

function promiseOf(id: string, promises: NonNullable<RoundDoc['promises']>): GoalPromise | null {
  const found = promises.find(({ goalId }) => goalId === id)
  if (!found || (found.baseline === '' && found.target === '')) return null
  const { baseline, target, unit } = found
  return { baseline, target, unit }
}

/** Everybody on the panel is told a fact; what it rests on only who marks the village, as before the day. */
function measuredFacts(
  { measured }: Items,
  titles: ReadonlyMap<string, string>,
  facts: ReadonlyMap<string, MeasurementDoc>,
  recused: boolean,
): MeasuredFact[] {
  return measured.flatMap(({ id, title, actionId, full, unit, bands }) => {
    const fact = facts.get(id)
    if (!fact) return []
    const { value, evidence = '', photos = [] } = fact
    const mark = measuredMark(bands, value)
    const restsOn = recused ? { evidence: '', photos: [] } : { evidence, photos }
    return [{ id, title, action: titles.get(actionId) ?? '', full, unit, value, mark, ...restsOn }]
  })
}

/** One village's, by indicator, as they stand. */
function factsOf(
  villageId: string,
  { corrected: corrections = [] }: RoundDoc,
  measurements: readonly MeasurementDoc[],
): Map<string, MeasurementDoc> {
  const ofVillage = measurements.filter((measurement) => measurement.villageId === villageId)
  return new Map(corrected(ofVillage, corrections).map((fact) => [fact.indicatorId, fact]))
}

function actionTitles({ actions }: Scheme): Map<string, string> {
  return new Map(actions.map(({ id, title }) => [id, title]))
}
