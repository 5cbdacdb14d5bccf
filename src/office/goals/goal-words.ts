import type { StateChipProps } from '../../components/state-chip'
import type { Goal } from '../../contract/programme'

type Look = Pick<StateChipProps, 'tone' | 'icon'> & { words: string }

export const goalStates: Record<Goal['state'], Look> = {
  declared: { words: '等批准', tone: 'amber', icon: 'clock' },
  approved: { words: '已批准', tone: 'jade', icon: 'tick' },
  returned: { words: '被退回', tone: 'alarm', icon: 'undo' },
}

/** 2000 → 3000 人次 */
export function wayOf({ baseline, target, unit }: Pick<Goal, 'baseline' | 'target' | 'unit'>): string {
  const way = [baseline && `起点 ${baseline}`, target && `目标 ${target}`].filter(Boolean).join('，')
  return [way, unit && `单位：${unit}`].filter(Boolean).join('，')
}

/** How a village's goals stand, the most urgent first. */
export function villageLook(goals: readonly Goal[]): Look & { note: string } {
  const count = (state: Goal['state']) => goals.filter((goal) => goal.state === state).length
  const note = [
    goals.length === 0 && '还没有申报',
    count('returned') > 0 && `${count('returned')} 条被退回`,
    count('declared') > 0 && `${count('declared')} 条等批准`,
    count('approved') > 0 && `${count('approved')} 条已批准`,
  ]
    .filter(Boolean)
    .join('，')
  if (goals.length === 0) return { words: '没有申报', tone: 'quiet', note }
  if (count('returned') > 0) return { ...goalStates.returned, note }
  if (count('declared') > 0) return { ...goalStates.declared, note }
  return { ...goalStates.approved, note }
}
