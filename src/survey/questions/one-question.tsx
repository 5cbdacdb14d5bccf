import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { typeSize } from '../../client/device'
import { AnswerButton, Answers } from '../../components/answer-button'
import { aria } from '../../components/aria'
import type { SurveyForm } from '../../contract/member'
import { QuestionTitle } from './question-title'
import './index.css'

/** A question with all its answers; an administrator who writes it sees it by this too. */
export function OneQuestion({ question, levels, at, last, chosen, onChoose, lead, end }: OneQuestionProps) {
  return (
    <>
      <Progress at={at} last={last} />
      <View className="question-top">
        {lead}
        <Count at={at} last={last} />
        {end}
      </View>
      <View
        className={question.title.length >= 40 ? 'question question-long' : 'question'}
        {...aria({ role: 'heading', live: 'polite', label: question.title })}
      >
        <QuestionTitle>{question.title}</QuestionTitle>
      </View>
      <View className="question-space" />
      <Answers question={question.title}>
        {levels.map(({ value, label, unknown }) => (
          <AnswerButton key={String(value)} chosen={chosen === value} unsure={unknown} onPress={() => onChoose(value)}>
            {label}
          </AnswerButton>
        ))}
      </Answers>
    </>
  )
}

type Place = { at: number; last: number }
type OneQuestionProps = Place & {
  question: { id: string; title: string }
  levels: SurveyForm['levels']
  chosen: number | undefined
  onChoose: (level: number) => void
  /** Before and after 第 1 题. */
  lead?: ReactNode
  end?: ReactNode
}

function Count({ at, last }: Place) {
  const large = typeSize() === 'large'
  const words = `第 ${at + 1} 题，共 ${last} 题`
  return (
    <View className="question-count" {...(large && aria({ role: 'img', label: words }))}>
      {large ? `${at + 1} / ${last}` : words}
    </View>
  )
}

/** Segments, one a question: done, here, to come. */
function Progress({ at, last }: Place) {
  return (
    <View className="progress" {...aria({ hidden: true })}>
      {Array.from({ length: last }, (_, index) => (
        <View
          key={String(index)}
          className={`progress-part${index < at ? ' progress-done' : ''}${index === at ? ' progress-here' : ''}`}
        />
      ))}
    </View>
  )
}
