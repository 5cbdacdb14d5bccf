import { Text, View } from '@tarojs/components'
import { aria } from './aria'
import './step-line.css'

/** A round's life in steps: those behind us filled, the current one red. */
export function StepLine({ steps, current }: { steps: readonly string[]; current: number }) {
  const label = `第 ${current + 1} 步，共 ${steps.length} 步：${steps[current]}`
  return (
    <View
      className="steps"
      style={`grid-template-columns:repeat(${steps.length},1fr)`}
      {...aria({ role: 'img', label })}
    >
      {steps.map((step, index) => (
        <View
          className={`step${index < current ? ' step-done' : ''}${index === current ? ' step-current' : ''}`}
          key={step}
        >
          {step}
        </View>
      ))}
    </View>
  )
}

/** Two lines to sign for what takes two people: 提请 and 同意. The empty one names who may. */
export function SignLines({ signs }: { signs: readonly Sign[] }) {
  return (
    <View className="signs" {...aria({ role: 'group', label: '两个人同意' })}>
      {signs.map(({ act, by, may }) => (
        <View className="signature" key={act}>
          <Text className="small quiet signature-act">{act}</Text>
          <Text className={by ? 'strong' : 'quiet'}>{by ?? may}</Text>
        </View>
      ))}
    </View>
  )
}

export type Sign = { act: string; by?: string; may?: string }
