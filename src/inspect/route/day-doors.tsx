import { View } from '@tarojs/components'
import { go } from '../../client/navigate'
import { waitingCount } from '../../client/outbox'
import { useKept } from '../../client/use-kept'
import { Card, Row } from '../../components/card'
import { StateChip } from '../../components/state-chip'

/** Below the route: what concerns the whole day. */
export function DayDoors({ roundId }: { roundId: string }) {
  const waiting = useKept(waitingCount)
  return (
    <View className="route-doors">
      <Card>
        <Row
          title="我的评分"
          note="各村打的分放在一起看，只有您看得到"
          onPress={() => go('inspect/mine/index', { round: roundId })}
        />
        <Row
          title="扣分"
          note="我提出的，和等我确认的"
          onPress={() => go('inspect/deduct/index', { round: roundId })}
        />
        <Row
          title="待上传"
          note="没信号时先存在这里"
          end={
            waiting > 0 ? (
              <StateChip tone="amber" icon="upload">{`${waiting} 项`}</StateChip>
            ) : (
              <StateChip tone="jade" icon="tick">
                都已上传
              </StateChip>
            )
          }
          onPress={() => go('inspect/outbox/index')}
        />
      </Card>
    </View>
  )
}
