import { Text, View } from '@tarojs/components'
import { go } from '../../client/navigate'
import { Card, Section } from '../../components/card'
import { Icon } from '../../components/icon'
import { Press } from '../../components/press'
import { StateChip } from '../../components/state-chip'
import type { FindingRow } from './finding-rows'

/** 上次的问题，今天看. */
export function Findings({ findings, roundId }: { findings: readonly FindingRow[]; roundId: string }) {
  if (findings.length === 0) return null
  return (
    <Section title="上次的问题，今天看" remark={`${findings.length} 条未销号`}>
      <Card>
        {findings.map((finding) => (
          <Finding key={finding.id} {...finding} roundId={roundId} />
        ))}
      </Card>
    </Section>
  )
}

function Finding({ text, overdueDays, about, deductionId, roundId }: FindingRow & { roundId: string }) {
  return (
    <View className="finding">
      <View>{text}</View>
      {overdueDays > 0 && (
        <View className="finding-overdue">
          <StateChip tone="alarm" icon="warning" wash>{`逾期 ${overdueDays} 天`}</StateChip>
        </View>
      )}
      <View className="small quiet">{about}</View>
      {deductionId && (
        <Press
          className="finding-deduction"
          label="还没改的，可在“扣分”里确认"
          onPress={() => go('inspect/deduct/confirm', { round: roundId, deduction: deductionId })}
        >
          <Text className="grow">还没改的，可在“扣分”里确认</Text>
          <Icon name="forward" size={20} className="quiet" />
        </Press>
      )}
    </View>
  )
}
