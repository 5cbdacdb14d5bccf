import { Text, View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { aria } from './aria'
import { Icon } from './icon'
import { Press } from './press'
import './answer-button.css'

/** One answer of the survey. `unsure` is 不了解: dashed, a little apart from the five. */
export function AnswerButton({ children, chosen = false, unsure = false, onPress }: AnswerButtonProps) {
  return (
    <Press
      className={`answer${chosen ? ' answer-chosen' : ''}${unsure ? ' answer-unsure' : ''}`}
      role="radio"
      checked={chosen}
      onPress={onPress}
    >
      <Text>{children}</Text>
      {chosen && <Icon name="tick" size={24} />}
    </Press>
  )
}

export type AnswerButtonProps = { children: string; chosen?: boolean; unsure?: boolean; onPress?: () => void }

/** All answers of a question, spoken as one group. */
export function Answers({ question, children }: { question: string; children: ReactNode }) {
  return (
    <View className="answers" {...aria({ role: 'radiogroup', label: question })}>
      {children}
    </View>
  )
}
