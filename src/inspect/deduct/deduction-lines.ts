/** 扣分 as this inspector sees them: what the server told, what is kept on this phone, put together and said in words. */
import type { KeptRecord } from '../../client/records'
import type { StateChipProps } from '../../components/state-chip'
import type { Deduction } from '../../contract/deductions'
import type { DeductionItem, Today } from '../../contract/round'
import { markText } from '../../domain/cents-text'
import { toUnits, type Units } from '../../domain/units'
import { momentInWords } from '../clock-words'

export type DeductionLine = {
  id: string
  villageId: string
  village: string
  title: string
  /** 每次扣 3 分，最多 6 分 */
  price: string
  occurrences: number
  text: string
  photos: { id: string; url: string | null }[]
  /** 方志远 9:42 提出 */
  proposed: string
  isMine: boolean
  isOverdue: boolean
  mayConfirm: boolean
  whyNotConfirm: string
  state: { words: string; tone: StateChipProps['tone']; icon: StateChipProps['icon'] }
  /** What the state means, or why it was refused; empty where the state says it all. */
  remark: string
}

export type DeductionFacts = {
  today: Today
  told: readonly Deduction[]
  kept: readonly KeptRecord[]
  /** Confirmed on this phone, not yet with the server. */
  waiting: readonly string[]
  now: number
}

/** Newest first: what is only on this phone, then what the server knows. */
export function deductionLines(facts: DeductionFacts): DeductionLine[] {
  const known = new Set(facts.told.map(({ id }) => id))
  const onPhone = facts.kept.filter(({ kind, id }) => kind === 'deduction' && !known.has(id))
  return [
    ...onPhone.sort((a, b) => b.at - a.at).map((record) => keptLine(record, facts)),
    ...[...facts.told].sort((a, b) => b.proposedAt - a.proposedAt).map((deduction) => toldLine(deduction, facts)),
  ]
}

/** The catalogue's words for one occurrence; what it comes to for the village nobody weighs before sealing. */
export function priceInWords({ marks, cap }: Price): string {
  return `每次扣 ${markText(marks)} 分，最多 ${markText(cap)} 分`
}

type Price = { marks: Units; cap: Units }

/** The catalogue's line in units. */
export function priceOf({ marks, cap }: DeductionItem): Price {
  return { marks: toUnits(marks) ?? 0, cap: toUnits(cap) ?? 0 }
}

function keptLine(record: KeptRecord, { today }: DeductionFacts): DeductionLine {
  const item = today.deductionItems.find(({ id }) => id === record.itemId)
  const price = item ? priceOf(item) : { marks: 0, cap: 0 }
  return {
    id: record.id,
    villageId: record.villageId,
    village: villageName(today, record.villageId),
    title: item?.title ?? '目录里已没有这一项',
    price: priceInWords(price),
    occurrences: record.occurrences ?? 1,
    text: record.text,
    photos: record.photos.map(({ id }) => ({ id, url: null })),
    proposed: `您 ${momentInWords(record.at)} 提出`,
    isMine: true,
    isOverdue: false,
    mayConfirm: false,
    whyNotConfirm: '',
    ...keptState(record, today),
  }
}

function keptState({ state, refused }: KeptRecord, today: Today): Pick<DeductionLine, 'state' | 'remark'> {
  if (state === 'waiting') {
    return { state: WAITING, remark: '已存在这部手机里，有信号就传。传到后另一位评委才看得见。' }
  }
  if (state === 'refused') return { state: REFUSED, remark: refused?.problem || '请联系管理员。' }
  if (state === 'late') return { state: LATE, remark: '收卷后才传到，已登记。由管理员提请，两人同意后照样算数。' }
  return proposedState(today)
}

function toldLine(deduction: Deduction, facts: DeductionFacts): DeductionLine {
  const { source, proposerName, proposedAt, isMine } = deduction
  const waits = facts.waiting.includes(deduction.id)
  return {
    id: deduction.id,
    villageId: deduction.villageId,
    village: deduction.villageName,
    title: deduction.title,
    price: priceInWords(deduction),
    occurrences: deduction.occurrences,
    text: deduction.text,
    photos: deduction.photos,
    proposed:
      source === 'overdue'
        ? '往次问题到期没有整改，自动提出'
        : `${isMine ? '您' : proposerName} ${momentInWords(proposedAt)} 提出`,
    isMine,
    isOverdue: source === 'overdue',
    mayConfirm: deduction.may.confirm && !waits && isRunning(facts.today),
    whyNotConfirm: isMine || waits ? '' : deduction.whyNotConfirm,
    ...(waits ? CONFIRMED_HERE : toldState(deduction, facts)),
  }
}

function toldState(deduction: Deduction, { today, now }: DeductionFacts): Pick<DeductionLine, 'state' | 'remark'> {
  const { state, appealUntil, appeal, decision, confirmerName, confirmedAt } = deduction
  if (state === 'proposed') return proposedState(today)
  if (state === 'lapsed') return LAPSED
  if (state === 'confirmed') {
    const by = confirmedAt === null ? '' : `${confirmerName} ${momentInWords(confirmedAt)} 确认。`
    const confirmed = { words: '已确认', tone: 'jade', icon: 'tick' } as const
    if (appealUntil !== null && now < appealUntil) {
      return { state: confirmed, remark: `${by}村里可申诉到 ${momentInWords(appealUntil)}。` }
    }
    return { state: confirmed, remark: `${by}申诉时间已过，村里没有申诉。` }
  }
  if (state === 'appealed') {
    return {
      state: { words: '已申诉', tone: 'amber', icon: 'clock' },
      remark: `村里说：${appeal?.reason ?? ''} 由管理员提请，两人定。`,
    }
  }
  const reason = decision ? `理由：${decision.reason}` : ''
  if (state === 'upheld') return { state: { words: '申诉后维持', tone: 'jade', icon: 'tick' }, remark: reason }
  return { state: { words: '已撤销，不扣', tone: 'quiet', icon: 'cross' }, remark: reason }
}

/** Nobody writes a lapse: it is what a proposal has become once the round no longer runs (docs/domain.md, A round's life). */
function proposedState(today: Today): Pick<DeductionLine, 'state' | 'remark'> {
  if (!isRunning(today)) return LAPSED
  return { state: { words: '等另一位评委确认', tone: 'amber', icon: 'clock' }, remark: '' }
}

const WAITING = { words: '待上传', tone: 'amber', icon: 'upload' } as const
const REFUSED = { words: '没有传上去', tone: 'alarm', icon: 'warning' } as const
const LATE = { words: '没有计入', tone: 'alarm', icon: 'warning' } as const
const LAPSED = {
  state: { words: '未确认，收卷时失效', tone: 'quiet', icon: 'cross' },
  remark: '',
} as const
const CONFIRMED_HERE = {
  state: { words: '您已确认，待上传', tone: 'amber', icon: 'upload' },
  remark: '已存在这部手机里，有信号就传。',
} as const

function isRunning({ round }: Today): boolean {
  return round.state === 'ready' || round.state === 'running'
}

function villageName({ stops }: Today, villageId: string): string {
  return stops.find(({ village }) => village.id === villageId)?.village.name ?? ''
}
