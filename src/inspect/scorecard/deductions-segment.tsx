import { View } from '@tarojs/components'
import { DeductionGroups } from '../deduct/deduction-groups'
import { useDeductionLines } from '../deduct/use-deduction-lines'

/** 扣分 of this village: what waits for my word, what I proposed and what became of it. */
export function DeductionsSegment({ roundId, villageId }: { roundId: string; villageId: string }) {
  const lines = useDeductionLines(roundId, villageId)
  if (lines.length > 0) return <DeductionGroups roundId={roundId} lines={lines} />
  return (
    <View className="segment-empty">
      <View className="title">没有扣分</View>
      <View className="quiet mt-2">
        看到目录里的事才提。提出后要另一个区的评委也看到并确认，村里可以申诉。没有信号也能提。
      </View>
    </View>
  )
}
