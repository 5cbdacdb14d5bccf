import { Text, View } from '@tarojs/components'
import { aria } from '../../components/aria'
import { Press } from '../../components/press'
import { LETTERS } from './typed-code'
import type { CardEntry } from './use-card'

/** The card's own letters and no others: a Chinese keyboard would make words of them. */
export function Keyboard({ type, undo, clearAll }: CardEntry) {
  return (
    <View className="keys" {...aria({ role: 'group', label: '户码键盘' })}>
      {LETTERS.map((letter) => (
        <Press key={letter} className="key" onPress={() => type(letter)}>
          <Text>{letter}</Text>
        </Press>
      ))}
      <Press className="key key-wide" label="全部重输" onPress={clearAll}>
        <Text>全清</Text>
      </Press>
      <Press className="key key-wide" label="删掉一个" onPress={undo}>
        <Text>删一个</Text>
      </Press>
    </View>
  )
}
