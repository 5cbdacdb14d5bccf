import { Text, View } from '@tarojs/components'
import { StateChip } from '../../components/state-chip'
import type { ProgressInspector } from '../../contract/ranking'
import { shanghaiClock } from '../../domain/shanghai-clock'

/** One inspector: what is in, what is still out, and when they were last heard of. */
export function InspectorRow({ inspector }: { inspector: ProgressInspector }) {
  const { name, submitted, expected, lastContactAt, missing } = inspector
  return (
    <View className="inspector">
      <View className="stop-head">
        <Text>{name}</Text>
        <Text className="small quiet stop-time">
          {lastContactAt === null ? '今天还没有联系' : `${shanghaiClock(lastContactAt)} 最后联系`}
        </Text>
        <View className="push">
          {missing.length === 0 ? (
            <StateChip tone="jade" icon="tick">
              交齐
            </StateChip>
          ) : (
            <Text className="small strong">
              {submitted}/{expected}
            </Text>
          )}
        </View>
      </View>
      {missing.length > 0 && <View className="small">缺 {missingWords(missing)}</View>}
    </View>
  )
}

/** 红林村（草稿）、淳风村 */
export function missingWords(missing: ProgressInspector['missing']): string {
  return missing.map(({ name, state }) => (state === 'draft' ? `${name}（有草稿）` : name)).join('、')
}
