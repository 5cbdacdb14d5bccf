import { Text, View } from '@tarojs/components'
import { Interval } from '../../components/range-lines'
import type { BoardRow } from '../../contract/ranking'

type RankRangeProps = { rank: number; certainty: NonNullable<BoardRow['certainty']>; villages: number }

/** How sure the place is: a dot on the line from first to last, with how far chance moves it. */
export function RankRange({ rank, certainty, villages }: RankRangeProps) {
  const words = howSure(certainty)
  const [best, worst] = certainty.ranks
  return (
    <View className="mt-1">
      {villages > 1 && (
        <View className="rank-range small quiet">
          <Text className="nowrap">第 1 名</Text>
          <View className="grow">
            <Interval low={best} value={rank} high={worst} from={1} to={villages} label={`第 ${rank} 名，${words}`} />
          </View>
          <Text className="nowrap">第 {villages} 名</Text>
        </View>
      )}
      <View className="small quiet">{words}</View>
    </View>
  )
}

/** 名次多半在第 1–3 名之间，得第一的可能 62% */
function howSure({ ranks: [best, worst], first }: RankRangeProps['certainty']): string {
  const range = best === worst ? `换一批评委和答卷，多半还是第 ${best} 名` : `名次多半在第 ${best}–${worst} 名之间`
  return first < 0.005 ? range : `${range}，得第一的可能 ${Math.round(first * 100)}%`
}
