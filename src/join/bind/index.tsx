import { View } from '@tarojs/components'
import { restartAt } from '../../client/navigate'
import { LineField } from '../../components/line-field'
import { MainButton } from '../../components/main-button'
import { Notice } from '../../components/notice'
import { Screen } from '../../components/screen'
import { SheetHead } from '../../components/sheet-head'
import './index.css'
import { type Trouble, useBind } from './use-bind'

/** 绑定身份: the code somebody was given, and their name; then this WeChat account is theirs. */
export default function BindPage() {
  const bind = useBind()
  const { done, trouble } = bind
  if (done !== null)
    return (
      <Screen
        title="绑定身份"
        state={{
          done: '绑定好了',
          text: `${done}，以后用这个微信打开，就是您的页面。邀请码已经作废，不用再留。`,
          action: { label: '进入我的首页', onPress: toHome },
        }}
      />
    )
  return (
    <Screen title="绑定身份" dock={<Dock {...bind} />}>
      <SheetHead>
        <View className="title">输入邀请码和您的姓名</View>
        <View className="quiet">邀请码是管理员发给您一个人的。村民不用绑定。</View>
      </SheetHead>
      {trouble && (
        <View className="mt-4">
          <TroubleNotice trouble={trouble} />
        </View>
      )}
      <View className="join-fields">
        <LineField
          label="邀请码"
          hint="12 位，不分大小写"
          big
          text={bind.code}
          placeholder="如 7KQM-2XWA-9PDT"
          most={24}
          onText={bind.setCode}
        />
        <LineField
          label="您的姓名"
          hint="和管理员登记的一样"
          text={bind.name}
          placeholder="如 王敏"
          most={30}
          onText={bind.setName}
        />
      </View>
    </Screen>
  )
}

function Dock({ binding, lacks, trouble, send }: ReturnType<typeof useBind>) {
  if (trouble?.kind === 'already') return <MainButton onPress={toHome}>回到我的首页</MainButton>
  if (binding) return <MainButton kind="off">正在绑定</MainButton>
  if (lacks !== null) return <MainButton kind="off">{lacks}</MainButton>
  return <MainButton onPress={() => void send()}>绑定这个微信</MainButton>
}

function TroubleNotice({ trouble }: { trouble: Trouble }) {
  switch (trouble.kind) {
    case 'wrongName':
      return (
        <Notice kind="error" title="姓名和邀请码对不上">
          {`请按管理员登记的姓名再填一遍。还能试 ${trouble.left} 次，再错邀请码就作废了。`}
        </Notice>
      )
    case 'spent':
      return (
        <Notice kind="error" title="姓名错了 5 次，这个邀请码作废了">
          请找管理员重新要一个，并问清登记的是哪个姓名。
        </Notice>
      )
    case 'unknown':
      return (
        <Notice kind="error" title="这个邀请码用不了">
          可能输错了一位；也可能用过了、过了 72 小时，或者发了新的。请对照再输一遍，还不行就找管理员重新要一个。
        </Notice>
      )
    case 'already':
      return <Notice title="这个微信已经有身份了">不能再绑另一个人。要加身份，请管理员直接给您加，不用邀请码。</Notice>
    case 'other':
      return (
        <Notice kind="error" title="没有绑定成">
          {trouble.sentence}
        </Notice>
      )
  }
}

function toHome(): void {
  restartAt('pages/home/index')
}
