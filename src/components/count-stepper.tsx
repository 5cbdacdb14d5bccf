import { Text, View } from '@tarojs/components'
import { haptic } from '../client/device'
import { aria } from './aria'
import { Icon } from './icon'
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
      <Press className="stepper-key" label={`${title}，减 1`} disabled={count <= 1} onPress={move(count - 1)}>
        <Icon name="minus" size={26} />
      </Press>
      <View className="stepper-mark" {...aria({ live: 'polite' })}>
        <Text>{`${count} ${unit}`}</Text>
      </View>
      <Press className="stepper-key" label={`${title}，加 1`} disabled={count >= most} onPress={move(count + 1)}>
        <Icon name="plus" size={26} />
      </Press>
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
