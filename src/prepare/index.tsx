import { View } from '@tarojs/components'
import { go } from '../client/navigate'
import { Card, Row } from '../components/card'
import { Screen } from '../components/screen'
import { SheetHead } from '../components/sheet-head'
import { prepareDoors } from './doors'

/** 筹备: what a round stands on. */
export default function PreparePage() {
  return (
    <Screen title="筹备" broad>
      <SheetHead>
        <View className="title">拉练之前要准备的</View>
        <View className="quiet">只有管理员能进来。手机上、电脑上都能办。</View>
      </SheetHead>
      <View className="mt-4">
        <Card>
          {prepareDoors.map(({ title, note, page }) => (
            <Row key={page} tall strong title={title} note={note} onPress={() => go(page)} />
          ))}
        </Card>
      </View>
    </Screen>
  )
}
