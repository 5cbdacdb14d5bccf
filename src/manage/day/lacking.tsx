import { View } from '@tarojs/components'
import { Icon } from '../../components/icon'
import { Notice } from '../../components/notice'
import type { DayPlan, PlanWarning } from '../../contract/round'
import { RefusedNotice } from '../round/refused-notice'
import type { Foreseen } from './use-day-change'

export function LackingList({ warnings }: { warnings: readonly PlanWarning[] }) {
  return (
    <>
      {warnings.map(({ code, text }) => (
        <View key={`${code} ${text}`} className="plan-lacking">
          {text}
        </View>
      ))}
    </>
  )
}

/** What the plan would lack with the change, before it is made; what it lacks already is told apart. */
export function WouldLack({ foreseen, plan }: { foreseen: Foreseen; plan: DayPlan }) {
  if (foreseen.kind === 'refused') return <RefusedNotice refused={foreseen.refused} />
  if (foreseen.kind === 'asking') return <View className="quiet">正在看改了会缺什么</View>
  const standing = new Set(plan.warnings.map(({ text }) => text))
  const fresh = foreseen.plan.warnings.filter(({ text }) => !standing.has(text))
  const old = foreseen.plan.warnings.filter(({ text }) => standing.has(text))
  return (
    <>
      {fresh.length > 0 ? (
        <Notice title="这样改，会缺">
          <LackingList warnings={fresh} />
        </Notice>
      ) : (
        <View className="line jade">
          <Icon name="tick" size={22} />
          <View className="ml-2">{old.length > 0 ? '这样改，不会再多缺什么' : '这样改，各项要求都还够'}</View>
        </View>
      )}
      {old.length > 0 && (
        <View className="mt-2 small quiet">
          <View>改不改都缺：</View>
          <LackingList warnings={old} />
        </View>
      )}
    </>
  )
}
