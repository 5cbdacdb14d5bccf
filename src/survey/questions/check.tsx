import { View } from '@tarojs/components'
import { aria } from '../../components/aria'
import { Icon } from '../../components/icon'
import { MainButton } from '../../components/main-button'
import { Notice } from '../../components/notice'
import { Press } from '../../components/press'
import type { SurveyForm } from '../../contract/member'
import { QuestionTitle } from './question-title'
import { tallyOf } from './tally'
import type { Answering } from './use-questions'

/** The last look: what was answered, any of it to be changed by a tap, and whether it has been sent. */
export function Check({ form, draft, sending, correct }: Answering & { form: SurveyForm }) {
  const levelOf = (id: string) => form.levels.find(({ value }) => value === draft.answers[id])
  const { answered, unsure, least, isEnough } = tallyOf(form, draft.answers)
  return (
    <>
      {sending === 'waits' && (
        <View className="check-notice">
          <Notice title="还没送到，联网后会再送">存在这部手机里，关掉微信也不丢。</Notice>
        </View>
      )}
      <View className="number" {...aria({ role: 'heading' })}>
        答完了，请看一遍
      </View>
      <View className="check-sum">
        <View>{sumOf(answered, unsure)}</View>
        <View>要改，点那一题。</View>
      </View>
      {!isEnough && (
        <View className="mt-4">
          <Notice title="不了解的太多，这份不计分">{`至少答 ${least} 题才计分，现在答了 ${answered} 题。`}</Notice>
        </View>
      )}
      <View className="check-list" {...aria({ role: 'list' })}>
        {form.questions.map((question, index) => (
          <CheckRow
            key={question.id}
            number={index + 1}
            title={question.title}
            answer={levelOf(question.id)?.label ?? ''}
            unsure={levelOf(question.id)?.unknown ?? false}
            onPress={sending === 'now' ? undefined : () => correct(index)}
          />
        ))}
      </View>
    </>
  )
}

function CheckRow({ number, title, answer, unsure, onPress }: CheckRowProps) {
  return (
    <View {...aria({ role: 'listitem' })}>
      <Press className="check-row" label={`第 ${number} 题，${title}，您答${answer}，点这里改`} onPress={onPress}>
        <View className="grow">
          <View className="check-question">
            {number}. <QuestionTitle>{title}</QuestionTitle>
          </View>
          <View className={unsure ? 'check-answer quiet' : 'check-answer strong'}>{answer}</View>
        </View>
        <Icon name="forward" size={20} className="row-forward" />
      </Press>
    </View>
  )
}

type CheckRowProps = { number: number; title: string; answer: string; unsure: boolean; onPress?: () => void }

export function CheckDock({ sending, submit }: Answering) {
  if (sending === 'now')
    return (
      <MainButton kind="off" big>
        正在送，请等一下
      </MainButton>
    )
  return (
    <MainButton big onPress={submit}>
      {sending === 'waits' ? '再送一次' : '提交答卷'}
    </MainButton>
  )
}

function sumOf(answered: number, unsure: number): string {
  return unsure === 0 ? `${answered} 题都答了。` : `答了 ${answered} 题，不了解 ${unsure} 题。`
}
