import { View } from '@tarojs/components'
import { useState } from 'react'
import { back, go, pageQuery } from '../../../client/navigate'
import { Card, Row } from '../../../components/card'
import { MainButton } from '../../../components/main-button'
import { NotDone } from '../../../components/not-done'
import { Screen } from '../../../components/screen'
import { SheetHead } from '../../../components/sheet-head'
import { StaleNotice } from '../../../components/stale-notice'
import { StateChip } from '../../../components/state-chip'
import type { Preparation } from '../../../contract/round'
import { notApplicableOf } from '../../../domain/plan-edits'
import { decidedPart } from '../plan-parts'
import { usePlanPart } from '../use-plan-part'
import { useDraft } from '../use-preparation'
import { VillageScope } from './village-scope'

/** 不适用的指标: per village on the route; decided once somebody has looked at all of them. */
export default function ScopePage() {
  const [{ village }] = useState(pageQuery)
  const { data, screen, offline, stale } = useDraft()
  if (!data) return <Screen title="不适用的指标" broad state={screen} offline={offline} />
  const chosen = data.villages.find(({ id }) => id === village)
  if (chosen) return <VillageScope preparation={data} village={chosen} offline={offline} />
  return <Villages preparation={data} offline={offline} stale={stale} />
}

type VillagesProps = { preparation: Preparation } & Pick<ReturnType<typeof useDraft>, 'offline' | 'stale'>

function Villages({ preparation, offline, stale }: VillagesProps) {
  const { round, plan, villages, indicators } = preparation
  const decided = usePlanPart(preparation, decidedPart, back)
  const route = plan.stops.flatMap(({ villageId }) => villages.find(({ id }) => id === villageId) ?? [])
  if (route.length === 0)
    return (
      <Screen
        title="不适用的指标"
        broad
        offline={offline}
        state={{
          empty: '路线上还没有村',
          text: '先排路线，再看每个村哪些指标不适用。',
          icon: 'flag',
          action: { label: '去排路线', onPress: () => go('prepare/round/plan/index', { round: round.id }) },
        }}
      />
    )
  return (
    <Screen title="不适用的指标" broad offline={offline} dock={<Dock decided={decided} />}>
      <SheetHead>
        <View className="title">{decided.value ? '已经确认' : '还没有确认'}</View>
        <View className="quiet">村里本来就没有的，不评，也不扣分。每个村都看过以后点确认。</View>
      </SheetHead>
      <StaleNotice stale={stale} />
      <NotDone title="没有确认上" refused={decided.refused} />
      <View className="mt-4">
        <Card>
          {route.map(({ id, name, town }) => {
            const ids = notApplicableOf(plan, id)
            const titles = indicators.filter((one) => ids.includes(one.id)).map(({ title }) => title)
            return (
              <Row
                key={id}
                strong
                title={name}
                note={titles.length > 0 ? titles.join('、') : `${town}，全部适用`}
                end={titles.length > 0 ? <StateChip>{`${titles.length} 项不适用`}</StateChip> : undefined}
                onPress={() => go('prepare/round/scope/index', { round: round.id, village: id })}
              />
            )
          })}
        </Card>
      </View>
    </Screen>
  )
}

type Decided = { value: boolean; saving: boolean; saveAs: (decided: boolean) => void }

function Dock({ decided }: { decided: Decided }) {
  if (decided.saving) return <MainButton kind="off">正在保存，请稍等</MainButton>
  if (decided.value) return <MainButton kind="off">都看过了，已经确认</MainButton>
  return <MainButton onPress={() => decided.saveAs(true)}>都看过了，就这些</MainButton>
}
