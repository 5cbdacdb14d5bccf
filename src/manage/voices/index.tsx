import { Text, View } from '@tarojs/components'
import { back } from '../../client/navigate'
import { Card } from '../../components/card'
import { Screen, type ScreenState } from '../../components/screen'
import { SheetHead } from '../../components/sheet-head'
import './index.css'
import { useVoices, type Voices } from './use-voices'

/** 村民的话: what a village's people wrote to the open question, in an order that says nothing. */
export default function VoicesPage() {
  const { data, screen, offline, isRecused } = useVoices()
  if (isRecused) return <Screen title="村民的话" broad offline={offline} state={recused} />
  if (!data) return <Screen title="村民的话" broad offline={offline} state={screen} />
  if (data.hidden) return <Screen title="村民的话" broad offline={offline} state={tooFew(data)} />

  const { round, village, voices } = data
  return (
    <Screen title="村民的话" broad offline={offline}>
      <SheetHead>
        <View className="apart">
          <Text className="title">{village.name}</Text>
          <Text className="small quiet">{`第 ${round.number} 次拉练，${voices.length} 条`}</Text>
        </View>
        <View className="small quiet mt-1">原话，不记名。顺序是打乱的，每次打开都不一样；请不要猜是谁写的。</View>
      </SheetHead>
      <View className="mt-4">
        {voices.map((text, place) => (
          <Card padded key={String(place)}>
            <Text className="voice">{text}</Text>
          </Card>
        ))}
      </View>
    </Screen>
  )
}

/** None, or one to four: the same words. */
function tooFew({ village }: Voices): ScreenState {
  return {
    empty: `${village.name}的话不显示`,
    text: '少于 5 条不显示，有没有都一样：人太少，会猜到是谁写的。',
    icon: 'paper',
    action: { label: '返回', onPress: back },
  }
}

const recused: ScreenState = {
  empty: '这个村您要回避',
  text: '与您有回避关系的村，村民写的话也不能看。',
  icon: 'recusal',
  action: { label: '返回', onPress: back },
}
