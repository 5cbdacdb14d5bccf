import { Text, View } from '@tarojs/components'
import { aria } from './aria'
import { Press } from './press'
import './segments.css'

export type Choice<Key extends string> = { key: Key; label: string; count?: string }
type Choices<Key extends string> = { choices: readonly Choice<Key>[]; chosen: Key; onChoose: (key: Key) => void }

/** Parts of one page under its title (共性 8/12 · 示范 1/3 · 扣分). */
export function Segments<Key extends string>({ choices, chosen, onChoose }: Choices<Key>) {
  return (
    <View className="segments" {...aria({ role: 'tablist' })}>
      {choices.map(({ key, label, count }) => (
        <Press
          key={key}
          role="tab"
          selected={key === chosen}
          className={key === chosen ? 'segment segment-chosen' : 'segment'}
          onPress={() => onChoose(key)}
        >
          <Text>{label}</Text>
          {count && <Text className="segment-count"> {count}</Text>}
        </Press>
      ))}
    </View>
  )
}

/** One of two or more views of the same thing (总分 · 进步 · 四卷 · 满意度). */
export function Switch<Key extends string>({ choices, chosen, onChoose }: Choices<Key>) {
  return (
    <View className="switch" {...aria({ role: 'tablist' })}>
      {choices.map(({ key, label }) => (
        <Press
          key={key}
          role="tab"
          selected={key === chosen}
          className={key === chosen ? 'switch-key switch-chosen' : 'switch-key'}
          pressedClass={key === chosen ? 'none' : 'pressed'}
          onPress={() => onChoose(key)}
        >
          <Text>{label}</Text>
        </Press>
      ))}
    </View>
  )
}
