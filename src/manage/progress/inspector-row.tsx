import { Text, View } from '@tarojs/components'
import { StateChip } from '../../components/state-chip'
import type { ProgressInspector } from '../../contract/ranking'
import { shanghaiClock } from '../../domain/shanghai-clock'

/** One inspector: what is in, what is still out, what waits on their phone, and when they were last heard of. */
export function InspectorRow({ inspector }: { inspector: ProgressInspector }) {
  const { name, lastContactAt, missing, waiting, photosMissing } = inspector
  return (
    <View className="inspector">
      <View className="stop-head">
        <Text>{name}</Text>
        <Text className="small quiet stop-time">
          {lastContactAt === null ? '今天还没有联系' : `${shanghaiClock(lastContactAt)} 最后联系`}
        </Text>
        <View className="push">
          <Standing inspector={inspector} />
        </View>
      </View>
      {missing.length > 0 && <View className="small">缺 {missingWords(missing)}</View>}
      {waiting !== null && waiting.count > 0 && (
        <View className="small amber">{`手机上还有 ${waiting.count} 项没传，${shanghaiClock(waiting.at)} 得知`}</View>
      )}
      {photosMissing > 0 && <View className="small amber">{`还缺 ${photosMissing} 张照片`}</View>}
    </View>
  )
}

/** Of somebody who fell out nothing more is expected. */
function Standing({ inspector: { absent, missing, submitted, expected } }: { inspector: ProgressInspector }) {
  if (absent)
    return (
      <StateChip tone="quiet" icon="cross">
        {submitted > 0 ? `不在，交了 ${submitted} 张` : '不在'}
      </StateChip>
    )
  if (missing.length === 0)
    return (
      <StateChip tone="jade" icon="tick">
        交齐
      </StateChip>
    )
  return (
    <Text className="small strong">
      {submitted}/{expected}
    </Text>
  )
}

/** 红林村（草稿）、淳风村 */
export function missingWords(missing: ProgressInspector['missing']): string {
  return missing.map(({ name, state }) => (state === 'draft' ? `${name}（有草稿）` : name)).join('、')
}
