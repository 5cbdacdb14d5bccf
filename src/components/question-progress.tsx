import { View } from '@tarojs/components'
import { aria } from './aria'
import './question-progress.css'

/** One stroke a question: answered, this one, to come. The words (第 3 题，共 10 题) stand below. */
export function QuestionProgress({ at, of }: { /** from 1 */ at: number; of: number }) {
  return (
    <View className="question-progress" style={`grid-template-columns:repeat(${of},1fr)`} {...aria({ hidden: true })}>
      {Array.from({ length: of }, (_, index) => (
        <View
          key={String(index)}
          className={`question-stroke${index + 1 < at ? ' question-answered' : ''}${index + 1 === at ? ' question-here' : ''}`}
        />
      ))}
    </View>
  )
}
