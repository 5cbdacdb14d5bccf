import { Text, View } from '@tarojs/components'
import { Bar } from '../../components/bar'
import { StateChip } from '../../components/state-chip'
import type { ProgressStop } from '../../contract/ranking'
import { shanghaiClock } from '../../domain/shanghai-clock'

/** One village: where the party is, cards in, responses in steps of 5 and whether the quota is reached. A rehearsal surveys nobody. */
export function StopRow({ stop, isSurveyed }: { stop: ProgressStop; isSurveyed: boolean }) {
  const { village, state, cardsIn, cardsExpected, responses, quotaReached } = stop
  if (state === 'skipped')
    return (
      <View className="stop">
        <View className="stop-head">
          <Text className="title quiet">{village.name}</Text>
          <View className="push">
            <StateChip tone="quiet" icon="cross">
              取消，这次缓评
            </StateChip>
          </View>
        </View>
      </View>
    )
  return (
    <View className="stop">
      <View className="stop-head">
        <Text className="title">{village.name}</Text>
        <Text className="small quiet stop-time">{timeWords(stop)}</Text>
      </View>
      <View className="stop-counts">
        <View className="stop-cards">
          <View className="small">
            <Text className="quiet">评分表 </Text>
            <Text className="strong">
              {cardsIn}/{cardsExpected}
            </Text>
          </View>
          <Bar part={cardsExpected > 0 ? cardsIn / cardsExpected : 0} />
        </View>
        {isSurveyed && (
          <View className="stop-survey">
            <View className="small">
              <Text className="quiet">答卷 </Text>
              <Text className="strong">{responses > 0 ? `${responses}+` : '不到 5'}</Text>
            </View>
            {quotaReached ? (
              <StateChip tone="jade" icon="tick">
                已达
              </StateChip>
            ) : (
              <StateChip tone="amber" icon="clock">
                未达
              </StateChip>
            )}
          </View>
        )}
      </View>
    </View>
  )
}

function timeWords({ arrivedAt, arrive }: ProgressStop): string {
  return arrivedAt === null ? `计划 ${arrive} 到` : `${shanghaiClock(arrivedAt)} 到`
}
