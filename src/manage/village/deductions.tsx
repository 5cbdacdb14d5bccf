import { Text, View } from '@tarojs/components'
import { Card, Section } from '../../components/card'
import type { VillageResult } from '../../contract/ranking'
import { centsText } from '../../domain/cents-text'

/** What was taken off, item by item, each up to its own cap. */
export function Deductions({ result: { deductions, deductionCap } }: { result: VillageResult }) {
  return (
    <Section title="扣分" remark={`合计最多 ${deductionCap}`}>
      <Card padded={deductions.length === 0}>
        {deductions.length === 0 && <Text className="quiet">没有扣分。</Text>}
        {deductions.map(({ title, occurrences, marks }) => (
          <View className="item" key={title}>
            <View className="item-head">
              <Text className="item-title">{title}</Text>
              <Text className="small quiet nowrap">{occurrences} 处</Text>
              <Text className="strong alarm deduction-marks">{centsText(-marks)}</Text>
            </View>
          </View>
        ))}
      </Card>
    </Section>
  )
}
