import { View } from '@tarojs/components'
import { aria } from './aria'
import { Card } from './card'
import { Icon } from './icon'
import { Press } from './press'
import './choice-rows.css'
import './check-rows.css'

/** Any of a few things, each with what comes of it. */
export function CheckRows<Key extends string>({ label, choices, chosen, onChange }: CheckRowsProps<Key>) {
  const toggle = (key: Key) => {
    const now = chosen.includes(key) ? chosen.filter((one) => one !== key) : [...chosen, key]
    // In the order in which they stand, whatever order they were pressed in.
    onChange(choices.map((choice) => choice.key).filter((one) => now.includes(one)))
  }
  return (
    <Card>
      <View {...aria({ role: 'group', label })}>
        {choices.map(({ key, title, note }) => {
          const isChosen = chosen.includes(key)
          return (
            <Press
              key={key}
              label={`${title}，${isChosen ? '已选' : '没选'}`}
              className={isChosen ? 'choice choice-chosen' : 'choice'}
              onPress={() => toggle(key)}
            >
              <View className="check-box">{isChosen && <Icon name="tick-bold" size={16} />}</View>
              <View className="grow">
                <View className={isChosen ? 'strong' : ''}>{title}</View>
                {note && <View className="small quiet">{note}</View>}
              </View>
            </Press>
          )
        })}
      </View>
    </Card>
  )
}

export type CheckRowsProps<Key extends string> = {
  label: string
  choices: readonly { key: Key; title: string; note?: string }[]
  chosen: readonly Key[]
  onChange: (chosen: Key[]) => void
}
