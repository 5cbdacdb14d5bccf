/** 今日资料: the whole day on the phone, so that it can be lived without a signal. */
import type { In } from '../../src/contract/calls'
import type { JudgedItem, MeasuredFact, round, Today, TodayStop } from '../../src/contract/round'
import { applicableItems } from '../../src/domain/applicable-items'
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
    items: recused ? [] : judgedItems(items, titles),
    facts: measuredFacts(items, titles, valuesOf(measurements, villageId)),
    notApplicable: day.scheme.indicators
      .filter(({ id }) => day.notApplicable.some((pair) => pair.villageId === villageId && pair.indicatorId === id))
      .map(({ id, title }) => ({ id, title })),
    openFindings: openFindings(findings, villageId, day),
    onsite: recused ? null : onsiteCodeOf(gate, villageId),
  }
}

type Items = ReturnType<typeof applicableItems>

function judgedItems({ judged, goals }: Items, titles: ReadonlyMap<string, string>): JudgedItem[] {
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
      }),
    ),
  ]
}

function measuredFacts(
  { measured }: Items,
  titles: ReadonlyMap<string, string>,
  values: ReadonlyMap<string, number>,
): MeasuredFact[] {
  return measured.flatMap(({ id, title, actionId, full, unit, bands }) => {
    const value = values.get(id)
    if (value === undefined) return []
    return [{ id, title, action: titles.get(actionId) ?? '', full, unit, value, mark: measuredMark(bands, value) }]
  })
}

function valuesOf(measurements: readonly MeasurementDoc[], villageId: string): Map<string, number> {
  const ofVillage = measurements.filter((measurement) => measurement.villageId === villageId)
  return new Map(ofVillage.map(({ indicatorId, value }) => [indicatorId, value]))
}

function actionTitles({ actions }: Scheme): Map<string, string> {
  return new Map(actions.map(({ id, title }) => [id, title]))
}
