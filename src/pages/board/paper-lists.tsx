import { Text, View } from '@tarojs/components'
import { Bar } from '../../components/bar'
import { Card, Section } from '../../components/card'
import { Press } from '../../components/press'
import type { Board, BoardRow } from '../../contract/ranking'
import { cents, centsText } from '../../domain/cents-text'
import { U } from '../../domain/units'
import { type PaperOrder, paperOrder } from './paper-orders'

type Lists = { board: Board; onVillage: (villageId: string) => void }

const PAPERS = ['common', 'demonstration', 'satisfaction'] as const

/** 四卷: each paper in its own order; one that weighs nothing has none. */
export function PaperOrders({ board, onVillage }: Lists) {
  return (
    <View className="board-papers">
      {PAPERS.filter((paper) => board.weights[paper] > 0).map((paper) => (
        <OrderSection key={paper} order={paperOrder(board, paper)} onVillage={onVillage} />
      ))}
      <Deductions board={board} onVillage={onVillage} />
    </View>
  )
}

/** 满意度: what the villagers said, in its own order, beside the place in the ranking. */
export function SatisfactionOrder({ board, onVillage }: Lists) {
  const order = paperOrder(board, 'satisfaction')
  return (
    <>
      <View className="apart board-lead">
        <Text className="small quiet">村民打的分，折成 {order.full / U} 分</Text>
        <Text className="small quiet">名次是满意度的</Text>
      </View>
      <Card>
        {order.rows.map((one) => (
          <OrderRow key={one.row.village.id} {...one} full={order.full} big onVillage={onVillage} />
        ))}
      </Card>
      <View className="small quiet mt-3">样本多少、误差多大、每道题答得怎样，点村名看。</View>
    </>
  )
}

function OrderSection({ order, onVillage }: { order: PaperOrder; onVillage: Lists['onVillage'] }) {
  return (
    <Section title={order.title} remark={`满分 ${order.full / U}`}>
      <Card>
        {order.rows.map((one) => (
          <OrderRow key={one.row.village.id} {...one} full={order.full} onVillage={onVillage} />
        ))}
      </Card>
    </Section>
  )
}

function OrderRow({ place, row, score, full, big = false, onVillage }: OrderRowProps) {
  const { name, id } = row.village
  return (
    <Press
      className={big ? 'order-row order-row-big' : 'order-row'}
      label={`第 ${place} 名，${name}，${centsText(score)} 分`}
      onPress={() => onVillage(id)}
    >
      <View className="order-head">
        <Text className="order-place">{String(place)}</Text>
        <Text className={big ? 'title' : ''}>{name}</Text>
        {big && row.rank !== null && <Text className="small quiet order-rank">总分第 {row.rank} 名</Text>}
        <Text className={big ? 'figure push' : 'strong push'}>{centsText(score)}</Text>
      </View>
      <Bar part={score / full} />
    </Press>
  )
}

type OrderRowProps = PaperOrder['rows'][number] & { full: number; big?: boolean; onVillage: Lists['onVillage'] }

function Deductions({ board, onVillage }: Lists) {
  const rows = board.rows
    .flatMap((row) => (row.deductions ? [{ row, marks: row.deductions }] : []))
    .sort((a, b) => cents(b.marks) - cents(a.marks))
  return (
    <Section title="扣分" remark={`最多 ${board.deductionCap}`}>
      <Card padded={rows.length === 0}>
        {rows.length === 0 && '没有扣分'}
        {rows.map(({ row, marks }) => (
          <DeductionRow key={row.village.id} row={row} marks={marks} cap={board.deductionCap} onVillage={onVillage} />
        ))}
      </Card>
    </Section>
  )
}

function DeductionRow({ row, marks, cap, onVillage }: DeductionRowProps) {
  return (
    <Press
      className="order-row"
      label={`${row.village.name}，扣 ${centsText(marks)} 分`}
      onPress={() => onVillage(row.village.id)}
    >
      <View className="order-head">
        <Text>{row.village.name}</Text>
        <Text className="strong alarm push">{centsText(-marks)}</Text>
      </View>
      <Bar part={marks / (cap * U)} hatched />
    </Press>
  )
}

type DeductionRowProps = { row: BoardRow; marks: number; cap: number; onVillage: Lists['onVillage'] }
