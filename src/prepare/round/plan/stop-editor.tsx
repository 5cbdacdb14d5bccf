import { Picker, View } from '@tarojs/components'
import { Card } from '../../../components/card'
import { PickedRow } from '../../../components/picked-row'
import { TextButton } from '../../../components/text-button'
import type { PlanState } from './use-plan'

/** Right below its stop: when the party comes and goes, up, down, off the route. */
export function StopEditor({ plan, index, village }: { plan: PlanState; index: number; village: string }) {
  const { arrive, depart } = plan.stops[index]!
  return (
    <Card>
      <Picker mode="time" value={arrive} onChange={(event) => plan.arrive(index, event.detail.value)}>
        <PickedRow title="到" value={arrive} />
      </Picker>
      <Picker mode="time" value={depart} onChange={(event) => plan.depart(index, event.detail.value)}>
        <PickedRow title="走" value={depart} below />
      </Picker>
      <View className="plan-keys">
        {index > 0 && (
          <TextButton label={`${village}上移一站`} onPress={() => plan.move(index, -1)}>
            上移
          </TextButton>
        )}
        {index < plan.stops.length - 1 && (
          <TextButton label={`${village}下移一站`} onPress={() => plan.move(index, 1)}>
            下移
          </TextButton>
        )}
        <TextButton label={`${village}从路线去掉`} onPress={() => plan.remove(index)}>
          从路线去掉
        </TextButton>
      </View>
    </Card>
  )
}
