import { Picker, View } from '@tarojs/components'
import { go } from '../../../client/navigate'
import { Card, Section } from '../../../components/card'
import { ChoiceRows } from '../../../components/choice-rows'
import { LineField } from '../../../components/line-field'
import { MainButton } from '../../../components/main-button'
import { NotDone } from '../../../components/not-done'
import { PickedRow } from '../../../components/picked-row'
import { Screen } from '../../../components/screen'
import { SheetHead } from '../../../components/sheet-head'
import { StaleNotice } from '../../../components/stale-notice'
import { dayInWords } from '../../../domain/shanghai-clock'
import { type NewRoundFacts, schemeKey, useNewRound, useNewRoundFacts } from './use-new-round'

/** 新建拉练: which one it is, when, and by which scheme. All else follows on its checklist. */
export default function NewRoundPage() {
  const { data, screen, offline, stale } = useNewRoundFacts()
  if (!data) return <Screen title="新建拉练" broad state={screen} offline={offline} />
  if (data.schemes.length === 0)
    return (
      <Screen
        title="新建拉练"
        broad
        offline={offline}
        state={{
          empty: '还没有发布的考核方案',
          text: '一次拉练按一版发布过的方案打分。先把方案写好、发布，再来新建。',
          icon: 'paper',
          action: { label: '去写考核方案', onPress: () => go('prepare/schemes/index') },
        }}
      />
    )
  return <Form facts={data} offline={offline} stale={stale} />
}

type FormProps = { facts: NewRoundFacts } & Pick<ReturnType<typeof useNewRoundFacts>, 'offline' | 'stale'>

function Form({ facts, offline, stale }: FormProps) {
  const making = useNewRound(facts)
  const { form, change } = making
  return (
    <Screen title="新建拉练" broad offline={offline} dock={<Dock making={making} />}>
      <SheetHead>
        <View className="title">新建一次拉练</View>
        <View className="quiet">先建成草稿，路线、评审组和示范目标接着办。日期和方案以后还能改。</View>
      </SheetHead>
      <StaleNotice stale={stale} />
      <NotDone title="没有建成" refused={notMade(making)} />
      <View className="mt-4">
        <LineField
          label="第几次拉练"
          hint={making.roundId === null ? undefined : `编号 ${making.roundId}`}
          text={form.number}
          placeholder="如 3"
          most={2}
          digits
          onText={(number) => change({ number })}
        />
      </View>
      <View className="mt-4">
        <Card>
          <Picker
            mode="date"
            value={form.day}
            start={facts.today}
            onChange={(event) => change({ day: event.detail.value })}
          >
            <PickedRow title="拉练日" value={dayWithYear(form.day)} />
          </Picker>
        </Card>
      </View>
      <Section title="考核方案" remark="只列发布过的">
        <ChoiceRows
          label="考核方案"
          chosen={form.scheme}
          onChoose={(scheme) => change({ scheme })}
          choices={facts.schemes.map((one) => ({
            key: schemeKey(one),
            title: one.title,
            note: `第 ${one.version} 版`,
          }))}
        />
      </Section>
    </Screen>
  )
}

function Dock({ making }: { making: ReturnType<typeof useNewRound> }) {
  if (making.creating) return <MainButton kind="off">正在建，请稍等</MainButton>
  if (making.lacks !== null) return <MainButton kind="off">{making.lacks}</MainButton>
  return <MainButton onPress={making.create}>{`新建第 ${making.form.number} 次拉练`}</MainButton>
}

/** The catalogue's sentence for `inUse` speaks of removing. */
function notMade({ refused, form }: ReturnType<typeof useNewRound>) {
  if (refused?.code !== 'inUse') return refused
  return { ...refused, sentence: `第 ${form.number} 次拉练已经有了。请在首页打开它，或者换一个次数。` }
}

function dayWithYear(day: string): string {
  return `${day.slice(0, 4)} 年 ${dayInWords(day)}`
}
