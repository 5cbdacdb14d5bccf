import { Text, View } from '@tarojs/components'
import { whyDeferred } from '../../components/deferred-words'
import type { Board, BoardRow } from '../../contract/ranking'
import { countsOf, dateOf, titleOf } from './words'

/** First of all the fingerprint: read out before anybody knows a place, so that none can be changed afterwards. */
export function TitleSlide({ board }: { board: Board }) {
  const groups = board.digest.replace(/^sha256:/, '').match(/.{4}/g) ?? []
  return (
    <View className="rv-middle">
      <View className="rv-title">{titleOf(board)}</View>
      <View className="rv-subtitle">{[dateOf(board), ...countsOf(board)].join(' · ')}</View>
      <View className="rv-digest-head">摘要</View>
      {[groups.slice(0, 8), groups.slice(8)].map((line) => (
        <View className="rv-digest" key={line.join('')}>
          {line.map((group, i) => (
            <Text className="rv-digest-group" key={String(i)}>
              {group}
            </Text>
          ))}
        </View>
      ))}
      <View className="rv-digest-text">
        <View>榜单和全部打分、答卷的指纹，揭榜前先公示，公布后人人可以重算。</View>
        <View>通报上印的和它一样，就是同一份榜单。</View>
      </View>
    </View>
  )
}

/** What the host wants to say: as large as it fits. */
export function MessageSlide({ text }: { text: string }) {
  const size = text.length <= 14 ? 'rv-message-short' : text.length <= 44 ? '' : 'rv-message-long'
  return (
    <View className="rv-middle">
      <View className={`rv-message ${size}`}>
        {text.split('\n').map((line, i) => (
          <View key={String(i)}>{line}</View>
        ))}
      </View>
    </View>
  )
}

export function DeferredSlide({ board, rows }: { board: Board; rows: readonly BoardRow[] }) {
  return (
    <View className="rv-middle">
      <View className="rv-title">缓评</View>
      <View className="rv-names">
        {rows.map(({ village }) => (
          <Text className={rows.length > 12 ? 'rv-name rv-name-small' : 'rv-name'} key={village.id}>
            {village.name}
          </Text>
        ))}
      </View>
      <View className="rv-subtitle">这次不排名次：{whyDeferred(board.weights)}。</View>
    </View>
  )
}

/** Nothing but the round's title, while somebody speaks. */
export function PauseSlide({ board }: { board: Board }) {
  return (
    <View className="rv-middle">
      <View className="rv-subtitle">{titleOf(board)}</View>
    </View>
  )
}
