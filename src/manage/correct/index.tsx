import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { go, pageQuery } from '../../client/navigate'
import { Card, Row, Section } from '../../components/card'
import { Screen } from '../../components/screen'
import { SheetHead } from '../../components/sheet-head'
import { StaleNotice } from '../../components/stale-notice'
import { StateChip } from '../../components/state-chip'
import type { VillageFacts } from '../../contract/round'
import { dayInWords } from '../../domain/shanghai-clock'
import { notNow, notOnRecord } from './correct-words'
import { useFacts } from './use-facts'

/** 改正录入: the villages in the order of the route. A tap leads to what is on record of one. */
export default function CorrectPage() {
  const [{ round: roundId = '' }] = useState(pageQuery)
  const { data, screen, offline, stale } = useFacts(roundId)
  if (!data?.facts) return <Screen title="改正录入" offline={offline} state={data ? notNow(roundId) : screen} />

  const { round, villages } = data.facts
  if (villages.length === 0) return <Screen title="改正录入" offline={offline} state={notOnRecord(roundId)} />
  return (
    <Screen title="改正录入" offline={offline}>
      <SheetHead>
        <View className="small quiet">{`第 ${round.number} 次拉练，${dayInWords(round.day)}`}</View>
        <View className="mt-1">实测数、示范目标的名称或难度系数录错了，在这里提请改正，另一个人同意才改。</View>
      </SheetHead>
      <StaleNotice stale={stale} />
      <Section title="各村" remark="点一个村，找录错的那一项">
        <Card>
          {villages.map((each) => (
            <VillageRow key={each.village.id} facts={each} roundId={roundId} />
          ))}
        </Card>
      </Section>
    </Screen>
  )
}

function VillageRow({ facts, roundId }: { facts: VillageFacts; roundId: string }) {
  const { village, measurements, goals } = facts
  const waiting = [...measurements, ...goals].filter(({ proposal }) => proposal !== null).length
  const note = `实测数 ${measurements.length} 项，示范目标 ${goals.length} 条`
  return (
    <Row
      title={<Text className="strong">{village.name}</Text>}
      note={
        <>
          <View>{note}</View>
          {waiting > 0 && (
            <StateChip tone="amber" icon="clock">
              {`${waiting} 项等同意`}
            </StateChip>
          )}
        </>
      }
      label={`${village.name}，${note}${waiting > 0 ? `，${waiting} 项等同意` : ''}`}
      onPress={() => go('manage/correct/village/index', { round: roundId, village: village.id })}
    />
  )
}
