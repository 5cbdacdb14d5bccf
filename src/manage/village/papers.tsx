import { Text, View } from '@tarojs/components'
import { Bar } from '../../components/bar'
import { Card } from '../../components/card'
import type { VillageResult } from '../../contract/ranking'
import { centsText } from '../../domain/cents-text'
import { U, type Units } from '../../domain/units'
import { MedianBar } from './median-bar'
import { PaperHead } from './paper-head'
import { MovesLegend, PaperMoves } from './paper-moves'
import { severityInWords } from './severity-words'

/** The four papers, with the median of the ranked villages as a tick: since the round before, where there is one. */
export function Papers({ result }: { result: VillageResult }) {
  const { former } = result
  const hasMoves = former !== null && Object.values(former.papers).some((score) => score !== null)
  return (
    <Card className="mt-3">
      {hasMoves ? <PaperMoves result={result} former={former} /> : <PaperBars result={result} />}
      <Deducted result={result} />
      {hasMoves ? <MovesLegend result={result} former={former} /> : <BarsLegend result={result} />}
    </Card>
  )
}

/** Without a round before: each paper from 0 to its full mark. */
function PaperBars({ result: { row, weights, medians, severity, plain } }: { result: VillageResult }) {
  return (
    <>
      <Paper
        title="共性目标"
        full={weights.common}
        score={row.common}
        median={medians.common}
        plain={severity.common === 'applied' ? plain?.common : undefined}
      />
      <Paper
        title="示范目标"
        full={weights.demonstration}
        score={row.demonstration}
        median={medians.demonstration}
        plain={severity.demonstration === 'applied' ? plain?.demonstration : undefined}
      />
      {weights.satisfaction > 0 && (
        <Paper title="满意度" full={weights.satisfaction} score={row.satisfaction} median={medians.satisfaction} />
      )}
    </>
  )
}

function BarsLegend({ result: { villages, severity } }: { result: VillageResult }) {
  return (
    <View className="paper-legend small quiet">
      <View className="median-mark" />
      <Text>{villages} 村中位</Text>
      <Text className="push">{severityInWords(severity)}</Text>
    </View>
  )
}

function Deducted({ result: { row, deductionCap } }: { result: VillageResult }) {
  const deductions = row.deductions ?? 0
  return (
    <View className="paper">
      <View className="paper-head">
        <Text>扣分</Text>
        <Text className="small quiet paper-full">最多 {deductionCap}</Text>
        <Text className={deductions > 0 ? 'paper-score alarm push' : 'paper-score push'}>
          {deductions > 0 ? centsText(-deductions) : '0'}
        </Text>
      </View>
      {deductions > 0 && <Bar part={deductions / (deductionCap * U)} hatched big />}
    </View>
  )
}

function Paper({ title, full, score, median, plain }: PaperProps) {
  return (
    <View className="paper">
      <PaperHead
        title={title}
        full={full}
        before={plain === undefined ? undefined : `校正前 ${centsText(plain)}`}
        score={centsText(score ?? 0)}
      />
      <MedianBar score={score ?? 0} median={median} full={full * U} big />
    </View>
  )
}

type PaperProps = { title: string; full: number; score: Units | null; median: Units | null; plain?: Units }
