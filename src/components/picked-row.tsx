import { Text, View } from '@tarojs/components'
import { aria } from './aria'
import { Icon } from './icon'
import './picked-row.css'

/** The Picker around it takes the press; the row says what there is to pick. `below`: another one is above it. */
export function PickedRow({ title, value, below = false }: PickedRowProps) {
  return (
    <View
      className={below ? 'row picked-row-below' : 'row'}
      {...aria({ role: 'button', label: `${title}，${value}，修改` })}
    >
      <Text className="grow">{title}</Text>
      <Text className="strong">{value}</Text>
      <Icon name="forward" size={20} className="row-forward" />
    </View>
  )
}

export type PickedRowProps = { title: string; value: string; below?: boolean }
