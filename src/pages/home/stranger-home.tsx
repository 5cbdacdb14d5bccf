import { Input, Text, View } from '@tarojs/components'
import { useEffect } from 'react'
import { go } from '../../client/navigate'
import { drawerThatWaits } from '../../client/survey-answers'
import { Fact, Facts } from '../../components/facts'
import { MainButton } from '../../components/main-button'
import { Notice } from '../../components/notice'
import { Screen } from '../../components/screen'
import { SheetHead } from '../../components/sheet-head'
import { TextButton } from '../../components/text-button'
import type { Home } from './use-home'
import './index.css'

/** What this is, and the one thing to do: scan the village's code. */
export function StrangerHome({ home }: { home: Home }) {
  // Answers that got no receipt yet are sent as soon as the app is opened, whichever way.
  useEffect(() => {
    const waits = drawerThatWaits()
    if (waits) go('survey/questions/index', waits === 'card' ? { by: 'card' } : {})
  }, [])
  return (
    <Screen title="乡村振兴拉练" dock={<Dock {...home} />} dockBare>
      <SheetHead>
        <Text className="small quiet">一村一码，扫了就能用</Text>
      </SheetHead>
      <View className="number mt-4">扫村里的二维码</View>
      <View className="home-lead mt-2">
        <View>码在村里的公示栏上。</View>
        <View>用相机扫，答卷才计分。</View>
      </View>
      {home.typing && <CodeField {...home} />}
      {home.trouble && (
        <View className="mt-4">
          <Notice title="没有打开">{home.trouble}</Notice>
        </View>
      )}
      {home.offline && (
        <View className="mt-4">
          <Notice title="没连上">
            有工作身份的，连上以后这里会有您的页面。
            <View>
              <TextButton onPress={home.reload}>再试一次</TextButton>
            </View>
          </Notice>
        </View>
      )}
      <View className="mt-5">
        <Facts>
          <Fact icon="people" title="村民" text="村里变好了没有，不记名，约 1 分钟" />
          <Fact icon="pen" title="评委" text="到村打分，没有信号也能用" />
          <Fact icon="flag" title="领导和管理员" text="看进度，揭榜以后看分数从哪里来" />
        </Facts>
      </View>
      <View className="mt-4">
        <TextButton onPress={() => go('join/bind/index')}>有邀请码？在这里绑定</TextButton>
      </View>
    </Screen>
  )
}

function CodeField({ typed, setTyped, openTyped }: Home) {
  return (
    <View className="home-code">
      <View className="strong">这台设备不能扫码，请输入村码</View>
      <Input
        className="home-code-field"
        value={typed}
        placeholder="V01"
        aria-label="村码"
        maxlength={32}
        confirmType="go"
        onInput={(event) => setTyped(event.detail.value)}
        onConfirm={openTyped}
      />
    </View>
  )
}

function Dock({ typing, openTyped, scanCode }: Home) {
  if (typing)
    return (
      <MainButton big onPress={openTyped}>
        打开这个村
      </MainButton>
    )
  return (
    <>
      <MainButton icon="code" big onPress={scanCode}>
        扫村里的二维码
      </MainButton>
      <CardWay />
    </>
  )
}

/** A household card needs no village's code: the card's own says which village. */
function CardWay() {
  return (
    <View className="center">
      <TextButton onPress={() => go('survey/card/index')}>没有智能手机？凭户码代填</TextButton>
    </View>
  )
}
