import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { backTo } from '../../../client/back-to'
import { pageQuery } from '../../../client/navigate'
import { Section } from '../../../components/card'
import { ChoiceRows } from '../../../components/choice-rows'
import { Screen } from '../../../components/screen'
import { SheetHead } from '../../../components/sheet-head'
import type { Change, DayPlan } from '../../../contract/round'
import { shanghaiClock } from '../../../domain/shanghai-clock'
import { ChangeDock, ChangeDone, ChangeForm } from '../change-form'
import '../index.css'
import { districtInWords, recusedInWords } from '../plan-words'
import { useDayChange } from '../use-day-change'
import { useDayPlan } from '../use-day-plan'

type Judge = DayPlan['panel'][number]
type Kind = 'absent' | 'present' | 'substitute'

/** One inspector: falls out, is here after all, or somebody else takes over. */
export default function InspectorPage() {
  const [{ round = '', inspector }] = useState(pageQuery)
  const { data, screen, offline } = useDayPlan()
  const judge = data?.plan?.panel.find(({ id }) => id === inspector)
  if (!data?.plan || !judge)
    return (
      <Screen
        title="调整评委"
        broad
        offline={offline}
        state={
          data
            ? {
                empty: '这位评委现在不能调整',
                text: '拉练没有在进行，或评审组里没有这位评委。',
                icon: 'person',
                action: { label: '回到当日调整', onPress: () => backTo('manage/day/index', { round }) },
              }
            : screen
        }
      />
    )
  return <OpenJudge plan={data.plan} judge={judge} offline={offline} />
}

type OpenJudgeProps = { plan: DayPlan; judge: Judge; offline: ReturnType<typeof useDayPlan>['offline'] }

function OpenJudge({ plan, judge, offline }: OpenJudgeProps) {
  const { id, name, absentAt, cardsIn } = judge
  const [kind, setKind] = useState<Kind | null>(null)
  const [memberId, setMemberId] = useState<string | null>(null)
  const change = changeTo(kind, id, memberId)
  const changing = useDayChange(plan.round.id, change)
  if (changing.done) return <ChangeDone done={changing.done} title="调整评委" />

  const other = plan.candidates.find((one) => one.memberId === memberId)
  return (
    <Screen
      title="调整评委"
      broad
      offline={offline}
      dock={
        <ChangeDock
          changing={changing}
          deed={change && kind ? deeds[kind](name, other?.name ?? '') : null}
          needs={kind === 'substitute' ? '先选换成谁' : '先选要改什么'}
        />
      }
    >
      <SheetHead>
        <View className="apart">
          <Text className="number">{name}</Text>
          <Text className="quiet">{absentAt === null ? '今天在' : `${shanghaiClock(absentAt)} 起不在`}</Text>
        </View>
        <View className="mt-1">{`${districtInWords(judge, plan)}，${recusedInWords(judge)}`}</View>
        <View className="quiet">{cardsIn === 0 ? '还没有交评分表' : `交了 ${cardsIn} 张评分表，照样计入`}</View>
      </SheetHead>
      <Section title="要改什么">
        <ChoiceRows label="要改什么" chosen={kind} onChoose={setKind} choices={choicesFor(judge, plan)} />
      </Section>
      {kind === 'substitute' && (
        <Section title="换成谁" remark="不在评审组里的评委">
          <ChoiceRows
            label="换成谁"
            chosen={memberId}
            onChoose={setMemberId}
            choices={plan.candidates.map((one) => ({
              key: one.memberId,
              title: one.name,
              note: candidateInWords(one, plan, changing.foreseen),
            }))}
          />
        </Section>
      )}
      {change && <ChangeForm changing={changing} plan={plan} placeholder={placeholders[change.kind as Kind]} />}
    </Screen>
  )
}

function choicesFor({ absentAt }: Judge, { candidates }: DayPlan): { key: Kind; title: string; note: string }[] {
  const substitute: { key: Kind; title: string; note: string }[] =
    candidates.length === 0 ? [] : [{ key: 'substitute', title: '换人', note: '由另一位评委接着评，回避按规定重新算' }]
  return absentAt === null
    ? [{ key: 'absent', title: '今天来不了', note: '没交的评分表不再等，已交的照样计入' }, ...substitute]
    : [{ key: 'present', title: '又来了', note: '没交的评分表重新等他' }, ...substitute]
}

/** Whom they may not judge is known once the plan with them has been worked out. */
function candidateInWords(
  candidate: DayPlan['candidates'][number],
  plan: DayPlan,
  foreseen: ReturnType<typeof useDayChange>['foreseen'],
): string {
  const district = districtInWords(candidate, plan)
  const there = foreseen.kind === 'plan' && foreseen.plan.panel.find(({ id }) => id === candidate.memberId)
  return there ? `${district}，${recusedInWords(there)}` : district
}

function changeTo(kind: Kind | null, inspectorId: string, memberId: string | null): Change | null {
  if (kind === null) return null
  if (kind !== 'substitute') return { kind, inspectorId }
  return memberId === null ? null : { kind, inspectorId, memberId }
}

const deeds: Record<Kind, (name: string, other: string) => string> = {
  absent: (name) => `记${name}今天来不了`,
  present: (name) => `记${name}又来了`,
  substitute: (name, other) => `${name}换成${other}`,
}

const placeholders: Record<Kind, string> = {
  absent: '如：突发急病，送医院了',
  present: '如：会议提前结束，已赶到淳风村',
  substitute: '如：临时有会，请章国栋接着评',
}
