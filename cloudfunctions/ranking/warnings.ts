/**
 * 封存前要看的: the survey's warnings, village by village, and the others (common/review.ts). Until the answers go they are
 * asked for anew, then told as they stood when the round froze; once sealed, a gap between channels with their means.
 */
import type { CallIn, CallOut } from '../../src/contract'
import type { ReviewWarning } from '../../src/domain/review-warnings'
import { channelInWords } from '../../src/domain/scheme-words'
import type { ExclusionReason, SurveyWarning } from '../../src/domain/survey-warnings'
import type { VillageDetails } from '../../src/domain/village-details'
import type { Restoring, RoundDoc } from '../common/documents'
import { roundHead } from '../common/heads'
import { proposalsFor } from '../common/proposals'
import { gatheredGroups } from '../common/responses'
import { type ReviewedRecords, reviewOf } from '../common/review'
import type { RoundContext } from '../common/serve'
import { warningsOf } from '../common/survey-warnings'
import { reviewInWords } from './review-in-words'

type Answer = CallOut<'ranking', 'warnings'>
type Warning = Answer['warnings'][number]

/** Eight requests; while it is sealed two, then three. */
export async function warnings(_: CallIn<'ranking', 'warnings'>, context: RoundContext): Promise<Answer> {
  const { me, round, now } = context
  const { found, review, villages, records } = await asTheyStand(context)
  return {
    round: roundHead(round),
    warnings: found.map((one) => inWords(one, round, villages)),
    review: review.map((one) => reviewInWords(one, round, round.state === 'closed' ? records : null)),
    proposals: proposalsFor(me, round),
    at: now,
  }
}

interface Standing {
  found: SurveyWarning[]
  review: ReviewWarning[]
  villages: VillageDetails[]
  /** Null: they are as they were frozen. */
  records: ReviewedRecords | null
}

async function asTheyStand({ round, repos }: RoundContext): Promise<Standing> {
  const snapshot = round.snapshotId && round.state !== 'closed' && (await repos.snapshots.byId(round.snapshotId))
  const frozen = snapshot || (round.sealing?.warnings && round.sealing)
  if (frozen) {
    const villages = snapshot ? snapshot.details.villages : []
    return { found: frozen.warnings ?? [], review: frozen.review ?? [], villages, records: null }
  }
  const [cards, deductions, late, groups] = await Promise.all([
    repos.scorecards.ofRound(round._id),
    repos.deductions.ofRound(round._id),
    repos.late.headsOfRound(round._id),
    gatheredGroups(round, repos),
  ])
  const records = { cards, deductions, late, groups }
  const found = round.reopened?.warnings ?? (await warningsOf(round, groups, repos))
  return { found, review: reviewOf(round, records), villages: [], records }
}

function inWords(warning: SurveyWarning, round: RoundDoc, villages: readonly VillageDetails[]): Warning {
  const { code, villageId } = warning
  const name = round.villages.find(({ id }) => id === villageId)!.name
  const common = { code, villageId, villageName: name, excludedFor: null, mayRestore: false }
  if (warning.code === 'channelGap') {
    const means = villages.find((one) => one.villageId === villageId)?.channels ?? []
    return { ...common, text: channelGapInWords(means) }
  }
  if (warning.code !== 'excluded') return { ...common, text: plainWords[warning.code] }

  const { excludedFor } = warning
  const isSuch = (one?: Restoring) => one?.villageId === villageId && one.excludedFor === excludedFor
  const isDone = (round.restored ?? []).some(isSuch)
  const isProposed = !isDone && round.proposals.some((one) => isSuch(one.restore))
  return {
    ...common,
    excludedFor,
    // At least 5 there are, or it would not be a warning.
    mayRestore: round.state === 'closed' && !isDone && !isProposed,
    text: excludedWords[excludedFor] + (isDone ? '两人已同意恢复计分。' : isProposed ? '已提请恢复计分。' : ''),
  }
}

function channelGapInWords(means: VillageDetails['channels']): string {
  const gap = '不同渠道来的答卷，打的分差得比较大。'
  if (means.length < 2) return gap
  return `${gap}${means.map(({ channel, mean }) => `${channelInWords[channel]} ${mean} 分`).join('，')}。`
}

const plainWords = {
  quotaMissed: '按规则计入的答卷没到应有的份数，缺的按规定补。',
  burst: '有一分钟里收到的答卷特别多。',
  straightLining: '每道题都选同一个答案的答卷特别多。',
  aboveAdults: '收到的答卷比村里的成年人还多。',
} satisfies Partial<Record<SurveyWarning['code'], string>>

const excludedWords: Record<ExclusionReason, string> = {
  channel: '有一批答卷不是扫村里的码填的，按规则没有计入。',
  tooFast: '有一批答卷填得太快，按规则没有计入。',
}
