import { View } from '@tarojs/components'
import { haptic } from '../client/device'
import { aria } from './aria'
import { Press } from './press'
import './mark-stepper.css'

/** How many times, from one on: the mark stepper's look, whole numbers. */
export function CountStepper({ title, count, most, unit, onCount }: CountStepperProps) {
  const move = (to: number) => () => {
    haptic()
    onCount(to)
  }
  return (
    <View className="stepper" {...aria({ role: 'group', label: title })}>
      <Press
        className="stepper-key stepper-minus"
        label={`${title}，减 1`}
        disabled={count <= 1}
        onPress={move(count - 1)}
      />
      <View className="stepper-mark" {...aria({ live: 'polite' })}>
        {`${count} ${unit}`}
      </View>
      <Press
        className="stepper-key stepper-plus"
        label={`${title}，加 1`}
        disabled={count >= most}
        onPress={move(count + 1)}
      />
    </View>
  )
}

export type CountStepperProps = {
  title: string
  count: number
  most: number
  /** 次 */
  unit: string
  onCount: (count: number) => void
}
