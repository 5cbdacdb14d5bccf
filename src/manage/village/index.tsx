import { Text, View } from '@tarojs/components'
import { go } from '../../client/navigate'
import { Card, Row, Section } from '../../components/card'
import { whyDeferred } from '../../components/deferred-words'
import { DigestLine } from '../../components/digest-line'
import { gainName, gainOf } from '../../components/gain-words'
import { NOBODY_ASKED } from '../../components/rehearsal-words'
import { Screen } from '../../components/screen'
import { SheetHead } from '../../components/sheet-head'
import { StaleNotice } from '../../components/stale-notice'
import { ThemeChips } from '../../components/theme-chip'
import type { VillageResult } from '../../contract/ranking'
import { centsText } from '../../domain/cents-text'
import { CommonPaper } from './common-paper'
import { Deductions } from './deductions'
import { Findings } from './findings'
import { Highlights } from './highlights'
import './index.css'
import { ItemRow } from './item-row'
import { Lessons } from './lessons'
import { Papers } from './papers'
import { RankRange } from './rank-range'
import { Responsibilities } from './responsibilities'
import { Survey } from './survey'
import { Trend } from './trend'
import { useVillage } from './use-village'

/** One village's result: the total and where it stands, then what it is made of. */
export default function VillagePage() {
  const { data: result, screen, offline, stale, openVillage } = useVillage()
  if (!result) return <Screen title="村" broad state={screen} offline={offline} />

  // Of a deferred village no inspector's mark is told.
  const items = result.items.filter(({ mean }) => mean !== null)
  const indicators = items.filter(({ paper }) => paper === 'common')
  const goals = items.filter(({ paper }) => paper === 'demonstration')
  return (
    <Screen title={result.row.village.name} broad offline={offline}>
      <Head result={result} />
      <StaleNotice stale={stale} />
      {!result.row.deferred && <Papers result={result} />}
      <Card className="mt-3">
        <Row
          title={result.row.deferred ? '为什么缓评' : '这个分数怎么来的'}
          onPress={() => go('manage/how/index', { round: result.round.id, village: result.row.village.id })}
        />
      </Card>
      {result.round.rehearsal ? (
        <NobodyAsked />
      ) : (
        <>
          <Survey result={result} />
          {result.mayReadVoices && <VoicesRow result={result} />}
        </>
      )}
      {result.findings && <Findings findings={result.findings} />}
      <Highlights highlights={result.highlights} />
      {indicators.length > 0 && <CommonPaper items={indicators} comparison={result.comparison} />}
      {goals.length > 0 && (
        <Section title="示范目标" remark="本村自己定的">
          <Card>
            {goals.map((item) => (
              <ItemRow key={item.id} item={item} />
            ))}
          </Card>
        </Section>
      )}
      <Deductions result={result} />
      {result.comparison && result.villages > 1 && <Lessons comparison={result.comparison} onVillage={openVillage} />}
      {result.trend && <Trend points={result.trend} />}
      <Responsibilities responsibilities={result.responsibilities} />
      <Neighbours result={result} openVillage={openVillage} />
      <View className="mt-4">
        <DigestLine digest={result.digest} />
      </View>
    </Screen>
  )
}

function NobodyAsked() {
  return (
    <Section title="满意度">
      <Card padded>{NOBODY_ASKED}</Card>
    </Section>
  )
}

function Head({ result }: { result: VillageResult }) {
  const { row, villages, inspectors, round, weights } = result
  const { town, themes } = row.village
  return (
    <SheetHead open>
      <View className="apart">
        <Text className="small quiet">{town}</Text>
        <ThemeChips themes={themes} />
      </View>
      {row.rank === null || row.total === null ? (
        <>
          <View className="hero mt-2">缓评</View>
          <View className="small">
            第 {round.number} 次拉练不排名次：{whyDeferred(weights)}。评委的打分不显示。
          </View>
        </>
      ) : (
        <>
          <View className="apart mt-2">
            <Text className="hero">{centsText(row.total)}</Text>
            <Text className="figure">第 {row.rank} 名</Text>
          </View>
          <View className="apart small">
            <Text>{sinceLast(result)}</Text>
            <Text className="quiet">
              {villages} 村，{inspectors} 位评委计分
            </Text>
          </View>
          {row.certainty && <RankRange rank={row.rank} certainty={row.certainty} villages={villages} />}
        </>
      )}
    </SheetHead>
  )
}

/** 增量 +3.82，名次持平: the board's own figure by its own name. */
function sinceLast({ row, progress }: VillageResult): string {
  const { previous, rank } = row
  if (!previous || rank === null) return progress ? '上次没有名次' : '没有上一次可比'
  const up = previous.rank - rank
  const moved = up === 0 ? '名次持平' : up > 0 ? `升 ${up} 位` : `降 ${-up} 位`
  const gain = gainOf(row, { progress })
  return gain ? `${gainName({ progress })} ${gain}，${moved}` : `${moved}，增量没有比`
}

/** What villagers wrote, for those whom the server would answer. */
function VoicesRow({ result: { round, row } }: { result: VillageResult }) {
  return (
    <Card className="mt-2">
      <Row
        title="村民的话"
        note="最希望办好的一件事，村民自己写的"
        onPress={() => go('manage/voices/index', { round: round.id, village: row.village.id })}
      />
    </Card>
  )
}

function Neighbours({ result: { before, after }, openVillage }: NeighboursProps) {
  const rows = [
    { words: '前一村', row: before },
    { words: '后一村', row: after },
  ]
  return (
    <Section title="别的村">
      <Card>
        {rows.map(
          ({ words, row }) =>
            row && (
              <Row
                key={words}
                title={row.village.name}
                note={row.rank === null ? `${words}，缓评` : `${words}，第 ${row.rank} 名`}
                label={`${words}，${row.village.name}`}
                end={row.total !== null && <Text className="strong">{centsText(row.total)}</Text>}
                onPress={() => openVillage(row.village.id)}
              />
            ),
        )}
      </Card>
    </Section>
  )
}

type NeighboursProps = { result: VillageResult; openVillage: (villageId: string) => void }
