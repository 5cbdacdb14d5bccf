import { Image, View } from '@tarojs/components'
import { aria, shows } from '../../components/aria'
import { Icon } from '../../components/icon'
import { MainButton } from '../../components/main-button'
import { Notice } from '../../components/notice'
import { Screen } from '../../components/screen'
import type { OnsiteState } from './code-state'
import { useOnsite } from './use-onsite'
import './index.css'

/** 现场码: held up for villagers to scan. Nothing else is on the screen, and it needs no signal. */
export default function OnsitePage() {
  const { screen, view } = useOnsite()
  if (!view) return <Screen title="现场码" state={screen} />
  const { village, code } = view
  return (
    <Screen title="现场码" state={screen} dockBare dock={<Dock {...view} />}>
      {code.kind === 'shown' ? <Code village={village} code={code} /> : <NoCode code={code} failed={view.failed} />}
    </Screen>
  )
}

function Code({ village, code }: { village: string; code: Extract<OnsiteState, { kind: 'shown' }> }) {
  return (
    <View className="onsite">
      <View className="number" {...aria({ role: 'heading' })}>
        {village}
      </View>
      <View className="onsite-how">村民用微信扫一扫</View>
      <View className="onsite-frame">
        <Image className="onsite-picture" src={code.src} mode="scaleToFill" {...shows(`${village}的现场码`)} />
      </View>
      <View className="onsite-what">不记名，约 1 分钟</View>
      <View className="quiet">{code.window}</View>
    </View>
  )
}

function NoCode({ code, failed }: { code: Extract<OnsiteState, { kind: 'not' }>; failed: string }) {
  return (
    <View className="onsite-none">
      {failed !== '' && (
        <Notice kind="error" title="没有更新成">
          {failed}
        </Notice>
      )}
      <View className="onsite-none-icon quiet">
        <Icon name="code" size={40} />
      </View>
      <View className="title">{code.title}</View>
      <View className="quiet mt-2">{code.text}</View>
    </View>
  )
}

type OnsiteView = NonNullable<ReturnType<typeof useOnsite>['view']>

function Dock({ code, online, renewing, renew, leave }: OnsiteView) {
  const mayRenew = code.kind === 'not' && code.renew
  return (
    <View>
      {mayRenew && <Renew online={online} renewing={renewing} renew={renew} />}
      <MainButton kind="outline" onPress={leave}>
        收起，回到到点页
      </MainButton>
    </View>
  )
}

function Renew({ online, renewing, renew }: Pick<OnsiteView, 'online' | 'renewing' | 'renew'>) {
  const isOff = renewing || !online
  return (
    <View className="onsite-renew">
      <MainButton kind={isOff ? 'off' : 'accent'} icon="download" onPress={isOff ? undefined : renew}>
        {renewing ? '正在更新…' : online ? '更新现场码' : '现在没有网络，联网后点这里更新'}
      </MainButton>
    </View>
  )
}
