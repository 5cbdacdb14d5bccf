import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { go, pageQuery } from '../../client/navigate'
import { Card, Row, Section } from '../../components/card'
import { Screen } from '../../components/screen'
import { SheetHead } from '../../components/sheet-head'
import { StaleNotice } from '../../components/stale-notice'
import { StateChip } from '../../components/state-chip'
import { dayInWords } from '../../domain/shanghai-clock'
import { notNow, printedInWords } from './card-words'
import { useCardPrints, type VillageCards } from './use-card-prints'

/** 户码: the villages, and how many cards each has been printed. A tap leads to printing more. */
export default function CardsPage() {
  const [{ round: roundId = '' }] = useState(pageQuery)
  const { data, screen, offline, stale } = useCardPrints(roundId)
  if (!data?.prints) return <Screen title="户码" broad offline={offline} state={data ? notNow : screen} />

  const { round, villages } = data.prints
  return (
    <Screen title="户码" broad offline={offline}>
      <SheetHead>
        <View className="small quiet">{`第 ${round.number} 次拉练，${dayInWords(round.day)}`}</View>
        <View className="mt-1">
          给没有智能手机的村民：印出来、剪开、装袋，一户抽一张。别人用自己的手机，凭纸条上的码代填一份。
        </View>
      </SheetHead>
      <StaleNotice stale={stale} />
      <Section title="各村" remark="点一个村，印户码">
        <Card>
          {villages.map((each) => (
            <VillageRow key={each.village.id} cards={each} roundId={roundId} />
          ))}
        </Card>
      </Section>
    </Screen>
  )
}

function VillageRow({ cards, roundId }: { cards: VillageCards; roundId: string }) {
  const { village, households, issued } = cards
  const isFull = issued >= households
  return (
    <Row
      title={<Text className="strong">{village.name}</Text>}
      note={printedInWords(cards)}
      label={`${village.name}，${printedInWords(cards)}`}
      end={
        isFull ? (
          <StateChip tone="jade" icon="tick">
            印满了
          </StateChip>
        ) : undefined
      }
      onPress={isFull ? undefined : () => go('manage/cards/village/index', { round: roundId, village: village.id })}
    />
  )
}
