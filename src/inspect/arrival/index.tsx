import { Text, View } from '@tarojs/components'
import { Card, Section } from '../../components/card'
import { Icon } from '../../components/icon'
import { MainButton } from '../../components/main-button'
import { Notice } from '../../components/notice'
import { Press } from '../../components/press'
import { Screen } from '../../components/screen'
import { SheetHead } from '../../components/sheet-head'
import { StateChip } from '../../components/state-chip'
import { TextButton } from '../../components/text-button'
import { ThemeChips } from '../../components/theme-chip'
import { useArrival } from './use-arrival'
import './index.css'

/** 到点: which village this is, that I am here, and the measured facts to glance at on the way in. */
export default function ArrivalPage() {
  const { screen, offline, view } = useArrival()
  if (!view) return <Screen title="到点" state={screen} offline={offline} />
  return (
    <Screen
      title="到点"
      state={screen}
      offline={offline}
      dock={
        <MainButton kind={view.action.outline ? 'outline' : 'accent'} onPress={view.action.onPress}>
          {view.action.label}
        </MainButton>
      }
    >
      <SheetHead>
        <View className="line">
          <View className="number grow">{view.name}</View>
          <ThemeChips themes={view.themes} />
        </View>
        <View className="small quiet">{view.town}</View>
        <View className="line small arrival-state">
          {view.arrivedAt && (
            <StateChip tone={view.waits ? 'amber' : 'jade'} icon={view.waits ? 'upload' : 'tick'}>
              {`${view.arrivedAt} 已到点`}
            </StateChip>
          )}
          <Text className={view.arrivedAt ? 'quiet ml-2' : 'quiet'}>计划 {view.planned}</Text>
        </View>
      </SheetHead>
      {view.trouble && (
        <View className="mt-4">
          <Notice title={view.trouble.title}>{view.trouble.text}</Notice>
        </View>
      )}
      {view.factCount > 0 && (
        <Section title="实测数据" remark="已核对，得分锁定">
          <Card>
            {view.facts.map(({ id, noun, value, mark, full }) => (
              <View className="fact" key={id}>
                <Text>{noun}</Text>
                <Text className="quiet nowrap">{value}</Text>
                <View className="fact-figure">
                  <Text className="strong">{String(mark)}</Text>
                  <Text> / {String(full)}</Text>
                </View>
              </View>
            ))}
            {view.showAll && (
              <Press className="fact-more" onPress={view.showAll}>
                <Text>全部 {view.factCount} 项实测</Text>
                <Icon name="forward" size={20} className="quiet" />
              </Press>
            )}
          </Card>
        </Section>
      )}
      {view.toRoute && !view.action.outline && (
        <View className="center mt-4">
          <TextButton onPress={view.toRoute.onPress}>看今日路线</TextButton>
        </View>
      )}
    </Screen>
  )
}
