import { Text, View } from '@tarojs/components'
import { MainButton } from '../../components/main-button'
import { RouteLine } from '../../components/route-line'
import { Screen } from '../../components/screen'
import { StateChip } from '../../components/state-chip'
import { DayDoors } from './day-doors'
import { DayDownload } from './day-download'
import { DayNews } from './day-news'
import { type RouteView, useRoute } from './use-route'
import './index.css'

/** 路线: where we are, how each stop stands, and the next thing to do. The door where no code can be opened. */
export default function RoutePage() {
  const { screen, offline, view } = useRoute()
  if (!view) return <Screen title="今日路线" state={screen} offline={offline} />
  return (
    <Screen title="今日路线" state={screen} offline={offline} rehearsal={view.rehearsal} dock={<Dock {...view} />}>
      <View className="apart route-head">
        <View className="grow">
          <Text className="title">{view.name}</Text>
          <Text className="small quiet ml-2">{view.day}</Text>
        </View>
        {!view.isOpen && (
          <StateChip tone="quiet" icon="lock">
            {view.state === 'closed' || view.state === 'sealing' ? '已收卷' : '已封存'}
          </StateChip>
        )}
      </View>
      {view.isOpen && <DayDownload {...view} />}
      <DayNews {...view} />
      <View className="route-line">
        <RouteLine stops={view.rows} />
      </View>
      <DayDoors roundId={view.roundId} />
    </Screen>
  )
}

function Dock({ dock, scanCode }: RouteView) {
  const { label, onPress, quiet, remark, mayScan } = dock
  return (
    <View>
      {remark && <View className="dock-remark">{remark}</View>}
      <View className="dock-pair">
        {mayScan && (
          <MainButton kind="outline" narrow icon="code" label="扫村里的码" onPress={scanCode}>
            扫码
          </MainButton>
        )}
        <MainButton kind={!onPress ? 'off' : quiet ? 'outline' : 'accent'} onPress={onPress}>
          {label}
        </MainButton>
      </View>
    </View>
  )
}
