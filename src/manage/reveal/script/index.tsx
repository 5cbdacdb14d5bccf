import { Text, View } from '@tarojs/components'
import { go } from '../../../client/navigate'
import { PROJECTING } from '../../../client/stage'
import { Card, Section } from '../../../components/card'
import { MainButton } from '../../../components/main-button'
import { Notice } from '../../../components/notice'
import { Press } from '../../../components/press'
import { Screen } from '../../../components/screen'
import { TextField } from '../../../components/text-field'
import { MOST_LETTERS, MOST_MESSAGES } from '../messages'
import './index.css'
import { type Script, useScript } from './use-script'

/** The evening's script: what the host says before the ranking, and the two ways to begin. */
export default function RevealScriptPage() {
  const { data, screen, offline, script } = useScript()
  if (!data) return <Screen title="揭榜" broad state={screen} offline={offline} />
  const { round } = data
  if (!round)
    return (
      <Screen title="揭榜" broad state={{ empty: '还没有封存的榜单', text: '封存以后才能排演揭榜。', icon: 'flag' }} />
    )

  const isAnnounced = round.state !== 'sealed'
  const open = (query: Record<string, string> = {}) => go('manage/reveal/index', { round: round.id, ...query })
  return (
    <Screen
      title={`第 ${round.number} 次拉练揭榜`}
      broad
      offline={offline}
      dock={
        <View className="dock-pair">
          <MainButton kind="outline" narrow label="预演，看得到下一张" onPress={() => open({ preview: '1' })}>
            预演
          </MainButton>
          <MainButton kind={isAnnounced ? 'accent' : 'outline'} onPress={() => open()}>
            {isAnnounced ? '开始揭榜' : '全屏预演'}
          </MainButton>
        </View>
      }
    >
      {!isAnnounced && <Notice title="还没有公布">现在只是预演，全屏放出来会写明。公布以后才能正式揭榜。</Notice>}
      <View className="mt-3">
        先念摘要，再放下面的话，然后从最后一名揭到第一名，点一下揭一个村；再说缓评的村，最后看全榜。
      </View>
      <View className="small quiet mt-2">打开以后不用信号，榜单不会再变。{PROJECTING}</View>
      <Section title="开场的话" remark={`${script.messages.length} 张，只存在这台设备上`}>
        {script.messages.length === 0 && (
          <Card padded>
            <Text className="quiet">没有也行。要先说几句、介绍议程，就加一张。</Text>
          </Card>
        )}
        {script.messages.map((text, i) => (
          <Message key={String(i)} text={text} at={i} script={script} />
        ))}
        {script.messages.length < MOST_MESSAGES && (
          <View className="mt-3">
            <MainButton kind="outline" icon="plus" onPress={script.add}>
              加一张
            </MainButton>
          </View>
        )}
      </Section>
    </Screen>
  )
}

function Message({ text, at, script }: { text: string; at: number; script: Script }) {
  const name = `第 ${at + 1} 张`
  const keys = [
    { label: '往上移', press: at > 0 ? () => script.move(at, at - 1) : undefined },
    { label: '往下移', press: at < script.messages.length - 1 ? () => script.move(at, at + 1) : undefined },
    { label: '删掉', press: () => script.remove(at) },
  ]
  return (
    <View className={at > 0 ? 'mt-3' : ''}>
      <TextField
        label={name}
        text={text}
        placeholder="如：欢迎大家。下面揭晓第 2 次拉练的榜单。"
        most={MOST_LETTERS}
        onText={(words) => script.change(at, words)}
      />
      <View className="line">
        <Text className="small quiet grow">{name}</Text>
        {keys.map(({ label, press }) =>
          press ? (
            <Press className="script-key" key={label} label={`${name}，${label}`} onPress={press}>
              {label}
            </Press>
          ) : null,
        )}
      </View>
    </View>
  )
}
