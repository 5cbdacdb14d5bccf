/** 扣分 as this inspector sees them: what the server told, what is kept on this phone, put together and said in words. */
import type { KeptRecord } from '../../client/records'
import type { Deduction } from '../../contract/deductions'
import type { Today } from '../../contract/round'
import { momentInWords } from '../clock-words'
import {
  CONFIRMED_HERE,
  type DeductionStanding,
  isRunning,
  keptState,
  priceInWords,
  priceOf,
  toldState,
} from './deduction-words'

export type DeductionLine = DeductionStanding & {
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
    ...(waits ? CONFIRMED_HERE : toldState(deduction, facts.today, facts.now)),
  }
}

function villageName({ stops }: Today, villageId: string): string {
  return stops.find(({ village }) => village.id === villageId)?.village.name ?? ''
}
