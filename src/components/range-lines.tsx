import { View } from '@tarojs/components'
import { aria } from './aria'
import { percent } from './bar'
import './range-lines.css'

/** How sure a figure is: a dot on a capped line. Its two ends are printed beside it by the page. */
export function Interval({ low, value, high, from = 0, to = 100, label }: IntervalProps) {
  const at = (x: number) => percent((x - from) / (to - from))
  return (
    <View className="range interval" {...aria({ role: 'img', label })}>
      <View className="range-axis" />
      <View className="interval-whisker" style={`left:${at(low)};width:${percent((high - low) / (to - from))}`} />
      <View className="interval-dot" style={`left:${at(value)}`} />
    </View>
  )
}

export type IntervalProps = {
  low: number
  value: number
  high: number
  /** The axis' ends. */
  from?: number
  to?: number
  /** 平均 79.38，区间 76.94 到 81.83 */
  label: string
}

/** Last round → this round, with the median of all as a thin tick. The axis' ends are said in the card's legend. */
export function Dumbbell({ last, now, median, from, to, label }: DumbbellProps) {
  const at = (x: number) => percent((x - from) / (to - from))
  const [left, right] = last === null ? [now, now] : [Math.min(last, now), Math.max(last, now)]
  return (
    <View className="range dumbbell" {...aria({ role: 'img', label })}>
      <View className="range-axis" />
      <View className="dumbbell-bar" style={`left:${at(left)};width:${percent((right - left) / (to - from))}`} />
      {median !== null && <View className="dumbbell-median" style={`left:${at(median)}`} />}
      {last !== null && <View className="dumbbell-dot" style={`left:${at(last)}`} />}
      <View className="dumbbell-dot dumbbell-now" style={`left:${at(now)}`} />
    </View>
  )
}

export type DumbbellProps = {
  last: number | null
  now: number
  median: number | null
  from: number
  to: number
  label: string
}
