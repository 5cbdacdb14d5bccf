import { Text, View } from '@tarojs/components'
import { MainButton } from '../../components/main-button'
import { Notice } from '../../components/notice'
import { Screen } from '../../components/screen'
import { SheetHead } from '../../components/sheet-head'
import { StateChip } from '../../components/state-chip'
import { TextButton } from '../../components/text-button'
import { ThemeChips } from '../../components/theme-chip'
import type { ArrivalDock } from './dock'
import { Findings } from './findings'
import { MeasuredFacts } from './measured-facts'
import { type ArrivalView, useArrival } from './use-arrival'
import './index.css'

/** 到点: which village this is, that I am here, and what to look at on the way in. */
export default function ArrivalPage() {
  const { screen, offline, view } = useArrival()
  if (!view) return <Screen title="到点" state={screen} offline={offline} />
  return (
    <Screen title="到点" state={screen} offline={offline} dock={<Dock {...view.dock} />}>
      <Head {...view} />
      <Remarks {...view} />
      <Findings findings={view.findings} roundId={view.roundId} />
      <MeasuredFacts facts={view.facts} factCount={view.factCount} showAll={view.showAll} />
      {view.toRoute && !view.dock.main.quiet && (
        <View className="center mt-4">
          <TextButton onPress={view.toRoute.onPress}>看今日路线</TextButton>
        </View>
      )}
    </Screen>
  )
}

function Head({ name, town, themes, planned, arrivedAt, waits }: ArrivalView) {
  return (
    <SheetHead>
      <View className="line">
        <View className="number grow">{name}</View>
        <ThemeChips themes={themes} />
      </View>
      <View className="small quiet">{town}</View>
      <View className="line small arrival-state">
        {arrivedAt && (
          <StateChip tone={waits ? 'amber' : 'jade'} icon={waits ? 'upload' : 'tick'}>
            {`${arrivedAt} 已到点`}
          </StateChip>
        )}
        <Text className={arrivedAt ? 'quiet ml-2' : 'quiet'}>计划 {planned}</Text>
      </View>
    </SheetHead>
  )
}

/** Is it this village, what stands in the way, what has changed. */
function Remarks({ question, trouble, changes }: ArrivalView) {
  return (
    <>
      {question && (
        <View className="mt-4">
          <Notice title={question.title}>{question.text}</Notice>
        </View>
      )}
      {trouble && (
        <View className="mt-4">
          <Notice title={trouble.title}>{trouble.text}</Notice>
        </View>
      )}
      {changes.length > 0 && (
        <View className="mt-4">
          <Notice title="这一站的安排有变动">
            {changes.map(({ id, text, reason }) => (
              <View key={id}>{`${text}：${reason}`}</View>
            ))}
          </Notice>
        </View>
      )}
    </>
  )
}

function Dock({ beside, main }: ArrivalDock) {
  return (
    <View className="dock-pair">
      {beside && (
        <MainButton kind="outline" narrow icon={beside.icon} onPress={beside.onPress}>
          {beside.label}
        </MainButton>
      )}
      <MainButton kind={main.quiet ? 'outline' : 'accent'} onPress={main.onPress}>
        {main.label}
      </MainButton>
    </View>
  )
}
