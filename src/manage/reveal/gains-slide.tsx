import { Text, View } from '@tarojs/components'
import { gainName } from '../../components/gain-words'
import type { Board } from '../../contract/ranking'
import { centsChange } from '../../domain/cents-text'
import type { Units } from '../../domain/units'
import { IN_FULL, inColumns } from './ranking-slide'
import type { GainRow } from './slides'
import { RowName } from './standings'

/** 进步榜, announced with equal weight: how far each village moved since the last round. */
export function GainsSlide({ board, rows }: { board: Board; rows: readonly GainRow[] }) {
  return (
    <View className="rv-ranking">
      {rows.length <= IN_FULL ? <FullTable board={board} rows={rows} /> : <Columns rows={rows} />}
      <View className="rv-legend">
        和第 {board.previousNumber} 次拉练比，只比两次都有的项目，不含扣分。
        {board.progress?.kind === 'relative' && '两次共同的评委太少，是和各自那次的中位比的。'}
      </View>
    </View>
  )
}

function FullTable({ board, rows }: { board: Board; rows: readonly GainRow[] }) {
  return (
    <View className="rv-table">
      <View className="rv-row rv-row-heads">
        <Text className="rv-row-rank" />
        <Text className="rv-row-name" />
        {['共性', '示范', '满意'].map((head) => (
          <Text className="rv-row-paper" key={head}>
            {head}
          </Text>
        ))}
        <Text className="rv-row-total">{gainName(board)}</Text>
      </View>
      {rows.map((row) => (
        <View className="rv-row" key={row.village.id}>
          <Text className="rv-row-rank">{row.rank}</Text>
          <RowName name={row.village.name} fits={10} />
          {[row.common, row.demonstration, row.satisfaction].map((gain, column) => (
            <Text className="rv-row-paper" key={String(column)}>
              {gainText(gain)}
            </Text>
          ))}
          <Text className="rv-row-total">{gainText(row.total)}</Text>
        </View>
      ))}
    </View>
  )
}

function Columns({ rows }: { rows: readonly GainRow[] }) {
  return (
    <View className="rv-table-columns">
      {inColumns(rows).map((column, _, columns) => (
        <View className="rv-table-column" key={column[0]!.village.id}>
          {column.map((row) => (
            <View className="rv-row" key={row.village.id}>
              <Text className="rv-row-rank">{row.rank}</Text>
              <RowName name={row.village.name} fits={7} />
              <Text className="rv-row-total">{gainText(row.total)}</Text>
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

function gainText(gain: Units | null): string {
  return gain === null ? '不比' : centsChange(gain, 0)
}
