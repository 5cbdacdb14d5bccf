/** A warning before sealing in words: what and whom it concerns. No figure, not even of how many. */
import type { CallOut } from '../../src/contract'
import { whyNotAccept } from '../../src/domain/accepting'
import { own } from '../../src/domain/own'
import type { ReviewWarning } from '../../src/domain/review-warnings'
import type { ResponseGroup } from '../../src/domain/survey-warnings'
import { villageName } from '../common/deductions'
import type { RoundDoc, ScorecardDoc } from '../common/documents'

type Shown = CallOut<'ranking', 'warnings'>['review'][number]

/** What accepting a village asks for, while the round is closed; null: it is too late. */
export interface Accepting {
  cards: readonly Pick<ScorecardDoc, 'villageId' | 'submitted'>[]
  groups: readonly ResponseGroup[]
}

export function reviewInWords(warning: ReviewWarning, round: RoundDoc, accepting: Accepting | null): Shown {
  const { code, villageId, inspectorId, ids } = warning
  const isProvisional = villageId !== null && (code === 'tooFewCards' || code === 'tooFewResponses')
  const decided = isProvisional ? acceptedInWords(villageId, round) : ''
  return {
    code,
    villageId,
    villageName: villageId === null ? '' : villageName(round, villageId),
    inspectorId,
    inspectorName: round.panel.find(({ id }) => id === inspectorId)?.name ?? '',
    text: words[code] + itemsInWords(warning, round) + decided,
    ids,
    mayAccept: isProvisional && decided === '' && accepting !== null && mayAccept(villageId, round, accepting),
  }
}

const words: Record<ReviewWarning['code'], string> = {
  cardMissing: '评分表还没有提交。',
  outlyingMarks: '有的分和别的评委、和这位评委自己的尺度都差得远，请再看一眼：',
  harsh: '各村打分都比别的评委偏严，不像是偶然。',
  lenient: '各村打分都比别的评委偏宽，不像是偶然。',
  tooFewCards: '评分表不够，这个村要缓评。',
  tooFewResponses: '计入的答卷不够，这个村要缓评。',
  lateWaiting: '收卷后才到的还没有决定，采纳要两个人。',
  appealOpen: '有扣分申诉还没有处理，处理完才能封存。',
  deductionLapsed: '有扣分到收卷还没有第二位评委确认，不再有效。',
}

function itemsInWords({ code, ids }: ReviewWarning, { scheme, goals }: RoundDoc): string {
  if (code !== 'outlyingMarks') return ''
  const titles = Object.fromEntries([...scheme.indicators, ...goals].map(({ id, title }) => [id, title]))
  return `${ids.map((id) => own(titles, id) ?? id).join('、')}。`
}

function acceptedInWords(villageId: string, { accepted, proposals }: RoundDoc): string {
  if (accepted.includes(villageId)) return '两人已同意照常排名。'
  return proposals.some(({ accept }) => accept?.villageId === villageId) ? '已提请照常排名。' : ''
}

function mayAccept(villageId: string, round: RoundDoc, { cards, groups }: Accepting): boolean {
  const isIts = (one: { villageId: string }) => one.villageId === villageId
  return (
    whyNotAccept({
      villageId,
      scheme: round.scheme,
      stops: round.stops,
      scorecards: cards.filter((card) => isIts(card) && card.submitted !== null).length,
      groups: groups.filter(isIts),
      restored: (round.restored ?? []).filter(isIts),
    }) === undefined
  )
}
