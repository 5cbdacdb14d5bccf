import { Text, View } from '@tarojs/components'
import type { Board } from '../../contract/ranking'
import { centsChange, centsText } from '../../domain/cents-text'
import { isBandedWith, type Ranked } from './slides'
import { BandMark } from './standings'
import { movedSign } from './words'

/** Up to so many villages stand in one column with their papers; more in two or three, with the total alone. */
const IN_FULL = 10
const IN_A_COLUMN = 12

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
        <Text className="rv-row-gain" />
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
          <Text className="rv-row-name">{row.village.name}</Text>
          <Text className="rv-row-moved">{movedSign(row.rank, row.previous?.rank)}</Text>
          <Text className="rv-row-gain">{row.previous ? centsChange(row.total ?? 0, row.previous.total) : ''}</Text>
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
  const height = Math.min(IN_A_COLUMN, Math.ceil(rows.length / 2))
  const columns = Array.from({ length: Math.ceil(rows.length / height) }, (_, i) =>
    rows.slice(i * height, (i + 1) * height),
  )
  return (
    <View className="rv-table-columns">
      {columns.map((column) => (
        <View className="rv-table-column" key={column[0]!.village.id}>
          {column.map((row, i) => (
            <View className="rv-row" key={row.village.id}>
              <BandMark above={isBandedWith(row, column[i - 1])} below={isBandedWith(row, column[i + 1])} />
              <Text className="rv-row-rank">{row.rank}</Text>
              <Text className="rv-row-name">{row.village.name}</Text>
              <Text className="rv-row-moved">{movedSign(row.rank, row.previous?.rank)}</Text>
              <Text className="rv-row-total">{centsText(row.total ?? 0)}</Text>
            </View>
          ))}
          {/* The last column keeps its rows as high as the others. */}
          {Array.from({ length: height - column.length }, (_, i) => (
            <View className="rv-row rv-row-empty" key={String(i)} />
          ))}
        </View>
      ))}
    </View>
  )
}
