import { View } from '@tarojs/components'
import type { KeptCard } from '../client/kept-card'
import { Notice } from '../components/notice'
import { TextButton } from '../components/text-button'
import { errors } from '../contract/errors'
import type { RoundState } from '../contract/parts'
import { momentInWords } from './clock-words'

/** What stands in the way of a card, said plainly above it; nothing, mostly. */
export function CardTroubles({ card, state, isPhoneFull, onTryAgain }: CardTroublesProps) {
  const { refused, late } = card
  const notStarted = state === 'ready' && refused?.code === 'wrongState'
  const isClosed = state !== 'ready' && state !== 'running'
  if (!refused && !late && !isClosed && !isPhoneFull) return null
  return (
    <View className="card-troubles">
      {isPhoneFull && (
        <Notice kind="error" title="这部手机存满了">
          刚才的改动没有存住，只在屏幕上。请先删掉一些东西，再改一下任意一项。
        </Notice>
      )}
      {refused && (
        <Notice kind="error" title={notStarted ? '拉练还没有开始' : '没有传上去'}>
          {!notStarted && <View>{refused.problem || errors[refused.code]}</View>}
          <View>您打的分都在这部手机里，不会丢{notStarted ? '，开始后自己传' : ''}。</View>
          <TextButton onPress={onTryAgain}>再传一次</TextButton>
        </Notice>
      )}
      {isSealed(state) ? (
        <Notice title="已封存">现在改的不再计入。您的评分表计入了没有，在核对那一页看。</Notice>
      ) : late ? (
        <Notice title={card.submitted && !late.marks ? '收卷后的改动没有计入' : '收卷后才传到，没有计入'}>
          {`${momentInWords(late.at)} 已登记。由管理员提请，两人同意后照样计入。`}
        </Notice>
      ) : (
        isClosed && <Notice title="已收卷">现在改的不直接计入，传上去后另行登记，两人同意才算。</Notice>
      )}
    </View>
  )
}

/** What counts stands; nothing that is typed now can change it. */
export function isSealed(state: RoundState): boolean {
  return state === 'sealed' || state === 'announced' || state === 'archived'
}

export type CardTroublesProps = {
  card: KeptCard
  /** The round's, as last known here. */
  state: RoundState
  isPhoneFull: boolean
  onTryAgain: () => void
}
