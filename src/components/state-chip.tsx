import { Text, View } from '@tarojs/components'
import { Icon, type IconName } from './icon'
import './state-chip.css'

/** A state in a word with its sign; plain in lists, with a wash where it stands among text (逾期 47 天). */
export function StateChip({ tone = 'plain', icon, wash = false, strong = false, children }: StateChipProps) {
  return (
    <View className={`state state-${tone}${wash ? ' state-wash' : ''}${strong ? ' strong' : ''}`}>
      {icon && <Icon name={icon} size={wash ? 16 : 18} className="state-icon" />}
      <Text>{children}</Text>
    </View>
  )
}

export type StateChipProps = {
  tone?: 'plain' | 'quiet' | 'jade' | 'amber' | 'alarm'
  icon?: IconName
  wash?: boolean
  strong?: boolean
  children: string
}

/** My scorecard for a village, in the words of the route. */
export function CardStateChip({ state, done = 0, of = 0, strong = false }: CardStateChipProps) {
  const { words, ...look } = CARD_STATES[state]
  return (
    <StateChip {...look} strong={strong}>
      {state === 'draft' ? `${words} ${done}/${of}` : words}
    </StateChip>
  )
}

export type CardState = 'notArrived' | 'arrived' | 'draft' | 'waiting' | 'submitted' | 'recused' | 'cancelled'
export type CardStateChipProps = { state: CardState; done?: number; of?: number; strong?: boolean }

const CARD_STATES: Record<CardState, { words: string; tone: StateChipProps['tone']; icon?: IconName }> = {
  notArrived: { words: '未到', tone: 'quiet' },
  arrived: { words: '已到点', tone: 'plain', icon: 'place' },
  draft: { words: '草稿', tone: 'plain', icon: 'pen' },
  waiting: { words: '待上传', tone: 'amber', icon: 'upload' },
  submitted: { words: '已提交', tone: 'jade', icon: 'tick' },
  recused: { words: '回避', tone: 'quiet', icon: 'recusal' },
  cancelled: { words: '取消', tone: 'quiet', icon: 'cross' },
}
