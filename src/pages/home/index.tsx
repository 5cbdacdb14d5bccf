import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { scan } from '../../client/device'
import { Icon } from '../../components/icon'
import { MainButton } from '../../components/main-button'
import { Notice } from '../../components/notice'
import { Screen } from '../../components/screen'
import { SheetHead } from '../../components/sheet-head'
import './index.css'

/** Opened without a code by someone without a role: what this is, and the way in. */
export default function HomePage() {
  const [trouble, setTrouble] = useState<string>()

  async function scanCode() {
    const scanned = await scan()
    if (scanned.kind === 'unavailable') setTrouble('这台设备不能扫码，请在手机微信里扫村里的码。')
    if (scanned.kind === 'code') setTrouble('这不是村里的码。村牌上、现场工作人员手机上的才是。')
  }

  return (
    <Screen
      title="乡村振兴拉练"
      dock={
        <MainButton icon="code" big onPress={scanCode}>
          扫村里的二维码
        </MainButton>
      }
      dockBare
    >
      <SheetHead>
        <Text className="small quiet">一村一码，扫了就能用</Text>
      </SheetHead>
      <View className="number mt-4">扫村里的二维码</View>
      <View className="quiet mt-2">村口的村牌上有，现场工作人员手机上也有。</View>
      {trouble && (
        <View className="mt-4">
          <Notice title="没有打开">{trouble}</Notice>
        </View>
      )}
      <View className="home-facts mt-5">
        <Fact icon="people" title="村民" text="村里变好了没有，不记名，约 1 分钟" />
        <Fact icon="pen" title="评委" text="到村打分，没有信号也能用" />
        <Fact icon="flag" title="各位领导和村干部" text="揭榜以后看得分从哪里来，问题改了没有" />
      </View>
    </Screen>
  )
}

function Fact({ icon, title, text }: { icon: 'people' | 'pen' | 'flag'; title: string; text: string }) {
  return (
    <View className="home-fact">
      <Icon name={icon} size={28} className="home-fact-icon" />
      <View className="grow">
        <View className="title">{title}</View>
        <View className="quiet">{text}</View>
      </View>
    </View>
  )
}
