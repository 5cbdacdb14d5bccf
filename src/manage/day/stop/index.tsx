import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { backTo } from '../../../client/back-to'
import { pageQuery } from '../../../client/navigate'
import { Section } from '../../../components/card'
import { ChoiceRows } from '../../../components/choice-rows'
import { Screen } from '../../../components/screen'
import { SheetHead } from '../../../components/sheet-head'
import type { Change, DayPlan } from '../../../contract/round'
import { ChangeDock, ChangeDone, ChangeForm } from '../change-form'
import '../index.css'
import { stopInWords } from '../plan-words'
import { useDayChange } from '../use-day-change'
import { useDayPlan } from '../use-day-plan'
import { type Place, PlaceRows, placeOf, whyNotThere } from './place-rows'

type Stop = DayPlan['stops'][number]
type Kind = 'skip' | 'resume' | 'move'

/** One stop: cancel it, take it back in, or give it another time and place on the route. */
export default function StopPage() {
  const [{ round = '', village }] = useState(pageQuery)
  const { data, screen, offline } = useDayPlan()
  const stop = data?.plan?.stops.find((one) => one.village.id === village)
  if (!data?.plan || !stop)
    return (
      <Screen
        title="调整一站"
        broad
        offline={offline}
        state={
          data
            ? {
                empty: '这一站现在不能调整',
                text: '拉练没有在进行，或路线上没有这个村。',
                icon: 'flag',
                action: { label: '回到当日调整', onPress: () => backTo('manage/day/index', { round }) },
              }
            : screen
        }
      />
    )
  return <OpenStop plan={data.plan} stop={stop} offline={offline} />
}

type OpenStopProps = { plan: DayPlan; stop: Stop; offline: ReturnType<typeof useDayPlan>['offline'] }

function OpenStop({ plan, stop, offline }: OpenStopProps) {
  const { village, state } = stop
  const [kind, setKind] = useState<Kind | null>(state === 'skipped' ? 'resume' : null)
  const [place, setPlace] = useState<Place>(() => placeOf(stop))
  const wrong = kind === 'move' ? whyNotThere(place, stop) : null
  const change = kind === null || wrong ? null : changeTo(kind, village.id, place)
  const changing = useDayChange(plan.round.id, change)
  if (changing.done) return <ChangeDone done={changing.done} title="调整一站" />

  return (
    <Screen
      title="调整一站"
      broad
      offline={offline}
      dock={
        <ChangeDock
          changing={changing}
          deed={change && kind ? deeds[kind](village.name) : null}
          needs={wrong ?? '先选要改什么'}
        />
      }
    >
      <SheetHead>
        <View className="apart">
          <Text className="number">{village.name}</Text>
          <Text className="quiet">{state === 'skipped' ? '已取消' : `第 ${stop.order} 站`}</Text>
        </View>
        <View className="mt-1">{`计划 ${stop.arrive} 到，${stop.depart} 走`}</View>
        <View className="quiet">{stopInWords(stop)}</View>
      </SheetHead>
      <Section title="要改什么">
        <ChoiceRows
          label="要改什么"
          chosen={kind}
          onChoose={setKind}
          choices={
            state === 'skipped'
              ? [{ key: 'resume', title: '恢复这一站', note: '今天还去，照样评分' }]
              : [
                  { key: 'skip', title: '取消这一站', note: '今天不去，这个村缓评；打过的分留着' },
                  { key: 'move', title: '改时间和顺序', note: '现场码的开放时间跟着改' },
                ]
          }
        />
      </Section>
      {kind === 'move' && (
        <View className="mt-3">
          <PlaceRows place={place} stops={plan.stops.length} onChange={setPlace} />
        </View>
      )}
      {change && <ChangeForm changing={changing} plan={plan} placeholder={placeholders[kind!]} />}
    </Screen>
  )
}

function changeTo(kind: Kind, villageId: string, { arrive, depart, order }: Place): Change {
  return kind === 'move' ? { kind, villageId, arrive, depart, order } : { kind, villageId }
}

const deeds: Record<Kind, (village: string) => string> = {
  skip: (village) => `取消${village}这一站`,
  resume: (village) => `恢复${village}这一站`,
  move: (village) => `改${village}的时间和顺序`,
}

const placeholders: Record<Kind, string> = {
  skip: '如：道路塌方，车过不去',
  resume: '如：道路已经抢通',
  move: '如：上一站拖了半小时，往后推',
}
