import { View } from '@tarojs/components'
import { go } from '../../client/navigate'
import { DigestLine } from '../../components/digest-line'
import { MainButton } from '../../components/main-button'
import { Screen } from '../../components/screen'
import { SheetHead } from '../../components/sheet-head'
import { StaleNotice } from '../../components/stale-notice'
import { Equation } from './equation'
import './index.css'
import { Step } from './step'
import { type How, useHow } from './use-how'

/** 这个分数怎么来的: one village's score from the inspectors' marks to its rank, to follow with a pocket calculator. */
export default function HowPage() {
  const { data, screen, offline, stale } = useHow()
  if (!data) return <Screen title="这个分数怎么来的" broad state={screen} offline={offline} />

  const { round, digest, steps } = data
  const isDeferred = steps.some(({ kind }) => kind === 'deferred')
  return (
    <Screen
      title={isDeferred ? '为什么缓评' : '这个分数怎么来的'}
      broad
      offline={offline}
      dock={round.state !== 'sealed' && <Recompute roundId={round.id} />}
    >
      <Head how={data} />
      <StaleNotice stale={stale} />
      {steps.map((step) => (
        <Step step={step} key={step.kind} />
      ))}
      <View className="mt-4">
        <DigestLine digest={digest} />
      </View>
    </Screen>
  )
}

function Head({ how: { round, village, steps } }: { how: How }) {
  const total = steps.find((step) => step.kind === 'total')
  if (total) return <Equation village={village.name} shown={total.shown} />
  return (
    <SheetHead>
      <View className="title">{village.name}</View>
      <View className="small quiet">第 {round.number} 次拉练没有分数和名次</View>
    </SheetHead>
  )
}

/** What it needs, the public edition, is there once it is announced. */
function Recompute({ roundId }: { roundId: string }) {
  return (
    <MainButton kind="outline" icon="verified" onPress={() => go('manage/verify/index', { round: roundId })}>
      在这部手机上重算一遍
    </MainButton>
  )
}
