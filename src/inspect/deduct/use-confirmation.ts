import { haptic } from '../../client/device'
import { back } from '../../client/navigate'
import { confirmDeduction } from '../../client/records'
import type { ScreenState } from '../../components/screen'
import { toRoute, useDay } from '../use-day'
import { useWaiting } from '../use-waiting'
import { useDeductionLines } from './use-deduction-lines'

export function useConfirmation() {
  const { roundId, query, today, screen } = useDay()
  const offline = useWaiting()
  const lines = useDeductionLines(roundId, null)
  const line = lines.find(({ id }) => id === query.deduction)
  return {
    offline,
    line: screen === 'ready' ? line : undefined,
    screen: screen === 'ready' ? gone(roundId) : screen,
    appealMinutes: today?.appealMinutes ?? 60,
    leave: back,
    /** On the phone first: it goes out when there is a signal, and the page says so. */
    confirm: () => {
      haptic()
      if (line) void confirmDeduction(roundId, line.villageId, line.id)
    },
  }
}

function gone(roundId: string): ScreenState {
  return { empty: '没有找到这条扣分', text: '它可能已被撤回。', action: toRoute(roundId) }
}
