import { Text, View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { aria } from './aria'
import { Icon } from './icon'
import { Press } from './press'
import { type CardState, CardStateChip, StateChip } from './state-chip'
import { type Theme, ThemeChips } from './theme-chip'
import './route-line.css'

/** The day's stops on a vertical line: solid behind us, dashed ahead; where we are is the only card and the only red. */
export function RouteLine({ stops }: { stops: readonly RouteStop[] }) {
  return (
    <View className="route" {...aria({ role: 'list' })}>
      {stops.map((stop, index) => (
        <View key={stop.id} {...aria({ role: 'listitem' })}>
          <Stop {...stop} last={index === stops.length - 1} />
          {stop.below && <View className="stop-below">{stop.below}</View>}
        </View>
      ))}
    </View>
  )
}

export type RouteStop = {
  id: string
  /** Planned, as 8:00. */
  time: string
  village: string
  themes: readonly Theme[]
  /** 8:03 到，8:47 离开; ahead: where it is and how far. */
  note: string
  /** The day's plan was changed here. */
  changed?: boolean
  /** `planned`: the day has not begun. */
  place: 'been' | 'here' | 'ahead' | 'recused' | 'cancelled' | 'planned'
  /** Null: nobody marks yet. */
  card: CardState | null
  done?: number
  of?: number
  onPress?: () => void
  /** What is done with the stop, right below it. */
  below?: ReactNode
}

function Stop({ last, ...stop }: Omit<RouteStop, 'below'> & { last: boolean }) {
  const { time, village, themes, note, changed, place, card, done, of, onPress } = stop
  return (
    <Press
      className={`stop stop-${place}${last ? ' stop-last' : ''}`}
      label={onPress && `${time} ${village}，${PLACES[place]}${changed ? `${CHANGED}，` : ''}${note}`}
      onPress={onPress}
    >
      <Text className="stop-time">{time}</Text>
      <View className="stop-dot">
        {place === 'been' && <Icon name="tick-bold" size={12} />}
        {place === 'cancelled' && <Icon name="cross" size={12} />}
        {place === 'recused' && <View className="stop-stroke" />}
      </View>
      <View className="stop-body">
        <View className="stop-head">
          <Text className="stop-village">{village}</Text>
          {themes.length > 0 && <ThemeChips themes={themes} />}
        </View>
        <View className="stop-note">{note}</View>
        {changed && (
          <StateChip tone="amber" icon="warning">
            {CHANGED}
          </StateChip>
        )}
      </View>
      <View className="stop-state">
        {card && <CardStateChip state={card} done={done} of={of} strong={place === 'here'} />}
        {!card && onPress && <Icon name="pen" size={20} className="quiet" />}
      </View>
    </Press>
  )
}

const CHANGED = '安排有变'
const PLACES = {
  been: '到过，',
  here: '现在在这里，',
  ahead: '还没到，',
  recused: '您回避，',
  cancelled: '取消，',
  planned: '',
}
