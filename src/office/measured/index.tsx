import { View } from '@tarojs/components'
import { go } from '../../client/navigate'
import { MainButton } from '../../components/main-button'
import { NotDone } from '../../components/not-done'
import { Screen } from '../../components/screen'
import { SheetHead } from '../../components/sheet-head'
import { StaleNotice } from '../../components/stale-notice'
import type { Measurement } from '../../contract/programme'
import { ByVillage } from '../by-village'
import { ReturnDock } from '../returning'
import { FactCard } from './fact-card'
import { mostUrgentFirst, villageLook } from './measured-words'
import { type Checking, type Measured, useChecking, useMeasured } from './use-measured'
import '../index.css'

type Reading = ReturnType<typeof useMeasured>

/** 实测数 of a draft round: entered by the officer, checked by somebody else. */
export default function MeasuredPage() {
  const reading = useMeasured()
  const { data, screen, offline, stale, roundId, village } = reading
  if (!data) return <Screen title="实测数" broad state={screen} offline={offline} />
  if (data.villages.length === 0 || data.indicators.length === 0)
    return (
      <Screen
        title="实测数"
        broad
        offline={offline}
        state={{
          empty: data.indicators.length === 0 ? '这版方案没有实测指标' : '没有您要看的村',
          text: data.indicators.length === 0 ? '不用填，也不用核对。' : '经办人看自己村的，评委看不回避的村。',
          icon: 'flag',
        }}
      />
    )
  const chosen =
    data.villages.find(({ id }) => id === village) ?? (data.villages.length === 1 ? data.villages[0] : undefined)
  if (chosen) return <VillageFacts village={chosen} measured={data} reading={reading} />
  const open = data.measurements.filter(({ state, mayCheck }) => state === 'entered' && mayCheck).length
  return (
    <Screen title="实测数" broad offline={offline}>
      <SheetHead>
        <View className="title">{`${data.villages.length} 个村，${data.indicators.length} 项实测指标`}</View>
        <View className="quiet">{open > 0 ? `${open} 项等您核对，点进村里办。` : '点一个村，看它填了什么。'}</View>
      </SheetHead>
      <StaleNotice stale={stale} />
      <ByVillage
        page="office/measured/index"
        roundId={roundId}
        lines={data.villages.map((one) => {
          const { note, ...chip } = villageLook(data.measurements.filter(({ villageId }) => villageId === one.id))
          return { village: one, note, chip }
        })}
      />
    </Screen>
  )
}

type VillageFactsProps = { village: Measured['villages'][number]; measured: Measured; reading: Reading }

function VillageFacts({ village, measured, reading }: VillageFactsProps) {
  const { roundId, offline, stale, reload } = reading
  const { round, indicators, measurements } = measured
  const facts = mostUrgentFirst(measurements.filter(({ villageId }) => villageId === village.id))
  const checking = useChecking(roundId, village.id, facts, reload)
  const isDraft = round.state === 'draft'
  const next = facts.find(({ mayEnter, state }) => mayEnter && (state === 'missing' || state === 'returned'))
  return (
    <Screen
      title="实测数"
      broad
      offline={offline}
      dock={<Dock checking={checking} next={next} measured={measured} isDraft={isDraft} />}
    >
      <SheetHead>
        <View className="number">{village.name}</View>
        <View className="quiet">{isDraft ? villageLook(facts).note : '拉练已经就绪，不再改'}</View>
      </SheetHead>
      <StaleNotice stale={stale} />
      <NotDone title="没有办成" refused={told(checking)} />
      {facts.map((fact) => (
        <FactCard
          key={fact.indicatorId}
          fact={fact}
          indicator={indicators.find(({ id }) => id === fact.indicatorId)!}
          roundId={roundId}
          checking={checking}
        />
      ))}
    </Screen>
  )
}

type DockProps = { checking: Checking; next: Measurement | undefined; measured: Measured; isDraft: boolean }

/** What was entered is checked before the next is entered by the same person: an administrator may do both. */
function Dock({ checking, next, measured: { round, indicators }, isDraft }: DockProps) {
  const { doing, returning, open } = checking
  if (doing) return <MainButton kind="off">正在办，请稍等</MainButton>
  if (returning) return <ReturnDock reason={returning.reason} onReturn={checking.sendBack} />
  if (open.length > 0) return <MainButton onPress={checking.check}>{`这 ${open.length} 项都核对无误`}</MainButton>
  if (next) {
    const { title } = indicators.find(({ id }) => id === next.indicatorId)!
    const query = { round: round.id, village: next.villageId, indicator: next.indicatorId }
    return <MainButton onPress={() => go('office/measured/form/index', query)}>{`填“${title}”`}</MainButton>
  }
  return <MainButton kind="off">{isDraft ? '没有等您办的' : '已经就绪，不再改'}</MainButton>
}

/** Two versions met: the page was read again, and shows the newer one. */
function told({ refused }: Checking) {
  if (refused?.code !== 'changed') return refused
  const by = (refused.details.now as { byName?: string } | null)?.byName
  return { ...refused, sentence: `${by ?? '别处'}刚改过其中一项，下面是现在的样子，请看清再办一次。` }
}
