import { View } from '@tarojs/components'
import { Card } from '../../components/card'
import { FindingState } from '../../components/finding-state'
import type { PublicPage } from '../../contract/survey'

/** 查出的问题, each with what became of it. */
export function Findings({ findings }: { findings: PublicPage['findings'] }) {
  const fixed = findings.filter(({ state }) => state === 'verified').length
  return (
    <>
      <View className="public-title">查出的问题</View>
      {findings.length === 0 ? (
        <View className="quiet">没有记下的问题。</View>
      ) : (
        <>
          <View className="quiet mb-2">
            {fixed === 0 ? `${findings.length} 条` : `${findings.length} 条，改好了 ${fixed} 条`}
          </View>
          <Card>
            {findings.map((finding, index) => (
              <View className="public-row" key={String(index)}>
                <View className="strong">{finding.text}</View>
                <FindingState finding={finding} plain />
              </View>
            ))}
          </Card>
        </>
      )}
    </>
  )
}
