import { View } from '@tarojs/components'
import { useState } from 'react'
import { pageQuery, restartAt } from '../../client/navigate'
import { aria } from '../../components/aria'
import { Icon } from '../../components/icon'
import { Notice } from '../../components/notice'
import { Screen } from '../../components/screen'
import { TextButton } from '../../components/text-button'
import { villageCode } from '../../domain/village-code'
import './index.css'

/** 已收到: opened only after the server has said so. Nothing to share, nothing of what was answered. */
export default function ThanksPage() {
  const [{ village, counted }] = useState(pageQuery)
  const again = () => restartAt('pages/entry/index', { code: villageCode(village ?? '') })
  return (
    <Screen
      title="村民满意度测评"
      dockBare
      dock={
        <View className="center">
          <View className="thanks-close">可以关掉这一页了</View>
          {village && <TextButton onPress={again}>改主意了？重新答一次，替换这一份</TextButton>}
        </View>
      }
    >
      <View className="thanks-tick jade">
        <Icon name="tick" size={40} />
      </View>
      <View className="hero" {...aria({ role: 'heading', live: 'polite' })}>
        已收到
      </View>
      <View className="thanks-stored">您的答卷已经存好，谢谢。</View>
      {counted === '0' && (
        <View className="mt-4">
          <Notice title="这一份会看、不计分">要计分，请用微信扫公示栏上的码，再答一次。</Notice>
        </View>
      )}
      <View className="thanks-next" {...aria({ role: 'list' })}>
        <Next when="不记名" what={['答卷上没有姓名、微信、时间']} />
        <Next when="收卷以后" what={['全村的答卷合在一起算分，', '少于 5 份不公开']} />
        <Next when="当晚揭榜" what={[counted === '0' ? '您说的不算进得分' : '您说的算进村里的满意度得分']} />
      </View>
    </Screen>
  )
}

function Next({ when, what }: { when: string; what: string[] }) {
  return (
    <View className="thanks-row" {...aria({ role: 'listitem' })}>
      <View className="thanks-when strong">{when}</View>
      <View className="grow quiet">
        {what.map((line) => (
          <View key={line}>{line}</View>
        ))}
      </View>
    </View>
  )
}
