import { Text, View } from '@tarojs/components'
import { go, restartAt } from '../../client/navigate'
import { Card, Row, Section } from '../../components/card'
import { Notice } from '../../components/notice'
import { roundStateInWords } from '../../components/round-words'
import { Screen, type ScreenState } from '../../components/screen'
import { SheetHead } from '../../components/sheet-head'
import { StaleNotice } from '../../components/stale-notice'
import { StateChip } from '../../components/state-chip'
import type { RoundHead } from '../../contract/parts'
import type { DayPlan } from '../../contract/round'
import { dayInWords, shanghaiClock } from '../../domain/shanghai-clock'
import './index.css'
import { LackingList } from './lacking'
import { districtInWords, recusedInWords, stopInWords } from './plan-words'
import { useDayPlan } from './use-day-plan'

/** 当日调整: the route and the panel as they stand now; a tap on either leads to what can be changed of it. */
export default function DayPage() {
  const { data, screen, offline, stale } = useDayPlan()
  if (!data?.plan)
    return <Screen title="当日调整" broad offline={offline} state={data ? notRunning(data.round) : screen} />

  const { plan } = data
  const here = plan.panel.filter(({ absentAt }) => absentAt === null)
  return (
    <Screen title="当日调整" broad offline={offline}>
      <SheetHead>
        <View className="apart">
          <Text className="small quiet">
            第 {plan.round.number} 次拉练，{dayInWords(plan.round.day)}
          </Text>
          <Text className="small">正在进行</Text>
        </View>
      </SheetHead>
      <StaleNotice stale={stale} />
      {plan.warnings.length > 0 && (
        <View className="mt-3">
          <Notice title={`现在有 ${plan.warnings.length} 处要留意`}>
            <LackingList warnings={plan.warnings} />
          </Notice>
        </View>
      )}
      <Section title="路线" remark="点一站，取消或改时间">
        <Card>
          {plan.stops.map((stop) => (
            <StopRow key={stop.village.id} stop={stop} plan={plan} />
          ))}
        </Card>
      </Section>
      <Section title="评审组" remark={`${plan.panel.length} 人，在 ${here.length} 人`}>
        <Card>
          {plan.panel.map((judge) => (
            <JudgeRow key={judge.id} judge={judge} plan={plan} />
          ))}
        </Card>
      </Section>
      <Changes plan={plan} />
    </Screen>
  )
}

type StopRowProps = { stop: DayPlan['stops'][number]; plan: DayPlan }

function StopRow({ stop, plan }: StopRowProps) {
  const { village, arrive, state, eligible } = stop
  const skipped = state === 'skipped'
  return (
    <Row
      lead={<Text className="quiet plan-time">{arrive}</Text>}
      title={<Text className={skipped ? 'strong plan-skipped' : 'strong'}>{village.name}</Text>}
      note={stopInWords(stop)}
      label={`${arrive} ${village.name}，${skipped ? '取消了，' : ''}${stopInWords(stop)}，调整`}
      end={
        skipped ? (
          <StateChip tone="quiet" icon="cross">
            取消
          </StateChip>
        ) : eligible < plan.minInspectors ? (
          <StateChip tone="amber" icon="warning">
            评委不够
          </StateChip>
        ) : undefined
      }
      onPress={() => go('manage/day/stop/index', { round: plan.round.id, village: village.id })}
    />
  )
}

function JudgeRow({ judge, plan }: { judge: DayPlan['panel'][number]; plan: DayPlan }) {
  const { id, name, absentAt, cardsIn } = judge
  const note = `${districtInWords(judge, plan)}，${recusedInWords(judge)}，交了 ${cardsIn} 张`
  return (
    <Row
      title={<Text className={absentAt === null ? 'strong' : 'strong quiet'}>{name}</Text>}
      note={note}
      label={`${name}，${absentAt === null ? '' : '今天来不了，'}${note}，调整`}
      end={
        absentAt === null ? undefined : (
          <StateChip tone="quiet" icon="cross">
            {`${shanghaiClock(absentAt)} 起不在`}
          </StateChip>
        )
      }
      onPress={() => go('manage/day/inspector/index', { round: plan.round.id, inspector: id })}
    />
  )
}

/** Everybody on the panel is told the same words. */
function Changes({ plan: { changes } }: { plan: DayPlan }) {
  return (
    <Section title="今天改过的" remark={changes.length > 0 ? `${changes.length} 次，评委也看得到` : undefined}>
      <Card padded={changes.length === 0}>
        {changes.length === 0 && <Text className="quiet">还没有改过，都按原来的安排。</Text>}
        {changes.map(({ id, at, text, reason }) => (
          <Row
            key={id}
            lead={<Text className="quiet plan-time">{shanghaiClock(at)}</Text>}
            title={text}
            note={reason}
          />
        ))}
      </Card>
    </Section>
  )
}

function notRunning(round: RoundHead | null): ScreenState {
  const home = { label: '回到首页', onPress: () => restartAt('pages/home/index') }
  if (!round) return { empty: '今天没有拉练', text: '拉练那天，路线和评审组在这里调整。', icon: 'flag', action: home }
  return {
    empty: `第 ${round.number} 次拉练${roundStateInWords[round.state]}`,
    text: '路线和评审组只在拉练进行时调整。',
    icon: 'flag',
    action: { label: '看这次拉练', onPress: () => go('manage/round/index', { round: round.id }) },
  }
}
