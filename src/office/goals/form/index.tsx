import { View } from '@tarojs/components'
import { back } from '../../../client/navigate'
import { LineField } from '../../../components/line-field'
import { MainButton } from '../../../components/main-button'
import { NotDone } from '../../../components/not-done'
import { Notice } from '../../../components/notice'
import { Screen } from '../../../components/screen'
import { SheetHead } from '../../../components/sheet-head'
import { TextButton } from '../../../components/text-button'
import { differing, TwoVersions } from '../../../components/two-versions'
import type { Goal } from '../../../contract/programme'
import { type Goals, useGoals } from '../use-goals'
import { type GoalForm, useGoalForm } from './use-goal-form'

/** 申报目标: what shall be reached, from where, to where, in what unit. */
export default function GoalFormPage() {
  const { data, screen, offline, roundId, village: villageId, goal: goalId } = useGoals()
  if (!data) return <Screen title="示范目标" broad state={screen} offline={offline} />
  const village = data.villages.find(({ id }) => id === villageId)
  const goal = data.goals.find(({ id }) => id === goalId) ?? null
  if (!village?.mayDeclare || (goalId !== undefined && !goal))
    return (
      <Screen
        title="示范目标"
        broad
        offline={offline}
        state={{
          empty: goalId !== undefined && village?.mayDeclare ? '这条目标已经删掉了' : '现在不能改这个村的目标',
          text: '可能拉练已经就绪，或别处刚改过。',
          action: { label: '回到目标', onPress: back },
        }}
      />
    )
  return <Open village={village} goal={goal} goals={data} roundId={roundId} offline={offline} />
}

type OpenProps = {
  village: Goals['villages'][number]
  goal: Goal | null
  goals: Goals
  roundId: string
  offline: ReturnType<typeof useGoals>['offline']
}

function Open({ village, goal, goals, roundId, offline }: OpenProps) {
  const ids = goals.goals.map(({ id }) => id)
  const form = useGoalForm({ roundId, villageId: village.id, goal, ids })
  if (form.conflict) {
    const { now } = form.conflict
    return (
      <TwoVersions
        title="示范目标"
        by={now?.byName ?? ''}
        lines={differing(
          fields.map(({ key, label }) => ({ what: label, theirs: now?.[key] ?? '已经删掉', mine: form.form[key] })),
        )}
        busy={form.saving}
        onMine={form.takeMine}
        onTheirs={form.takeTheirs}
      />
    )
  }
  return (
    <Screen title="示范目标" broad offline={offline} dock={<Dock form={form} isNew={!goal} />}>
      <SheetHead>
        <View className="title">{goal ? `改${village.name}的目标` : `给${village.name}申报一条目标`}</View>
        <View className="quiet">{`一条满分 ${goals.goalFull} 分。批准时定难度系数。`}</View>
      </SheetHead>
      {goal?.state === 'returned' && (
        <View className="mt-3">
          <Notice title={`${goal.decidedBy ?? ''}退回了这一条`}>{goal.reason}</Notice>
        </View>
      )}
      {goal?.state === 'approved' && (
        <View className="mt-3">
          <Notice title="这一条已经批准">改了以后要重新批准。</Notice>
        </View>
      )}
      <NotDone title="没有交上，写的都还在" refused={form.refused} />
      {fields.map(({ key, label, hint, placeholder, most }) => (
        <View className="mt-4" key={key}>
          <LineField
            label={label}
            hint={hint}
            text={form.form[key]}
            placeholder={placeholder}
            most={most}
            onText={(text) => form.change({ [key]: text })}
          />
        </View>
      ))}
      {form.remove && (
        <View className="mt-5 center">
          <TextButton onPress={form.remove}>删掉这条目标</TextButton>
        </View>
      )}
    </Screen>
  )
}

const fields: readonly { key: keyof GoalForm; label: string; hint: string; placeholder: string; most: number }[] = [
  { key: 'title', label: '目标', hint: '要办成什么', placeholder: '如 古民居修缮后年接待游客', most: 100 },
  { key: 'baseline', label: '起点', hint: '现在什么样', placeholder: '如 8000', most: 60 },
  { key: 'target', label: '目标值', hint: '要到什么样', placeholder: '如 20000', most: 60 },
  { key: 'unit', label: '单位', hint: '不是数就空着', placeholder: '如 人次', most: 20 },
]

function Dock({ form, isNew }: { form: ReturnType<typeof useGoalForm>; isNew: boolean }) {
  if (form.saving) return <MainButton kind="off">正在交，请稍等</MainButton>
  if (form.form.title.trim() === '') return <MainButton kind="off">先写目标</MainButton>
  if (isNew) return <MainButton onPress={form.save}>申报这条目标</MainButton>
  if (!form.isChanged) return <MainButton kind="off">还没有改动</MainButton>
  return <MainButton onPress={form.save}>改好了，重新申报</MainButton>
}
