import { View } from '@tarojs/components'
import { useState } from 'react'
import { Section } from '../../../components/card'
import { NumberField } from '../../../components/number-field'
import { TextField } from '../../../components/text-field'
import { goalWordsProblem } from '../../../domain/corrections'
import { typedNumber } from '../../../domain/typed-number'
import type { Goal } from '../use-facts'
import { type Asked, CorrectionForm, type CorrectionPlace, TypedProblem } from './correction-form'

/** As the contract takes a goal's title. */
const MOST_TITLE = 200

/** A goal's title and difficulty; its full mark stays, marks were given against it. */
export function GoalForm({ goal, place }: { goal: Goal; place: CorrectionPlace }) {
  const [typed, setTyped] = useState({ title: goal.title, difficulty: String(goal.difficulty) })
  const title = typed.title.trim()
  const difficulty = typedNumber(typed.difficulty)
  const isTouched = typed.title !== goal.title || typed.difficulty !== String(goal.difficulty)
  const problem = difficulty === null ? '请写数字，如 0.9' : goalWordsProblem({ title, difficulty }, goal)
  return (
    <CorrectionForm
      place={place}
      kind="示范目标"
      title={goal.title}
      now={<Now goal={goal} />}
      asked={asked()}
      placeholder="如：申报表上是 300 人次，录入时多了一个零"
    >
      <Section title="名称改为">
        <TextField
          label="名称改为"
          text={typed.title}
          placeholder="照申报表写"
          most={MOST_TITLE}
          onText={(text) => setTyped({ ...typed, title: text })}
        />
      </Section>
      <Section title="难度系数改为" remark="大于 0，最大 1">
        <NumberField
          label="难度系数改为"
          text={typed.difficulty}
          onText={(text) => setTyped({ ...typed, difficulty: text })}
        />
        <TypedProblem>{isTouched ? problem : undefined}</TypedProblem>
      </Section>
    </CorrectionForm>
  )

  function asked(): Asked {
    if (!isTouched) return { lacks: '先改名称或难度系数' }
    if (difficulty === null || problem) return { lacks: '先把名称和系数写对' }
    return { correction: { kind: 'goal', goalId: goal.id, title, difficulty } }
  }
}

function Now({ goal: { full, difficulty } }: { goal: Goal }) {
  return (
    <>
      <View className="apart mt-2">
        <View>现在，难度系数</View>
        <View className="number ml-2">{String(difficulty)}</View>
      </View>
      <View className="small quiet">{`满分 ${full}，不能改：分是照它打的`}</View>
    </>
  )
}
