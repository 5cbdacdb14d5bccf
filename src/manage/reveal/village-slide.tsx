import { Text, View } from '@tarojs/components'
import { percent } from '../../components/bar'
import { gainName, gainOf } from '../../components/gain-words'
import type { Board } from '../../contract/ranking'
import { centsText } from '../../domain/cents-text'
import { U, type Units } from '../../domain/units'
import { bandInWords, type Ranked } from './slides'
import { Standings } from './standings'
import { movedWords } from './words'

/** One village at its turn; at the right what is known so far. */
export function VillageSlide({ board, ranked, at }: { board: Board; ranked: readonly Ranked[]; at: number }) {
  const row = ranked[at]!
  const total = row.total ?? 0
  const shares = ranked.filter(({ rank }) => rank === row.rank).length > 1
  const band = bandInWords(row, ranked)
  return (
    <View className="rv-columns">
      <View className="rv-now">
        <View className="rv-rank">
          {shares ? '并列第 ' : '第 '}
          <Text className="rv-rank-figure">{row.rank}</Text> 名
        </View>
        <View className="rv-headline">
          <Text className={`rv-village rv-village-${nameSize(row.village.name)}`}>{row.village.name}</Text>
          <Text className="rv-total">{centsText(total)}</Text>
        </View>
        <View className="rv-change">{changeInWords(row, board)}</View>
        {band && <View className="rv-band">{band}</View>}
        <View className="rv-bars">
          <Paper title="共性目标" score={row.common} full={board.weights.common} />
          <Paper title="示范目标" score={row.demonstration} full={board.weights.demonstration} />
          {board.weights.satisfaction > 0 && (
            <Paper title="满意度" score={row.satisfaction} full={board.weights.satisfaction} />
          )}
          <Paper title="扣分" score={row.deductions} full={board.deductionCap} taken />
        </View>
      </View>
      <Standings ranked={ranked} at={at} />
    </View>
  )
}

/** Names of five characters and more get smaller, so that the total keeps its place. */
function nameSize(name: string): number {
  return Math.min(Math.max(name.length, 3), 8)
}

function changeInWords(row: Ranked, board: Board): string {
  if (board.previousNumber === null) return '第一次排名次'
  if (!row.previous) return '上次没有名次'
  const moved = `上次第 ${row.previous.rank} 名，${movedWords(row.rank, row.previous.rank)}`
  const gain = gainOf(row, board)
  return gain ? `${moved}；${gainName(board)} ${gain}` : moved
}

function takenText(marks: Units): string {
  return marks > 0 ? centsText(-marks) : '0'
}

type PaperProps = { title: string; score: Units | null; full: number; taken?: boolean }

/** `taken`: marks that were taken off, hatched; the fewer, the better. */
function Paper({ title, score, full, taken = false }: PaperProps) {
  const value = score ?? 0
  return (
    <View className="rv-paper">
      <View className="rv-paper-head">
        <Text className="rv-paper-title">{title}</Text>
        <Text className="rv-paper-score">{taken ? takenText(value) : centsText(value)}</Text>
        <Text className="rv-paper-full">{taken ? `至多 ${full}` : `/ ${full}`}</Text>
      </View>
      <View className={taken ? 'rv-bar rv-bar-taken' : 'rv-bar'}>
        <View className="rv-bar-value" style={`width:${percent(full > 0 ? value / (full * U) : 0)}`} />
      </View>
    </View>
  )
}
