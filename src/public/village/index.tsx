import { Text, View } from '@tarojs/components'
import { restartAt } from '../../client/navigate'
import { aria } from '../../components/aria'
import { Card } from '../../components/card'
import { Notice } from '../../components/notice'
import { Screen } from '../../components/screen'
import { SheetHead } from '../../components/sheet-head'
import { TextButton } from '../../components/text-button'
import type { PublicPage } from '../../contract/survey'
import { dayInWords } from '../../domain/shanghai-clock'
import { Findings } from './findings'
import { OpenToAll } from './open-to-all'
import { Questions } from './questions'
import { usePublicPage } from './use-public-page'
import './index.css'

/** 村里的结果, for everybody who scans the village's code: what was said, what was found, what was fixed. */
export default function PublicVillagePage() {
  const { page, screen, stale } = usePublicPage()
  if (!page) return <Screen title="村里的结果" state={screen} />
  const { round, village, survey, findings, highlights } = page
  return (
    <Screen title={village.name}>
      <View className="public">
        {stale && (
          <View className="mb-2">
            <Notice title="没连上">下面是刚才读到的。</Notice>
          </View>
        )}
        <SheetHead>
          <View className="apart small quiet">
            <Text>
              第 {round.number} 次拉练 · {dayInWords(round.day)}
            </Text>
            <Text>已公布</Text>
          </View>
        </SheetHead>
        <Answer survey={survey} />
        <Place page={page} />
        <Findings findings={findings} />
        {highlights.length > 0 && (
          <>
            <View className="public-title">做得好的</View>
            <Card>
              {highlights.map(({ text }, index) => (
                <View className="public-row" key={String(index)}>
                  {text}
                </View>
              ))}
            </Card>
          </>
        )}
        {survey && <Questions items={survey.items} />}
        <View className="public-foot quiet">答卷不记名，全村的合在一起算。少于 5 份的、能猜出是谁答的，都不公开。</View>
        <OpenToAll roundId={round.id} />
        <View className="center">
          <TextButton onPress={() => restartAt('pages/home/index')}>回首页</TextButton>
        </View>
      </View>
    </Screen>
  )
}

/** 94 of 100, in words. */
function Answer({ survey }: { survey: PublicPage['survey'] }) {
  if (!survey || survey.satisfiedOf100 === null)
    return (
      <View className="public-answer" {...aria({ role: 'heading' })}>
        {survey ? `收到 ${survey.valid} 份有效答卷` : '这次答卷太少，不公开'}
      </View>
    )
  const { satisfiedOf100: satisfied } = survey
  return (
    <>
      <View className="public-answer" {...aria({ role: 'heading' })}>
        <View>100 个人里，</View>
        <View>{satisfied} 个说基本满意以上</View>
      </View>
      <View className="public-share" {...aria({ hidden: true })}>
        <View className="public-share-value" style={`width:${satisfied}%`} />
      </View>
      <View className="quiet">问的是总的来说满不满意。</View>
    </>
  )
}

function Place({ page: { rank, villages, survey } }: { page: PublicPage }) {
  return (
    <View className="public-two">
      <View className="public-half">
        <View className="quiet">有效答卷</View>
        <View className="number">{survey ? `${survey.valid} 份` : '不足 5 份'}</View>
      </View>
      <View className="public-half">
        <View className="quiet">{rank === null ? '名次' : `${villages} 个村里`}</View>
        <View className="number">{rank === null ? '这次不排' : `第 ${rank}`}</View>
      </View>
    </View>
  )
}
