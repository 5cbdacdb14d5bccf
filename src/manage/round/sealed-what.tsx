import { Text, View } from '@tarojs/components'
import { Card, Row } from '../../components/card'
import { shanghaiClock } from '../../domain/shanghai-clock'
import type { RoundView } from './use-round'

/** What is to be sealed, by whose proposal, and what sealing means: before the second person agrees. */
export function SealedWhat({ view: { round, day, sealing } }: { view: RoundView }) {
  if (!sealing) return null
  const villages = day?.stops.filter(({ state }) => state !== 'skipped').length ?? 0
  const hex = sealing.hash.replace(/^sha256:/, '')
  return (
    <View className="mt-4">
      <View className="title">
        {sealing.isMine ? '已' : sealing.byName}提请封存第 {round.number} 次拉练
      </View>
      <View className="mt-1">
        封存就是定榜：现有的评分表、答卷和扣分锁定，算出名次，原始答卷随后删掉。同意以后不能再改。
      </View>
      <Card className="mt-3">
        <Row
          title="提请"
          end={
            <Text>
              {shanghaiClock(sealing.at)}，{sealing.byName}
            </Text>
          }
        />
        <Row
          title="封存"
          end={
            <Text>
              {villages} 个村，{day ? `评分表 ${day.cardsIn}/${day.cardsExpected}` : ''}
            </Text>
          }
        />
        <Row
          title="材料指纹"
          note="两人看到的要一样"
          end={
            <Text className="small">
              {hex.slice(0, 8)} … {hex.slice(-8)}
            </Text>
          }
        />
      </Card>
    </View>
  )
}
