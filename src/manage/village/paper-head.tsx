import { Text, View } from '@tarojs/components'

/** A paper's line above its picture; `before`: what the score came from, where that is told. */
export function PaperHead({ title, full, before, score }: PaperHeadProps) {
  return (
    <View className="paper-head">
      <Text>{title}</Text>
      <Text className="small quiet paper-full">满分 {full}</Text>
      <View className="push nowrap">
        {before !== undefined && <Text className="small quiet">{before} →</Text>}
        <Text className="paper-score">{score}</Text>
      </View>
    </View>
  )
}

type PaperHeadProps = { title: string; full: number; before: string | undefined; score: string }
