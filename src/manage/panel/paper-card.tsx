import { Text, View } from '@tarojs/components'
import { aria } from '../../components/aria'
import { percent } from '../../components/bar'
import { Card } from '../../components/card'
import type { PanelQuality } from '../../contract/ranking'

type Paper = NonNullable<PanelQuality['papers']['common']>

/** One bar of three parts: villages, inspectors' manner, and what neither explains; below it how well the mean can be relied on. */
export function PaperCard({ title, paper }: { title: string; paper: Paper | null }) {
  if (!paper)
    return (
      <Card padded className="mt-3">
        <View className="strong">{title}</View>
        <View className="quiet">评委太少，或两组评委没有共同评过的村，算不出来。</View>
      </Card>
    )
  const shares = sharesOf(paper)
  return (
    <Card padded className="mt-3">
      <View className="apart">
        <Text className="strong">{title}</Text>
        {paper.mean !== null && <Text className="nowrap">可靠 {twoDecimals(paper.mean)}</Text>}
      </View>
      <View
        className="variance mt-2"
        {...aria({ role: 'img', label: shares.map(({ name, share }) => `${name} ${whole(share)}%`).join('，') })}
      >
        {shares.map(({ key, share }) => (
          <View key={key} className={`variance-part variance-${key}`} style={`width:${percent(share)}`} />
        ))}
      </View>
      <View className="variance-legend small">
        {shares.map(({ key, name, share }) => (
          <View className="variance-name" key={key}>
            <View className={`variance-key variance-${key}`} />
            <Text>
              {name} {whole(share)}%
            </Text>
          </View>
        ))}
      </View>
      <View className="small quiet mt-2">{inWords(paper)}</View>
    </Card>
  )
}

function sharesOf({ variance: { village, inspector, rest } }: Paper) {
  const all = village + inspector + rest || 1
  return [
    { key: 'village', name: '村', share: village / all },
    { key: 'inspector', name: '评委宽严', share: inspector / all },
    { key: 'rest', name: '其余', share: rest / all },
  ]
}

/** Cicchetti 1994, Psychological Assessment 6: below 0.40 poor, 0.60 fair, 0.75 good, above excellent. */
function inWords({ mean, single, panelSize }: Paper): string {
  if (mean === null || single === null) return '各村的分数没有差别，谈不上可靠不可靠。'
  const size = Math.round(panelSize * 10) / 10
  const word = mean < 0.4 ? '差' : mean < 0.6 ? '一般' : mean < 0.75 ? '好' : '很好'
  return `每村平均 ${size} 位评委，平均分的可靠程度 ${twoDecimals(mean)}，${word}；只有一位评委时是 ${twoDecimals(single)}。`
}

function whole(share: number): number {
  return Math.round(share * 100)
}

function twoDecimals(value: number): string {
  return value.toFixed(2)
}
