import { View } from '@tarojs/components'
import { aria } from '../../components/aria'
import { Icon } from '../../components/icon'
import { MainButton } from '../../components/main-button'
import { Notice } from '../../components/notice'
import { Press } from '../../components/press'
import { TextField } from '../../components/text-field'
import type { SurveyForm } from '../../contract/member'
import { QuestionTitle } from './question-title'
import { tallyOf } from './tally'
import type { Answering } from './use-questions'

/** As the contract takes it. */
const MOST_CHARACTERS = 200

/** The last look: what was answered, any of it to be changed by a tap, what one may add, and whether it has been sent. */
export function Check(answering: Answering & { form: SurveyForm }) {
  const { form, draft, sending, correct } = answering
  const levelOf = (id: string) => form.levels.find(({ value }) => value === draft.answers[id])
  const { answered, unsure, least, isEnough } = tallyOf(form, draft.answers)
  return (
    <>
      {sending === 'waits' && (
        <View className="check-notice">
          <Notice title="还没有交上，有信号会自动交">答卷存在这部手机里，关掉微信也不丢。</Notice>
        </View>
      )}
      <View className="number" {...aria({ role: 'heading' })}>
        答完了，请看一遍
      </View>
      <View className="check-sum">
        <View>{sumOf(answered, unsure)}</View>
        {correct && <View>要改，点那一题。</View>}
      </View>
      {!isEnough && (
        <View className="mt-4">
          <Notice title="不了解的太多，这份不计分">{`至少答 ${least} 题才计分，现在答了 ${answered} 题。`}</Notice>
        </View>
      )}
      <OpenQuestion {...answering} />
      <View className="check-list" {...aria({ role: 'list' })}>
        {form.questions.map((question, index) => (
          <CheckRow
            key={question.id}
            number={index + 1}
            title={question.title}
            answer={levelOf(question.id)?.label ?? ''}
            unsure={levelOf(question.id)?.unknown ?? false}
            onPress={correct && (() => correct(index))}
          />
        ))}
      </View>
    </>
  )
}

/** On the last screen and not one of its own: who has nothing to add has no tap more. */
function OpenQuestion({ form, draft, write }: Answering & { form: SurveyForm }) {
  const { openQuestion } = form
  const voice = draft.voice ?? ''
  if (openQuestion === null || (!write && voice.trim() === '')) return null
  return (
    <View className="check-open">
      <View className="check-open-question">
        {openQuestion.includes('不填') ? openQuestion : `${openQuestion}（可以不填）`}
      </View>
      {write ? (
        <View className="check-open-field">
          <TextField
            label={openQuestion}
            text={voice}
            placeholder="想到什么写什么"
            most={MOST_CHARACTERS}
            onText={write}
          />
        </View>
      ) : (
        <View className="check-answer">{voice}</View>
      )}
      <View className="quiet mt-2">
        <View>不记名，和大家写的打乱顺序，给市里看。</View>
        <View>请不要写姓名。</View>
      </View>
    </View>
  )
}

function CheckRow({ number, title, answer, unsure, onPress }: CheckRowProps) {
  const spoken = `第 ${number} 题，${title}，您答${answer}`
  return (
    <View {...aria({ role: 'listitem' })}>
      <Press className="check-row" label={onPress ? `${spoken}，点这里改` : spoken} onPress={onPress}>
        <View className="grow">
          <View className="check-question">
            {number}. <QuestionTitle>{title}</QuestionTitle>
          </View>
          <View className={unsure ? 'check-answer quiet' : 'check-answer strong'}>{answer}</View>
        </View>
        {onPress && <Icon name="forward" size={20} className="row-forward" />}
      </Press>
    </View>
  )
}

type CheckRowProps = { number: number; title: string; answer: string; unsure: boolean; onPress?: () => void }

export function CheckDock({ sending, submit }: Answering) {
  if (sending === 'now')
    return (
      <MainButton kind="off" big>
        正在交，请等一下
      </MainButton>
    )
  return (
    <MainButton big onPress={submit}>
      {sending === 'waits' ? '再交一次' : '提交答卷'}
    </MainButton>
  )
}

function sumOf(answered: number, unsure: number): string {
  return unsure === 0 ? `${answered} 题都答了。` : `答了 ${answered} 题，不了解 ${unsure} 题。`
}
