import { Text, View } from '@tarojs/components'
import type { CardLine } from '../../contract/explanation'
import { signedText, wholeText } from './whole-text'

/** Every inspector's score, highest first, with the sums that gave it; where nothing was corrected, one column less two. */
export function CardTable({ cards }: { cards: readonly CardLine[] }) {
  const corrected = cards.some(({ plain, adjusted }) => plain !== adjusted)
  return (
    <View className="mt-2">
      <View className="how-line how-heads small quiet">
        <Text className="how-name">{corrected ? '校正后由高到低' : '由高到低'}</Text>
        <View className="how-cells">
          {corrected && <Text className="how-cell">原分</Text>}
          {corrected && <Text className="how-cell">校正</Text>}
          <Text className="how-cell">{corrected ? '校正后' : '得分'}</Text>
        </View>
      </View>
      {cards.map((card, place) => (
        // Two inspectors may bear one name.
        <CardRow key={String(place)} card={card} corrected={corrected} />
      ))}
    </View>
  )
}

function CardRow({ card, corrected }: { card: CardLine; corrected: boolean }) {
  const { inspector, working, plain, correction, clamped, adjusted, dropped } = card
  return (
    <View className="how-row">
      <View className={dropped ? 'how-line quiet' : 'how-line'}>
        <Text className="how-name">{inspector}</Text>
        <View className="how-cells">
          {corrected && <Text className="how-cell">{wholeText(plain)}</Text>}
          {corrected && <Text className="how-cell quiet">{signedText(correction)}</Text>}
          <Text className={dropped ? 'how-cell how-dropped' : 'how-cell strong'}>{wholeText(adjusted)}</Text>
        </View>
      </View>
      {dropped && <View className="small">{DROPPED[dropped]}</View>}
      {working.map((sum) => (
        <View className="small quiet" key={sum}>
          {sum}
        </View>
      ))}
      {clamped !== 0 && <View className="small quiet">超出 0 分到满分的部分不算：{signedText(clamped)}</View>}
    </View>
  )
}

const DROPPED = { highest: '最高，去掉', lowest: '最低，去掉' } as const
