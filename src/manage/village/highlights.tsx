import { View } from '@tarojs/components'
import { Card, Section } from '../../components/card'
import type { ShownHighlight } from '../../contract/scoring'

/** 亮点: what inspectors saw that day. */
export function Highlights({ highlights }: { highlights: readonly ShownHighlight[] }) {
  return (
    <Section title="亮点" remark={highlights.length > 0 && `评委记下 ${highlights.length} 条`}>
      <Card padded={highlights.length === 0}>
        {highlights.length === 0 && <View className="quiet">这次没有记下亮点。</View>}
        {highlights.map(({ text }, index) => (
          <View className="item" key={String(index)}>
            {text}
          </View>
        ))}
      </Card>
    </Section>
  )
}
