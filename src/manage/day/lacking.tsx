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
        <View key={`${code} ${text}`} className={warnings.length > 1 ? 'plan-lacking' : ''}>
          {text}
        </View>
      ))}
    </>
  )
}

/** What the plan would lack with the change, before it is made; what it lacks already is told apart. */
export function WouldLack({ foreseen, plan }: { foreseen: Foreseen; plan: DayPlan }) {
  if (foreseen.kind === 'refused') return <RefusedNotice refused={foreseen.refused} />
  if (foreseen.kind === 'asking') return <View className="quiet">正在看这样改有没有要留意的</View>
  const standing = new Set(plan.warnings.map(({ text }) => text))
  const fresh = foreseen.plan.warnings.filter(({ text }) => !standing.has(text))
  const old = foreseen.plan.warnings.filter(({ text }) => standing.has(text))
  return (
    <>
      {fresh.length > 0 ? (
        <Notice title={`这样改，会多出 ${fresh.length} 处要留意`}>
          <LackingList warnings={fresh} />
        </Notice>
      ) : (
        <View className="line jade">
          <Icon name="tick" size={22} />
          <View className="ml-2">{'这样改，没有新的要留意之处'}</View>
        </View>
      )}
      {old.length > 0 && (
        <View className="mt-2 small quiet">
          <View>原来就有的：</View>
          <LackingList warnings={old} />
        </View>
      )}
    </>
  )
}
