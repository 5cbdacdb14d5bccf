import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { backTo } from '../../../client/back-to'
import { pageQuery } from '../../../client/navigate'
import { Card, Row, Section } from '../../../components/card'
import { CountStepper } from '../../../components/count-stepper'
import { MainButton } from '../../../components/main-button'
import { Notice } from '../../../components/notice'
import { OptionKeys } from '../../../components/option-keys'
import { Screen, type ScreenState } from '../../../components/screen'
import { SheetHead } from '../../../components/sheet-head'
import { RefusedNotice } from '../../round/refused-notice'
import { notNow, printedInWords } from '../card-words'
import { useCardPrints, type VillageCards } from '../use-card-prints'
import { CardsPrinted } from './printed'
import { type Printing, usePrinting } from './use-printing'

const MOST_AT_ONCE = 200
const OFTEN = [10, 20, 40, 80, 120, 200]
/** As cards-sheet.ts lays them out. */
const CARDS_A_PAGE = 8

/** 生成户码: how many for this village, and what comes of it; then the file. */
export default function VillageCardsPage() {
  const [{ round = '', village: villageId = '' }] = useState(pageQuery)
  const { data, screen, offline, reload } = useCardPrints(round)
  const printing = usePrinting(round, villageId, reload)
  const cards = data?.prints?.villages.find(({ village }) => village.id === villageId)
  if (printing.printed) return <CardsPrinted printed={printing.printed} />
  if (!data || !cards) return <Screen title="户码" broad offline={offline} state={data ? notNow : screen} />
  if (cards.issued >= cards.households && printing.unanswered === null)
    return <Screen title="户码" broad offline={offline} state={allPrinted(cards, round)} />
  return <ToPrint cards={cards} printing={printing} offline={offline} />
}

type ToPrintProps = { cards: VillageCards; printing: Printing; offline: ReturnType<typeof useCardPrints>['offline'] }

function ToPrint({ cards, printing, offline }: ToPrintProps) {
  const { unanswered, isPrinting, refused } = printing
  const left = cards.households - cards.issued
  const most = Math.min(MOST_AT_ONCE, left)
  const [chosen, setChosen] = useState(20)
  const count = unanswered ?? (isPrinting ? printing.asked : Math.min(chosen, most))
  return (
    <Screen
      title="户码"
      broad
      offline={offline}
      dock={
        isPrinting ? (
          <MainButton kind="off">{`正在生成 ${count} 张，请别离开`}</MainButton>
        ) : (
          <MainButton onPress={() => void printing.print(count)}>
            {unanswered === null ? `生成 ${count} 张户码` : `再要这 ${count} 张户码`}
          </MainButton>
        )
      }
    >
      <SheetHead>
        <Text className="number">{cards.village.name}</Text>
        <View className="mt-1">{`${printedInWords(cards)}，还可印 ${left} 张`}</View>
      </SheetHead>
      {refused && (
        <View className="mt-3">
          {refused.code === 'tooLarge' ? (
            <Notice kind="error" title="没有那么多可印">{`一户一张，这个村还可印 ${left} 张。请改少一些。`}</Notice>
          ) : (
            <RefusedNotice refused={refused} />
          )}
        </View>
      )}
      {isPrinting ? (
        <View className="mt-4">
          <Notice title={`正在生成 ${count} 张户码`}>一般要几秒钟。生成好以前，请别离开这一页。</Notice>
        </View>
      ) : unanswered !== null ? (
        <View className="mt-4">
          <Notice title="没有等到回音">
            {`这 ${count} 张可能已经生成了。请再点一次，给的还是同样的 ${count} 张，不会多印；离开这一页就要不回来了。`}
          </Notice>
        </View>
      ) : (
        <>
          <HowMany count={count} most={most} onCount={setChosen} />
          <Rules />
        </>
      )}
    </Screen>
  )
}

type HowManyProps = { count: number; most: number; onCount: (count: number) => void }

function HowMany({ count, most, onCount }: HowManyProps) {
  const often = OFTEN.filter((each) => each <= most).map((each) => ({ key: String(each), label: `${each} 张` }))
  return (
    <Section title="印多少" remark={`A4 纸 ${Math.ceil(count / CARDS_A_PAGE)} 页，每页 ${CARDS_A_PAGE} 张`}>
      <CountStepper title="张数" count={count} most={most} unit="张" onCount={onCount} />
      {often.length > 0 && (
        <View className="mt-2">
          <OptionKeys
            question="常用的张数"
            options={often}
            chosen={String(count)}
            onChoose={(key) => onCount(Number(key))}
          />
        </View>
      )}
    </Section>
  )
}

function Rules() {
  return (
    <Section title="印之前">
      <Card>
        <Row title="一张一户，不记名：谁抽到哪张，没有人知道。" />
        <Row title="一张只能答一份，答过就作废。" />
        <Row title="印出来的码别处不存。文件丢了，补不出同一张，印过的张数也不退。" />
      </Card>
    </Section>
  )
}

function allPrinted({ village, households }: VillageCards, round: string): ScreenState {
  return {
    empty: `${village.name}印满了`,
    text: `全村 ${households} 户，一户一张，都印过了。`,
    icon: 'paper',
    action: { label: '看别的村', onPress: () => backTo('manage/cards/index', { round }) },
  }
}
