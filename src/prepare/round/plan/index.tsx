import { View } from '@tarojs/components'
import { Card, Row, Section } from '../../../components/card'
import { Icon } from '../../../components/icon'
import { NotDone } from '../../../components/not-done'
import { Notice } from '../../../components/notice'
import { RouteLine } from '../../../components/route-line'
import { Screen } from '../../../components/screen'
import { SheetHead } from '../../../components/sheet-head'
import { StaleNotice } from '../../../components/stale-notice'
import { TextButton } from '../../../components/text-button'
import { TwoVersions } from '../../../components/two-versions'
import type { Preparation } from '../../../contract/round'
import type { PlanStop } from '../../../domain/plan-edits'
import { dayInWords } from '../../../domain/shanghai-clock'
import { SaveDock } from '../save-dock'
import { useDraft } from '../use-preparation'
import { StopEditor } from './stop-editor'
import { Suggestion } from './suggestion'
import { type PlanState, usePlan } from './use-plan'
import './index.css'

/** 路线: which villages, in what order, when. */
export default function PlanPage() {
  const { data, screen, offline, stale } = useDraft()
  if (!data) return <Screen title="路线" broad state={screen} offline={offline} />
  return <Open preparation={data} offline={offline} stale={stale} />
}

type OpenProps = { preparation: Preparation } & Pick<ReturnType<typeof useDraft>, 'offline' | 'stale'>

function Open({ preparation, offline, stale }: OpenProps) {
  const plan = usePlan(preparation)
  const { part, stops, check, drive } = plan
  if (part.conflict)
    return (
      <TwoVersions
        title="路线"
        by=""
        lines={[{ what: '路线', theirs: inWords(part.conflict.theirs, plan), mine: inWords(part.conflict.mine, plan) }]}
        busy={part.saving}
        onMine={part.takeMine}
        onTheirs={part.takeTheirs}
      />
    )
  return (
    <Screen
      title="路线"
      broad
      offline={offline}
      dock={<SaveDock part={part} save="保存路线" unchanged={stops.length === 0 ? '先加村' : '还没有改动'} />}
    >
      <SheetHead>
        <View className="title">
          {stops.length === 0 ? '路线上还没有村' : `${dayInWords(preparation.plan.day)}，${stops.length} 个村`}
        </View>
        <View className="quiet">点一站，改时间、顺序，或从路线去掉。改完点保存。</View>
      </SheetHead>
      <StaleNotice stale={stale} />
      <NotDone title="没有保存上，改的还在" refused={part.refused} />
      {stops.length > 0 && check.state === 'missing' && (
        <View className="mt-3">
          <Notice title="路线还不行">{`${check.text}。可以先保存，就绪以前改好。`}</Notice>
        </View>
      )}
      {drive.length > 0 && (
        <View className="mt-3">
          <Notice title="时间可能不够">{`${drive.map(({ text }) => text).join('。')}。路况您更清楚，不影响保存。`}</Notice>
        </View>
      )}
      <View className="mt-3">
        <RouteLine stops={stops.map((stop, index) => shownStop(stop, index, plan))} />
      </View>
      {part.isChanged && <TextButton onPress={part.giveUp}>不要这些改动，回到保存过的</TextButton>}
      <Suggestion plan={plan} />
      <Others plan={plan} />
    </Screen>
  )
}

function shownStop(stop: PlanStop, index: number, plan: PlanState) {
  const { villageId, arrive, depart } = stop
  const village = plan.villageOf(villageId)
  const name = village?.name ?? villageId
  return {
    id: villageId,
    time: arrive,
    village: name,
    themes: village?.themes ?? [],
    note: [`${depart} 走`, village?.town].filter(Boolean).join('，'),
    place: 'planned' as const,
    card: null,
    onPress: () => plan.toggle(villageId),
    below: plan.open === villageId ? <StopEditor plan={plan} index={index} village={name} /> : undefined,
  }
}

/** Villages that are not on the route, to be added at its end. */
function Others({ plan }: { plan: PlanState }) {
  const { others } = plan
  if (others.length === 0) return null
  return (
    <Section title="加村" remark={`还有 ${others.length} 个村不在路线上`}>
      <Card>
        {others.map(({ id, name, town }) => (
          <Row
            key={id}
            title={name}
            note={town}
            label={`加${name}到路线最后`}
            end={<Icon name="plus" size={22} />}
            onPress={() => plan.add(id)}
          />
        ))}
      </Card>
      {others.length > 1 && (
        <TextButton onPress={() => plan.addAll(others.map(({ id }) => id))}>{`${others.length} 个村都加上`}</TextButton>
      )}
    </Section>
  )
}

function inWords(stops: readonly PlanStop[], { villageOf }: PlanState): string {
  return stops
    .map(({ villageId, arrive, depart }) => `${villageOf(villageId)?.name ?? villageId} ${arrive}–${depart}`)
    .join('，')
}
