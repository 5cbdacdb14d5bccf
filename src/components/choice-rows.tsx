import { View } from '@tarojs/components'
import { aria } from './aria'
import { Card } from './card'
import { Press } from './press'
import './choice-rows.css'

/** One of a few things, each with what comes of it. */
export function ChoiceRows<Key extends string>({ label, choices, chosen, onChoose }: ChoiceRowsProps<Key>) {
  return (
    <Card>
      <View {...aria({ role: 'radiogroup', label })}>
        {choices.map(({ key, title, note }) => (
          <Press
            key={key}
            role="radio"
            checked={key === chosen}
            className={key === chosen ? 'choice choice-chosen' : 'choice'}
            pressedClass="pressed"
            onPress={() => onChoose(key)}
          >
            <View className="choice-ring" />
            <View className="grow">
              <View className={key === chosen ? 'strong' : ''}>{title}</View>
              {note && <View className="small quiet">{note}</View>}
            </View>
          </Press>
        ))}
      </View>
    </Card>
  )
}

export type ChoiceRowsProps<Key extends string> = {
  label: string
  choices: readonly { key: Key; title: string; note?: string }[]
  chosen: Key | null
  onChoose: (key: Key) => void
}
