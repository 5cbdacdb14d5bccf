import { Text, View } from '@tarojs/components'
import { aria } from '../../components/aria'
import { Bar } from '../../components/bar'
import { changeSign } from '../../components/gain-words'
import type { VillageResult } from '../../contract/ranking'

/** A question: its mean, how it moved, and where it may be told how many answered and how many could not say. */
export function QuestionRow({ question: { title, answered, mean, unansweredOf100 }, last }: QuestionRowProps) {
  return (
    <View className="question">
      <View className="item-head">
        <Text className="item-title">{title}</Text>
        {mean === null ? (
          <Text className="small quiet nowrap">人太少，不显示</Text>
        ) : (
          <View className="nowrap">
            {last !== null && (
              <Text className="small" {...aria({ role: 'img', label: changeInWords(mean - last) })}>
                {changeSign(mean - last)}
              </Text>
            )}
            <Text className="strong question-mean">{mean}</Text>
          </View>
        )}
      </View>
      {mean !== null && <Bar part={mean / 100} />}
      {answered !== null && (
        <View className="question-count small quiet">
          {answered} 人答，不了解 {unansweredOf100}%
        </View>
      )}
    </View>
  )
}

function changeInWords(change: number): string {
  if (change === 0) return '和上次一样'
  return change > 0 ? `比上次高 ${change} 分` : `比上次低 ${-change} 分`
}

type QuestionRowProps = {
  question: VillageResult['questions'][number]
  /** The mean of the round before, where both show it. */
  last: number | null
}
