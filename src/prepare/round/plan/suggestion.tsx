import { Picker, View } from '@tarojs/components'
import { Card, Section } from '../../../components/card'
import { MainButton } from '../../../components/main-button'
import { Notice } from '../../../components/notice'
import { PickedRow } from '../../../components/picked-row'
import { TextButton } from '../../../components/text-button'
import { namesOf } from '../../../domain/names-of'
import { routeDefaults } from '../../../domain/route-suggestion'
import type { PlanState } from './use-plan'

const STAYS = [20, 30, 40, 45, 50, 60, 75, 90, 120]

/** 建议顺序: the shortest way through these villages, whether the day is long enough, taken by one press and given back. */
export function Suggestion({ plan }: { plan: PlanState }) {
  const { settings, setSettings, suggestion, route } = plan
  if (route.length < 2) return null
  const unknown = route.filter(({ id }) => suggestion.withoutPlace.includes(id))
  return (
    <Section title="建议顺序" remark="按坐标算最短的路">
      <Card>
        <Picker
          mode="time"
          value={settings.startAt}
          onChange={(event) => setSettings({ ...settings, startAt: event.detail.value })}
        >
          <PickedRow title="几点到第一个村" value={settings.startAt} />
        </Picker>
        <Picker
          mode="selector"
          range={STAYS.map((minutes) => `${minutes} 分钟`)}
          value={STAYS.indexOf(settings.minutesPerStop)}
          onChange={(event) => setSettings({ ...settings, minutesPerStop: STAYS[Number(event.detail.value)]! })}
        >
          <PickedRow title="每个村停多久" value={`${settings.minutesPerStop} 分钟`} below />
        </Picker>
      </Card>
      <View className="mt-3">
        <View className="strong">{plan.isSuggested ? '现在就是建议的顺序' : orderInWords(plan)}</View>
        <View className="quiet">
          {`路上约 ${suggestion.kilometres} 公里、${hoursInWords(suggestion.minutesOnRoad)}。实际路况、吃饭的时间由您来定。`}
        </View>
      </View>
      <View className="mt-3">
        {suggestion.fits ? (
          <View className="jade">{`这一天排得下：${lastDepart(plan)} 离开最后一个村`}</View>
        ) : (
          <Notice title={`这一天排不下，超出 ${hoursInWords(suggestion.over)}`}>
            {`${lastDepart(plan)} 才离开最后一个村，晚于 ${routeDefaults.endBy}。早点出发、每村少停一会儿，或者少去几个村。`}
          </Notice>
        )}
        {unknown.length > 0 && (
          <View className="mt-2">
            <Notice title={`${namesOf(unknown)}没有坐标`}>
              先排在最后，路上各按 30 分钟算。请自己挪到合适的位置。
            </Notice>
          </View>
        )}
      </View>
      <View className="mt-3">
        {plan.undo ? (
          <TextButton icon="undo" plain onPress={plan.undo}>
            撤销，回到原来的顺序
          </TextButton>
        ) : (
          !plan.isSuggested && (
            <MainButton kind="outline" onPress={plan.applySuggestion}>
              用这个顺序和时间
            </MainButton>
          )
        )}
      </View>
    </Section>
  )
}

function orderInWords({ suggestion, villageOf }: PlanState): string {
  return suggestion.stops.map(({ villageId }) => villageOf(villageId)?.name ?? villageId).join(' → ')
}

function lastDepart({ suggestion }: PlanState): string {
  return suggestion.stops[suggestion.stops.length - 1]!.depart
}

/** 1 小时 20 分钟 */
function hoursInWords(minutes: number): string {
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60]
  if (hours === 0) return `${rest} 分钟`
  return rest === 0 ? `${hours} 小时` : `${hours} 小时 ${rest} 分钟`
}
