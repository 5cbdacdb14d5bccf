import { View } from '@tarojs/components'
import { go } from '../../client/navigate'
import { Row } from '../../components/card'
import { StateChip } from '../../components/state-chip'
import type { DeductionLine } from './deduction-lines'

/** One deduction in a list; opens what was seen, and the question where it waits for this inspector. */
export function DeductionRow({ roundId, line, withVillage = false }: DeductionRowProps) {
  const { id, title, village, occurrences, isMine, proposed, photos, state, remark } = line
  const what = [
    withVillage ? village : '',
    `${occurrences} 次`,
    isMine ? '' : proposed,
    photos.length > 0 ? `照片\u00a0${photos.length}\u00a0张` : '',
  ].filter(Boolean)
  return (
    <Row
      title={title}
      strong
      label={`${village}，${title}，${occurrences} 次，${state.words}`}
      onPress={() => go('inspect/deduct/confirm', { round: roundId, deduction: id })}
    >
      <View className="small quiet">{what.join('，')}</View>
      <View className="deduction-row-state">
        <StateChip tone={line.mayConfirm ? 'amber' : state.tone} icon={line.mayConfirm ? 'pen' : state.icon}>
          {line.mayConfirm ? '等您确认' : state.words}
        </StateChip>
      </View>
      {remark !== '' && <View className="small quiet">{remark}</View>}
    </Row>
  )
}

export type DeductionRowProps = {
  roundId: string
  line: DeductionLine
  /** In a list over several villages. */
  withVillage?: boolean
}
