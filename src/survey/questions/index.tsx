import { View } from '@tarojs/components'
import { typeSize } from '../../client/device'
import { restartAt } from '../../client/navigate'
import type { Draft } from '../../client/survey-answers'
import { AnswerButton, Answers } from '../../components/answer-button'
import { aria } from '../../components/aria'
import { Screen } from '../../components/screen'
import { TextButton } from '../../components/text-button'
import { errors } from '../../contract/errors'
import type { SurveyForm } from '../../contract/member'
import { Check, CheckDock } from './check'
import { QuestionTitle } from './question-title'
import { ReadAloud } from './read-aloud'
import { type Answering, useKeptSurvey, useQuestions } from './use-questions'
import './index.css'

/** One question a screen, one tap an answer, and a last look before it is sent. */
export default function QuestionsPage() {
  const kept = useKeptSurvey()
  if (kept) return <Questions {...kept} />
  const action = { label: '回首页', onPress: () => restartAt('pages/home/index') }
  return <Screen title="村民满意度测评" state={{ empty: '没有要答的题', text: '请扫村里公示栏上的码。', action }} />
}

function Questions({ form, draft }: { form: SurveyForm; draft: Draft }) {
  const answering = useQuestions(form, draft)
  const { question, sending } = answering
  const title = `${form.village.name}满意度测评`
  // With large type all six answers stay on the screen: the way back moves up (mock-up 17).
  const large = typeSize() === 'large'
  if (typeof sending === 'object') {
    const action = { label: answering.isCard ? '换一张纸条' : '回到封面', onPress: answering.leave }
    return <Screen title={title} state={{ error: '这份没有收下', text: errors[sending.refused], action }} />
  }
  if (!question)
    return (
      <Screen title={title} dock={<CheckDock {...answering} />}>
        <Check form={form} {...answering} />
      </Screen>
    )
  return (
    <Screen title={title}>
      <Progress {...answering} />
      <View className="question-top">
        {large && <BackButton {...answering} />}
        <Count {...answering} large={large} />
        <ReadAloud key={question.id} form={form} question={question} />
      </View>
      <View
        className={question.title.length >= 40 ? 'question question-long' : 'question'}
        {...aria({ role: 'heading', live: 'polite', label: question.title })}
      >
        <QuestionTitle>{question.title}</QuestionTitle>
      </View>
      <View className="question-space" />
      <Answers question={question.title}>
        {form.levels.map(({ value, label, unknown }) => (
          <AnswerButton
            key={String(value)}
            chosen={answering.draft.answers[question.id] === value}
            unsure={unknown}
            onPress={() => answering.choose(value)}
          >
            {label}
          </AnswerButton>
        ))}
      </Answers>
      {!large && <QuestionFoot {...answering} />}
    </Screen>
  )
}

function Count({ at, last, large }: Answering & { large: boolean }) {
  const words = `第 ${at + 1} 题，共 ${last} 题`
  return (
    <View className="question-count" {...(large && aria({ role: 'img', label: words }))}>
      {large ? `${at + 1} / ${last}` : words}
    </View>
  )
}

/** Segments, one a question: done, here, to come. */
function Progress({ at, last }: Answering) {
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

function BackButton({ at, correcting, isCard, goBack }: Answering) {
  return (
    <TextButton plain icon="back" onPress={goBack}>
      {correcting ? '回到核对' : at > 0 ? '上一题' : isCard ? '先不答了' : '回封面'}
    </TextButton>
  )
}

/** No dock: on a short screen it would lie over 不了解. */
function QuestionFoot(answering: Answering) {
  return (
    <View className="question-foot">
      <BackButton {...answering} />
      <View className="small quiet">点了就到下一题</View>
    </View>
  )
}
