import { Text, View } from '@tarojs/components'
import { shanghaiDay } from '../client/shanghai-day'
import type { ShownFinding } from '../contract/scoring'
import { overdueDays } from '../domain/overdue-days'
import { dayInWords } from '../domain/shanghai-clock'
import './finding-state.css'
import { StateChip, type StateChipProps } from './state-chip'

/** What became of a finding, and while it is open its deadline: `plain` for villagers, else in the words of those who fix it. */
export function FindingState({ finding: { state, dueOn }, plain = false }: FindingStateProps) {
  const { tone, icon } = LOOKS[state]
  const due = state === 'verified' ? null : dueOn
  const overdue = overdueDays(due, shanghaiDay(Date.now()))
  return (
    <View className="finding-state">
      <StateChip wash tone={tone} icon={icon}>
        {(plain ? PLAIN : OFFICIAL)[state]}
      </StateChip>
      {overdue > 0 && !plain && (
        <StateChip wash tone="alarm" icon="warning">
          {`逾期 ${overdue} 天`}
        </StateChip>
      )}
      {due && <Text className="quiet">{plain ? dueToVillagers(due, overdue) : `限 ${dayInWords(due)}前`}</Text>}
    </View>
  )
}

type State = ShownFinding['state']
type FindingStateProps = { finding: Pick<ShownFinding, 'state' | 'dueOn'>; plain?: boolean }

/** A deadline that is over is said as one. */
function dueToVillagers(due: string, overdue: number): string {
  return overdue > 0 ? `本该 ${dayInWords(due)}前改好` : `${dayInWords(due)}前改好`
}

const UNDER_WAY = { tone: 'amber', icon: 'clock' } as const
const LOOKS: Record<State, Pick<StateChipProps, 'tone' | 'icon'>> = {
  reported: { tone: 'plain' },
  assigned: UNDER_WAY,
  fixing: UNDER_WAY,
  submitted: UNDER_WAY,
  returned: UNDER_WAY,
  verified: { tone: 'jade', icon: 'tick' },
}

const PLAIN: Record<State, string> = {
  reported: '刚记下',
  assigned: '准备改',
  fixing: '正在改',
  submitted: '改了，待验收',
  returned: '还要再改',
  verified: '改好了',
}

const OFFICIAL: Record<State, string> = {
  reported: '待交办',
  assigned: '已交办',
  fixing: '整改中',
  submitted: '待验收',
  returned: '退回再改',
  verified: '已销号',
}
