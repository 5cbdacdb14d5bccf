import { Text, View } from '@tarojs/components'
import { MainButton } from '../../components/main-button'
import { RouteLine } from '../../components/route-line'
import { Screen } from '../../components/screen'
import { StateChip } from '../../components/state-chip'
import { useRoute } from './use-route'
import './index.css'

/** 路线: where we are, how each stop stands, and the next thing to do. The door where no code can be opened. */
export default function RoutePage() {
  const { screen, offline, closed, head, rows, next, scanCode } = useRoute()
  return (
    <Screen
      title="今日路线"
      state={screen}
      offline={offline}
      dock={
        <View className="dock-pair">
          <MainButton kind="outline" narrow icon="code" label="扫村里的码" onPress={scanCode}>
            扫码
          </MainButton>
          <MainButton kind={next?.onPress ? 'accent' : 'off'} onPress={next?.onPress}>
            {next?.label}
          </MainButton>
        </View>
      }
    >
      <View className="apart route-head">
        <View className="grow">
          <Text className="title">{head?.round}</Text>
          <Text className="small quiet ml-2">{head?.day}</Text>
        </View>
        {closed ? (
          <StateChip tone="quiet" icon="lock">
            已收卷
          </StateChip>
        ) : (
          <StateChip tone="jade" icon="tick">
            资料已下载
          </StateChip>
        )}
      </View>
      <RouteLine stops={rows} />
    </Screen>
  )
}
