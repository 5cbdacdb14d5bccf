import { View } from '@tarojs/components'
import { typeSize } from '../../client/device'
import { restartAt } from '../../client/navigate'
import type { Draft } from '../../client/survey-answers'
import { Screen } from '../../components/screen'
import { TextButton } from '../../components/text-button'
import { errors } from '../../contract/errors'
import type { SurveyForm } from '../../contract/member'
import { Check, CheckDock } from './check'
import { OneQuestion } from './one-question'
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
      <OneQuestion
        question={question}
        levels={form.levels}
        at={answering.at}
        last={answering.last}
        chosen={answering.draft.answers[question.id]}
        onChoose={answering.choose}
        lead={large && <BackButton {...answering} />}
        end={<ReadAloud key={question.id} form={form} question={question} />}
      />
      {!large && <QuestionFoot {...answering} />}
    </Screen>
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
