import { View } from '@tarojs/components'
import { useState } from 'react'
import { pageQuery, restartAt } from '../../client/navigate'
import { aria } from '../../components/aria'
import { Icon } from '../../components/icon'
import { MainButton } from '../../components/main-button'
import { Notice } from '../../components/notice'
import { Screen } from '../../components/screen'
import { TextButton } from '../../components/text-button'
import { villageCode } from '../../domain/village-code'
import { whyUncounted } from './why-uncounted'
import './index.css'

/** 已收到: opened only after the server has said so. Nothing to share, nothing of what was answered. */
export default function ThanksPage() {
  const [{ village, uncounted, card }] = useState(pageQuery)
  const isCard = card === '1'
  const why = whyUncounted(uncounted, isCard)
  return (
    <Screen title="村民满意度测评" dockBare dock={isCard ? <NextCard /> : <Close village={village} />}>
      <View className="thanks-tick jade">
        <Icon name="tick" size={40} />
      </View>
      <View className="hero" {...aria({ role: 'heading', live: 'polite' })}>
        已收到
      </View>
      <View className="thanks-stored">{isCard ? '这张纸条的答卷已经存好，谢谢。' : '您的答卷已经存好，谢谢。'}</View>
      {why && (
        <View className="mt-4">
          <Notice title={why.title}>{why.text}</Notice>
        </View>
      )}
      <View className="thanks-next" {...aria({ role: 'list' })}>
        <Next when="不记名" what={['答卷上没有姓名、微信、时间']} />
        <Next when="收卷以后" what={['全村的答卷合在一起算分，', '少于 5 份不公开']} />
        {isCard ? (
          <Next when="这部手机" what={['这一份的内容和户码都没有留下']} />
        ) : (
          <Next when="揭榜以后" what={['再扫村里的码，看村里的结果、', '查出的问题改了没有']} />
        )}
      </View>
    </Screen>
  )
}

function Close({ village }: { village?: string }) {
  const again = () => restartAt('pages/entry/index', { code: villageCode(village ?? '') })
  return (
    <View className="center">
      <View className="thanks-close">可以关掉这一页了</View>
      {village && <TextButton onPress={again}>改主意了？重新答一次，替换这一份</TextButton>}
    </View>
  )
}

function NextCard() {
  return (
    <>
      <MainButton big onPress={() => restartAt('survey/card/index')}>
        填下一张
      </MainButton>
      <View className="center">
        <TextButton onPress={() => restartAt('pages/home/index')}>填完了，回首页</TextButton>
      </View>
    </>
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
