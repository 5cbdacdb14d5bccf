import { View } from '@tarojs/components'
import { Card, Row, Section } from '../../components/card'
import { StateChip } from '../../components/state-chip'
import type { DayProgress } from '../../contract/ranking'
import type { LateSend } from '../../contract/scoring'
import { shanghaiClock } from '../../domain/shanghai-clock'

/** What came after closing: whose, of which village, when it was done and when it arrived. Never a value. */
export function LateWork({ late }: Pick<DayProgress, 'late'>) {
  if (late.length === 0) return null
  return (
    <Section title="收卷后才到的" remark={`${late.length} 项`}>
      <Card>
        {late.map((one) => (
          <Row
            key={one.sendId}
            strong
            title={`${one.memberName}：${one.villageName}${WHAT[one.action]}`}
            note={<View>{`${shanghaiClock(one.at)} 做的，${shanghaiClock(one.receivedAt)} 收到`}</View>}
            end={<LateState state={one.state} />}
          />
        ))}
      </Card>
      <View className="small quiet mt-2">都原样留着，这里不看内容。两人同意采纳的才计入。</View>
    </Section>
  )
}

function LateState({ state }: Pick<LateSend, 'state'>) {
  switch (state) {
    case 'waiting':
      return (
        <StateChip tone="amber" icon="clock">
          等待处理
        </StateChip>
      )
    case 'admitted':
      return (
        <StateChip tone="jade" icon="tick">
          已采纳
        </StateChip>
      )
    case 'refused':
      return (
        <StateChip tone="quiet" icon="cross">
          未采纳
        </StateChip>
      )
  }
}

const WHAT: Record<LateSend['action'], string> = {
  arrive: '到点',
  saveMarks: '改分',
  submit: '提交评分表',
  deduct: '提出扣分',
  confirmDeduction: '确认扣分',
}
