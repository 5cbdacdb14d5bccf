import { View } from '@tarojs/components'
import { useState } from 'react'
import { MainButton } from '../../../components/main-button'
import { TextButton } from '../../../components/text-button'
import { TextField } from '../../../components/text-field'
import type { Scheme } from '../../../domain/round-file'
import { OneQuestion } from '../../../survey/questions/one-question'

/** One question a screen, as villagers answer it. */
export function SurveyPreview({ rules: { survey } }: { rules: Scheme }) {
  const [at, setAt] = useState(0)
  const [answers, setAnswers] = useState<Record<string, number>>({})
  const [voice, setVoice] = useState('')
  const levels = survey.levels.map(({ value, label, points }) => ({ value, label, unknown: points === null }))
  const question = survey.items[at]
  if (survey.items.length === 0) return <View className="mt-4 quiet">还没有题目。</View>
  if (!question)
    return (
      <View className="mt-4">
        <View className="number">答完了</View>
        {survey.openQuestion !== null && (
          <View className="mt-4">
            <View className="title mb-2">{survey.openQuestion}</View>
            <TextField label={survey.openQuestion} text={voice} placeholder="可以不写" most={200} onText={setVoice} />
          </View>
        )}
        <View className="mt-5">
          <MainButton kind="outline" onPress={() => setAt(0)}>
            从第 1 题再看
          </MainButton>
        </View>
      </View>
    )
  return (
    <>
      <OneQuestion
        question={question}
        levels={levels}
        at={at}
        last={survey.items.length}
        chosen={answers[question.id]}
        onChoose={(level) => {
          setAnswers((before) => ({ ...before, [question.id]: level }))
          setAt(at + 1)
        }}
      />
      {at > 0 && (
        <View className="mt-3">
          <TextButton plain icon="back" onPress={() => setAt(at - 1)}>
            上一题
          </TextButton>
        </View>
      )}
    </>
  )
}
