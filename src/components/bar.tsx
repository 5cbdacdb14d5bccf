import { View } from '@tarojs/components'
import './bar.css'

/** From 0 to the full mark; its value is printed beside it, so it is not spoken. Deductions are hatched. */
export function Bar({
  part,
  hatched = false,
  big = false,
}: {
  /** 0 to 1 */ part: number
  hatched?: boolean
  big?: boolean
}) {
  return (
    <View className={`bar${big ? ' bar-big' : ''}${hatched ? ' bar-hatched' : ''}`}>
      <View className="bar-value" style={`width:${percent(part)}`} />
    </View>
  )
}

/** Gain or loss against a zero line at one fifth; `most` is the gain that fills the rest. A loss is a hollow bar to the left. */
export function GainBar({ gain, most = 5 }: { gain: number; most?: number }) {
  const width = percent((Math.abs(gain) / most) * (1 - ZERO))
  return (
    <View className="bar bar-gain">
      {gain >= 0 ? (
        <View className="bar-value bar-up" style={`width:${width}`} />
      ) : (
        <View className="bar-value bar-down" style={`width:${width}`} />
      )}
      <View className="bar-zero" />
    </View>
  )
}

const ZERO = 0.2

export function percent(part: number): string {
  return `${Math.round(Math.min(Math.max(part, 0), 1) * 1000) / 10}%`
}
