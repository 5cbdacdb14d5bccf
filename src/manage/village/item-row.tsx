import { Text, View } from '@tarojs/components'
import type { ItemScore } from '../../contract/ranking'
import { markText } from '../../domain/cents-text'
import { U } from '../../domain/units'
import { MedianBar } from './median-bar'

/** An indicator or goal: the mean of the counted cards of its full mark; a measured one with its fact. */
export function ItemRow({ item }: { item: ItemScore }) {
  const { title, full, mean, median, kind, fact } = item
  return (
    <View className="item">
      <View className="item-head">
        <Text className="item-title">{title}</Text>
        <Text className="item-mark">
          <Text className="strong">{markText(mean ?? 0)}</Text>
          <Text className="quiet"> / {full}</Text>
        </Text>
      </View>
      {kind === 'measured' && fact && <View className="small quiet">实测 {factWords(fact)}</View>}
      <MedianBar score={mean ?? 0} median={median} full={full * U} />
    </View>
  )
}

/** `87 联户覆盖率 %` reads 联户覆盖率 87%; `6 近六个月账目公开次数` reads 近六个月账目公开次数 6. */
function factWords(fact: string): string {
  const [value = '', ...unit] = fact.split(' ')
  const words = unit.join(' ')
  return words.endsWith('%') ? `${words.slice(0, -1).trim()} ${value}%` : `${words} ${value}`
}
