import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { go, pageQuery } from '../../../client/navigate'
import { Card, Row, Section } from '../../../components/card'
import { factNoun, factValue } from '../../../components/fact-words'
import { Screen } from '../../../components/screen'
import { SheetHead } from '../../../components/sheet-head'
import { StaleNotice } from '../../../components/stale-notice'
import { StateChip } from '../../../components/state-chip'
import { goalInWords, notNow, notOnRecord, recordedInWords } from '../correct-words'
import { type Goal, type Measurement, useFacts } from '../use-facts'

/** One village's measured values and goals as they stand. A tap leads to correcting one. */
export default function VillageFactsPage() {
  const [{ round = '', village: villageId = '' }] = useState(pageQuery)
  const { data, screen, offline, stale } = useFacts(round)
  const facts = data?.facts?.villages.find(({ village }) => village.id === villageId)
  if (!data?.facts) return <Screen title="改正录入" offline={offline} state={data ? notNow(round) : screen} />
  if (!facts) return <Screen title="改正录入" offline={offline} state={notOnRecord(round)} />

  const { village, measurements, goals } = facts
  const correct = (what: { indicator: string } | { goal: string }) =>
    go('manage/correct/fact/index', { round, village: villageId, ...what })
  return (
    <Screen title="改正录入" offline={offline}>
      <SheetHead>
        <Text className="number">{village.name}</Text>
        <View className="mt-1">点录错的那一项。</View>
      </SheetHead>
      <StaleNotice stale={stale} />
      {measurements.length > 0 && (
        <Section title="实测数" remark={`${measurements.length} 项`}>
          <Card>
            {measurements.map((one) => (
              <MeasurementRow key={one.id} measurement={one} onPress={() => correct({ indicator: one.id })} />
            ))}
          </Card>
        </Section>
      )}
      {goals.length > 0 && (
        <Section title="示范目标" remark={`${goals.length} 条`}>
          <Card>
            {goals.map((one) => (
              <GoalRow key={one.id} goal={one} onPress={() => correct({ goal: one.id })} />
            ))}
          </Card>
        </Section>
      )}
    </Screen>
  )
}

function MeasurementRow({ measurement, onPress }: { measurement: Measurement; onPress: () => void }) {
  const { title, unit, value, entered, proposal } = measurement
  const shown = factValue({ unit, value })
  return (
    <Row
      strong
      title={title}
      note={
        <>
          <View>{factNoun({ unit })}</View>
          <View>{recordedInWords(measurement)}</View>
          {value !== entered && <View>{`原来录入 ${factValue({ unit, value: entered })}，已改正`}</View>}
          {proposal && <Waiting />}
        </>
      }
      end={<Text className="title nowrap">{shown}</Text>}
      label={`${title}，${factNoun({ unit })} ${shown}${proposal ? '，等第二个人同意' : ''}`}
      onPress={onPress}
    />
  )
}

function GoalRow({ goal, onPress }: { goal: Goal; onPress: () => void }) {
  const { title, proposal } = goal
  return (
    <Row
      strong
      title={title}
      note={
        <>
          <View>{goalInWords(goal)}</View>
          {proposal && <Waiting />}
        </>
      }
      label={`${title}，${goalInWords(goal)}${proposal ? '，等第二个人同意' : ''}`}
      onPress={onPress}
    />
  )
}

function Waiting() {
  return (
    <StateChip tone="amber" icon="clock">
      等第二个人同意
    </StateChip>
  )
}
