/** Where a deduction stands, as an inspector reads it, and what the catalogue says of it. */
import type { KeptRecord } from '../../client/records'
import type { StateChipProps } from '../../components/state-chip'
import type { Deduction } from '../../contract/deductions'
import { errors } from '../../contract/errors'
import type { DeductionItem, Today } from '../../contract/round'
import { markText } from '../../domain/cents-text'
import { toUnits, type Units } from '../../domain/units'
import { momentInWords } from '../clock-words'

export type DeductionStanding = {
  state: { words: string; tone: StateChipProps['tone']; icon: StateChipProps['icon'] }
  /** What the state means, or why it was refused; empty where the state says it all. */
  remark: string
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

/** One that is only on this phone yet. */
export function keptState({ state, refused }: KeptRecord, today: Today): DeductionStanding {
  if (state === 'waiting') {
    return { state: WAITING, remark: '已存在这部手机里，有信号就传。传到后另一位评委才看得见。' }
  }
  if (state === 'refused') return { state: REFUSED, remark: refused ? refused.problem || errors[refused.code] : '' }
  if (state === 'late') return { state: LATE, remark: '收卷后才传到，已登记。由管理员提请，两人同意后照样算数。' }
  return proposedState(today)
}

export function toldState(deduction: Deduction, today: Today, now: number): DeductionStanding {
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
      remark: `村里说：${(appeal?.reason ?? '').replace(/。$/, '')}。由管理员提请，两人定。`,
    }
  }
  const reason = decision ? `理由：${decision.reason}` : ''
  if (state === 'upheld') return { state: { words: '申诉后维持', tone: 'jade', icon: 'tick' }, remark: reason }
  return { state: { words: '已撤销，不扣', tone: 'quiet', icon: 'cross' }, remark: reason }
}

/** Nobody writes a lapse: it is what a proposal has become once the round no longer runs (docs/domain.md, A round's life). */
function proposedState(today: Today): DeductionStanding {
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
export const CONFIRMED_HERE = {
  state: { words: '您已确认，待上传', tone: 'amber', icon: 'upload' },
  remark: '已存在这部手机里，有信号就传。',
} as const

export function isRunning({ round }: Today): boolean {
  return round.state === 'ready' || round.state === 'running'
}
