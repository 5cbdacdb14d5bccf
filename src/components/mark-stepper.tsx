import { View } from '@tarojs/components'
import { haptic } from '../client/device'
import { aria } from './aria'
import { markOf, stepsOf } from './mark-steps'
import { Press } from './press'
import './mark-stepper.css'

/** The mark being given. Not given yet: a dash, and the first + starts at one step (a key of the Ruler jumps). */
export function MarkStepper({ title, mark, full, step, onMark }: MarkStepperProps) {
  const steps = mark === null ? 0 : stepsOf(mark, step)
  const move = (to: number) => () => {
    haptic()
    onMark(markOf(to, step))
  }
  return (
    <View className="stepper" {...aria({ role: 'group', label: `${title}得分` })}>
      <Press
        className="stepper-key stepper-minus"
        label={`${title}，减 ${step}`}
        disabled={steps === 0}
        onPress={move(steps - 1)}
      />
      <View
        className="stepper-mark"
        {...aria({ live: 'polite', label: mark === null ? '未评' : `${mark} 分，满分 ${full}` })}
      >
        {mark === null ? '–' : String(mark)}
      </View>
      <Press
        className="stepper-key stepper-plus"
        label={`${title}，加 ${step}`}
        disabled={steps >= stepsOf(full, step)}
        onPress={move(steps + 1)}
      />
    </View>
  )
}

export type MarkStepperProps = {
  /** What is being marked, for the labels. */
  title: string
  mark: number | null
  full: number
  step: number
  onMark: (mark: number) => void
}
