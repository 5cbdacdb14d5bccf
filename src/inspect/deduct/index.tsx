import { View } from '@tarojs/components'
import { Screen, type ScreenState } from '../../components/screen'
import { toRoute, useDay } from '../use-day'
import { useWaiting } from '../use-waiting'
import { DeductionGroups } from './deduction-groups'
import { useDeductionLines } from './use-deduction-lines'
import './index.css'

/** 扣分 of the day: what waits for my word, and what became of what I proposed. */
export default function DeductionsPage() {
  const { roundId, screen, today } = useDay()
  const offline = useWaiting()
  const lines = useDeductionLines(roundId, null)
  const state: ScreenState = screen === 'ready' && lines.length === 0 ? empty(roundId) : screen
  return (
    <Screen title="扣分" state={state} offline={offline}>
      <View className="small quiet">
        {`一位评委提出、另一个区的评委看过确认才扣。确认后村里 ${today?.appealMinutes ?? 60} 分钟内可以申诉。`}
      </View>
      <DeductionGroups roundId={roundId} lines={lines} withVillage />
    </Screen>
  )
}

function empty(roundId: string): ScreenState {
  return {
    empty: '没有扣分',
    text: '在村里看到要扣分的事，从那个村的评分表里提出；别的评委提出的也在这里等您确认。',
    action: toRoute(roundId),
  }
}
