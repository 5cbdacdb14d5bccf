import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { pageQuery, restartAt } from '../../client/navigate'
import { type Deductions, useDeductions, useServerNow } from '../../client/use-deductions'
import { DeductionSheet } from '../../components/deduction-sheet'
import { DeductionStateChip, isOpenToAppeal } from '../../components/deduction-state'
import { MainButton } from '../../components/main-button'
import { Notice } from '../../components/notice'
import { isReason, ReasonField } from '../../components/reason-field'
import { Screen, type ScreenState } from '../../components/screen'
import { SheetHead } from '../../components/sheet-head'
import { StaleNotice } from '../../components/stale-notice'
import { TextButton } from '../../components/text-button'
import { timeLeft } from '../../components/time-left'
import type { Deduction } from '../../contract/deductions'
import { shanghaiClock } from '../../domain/shanghai-clock'
import './index.css'
import { type Appeal, useAppeal } from './use-appeal'

/** 本村扣分: what was confirmed against the village, how long it may still say something, and what became of it. */
export default function VillageDeductionsPage() {
  const [{ round: roundId = '', village }] = useState(pageQuery)
  const { data, screen, offline, stale, reload } = useDeductions(roundId, village ?? null)
  const appeal = useAppeal(roundId, reload)
  const now = useServerNow(data)
  const isOpen = (one: Deduction) => one.may.appeal && isOpenToAppeal({ ...one, now })
  const deductions = [...(data?.deductions ?? [])].sort((a, b) => Number(isOpen(b)) - Number(isOpen(a)))
  // While one is written about, it stands alone: the field below it must not be looked for.
  const writing = deductions.find((one) => one.id === appeal.about && isOpen(one))
  return (
    <Screen
      title="本村扣分"
      state={data && deductions.length === 0 ? NONE : screen}
      offline={offline}
      dock={writing && <AppealDock appeal={appeal} />}
    >
      {data && !writing && <Head data={data} now={now} />}
      <StaleNotice stale={stale} />
      {appeal.refused && (
        <View className="mt-3">
          <Notice kind="error" title="申诉没有送到">
            {appeal.refused.sentence}
          </Notice>
        </View>
      )}
      {(writing ? [writing] : deductions).map((one) => (
        <View key={one.id} className="mt-3">
          <DeductionSheet deduction={one} head={<StateLine deduction={one} now={now} />}>
            <Deed deduction={one} appeal={appeal} open={isOpen(one)} now={now} />
          </DeductionSheet>
        </View>
      ))}
    </Screen>
  )
}

/** What is asked of the village now, and until when. */
function Head({ data: { deductions }, now }: { data: Deductions; now: number }) {
  const open = deductions.filter((one) => isOpenToAppeal({ ...one, now }))
  const villages = [...new Set(deductions.map(({ villageName }) => villageName))].join('、')
  const first = Math.min(...open.map(({ appealUntil }) => appealUntil!))
  return (
    <>
      <SheetHead>
        <View className="number">{villages}</View>
        <View className="quiet">{`这次拉练确认了 ${deductions.length} 条扣分`}</View>
      </SheetHead>
      {open.length > 0 ? (
        <View className="office-lead">
          <View className="title">{`${open.length} 条等您回应，${timeLeft(first, now)}`}</View>
          <View className="mt-1">有不同意见就申诉，写明理由。不申诉即视为认可，不用做什么。</View>
        </View>
      ) : (
        <View className="office-lead">没有要回应的。申诉由两个人一起定，封存以前会有结论。</View>
      )}
    </>
  )
}

function StateLine({ deduction, now }: { deduction: Deduction; now: number }) {
  return (
    <View className="apart mb-2">
      <Text className="small quiet">{`${shanghaiClock(deduction.confirmedAt ?? deduction.proposedAt)} 确认`}</Text>
      <DeductionStateChip state={deduction.state} appealUntil={deduction.appealUntil} now={now} />
    </View>
  )
}

type DeedProps = { deduction: Deduction; appeal: Appeal; open: boolean; now: number }

function Deed({ deduction, appeal, open, now }: DeedProps) {
  if (open && appeal.about === deduction.id)
    return (
      <View className="office-deed">
        <ReasonField
          title="申诉理由"
          hint="给决定的两个人看"
          placeholder="如：照片里的路段属于邻村，界桩在桥东"
          value={appeal.reason}
          onChange={appeal.type}
        />
        <TextButton onPress={appeal.leave}>先不申诉</TextButton>
      </View>
    )
  if (open)
    return (
      <View className="office-deed">
        <View className="small quiet mb-2">{`${shanghaiClock(deduction.appealUntil!)} 以前可以申诉`}</View>
        <MainButton
          kind="outline"
          label={`申诉：${deduction.title}，${timeLeft(deduction.appealUntil!, now)}`}
          onPress={() => appeal.write(deduction)}
        >
          申诉这一条
        </MainButton>
      </View>
    )
  const said = endInWords(deduction)
  return said === '' ? null : <View className="office-deed quiet">{said}</View>
}

function endInWords({ state }: Deduction): string {
  if (state === 'confirmed') return '已过申诉时间，没有申诉，视为认可。'
  return state === 'appealed' ? '申诉已经收到，等两个人定。' : ''
}

function AppealDock({ appeal }: { appeal: Appeal }) {
  if (appeal.doing) return <MainButton kind="off">正在送申诉</MainButton>
  if (!isReason(appeal.reason)) return <MainButton kind="off">先写申诉理由</MainButton>
  return <MainButton onPress={() => void appeal.send()}>提交这条申诉</MainButton>
}

const NONE: ScreenState = {
  empty: '今天没有扣分',
  text: '评委确认了扣分，这里马上看得到，申诉期内可以申诉。',
  icon: 'paper',
  action: { label: '回到首页', onPress: () => restartAt('pages/home/index') },
}
