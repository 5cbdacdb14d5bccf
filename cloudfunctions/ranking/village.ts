/**
 * One village's result, from the frozen snapshot, and what is on record of it today: six requests, one more with 走势,
 * however many rounds.
 */
import type { CallIn, CallOut } from '../../src/contract'
import { failure } from '../../src/contract/errors'
import type { VillageFigures } from '../../src/contract/ranking'
import { type PublicFigures, publicFigures } from '../../src/domain/public-figures'
import type { RankedVillage } from '../../src/domain/round-result'
import { hasQuota, inSteps, shownCount } from '../../src/domain/small-cells'
import type { ItemMean, VillageDetails } from '../../src/domain/village-details'
import type { MemberDoc, RoundDoc, SnapshotDoc } from '../common/documents'
import { roundHead } from '../common/heads'
import { mayReadVoices } from '../common/may-read-voices'
import type { RoundHeadDoc } from '../common/repositories/rounds'
import type { RoundContext } from '../common/serve'
import { boardProgress } from './board-progress'
import { comparison } from './comparison'
import { boardRow, mayRead, readableSnapshot } from './sealed-board'
import { villageRecord } from './village-record'
import { villageTrend } from './village-trend'

type Result = CallOut<'ranking', 'village'>

export async function village({ villageId }: CallIn<'ranking', 'village'>, context: RoundContext): Promise<Result> {
  const { me, round } = context
  const snapshot = await readableSnapshot(context)
  const result = villageResult(villageId, round, snapshot)
  const heads = await context.repos.rounds.heads()
  const [record, trend] = await Promise.all([
    villageRecord(villageId, heads, context),
    villageTrend(villageId, snapshot, heads, context),
  ])
  return {
    ...result,
    ...record,
    ...onTheBoard(villageId, round, snapshot),
    comparison: comparison(villageId, round, snapshot),
    former: formerOf(villageId, snapshot, heads, me),
    mayReadVoices: mayReadVoices(me, villageId, round),
    trend,
  }
}

function onTheBoard(
  villageId: string,
  round: RoundDoc,
  snapshot: SnapshotDoc,
): Pick<Result, 'progress' | 'before' | 'after'> {
  const { ranking } = snapshot.result
  const place = ranking.findIndex((row) => row.villageId === villageId)
  const at = (n: number) => (ranking[n] ? boardRow(ranking[n], round, snapshot) : null)
  const progress = boardProgress(round, snapshot)
  return {
    progress: progress && {
      kind: progress.kind,
      rows: progress.rows.filter((row) => row.village.id === villageId),
    },
    before: at(place - 1),
    after: at(place + 1),
  }
}

/** Who may not read a round's board is not told its figures by the next one's pages. */
function formerOf(
  villageId: string,
  { previous }: SnapshotDoc,
  heads: readonly RoundHeadDoc[],
  me: MemberDoc,
): Result['former'] {
  const head = heads.find(({ _id }) => _id === previous?.roundId)
  const found = previous?.figures?.find((one) => one.villageId === villageId)
  if (!head || !found || !mayRead(me, head)) return null
  return { number: previous!.number, papers: found.papers, questions: found.questions }
}

/** All that may be shown of a village, on its page and in the score tables. */
export function villageResult(villageId: string, round: RoundDoc, snapshot: SnapshotDoc): VillageFigures {
  const { ranking, severity, shown } = snapshot.result
  const row = ranking.find((one) => one.villageId === villageId)
  const details = snapshot.details.villages.find((one) => one.villageId === villageId)
  if (!row || !details) throw failure('notFound')
  // What villagers are shown, and no more: two roundings of one figure would tell what neither does.
  const figures = publicFigures(round.scheme.survey, row.survey.valid, details.rate, details.questions)
  return {
    round: roundHead(round),
    digest: snapshot.digest,
    weights: round.scheme.weights,
    deductionCap: round.scheme.deductionCap,
    row: boardRow(row, round, snapshot),
    villages: ranking.filter((one) => !one.deferred).length,
    inspectors: row.inspectors,
    plain: row.plain,
    severity,
    medians: snapshot.details.medians,
    survey: surveyCounts(row.survey, details),
    shown: shownOf(villageId, shown, details, figures),
    items: details.items.map((item) => itemScore(item, round, snapshot)),
    questions: questions(details, figures, round),
    deductions: deductions(details, round),
  }
}

/** The snapshot knows every count; a page shows none of 1 to 4 people, nor two that differ by so few. */
function surveyCounts(
  { received, valid, quota }: RankedVillage['survey'],
  { byCard }: VillageDetails,
): Result['survey'] {
  return {
    received: inSteps(received),
    valid: shownCount(valid),
    byCard: shownCount(valid) === null ? null : byCard,
    quota,
    quotaReached: hasQuota(valid, quota),
  }
}

/** A skipped village has none, and below 5 valid responses there is none: their share would tell how many. */
function shownOf(
  villageId: string,
  shown: SnapshotDoc['result']['shown'],
  { rate }: VillageDetails,
  figures: PublicFigures | null,
): Result['shown'] {
  const found = shown.find((one) => one.villageId === villageId)
  if (!found || found.mean === null)
    return { coverage: null, mean: null, meanInterval: null, rate: null, rateBound: null, rateInterval: null }
  const { coverage, mean, meanInterval } = found
  const of100 = figures?.satisfiedOf100 ?? null
  return {
    coverage,
    mean,
    meanInterval,
    rate: of100 === null ? null : of100 / 100,
    rateBound: figures?.satisfiedBound ?? null,
    rateInterval: of100 === null ? null : (rate?.interval ?? null),
  }
}

function itemScore(
  { id, mean, value }: ItemMean,
  { scheme, goals }: RoundDoc,
  snapshot: SnapshotDoc,
): Result['items'][number] {
  const median = snapshot.details.itemMedians.find((one) => one.id === id)?.median ?? null
  const indicator = scheme.indicators.find((one) => one.id === id)
  if (!indicator) {
    const { title, full } = goals.find((one) => one.id === id)!
    return { id, paper: 'demonstration', title, action: '', kind: 'goal', full, mean, median, fact: '' }
  }
  const { title, full, kind, actionId } = indicator
  const action = scheme.actions.find((one) => one.id === actionId)!.title
  const fact = indicator.kind === 'measured' && value !== null ? `${value} ${indicator.unit}` : ''
  return { id, paper: 'common', title, action, kind, full, mean, median, fact }
}

function questions(
  { questions }: VillageDetails,
  figures: PublicFigures | null,
  { scheme }: RoundDoc,
): Result['questions'] {
  const titles = new Map(scheme.survey.items.map(({ id, title }) => [id, title]))
  const shown = new Map(figures?.items.map((item) => [item.id, item]))
  return questions.map(({ id, answered }) => {
    const { mean = null, unansweredOf100 = null } = shown.get(id) ?? {}
    return { id, title: titles.get(id)!, answered, mean, unansweredOf100 }
  })
}

function deductions({ deductions }: VillageDetails, { scheme }: RoundDoc): Result['deductions'] {
  const titles = new Map(scheme.deductionItems.map(({ id, title }) => [id, title]))
  return deductions.map(({ itemId, occurrences, marks }) => ({ title: titles.get(itemId)!, occurrences, marks }))
}
