import { View } from '@tarojs/components'
import { type ReactNode, useState } from 'react'
import { say, scan, typeSize } from '../../client/device'
import { pageQuery, restartAt } from '../../client/navigate'
import { afterScan, villageCodeIn } from '../../client/scanned-code'
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
  // With large type nothing but a button lies over what is read.
  const large = typeSize() === 'large'
  const rest = isCard ? <NoMoreCards /> : <Close village={village} uncounted={uncounted} />
  const dock = isCard ? <NextCard>{!large && rest}</NextCard> : large ? undefined : rest
  return (
    <Screen title="村民满意度测评" dockBare dock={dock}>
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
      {large && <View className="mt-5">{rest}</View>}
    </Screen>
  )
}

/** Opened from a picture it would be the picture again: that one is scanned. */
function Close({ village = '', uncounted }: { village?: string; uncounted?: string }) {
  const again = () => restartAt('pages/entry/index', { code: villageCode(village) })
  return (
    <View className="center">
      <View className="thanks-close">可以关掉这一页了</View>
      {uncounted === 'channel' ? (
        <ScanOrHome />
      ) : (
        <TextButton onPress={again}>
          {uncounted ? '慢慢再答一次，替换这一份' : '改主意了？再答一次，替换这一份'}
        </TextButton>
      )}
    </View>
  )
}

function ScanOrHome() {
  if (canScan) return <TextButton onPress={() => void scanAgain()}>现在就扫，再答一次</TextButton>
  return <TextButton onPress={() => restartAt('pages/home/index')}>回首页</TextButton>
}

/** A browser has no scanner we could promise. */
const canScan = process.env.TARO_ENV === 'weapp'

async function scanAgain(): Promise<void> {
  const scanned = await scan()
  const code = scanned.kind === 'code' ? villageCodeIn(scanned.text) : null
  if (code) restartAt('pages/entry/index', afterScan(code))
  else if (scanned.kind === 'code') say('这不是村里的码。公示栏上写着村名的那个才是。')
}

function NextCard({ children }: { children: ReactNode }) {
  return (
    <>
      <MainButton big onPress={() => restartAt('survey/card/index')}>
        填下一张
      </MainButton>
      {children}
    </>
  )
}

function NoMoreCards() {
  return (
    <View className="center">
      <TextButton onPress={() => restartAt('pages/home/index')}>填完了，回首页</TextButton>
    </View>
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
