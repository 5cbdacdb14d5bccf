import { Text, View } from '@tarojs/components'
import { gainName, gainOf, movedSign } from '../../components/gain-words'
import type { Board } from '../../contract/ranking'
import { centsText } from '../../domain/cents-text'
import { isBandedWith, type Ranked } from './slides'
import { BandMark, RowName } from './standings'

/** Up to so many villages stand in one column with their papers; more in two or three, with the total alone. */
export const IN_FULL = 10
const IN_A_COLUMN = 12

/** All as long as the first, the last perhaps shorter. */
export function inColumns<Row>(rows: readonly Row[]): (readonly Row[])[] {
  const height = Math.min(IN_A_COLUMN, Math.ceil(rows.length / 2))
  return Array.from({ length: Math.ceil(rows.length / height) }, (_, i) => rows.slice(i * height, (i + 1) * height))
}

/** The whole ranking, when all is told. */
export function RankingSlide({ board, rows }: { board: Board; rows: readonly Ranked[] }) {
  return (
    <View className="rv-ranking">
      {rows.length <= IN_FULL ? <FullTable board={board} rows={rows} /> : <Columns rows={rows} />}
      <View className="rv-legend">
        {rows.some((row, i) => isBandedWith(row, rows[i + 1])) && '左边有竖线连着的村同在一档，难分高下。'}
        {board.previousNumber !== null && `▲▼ 和第 ${board.previousNumber} 次拉练比。`}
      </View>
    </View>
  )
}

function FullTable({ board, rows }: { board: Board; rows: readonly Ranked[] }) {
  const { weights, deductionCap } = board
  const heads = [
    `共性 ${weights.common}`,
    `示范 ${weights.demonstration}`,
    `满意 ${weights.satisfaction}`,
    `扣分 ${deductionCap}`,
  ]
  return (
    <View className="rv-table">
      <View className="rv-row rv-row-heads">
        <Text className="rv-row-rank" />
        <Text className="rv-row-name" />
        <Text className="rv-row-moved" />
        <Text className="rv-row-gain">{board.previousNumber === null ? '' : gainName(board)}</Text>
        {heads.map((head) => (
          <Text className="rv-row-paper" key={head}>
            {head}
          </Text>
        ))}
        <Text className="rv-row-total">总分</Text>
      </View>
      {rows.map((row, i) => (
        <View className={row.rank === 1 ? 'rv-row rv-row-first' : 'rv-row'} key={row.village.id}>
          <BandMark above={isBandedWith(row, rows[i - 1])} below={isBandedWith(row, rows[i + 1])} />
          <Text className="rv-row-rank">{row.rank}</Text>
          <RowName name={row.village.name} fits={6} />
          <Text className="rv-row-moved">{movedSign(row.rank, row.previous?.rank)}</Text>
          <Text className="rv-row-gain">{gainOf(row, board)}</Text>
          {[row.common, row.demonstration, row.satisfaction].map((score, column) => (
            <Text className="rv-row-paper" key={String(column)}>
              {centsText(score ?? 0)}
            </Text>
          ))}
          <Text className="rv-row-paper">{row.deductions ? centsText(-row.deductions) : '0'}</Text>
          <Text className="rv-row-total">{centsText(row.total ?? 0)}</Text>
        </View>
      ))}
    </View>
  )
}

function Columns({ rows }: { rows: readonly Ranked[] }) {
  return (
    <View className="rv-table-columns">
      {inColumns(rows).map((column, _, columns) => (
        <View className="rv-table-column" key={column[0]!.village.id}>
          {column.map((row, i) => (
            <View className="rv-row" key={row.village.id}>
              <BandMark above={isBandedWith(row, column[i - 1])} below={isBandedWith(row, column[i + 1])} />
              <Text className="rv-row-rank">{row.rank}</Text>
              <RowName name={row.village.name} fits={5} />
              <Text className="rv-row-moved">{movedSign(row.rank, row.previous?.rank)}</Text>
              <Text className="rv-row-total">{centsText(row.total ?? 0)}</Text>
            </View>
          ))}
          {/* The last column keeps its rows as high as the others. */}
          {Array.from({ length: columns[0]!.length - column.length }, (_, i) => (
            <View className="rv-row rv-row-empty" key={String(i)} />
          ))}
        </View>
      ))}
    </View>
  )
}
