import { View } from '@tarojs/components'
import { back } from '../../../client/navigate'
import { factNoun, factValue } from '../../../components/fact-words'
import { LineField } from '../../../components/line-field'
import { MainButton } from '../../../components/main-button'
import { NotDone } from '../../../components/not-done'
import { Notice } from '../../../components/notice'
import { Screen, type ScreenProps } from '../../../components/screen'
import { SheetHead } from '../../../components/sheet-head'
import { TextField } from '../../../components/text-field'
import { TwoVersions } from '../../../components/two-versions'
import type { Measurement } from '../../../contract/programme'
import { type MeasuredIndicator, useMeasured } from '../use-measured'
import { EvidenceStrip } from './evidence-strip'
import { useFactForm } from './use-fact-form'

/** One measured fact: the figure, what it rests on in a sentence, and photos of it. */
export default function FactFormPage() {
  const { data, screen, offline, roundId, village: villageId, indicator: indicatorId } = useMeasured()
  if (!data) return <Screen title="实测数" broad state={screen} offline={offline} />
  const fact = data.measurements.find((one) => one.villageId === villageId && one.indicatorId === indicatorId)
  const indicator = data.indicators.find(({ id }) => id === indicatorId)
  const village = data.villages.find(({ id }) => id === villageId)
  if (!fact?.mayEnter || !indicator || !village)
    return (
      <Screen
        title="实测数"
        broad
        offline={offline}
        state={{
          empty: '这一项现在不能填',
          text: '可能对这个村不适用，或拉练已经就绪。',
          action: { label: '回到实测数', onPress: back },
        }}
      />
    )
  return <Open fact={fact} indicator={indicator} village={village.name} roundId={roundId} offline={offline} />
}

type OpenProps = {
  fact: Measurement
  indicator: MeasuredIndicator
  village: string
  roundId: string
  offline: ScreenProps['offline']
}

function Open({ fact, indicator: { title, unit }, village, roundId, offline }: OpenProps) {
  const form = useFactForm(roundId, fact)
  if (form.conflict) {
    const { now } = form.conflict
    return (
      <TwoVersions
        title="实测数"
        by={now?.byName ?? ''}
        lines={[
          { what: factNoun({ unit }), theirs: now ? factValue({ value: now.value, unit }) : '', mine: form.form.value },
          { what: '依据', theirs: now?.evidence ?? '', mine: form.form.evidence },
        ]}
        busy={form.saving}
        onMine={form.takeMine}
        onTheirs={form.takeTheirs}
      />
    )
  }
  return (
    <Screen title="实测数" broad offline={offline} dock={<Dock form={form} isNew={fact.value === null} />}>
      <SheetHead>
        <View className="small quiet">{village}</View>
        <View className="title">{title}</View>
      </SheetHead>
      {fact.state === 'returned' && (
        <View className="mt-3">
          <Notice title="核对的人退回了">{fact.reason}</Notice>
        </View>
      )}
      {fact.state === 'checked' && (
        <View className="mt-3">
          <Notice title="这一项已经核对">改了以后要重新核对。</Notice>
        </View>
      )}
      <NotDone title="没有交上，写的都还在" refused={form.refused} />
      <View className="mt-4">
        <LineField
          label={factNoun({ unit })}
          hint={unit.endsWith('%') ? '填百分数，如 12.5' : undefined}
          text={form.form.value}
          placeholder="最多四位小数"
          most={15}
          onText={(value) => form.change({ value })}
        />
      </View>
      <View className="mt-4">
        <View className="apart mb-2">
          <View className="strong">依据</View>
          <View className="small quiet ml-2">核对的人照着它核</View>
        </View>
        <TextField
          label="依据"
          text={form.form.evidence}
          placeholder="如：镇财政所盖章的 2025 年度村级收入报表"
          most={300}
          low
          onText={(evidence) => form.change({ evidence })}
        />
      </View>
      <View className="mt-4">
        <EvidenceStrip
          title={`${title}的依据`}
          ids={form.form.photos}
          stored={fact.photos}
          onAdd={form.addPhoto}
          onRemove={form.removePhoto}
        />
      </View>
    </Screen>
  )
}

function Dock({ form, isNew }: { form: ReturnType<typeof useFactForm>; isNew: boolean }) {
  if (form.saving) return <MainButton kind="off">正在交，请稍等</MainButton>
  if (form.form.value.trim() === '') return <MainButton kind="off">先填数值</MainButton>
  if (!form.isNumber) return <MainButton kind="off">数值只能是数字，最多四位小数</MainButton>
  if (!isNew && !form.isChanged) return <MainButton kind="off">还没有改动</MainButton>
  return <MainButton onPress={form.save}>{isNew ? '交上这一项' : '改好了，重新交'}</MainButton>
}
