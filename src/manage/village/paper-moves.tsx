import { Text, View } from '@tarojs/components'
import { Dumbbell } from '../../components/range-lines'
import type { VillageResult } from '../../contract/ranking'
import { centsText } from '../../domain/cents-text'
import type { Paper } from '../../domain/round-file'
import { U, type Units } from '../../domain/units'
import { PaperHead } from './paper-head'
import { severityInWords } from './severity-words'

const papers = [
  { paper: 'common', title: '共性目标' },
  { paper: 'demonstration', title: '示范目标' },
  { paper: 'satisfaction', title: '满意度' },
] as const satisfies readonly { paper: Paper; title: string }[]

type Moves = { result: VillageResult; former: NonNullable<VillageResult['former']> }

/** The three papers since the round before: last → this, with the median of the ranked villages, in shares of the full mark. */
export function PaperMoves(moves: Moves) {
  const from = axisFrom(moves)
  return (
    <>
      {rowsOf(moves).map((row) => (
        <PaperMove key={row.title} {...row} from={from} />
      ))}
    </>
  )
}

export function MovesLegend(moves: Moves) {
  const { result, former } = moves
  return (
    <>
      <View className="paper-legend small quiet">
        <View className="legend-part">
          <View className="legend-dot" />
          <Text>第 {former.number} 次</Text>
        </View>
        <View className="legend-part">
          <View className="legend-dot legend-now" />
          <Text>这次</Text>
        </View>
        <View className="legend-part">
          <View className="median-mark" />
          <Text>{result.villages} 村中位</Text>
        </View>
        <Text className="push nowrap">轴 {axisFrom(moves)}–100%</Text>
      </View>
      <View className="paper-foot small quiet">
        {severityInWords(result.severity)}。两点是两次的得分；增量另算，只比两次都有的项目。
      </View>
    </>
  )
}

function rowsOf({ result: { row, weights, medians }, former }: Moves): MoveRow[] {
  return papers.map(({ paper, title }) => ({
    title,
    full: weights[paper],
    last: former.papers[paper],
    now: row[paper] ?? 0,
    median: medians[paper],
  }))
}

function PaperMove({ title, full, last, now, median, from }: MoveRow & { from: number }) {
  const share = (score: Units) => percentOf(score, full)
  const words = [
    last === null ? '' : `上次 ${centsText(last)}`,
    `这次 ${centsText(now)}`,
    median === null ? '' : `中位 ${centsText(median)}`,
  ]
  return (
    <View className="paper">
      <PaperHead
        title={title}
        full={full}
        before={last === null ? undefined : centsText(last)}
        score={centsText(now)}
      />
      <Dumbbell
        last={last === null ? null : share(last)}
        now={share(now)}
        median={median === null ? null : share(median)}
        from={from}
        to={100}
        label={`${title}${words.filter(Boolean).join('，')}`}
      />
    </View>
  )
}

type MoveRow = { title: string; full: number; last: Units | null; now: Units; median: Units | null }

const USUAL = 60

/** 60 of 100, or the ten below whatever reaches further down: one axis for all rows. */
function axisFrom(moves: Moves): number {
  const shares = rowsOf(moves).flatMap(({ full, last, now, median }) =>
    [last, now, median].flatMap((score) => (score === null ? [] : [percentOf(score, full)])),
  )
  return Math.max(0, Math.min(USUAL, Math.floor(Math.min(...shares) / 10) * 10))
}

/** A paper that weighs nothing has nothing to fill. */
function percentOf(score: Units, full: number): number {
  return full === 0 ? 0 : (score / (full * U)) * 100
}
