import { Picker, View } from '@tarojs/components'
import { shanghaiDay } from '../../../client/shanghai-day'
import { Card, Section } from '../../../components/card'
import { ChoiceRows } from '../../../components/choice-rows'
import { NotDone } from '../../../components/not-done'
import { Notice } from '../../../components/notice'
import { PickedRow } from '../../../components/picked-row'
import { Screen } from '../../../components/screen'
import { SheetHead } from '../../../components/sheet-head'
import { StaleNotice } from '../../../components/stale-notice'
import { differing, TwoVersions } from '../../../components/two-versions'
import type { Preparation } from '../../../contract/round'
import { dayInWords } from '../../../domain/shanghai-clock'
import type { Basics } from '../plan-parts'
import { SaveDock } from '../save-dock'
import { useDraft } from '../use-preparation'
import { schemeKey, useBasics } from './use-basics'

/** The round's day, and the scheme it is marked by. */
export default function BasicsPage() {
  const { data, screen, offline, stale } = useDraft()
  if (!data) return <Screen title="日期和方案" broad state={screen} offline={offline} />
  return <Open preparation={data} offline={offline} stale={stale} />
}

type OpenProps = { preparation: Preparation } & Pick<ReturnType<typeof useDraft>, 'offline' | 'stale'>

function Open({ preparation, offline, stale }: OpenProps) {
  const { part, refused, chosen, choose, setDay } = useBasics(preparation)
  const { round, plan, schemes, at } = preparation
  const { day } = part.value
  if (part.conflict) {
    const { mine, theirs } = part.conflict
    const lines = [
      { what: '拉练日', theirs: theirs.day, mine: mine.day },
      { what: '考核方案', theirs: schemeName(theirs, schemes), mine: schemeName(mine, schemes) },
    ]
    return (
      <TwoVersions
        title="日期和方案"
        by=""
        lines={differing(lines)}
        busy={part.saving}
        onMine={part.takeMine}
        onTheirs={part.takeTheirs}
      />
    )
  }
  return (
    <Screen
      title="日期和方案"
      broad
      offline={offline}
      dock={<SaveDock part={part} save="保存日期和方案" unchanged="还没有改动" />}
    >
      <SheetHead>
        <View className="title">{`第 ${round.number} 次拉练`}</View>
      </SheetHead>
      <StaleNotice stale={stale} />
      <NotDone title="没有保存上，改的还在" refused={refused} />
      <View className="mt-4">
        <Card>
          <Picker mode="date" value={day} start={shanghaiDay(at)} onChange={(event) => setDay(event.detail.value)}>
            <PickedRow title="拉练日" value={`${day.slice(0, 4)} 年 ${dayInWords(day)}`} />
          </Picker>
        </Card>
      </View>
      <Section title="考核方案" remark="只列发布过的">
        <ChoiceRows
          label="考核方案"
          chosen={chosen}
          onChoose={choose}
          choices={schemes.map((one) => ({ key: schemeKey(one), title: one.title, note: `第 ${one.version} 版` }))}
        />
      </Section>
      {chosen !== schemeKey(plan.scheme) && (
        <View className="mt-3">
          <Notice title="换了方案">
            指标不一样，哪些指标不适用要重新确认。各村填过的实测数和目标都还在，新方案里没有的不再算。
          </Notice>
        </View>
      )}
    </Screen>
  )
}

function schemeName({ scheme }: Basics, schemes: Preparation['schemes']): string {
  const found = schemes.find((one) => schemeKey(one) === schemeKey(scheme))
  return `《${found?.title ?? scheme.id}》第 ${scheme.version} 版`
}
