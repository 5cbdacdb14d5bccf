import { View } from '@tarojs/components'
import { aria } from '../../components/aria'
import { Icon } from '../../components/icon'
import type { SchemeFault } from '../../domain/scheme-faults'
import './index.css'

/** What is wrong with one thing, under it: what blocks in dark red, advice in amber, each with its sign. */
export function FaultLines({ faults }: { faults: readonly SchemeFault[] }) {
  if (faults.length === 0) return null
  return (
    <View className="fault-lines" {...aria({ role: 'status' })}>
      {faults.map(({ path, text, blocks }) => (
        <View key={path + text} className={blocks ? 'fault-line small alarm' : 'fault-line small amber'}>
          <Icon name="warning" size={18} className="fault-sign" />
          <View className="grow">{text}</View>
        </View>
      ))}
    </View>
  )
}
