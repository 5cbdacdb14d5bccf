import { View } from '@tarojs/components'
import { backTo } from '../../client/back-to'
import { MainButton } from '../../components/main-button'
import { isReason, ReasonField } from '../../components/reason-field'
import { Screen } from '../../components/screen'
import type { DayPlan } from '../../contract/round'
import { RefusedNotice } from '../round/refused-notice'
import { LackingList, WouldLack } from './lacking'
import type { DayChanging } from './use-day-change'

/** Below what is to be changed: what it would lack, and why it is changed. */
export function ChangeForm({ changing, plan, placeholder }: ChangeFormProps) {
  return (
    <>
      <View className="mt-4">
        <WouldLack foreseen={changing.foreseen} plan={plan} />
      </View>
      <View className="mt-4">
        <ReasonField
          title="为什么改"
          hint="评委看得到，也进操作记录"
          placeholder={placeholder}
          value={changing.reason}
          onChange={changing.setReason}
        />
      </View>
      {changing.refused && (
        <View className="mt-3">
          <RefusedNotice refused={changing.refused} />
        </View>
      )}
    </>
  )
}

type ChangeFormProps = { changing: DayChanging; plan: DayPlan; placeholder: string }

/** The one button: what will happen, or what is still needed for it. `deed` null: nothing is chosen, `needs` says what. */
export function ChangeDock({ changing, deed, needs }: { changing: DayChanging; deed: string | null; needs: string }) {
  const { foreseen, reason, doing, make } = changing
  const waitsFor = whatFor()
  return waitsFor ? (
    <MainButton kind="off">{waitsFor}</MainButton>
  ) : (
    <MainButton onPress={() => void make()}>{deed}</MainButton>
  )

  function whatFor(): string | null {
    if (deed === null) return needs
    if (doing) return '正在改，请稍等'
    if (foreseen.kind === 'asking') return '正在看有没有要留意的'
    if (foreseen.kind === 'refused') return '这样改不行，请换一种'
    return isReason(reason) ? null : '先写为什么改'
  }
}

/** What was changed, and what the day lacks with it. */
export function ChangeDone({ done, title }: { done: NonNullable<DayChanging['done']>; title: string }) {
  const { text, plan } = done
  return (
    <Screen
      title={title}
      broad
      state={{ done: '已经改了', text }}
      dock={
        <MainButton kind="outline" onPress={() => backTo('manage/day/index', { round: plan.round.id })}>
          回到当日调整
        </MainButton>
      }
    >
      <View className="mt-4">评委打开路线就看到，已经打的分都留着。</View>
      {plan.warnings.length > 0 && (
        <View className="mt-4">
          <View className="strong">{`现在有 ${plan.warnings.length} 处要留意`}</View>
          <LackingList warnings={plan.warnings} />
        </View>
      )}
    </Screen>
  )
}
