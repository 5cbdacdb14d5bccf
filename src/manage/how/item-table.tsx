import { Text, View } from '@tarojs/components'
import type { ItemLine } from '../../contract/explanation'
import { markText } from '../../domain/cents-text'

/** Measured facts with their marks, or goals with their difficulty. */
export function ItemTable({ items }: { items: readonly ItemLine[] }) {
  return (
    <View className="mt-2">
      {items.map(({ id, title, detail, mark, full }) => (
        <View className="how-row" key={id}>
          <View className="how-line">
            <Text className="grow">{title}</Text>
            <Text className="how-mark">
              {mark === null ? '满分' : <Text className="strong">{markText(mark)}</Text>}
              <Text className="quiet">
                {mark === null ? ' ' : ' / '}
                {markText(full)}
              </Text>
            </Text>
          </View>
          <View className="small quiet">{detail}</View>
        </View>
      ))}
    </View>
  )
}
