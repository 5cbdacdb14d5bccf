import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { go, pageQuery, restartAt } from '../../client/navigate'
import { useDeductions, useServerNow } from '../../client/use-deductions'
import { Card, Row, Section } from '../../components/card'
import { DeductionStateChip } from '../../components/deduction-state'
import { Screen, type ScreenState } from '../../components/screen'
import { SheetHead } from '../../components/sheet-head'
import { StaleNotice } from '../../components/stale-notice'
import type { Deduction, DeductionState } from '../../contract/deductions'
import { shanghaiClock } from '../../domain/shanghai-clock'

/** 扣分与申诉: all of a round's, what waits for somebody first. No marks, no sum. */
export default function DeductionsPage() {
  const [{ round: roundId = '' }] = useState(pageQuery)
  const { data, screen, offline, stale } = useDeductions(roundId, null)
  const now = useServerNow(data)
  const deductions = data?.deductions ?? []
  const state = data && deductions.length === 0 ? NONE : screen
  return (
    <Screen title="扣分与申诉" broad state={state} offline={offline}>
      <SheetHead>
        <View className="apart">
          <Text className="small quiet">{`共 ${deductions.length} 条`}</Text>
          <Text className="small">{waitingInWords(deductions)}</Text>
        </View>
      </SheetHead>
      <StaleNotice stale={stale} />
      {groups.map(({ title, remark, states }) => {
        const those = deductions.filter((one) => states.includes(one.state))
        if (those.length === 0) return null
        return (
          <Section key={title} title={title} remark={remark}>
            <Card>
              {those.map((one) => (
                <DeductionRow key={one.id} deduction={one} now={now} roundId={roundId} />
              ))}
            </Card>
          </Section>
        )
      })}
      <View className="small quiet mt-4">这里只看事实和程序。封存以前，扣多少、影响谁，都不算也不显示。</View>
    </Screen>
  )
}

const groups: { title: string; remark: string; states: DeductionState[] }[] = [
  { title: '申诉待定', remark: '封存前要两个人定', states: ['appealed'] },
  { title: '等确认', remark: '收卷时没人确认就作废', states: ['proposed'] },
  { title: '已确认', remark: '村里可在申诉期内申诉', states: ['confirmed'] },
  { title: '有了结论', remark: '维持、撤销或作废', states: ['upheld', 'revoked', 'lapsed'] },
]

function DeductionRow({ deduction, now, roundId }: { deduction: Deduction; now: number; roundId: string }) {
  const { id, villageName, title, occurrences, proposedAt, proposalId, state, appealUntil } = deduction
  return (
    <Row
      strong
      title={`${villageName}：${title}`}
      note={
        <>
          <View>{`${occurrences} 处，${whose(deduction)}，${shanghaiClock(proposedAt)}`}</View>
          {proposalId !== null && <View className="amber">已提请处理，等第二个人同意</View>}
          <DeductionStateChip state={state} appealUntil={appealUntil} now={now} />
        </>
      }
      onPress={() => go('manage/deductions/one/index', { round: roundId, deduction: id })}
    />
  )
}

function whose({ source, proposerName }: Deduction): string {
  return source === 'overdue' ? '逾期问题自动提出' : `${proposerName}提出`
}

function waitingInWords(deductions: readonly Deduction[]): string {
  const appealed = deductions.filter(({ state }) => state === 'appealed').length
  const proposed = deductions.filter(({ state }) => state === 'proposed').length
  const words = [appealed > 0 && `${appealed} 条申诉待定`, proposed > 0 && `${proposed} 条等确认`].filter(Boolean)
  return words.length === 0 ? '没有要等的' : words.join('，')
}

const NONE: ScreenState = {
  empty: '今天没有扣分',
  text: '评委提出的扣分、村里的申诉，都在这里。',
  icon: 'paper',
  action: { label: '回到首页', onPress: () => restartAt('pages/home/index') },
}
