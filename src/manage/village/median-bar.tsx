import { View } from '@tarojs/components'
import { Bar, percent } from '../../components/bar'
import type { Units } from '../../domain/units'

/** A bar from 0 to the full mark, with the median of the ranked villages as a tick across it. */
export function MedianBar({ score, median, full, big = false }: MedianBarProps) {
  return (
    <View className="median-bar">
      <Bar part={score / full} big={big} />
      {median !== null && <View className="median-tick" style={`left:${percent(median / full)}`} />}
    </View>
  )
}

type MedianBarProps = { score: Units; median: Units | null; full: Units; big?: boolean }
