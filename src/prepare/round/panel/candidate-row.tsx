import { View } from '@tarojs/components'
import { Icon } from '../../../components/icon'
import { Press } from '../../../components/press'
import type { Candidate } from './use-panel'
import '../../../components/choice-rows.css'
import '../../../components/check-rows.css'

type CandidateRowProps = {
  candidate: Candidate
  chosen: boolean
  /** Villages of the route they may not judge. */
  recused: { name: string; because: string }[]
  onToggle: () => void
}

export function CandidateRow({ candidate: { name, bound }, chosen, recused, onToggle }: CandidateRowProps) {
  const notes = [recusedInWords(recused), bound ? '' : '还没有绑定微信，当天进不来'].filter(Boolean)
  return (
    <Press
      className={chosen ? 'choice choice-chosen' : 'choice'}
      label={[name, chosen ? '在评审组里' : '不在评审组里', ...notes].join('，')}
      onPress={onToggle}
    >
      <View className="check-box">{chosen && <Icon name="tick-bold" size={16} />}</View>
      <View className="grow">
        <View className={chosen ? 'strong' : ''}>{name}</View>
        {recused.length > 0 && <View className="small quiet">{recusedInWords(recused)}</View>}
        {!bound && <View className="small amber">还没有绑定微信，当天进不来</View>}
      </View>
    </Press>
  )
}

/** 回避 3 个村：云溪村、清港村，同区；石桥村，联系这个村（镇党委委员） */
function recusedInWords(recused: CandidateRowProps['recused']): string {
  if (recused.length === 0) return ''
  const reasons = [...new Set(recused.map(({ because }) => because))]
  const told = reasons.map((reason) => {
    const names = recused.filter(({ because }) => because === reason).map(({ name }) => name)
    return `${names.join('、')}，${reason}`
  })
  return `回避 ${recused.length} 个村：${told.join('；')}`
}
