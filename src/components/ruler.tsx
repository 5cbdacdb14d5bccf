import { Text, View } from '@tarojs/components'
import { haptic, typeSize } from '../client/device'
import { aria } from './aria'
import { stepsOf } from './mark-steps'
import { Press } from './press'
import './ruler.css'

/**
 * The rubric is the scale: one tick a step, its sentences at their marks; a sentence is a key that jumps to its mark. Ink fills
 * from 0 to the mark. `other`: a second value to compare with (the same card on another phone), as a circle.
 */
export function Ruler({ title, mark, other, full, step, anchors, onMark }: RulerProps) {
  const height = heightFor(anchors, full)
  const at = (value: number) => `top:${percent(1 - value / full)}`
  return (
    <View className="ruler" style={`height:${height}px`}>
      <View
        className="ruler-scale"
        style={`background-size:9px ${height / stepsOf(full, step)}px`}
        {...aria({ hidden: true })}
      >
        {mark !== null && <View className="ruler-fill" style={at(mark)} />}
        {other !== undefined && <View className="ruler-other" style={at(other)} />}
      </View>
      {anchors.map((anchor) => (
        <Press
          key={String(anchor.mark)}
          className={anchor.mark === mark ? 'anchor anchor-exact' : 'anchor'}
          style={at(anchor.mark)}
          pressedClass="anchor-pressed"
          label={`${title}，${anchor.mark} 分：${anchor.text}`}
          onPress={
            onMark &&
            (() => {
              haptic()
              onMark(anchor.mark)
            })
          }
        >
          <Text className="anchor-key">{String(anchor.mark)}</Text>
          <Text className="anchor-text">{anchor.text}</Text>
        </Press>
      ))}
    </View>
  )
}

export type RulerProps = {
  /** What is being marked, for the keys' labels. */
  title: string
  mark: number | null
  other?: number
  full: number
  step: number
  anchors: readonly { mark: number; text: string }[]
  onMark?: (mark: number) => void
}

/** 150, or as much as the sentences need: each row is at least 48, about 14 characters to a line of 24. */
function heightFor(anchors: RulerProps['anchors'], full: number): number {
  const large = typeSize() === 'large'
  const row = (text: string) =>
    Math.max(large ? 60 : 48, Math.ceil(text.length / (large ? 11 : 14)) * (large ? 30 : 24) + 4)
  const sorted = [...anchors].sort((a, b) => a.mark - b.mark)
  let height = 150
  for (let i = 1; i < sorted.length; i++) {
    const [below, above] = [sorted[i - 1]!, sorted[i]!]
    const room = (row(below.text) + row(above.text)) / 2
    height = Math.max(height, (room * full) / (above.mark - below.mark))
  }
  return Math.min(Math.ceil(height), 480)
}

function percent(part: number): string {
  return `${Math.round(part * 10_000) / 100}%`
}
