import { View } from '@tarojs/components'
import { useState } from 'react'
import { Card, Row, Section } from '../../components/card'
import { FindingState } from '../../components/finding-state'
import type { ShownFinding } from '../../contract/scoring'

/** As many stand there at least; what is still open always does. */
const FEW = 4

/** 问题与整改: what is still open first, by its deadline, then what is done with, the newest first. */
export function Findings({ findings }: { findings: readonly ShownFinding[] }) {
  const [all, setAll] = useState(false)
  const open = findings.filter(({ state }) => state !== 'verified').sort(byDeadline)
  const closed = findings.filter(({ state }) => state === 'verified')
  const shown = all ? [...open, ...closed] : [...open, ...closed].slice(0, Math.max(open.length, FEW))
  return (
    <Section title="问题与整改" remark={findings.length > 0 && `${findings.length} 条，已销号 ${closed.length} 条`}>
      <Card padded={findings.length === 0}>
        {findings.length === 0 && <View className="quiet">没有记下的问题。</View>}
        {shown.map((finding, index) => (
          <View className="item" key={String(index)}>
            <View>{finding.text}</View>
            <View className="small">
              <FindingState finding={finding} />
            </View>
            <View className="small quiet">第 {finding.roundNumber} 次拉练查出</View>
          </View>
        ))}
        {shown.length < findings.length && <Row title={`全部 ${findings.length} 条`} onPress={() => setAll(true)} />}
      </Card>
    </Section>
  )
}

/** Without one: last. */
function byDeadline({ dueOn: a }: ShownFinding, { dueOn: b }: ShownFinding): number {
  if (a === b) return 0
  return a === null || (b !== null && a > b) ? 1 : -1
}
