import { Text, View } from '@tarojs/components'
import { aria } from './aria'
import { Press } from './press'
import './option-keys.css'

/** A few short answers, three in a row; one may be chosen. */
export function OptionKeys<Key extends string>({ question, options, chosen, onChoose }: OptionKeysProps<Key>) {
  return (
    <View className="option-keys" {...aria({ role: 'radiogroup', label: question })}>
      {options.map(({ key, label }) => (
        <Press
          key={key}
          role="radio"
          checked={key === chosen}
          className={key === chosen ? 'option-key option-key-chosen' : 'option-key'}
          onPress={() => onChoose(key)}
        >
          <Text>{label}</Text>
        </Press>
      ))}
    </View>
  )
}

export type OptionKeysProps<Key extends string> = {
  question: string
  options: readonly { key: Key; label: string }[]
  chosen: Key | null
  onChoose: (key: Key) => void
}
