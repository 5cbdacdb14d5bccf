import { Text, View } from '@tarojs/components'
import { Bar } from '../../components/bar'
import type { VillageResult } from '../../contract/ranking'

/** A question: its mean, and where it may be told how many answered and how many could not say. */
export function QuestionRow({ question: { title, answered, mean, unansweredOf100 } }: QuestionRowProps) {
  return (
    <View className="question">
      <View className="item-head">
        <Text className="item-title">{title}</Text>
        {mean === null ? (
          <Text className="small quiet nowrap">人太少，不显示</Text>
        ) : (
          <Text className="strong question-mean">{mean}</Text>
        )}
      </View>
      {mean !== null && <Bar part={mean / 100} />}
      {answered !== null && (
        <View className="small quiet">
          {answered} 人答，不了解 {unansweredOf100}%
        </View>
      )}
    </View>
  )
}

type QuestionRowProps = { question: VillageResult['questions'][number] }
