import { Text, View } from '@tarojs/components'
import { aria } from '../../components/aria'
import { Card } from '../../components/card'
import { type MarkRow, NOT_ASKED, UNMARKED } from './my-marks'
import type { MineView } from './use-mine'

/** 共性: one indicator a row, its figures in the villages' columns, its range beside its name. */
export function MarkTable({ villages, rows, sums }: Pick<MineView, 'villages' | 'rows' | 'sums'>) {
  return (
    <Card>
      {rows.map((row) => (
        <View className="mine-row" key={row.id}>
          <View className="apart">
            <Text className="grow">{row.title}</Text>
            <Text className="small quiet mine-range">
              {row.range !== '' && `${row.range}，`}满分 {row.full}
            </Text>
          </View>
          <Figures villages={villages} title={row.title} cells={row.cells} />
        </View>
      ))}
      <View className="mine-row mine-sum">
        <View className="strong">我打的分合计</View>
        <Figures villages={villages} title="我打的分合计" cells={sums} />
      </View>
    </Card>
  )
}

function Figures({ villages, title, cells }: Pick<MarkRow, 'title' | 'cells'> & Pick<MineView, 'villages'>) {
  const spoken = cells.map((cell, index) => `${villages[index]!.name} ${cell === UNMARKED ? '还没评' : cell}`)
  return (
    <View
      className="mine-figures"
      style={`grid-template-columns:repeat(${cells.length},1fr)`}
      {...aria({ role: 'img', label: `${title}：${spoken.join('，')}` })}
    >
      {cells.map((cell, index) => (
        <View className={isMark(cell) ? '' : 'mine-blank'} key={villages[index]!.id}>
          {cell}
        </View>
      ))}
    </View>
  )
}

function isMark(cell: string): boolean {
  return cell !== UNMARKED && cell !== NOT_ASKED
}
