import { Text, View } from '@tarojs/components'
import { aria } from '../../components/aria'
import { Card } from '../../components/card'
import { Icon, type IconName } from '../../components/icon'
import { Press } from '../../components/press'
import type { RouteView } from './use-route'

/** Before departure: what 下载今日资料 will bring. Afterwards one quiet line, amber where something is missing. */
export function DayDownload({ isFirst, inventory, download }: Pick<RouteView, 'isFirst' | 'inventory' | 'download'>) {
  return isFirst ? <FirstTime inventory={inventory} /> : <DownloadLine {...download} />
}

function FirstTime({ inventory }: Pick<RouteView, 'inventory'>) {
  return (
    <View className="route-part">
      <Card padded>
        <View className="title">出发前下载今日资料</View>
        <View className="quiet">存到手机里，没信号也能打卡、打分。</View>
        <View className="mt-2">
          {inventory.map(({ id, words }) => (
            <View className="route-first-row" key={id}>
              <Icon name={ICONS[id]} size={20} className="route-first-icon quiet" />
              <Text className="grow">{words}</Text>
            </View>
          ))}
        </View>
      </Card>
    </View>
  )
}

const ICONS: Record<RouteView['inventory'][number]['id'], IconName> = {
  cards: 'paper',
  findings: 'flag',
  codes: 'code',
}

function DownloadLine({ progress, line, start }: RouteView['download']) {
  if (progress) {
    const words = progress.of > 0 ? `正在下载 ${progress.done}/${progress.of}` : '正在下载…'
    return (
      <View className="route-download quiet" {...aria({ role: 'status' })}>
        <Icon name="download" size={18} className="route-download-icon" />
        <Text>{words}</Text>
      </View>
    )
  }
  const { tone, words, when } = line
  const label = `${words}${when && `，${when}`}，按一下更新`
  return (
    <Press className={`route-download ${tone}`} label={label} onPress={start}>
      <Icon name={tone === 'jade' ? 'tick' : 'download'} size={18} className="route-download-icon" />
      <Text>{words}</Text>
      {when !== '' && <Text className="route-download-when quiet">{when}</Text>}
    </Press>
  )
}
