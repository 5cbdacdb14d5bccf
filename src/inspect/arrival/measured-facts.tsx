import { Text, View } from '@tarojs/components'
import { Card, Section } from '../../components/card'
import { Icon } from '../../components/icon'
import { Press } from '../../components/press'

/** 实测数据 to glance at: they are decided, nobody marks them. */
export function MeasuredFacts({ facts, factCount, showAll }: MeasuredFactsProps) {
  if (factCount === 0) return null
  return (
    <Section title="实测数据" remark="已核对，得分锁定">
      <Card>
        {facts.map(({ id, noun, value, mark, full }) => (
          <View className="fact-row" key={id}>
            <Text>{noun}</Text>
            <Text className="quiet nowrap">{value}</Text>
            <View className="fact-figure">
              <Text className="strong">{String(mark)}</Text>
              <Text> / {String(full)}</Text>
            </View>
          </View>
        ))}
        {showAll && (
          <Press className="fact-more" onPress={showAll}>
            <Text>全部 {factCount} 项实测</Text>
            <Icon name="forward" size={20} className="quiet" />
          </Press>
        )}
      </Card>
    </Section>
  )
}

export type MeasuredFactsProps = {
  facts: readonly { id: string; noun: string; value: string; mark: number; full: number }[]
  factCount: number
  showAll?: () => void
}
