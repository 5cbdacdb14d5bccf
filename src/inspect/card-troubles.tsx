import { View } from '@tarojs/components'
import type { KeptCard } from '../client/kept-card'
import { Notice } from '../components/notice'
import { TextButton } from '../components/text-button'
import { momentInWords } from './clock-words'

/** What stands in the way of a card, said plainly above it; nothing, mostly. */
export function CardTroubles({ card, isClosed, isPhoneFull, onTryAgain }: CardTroublesProps) {
  const { refused, lateAt } = card
  if (!refused && lateAt === null && !isClosed && !isPhoneFull) return null
  return (
    <View className="card-troubles">
      {isPhoneFull && (
        <Notice kind="error" title="这部手机存满了">
          刚才的改动没有存住，只在屏幕上。请先删掉一些东西，再改一下任意一项。
        </Notice>
      )}
      {refused && (
        <Notice kind="error" title="没有传上去">
          <View>{refused.problem}</View>
          <View>您打的分都在这部手机里，不会丢。</View>
          <TextButton onPress={onTryAgain}>再传一次</TextButton>
        </Notice>
      )}
      {lateAt !== null ? (
        <Notice title="收卷后才传到，没有计入">
          {`${momentInWords(lateAt)} 已登记。由管理员提请，两人同意后照样计入。`}
        </Notice>
      ) : (
        isClosed && <Notice title="已收卷">现在改的不直接计入，传上去后另行登记，两人同意才算。</Notice>
      )}
    </View>
  )
}

export type CardTroublesProps = {
  card: KeptCard
  isClosed: boolean
  isPhoneFull: boolean
  onTryAgain: () => void
}
