import { Text, View } from '@tarojs/components'
import { Bar } from '../../components/bar'
import { Card } from '../../components/card'
import type { VillageResult } from '../../contract/ranking'
import { centsText } from '../../domain/cents-text'
import { U, type Units } from '../../domain/units'
import { MedianBar } from './median-bar'

/** The four papers: value against the full mark, with the median of the ranked villages as a tick. */
export function Papers({ result }: { result: VillageResult }) {
  const { row, weights, medians, severity, plain, villages, deductionCap } = result
  const deductions = row.deductions ?? 0
  return (
    <Card className="mt-3">
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
      <View className="paper-legend small quiet">
        <View className="median-mark" />
        <Text>{villages} 村中位</Text>
        <Text className="push">{severityWords(severity)}</Text>
      </View>
    </Card>
  )
}

function Paper({ title, full, score, median, plain }: PaperProps) {
  return (
    <View className="paper">
      <View className="paper-head">
        <Text>{title}</Text>
        <Text className="small quiet paper-full">满分 {full}</Text>
        <View className="push nowrap">
          {plain !== undefined && <Text className="small quiet">校正前 {centsText(plain)} →</Text>}
          <Text className="paper-score">{centsText(score ?? 0)}</Text>
        </View>
      </View>
      <MedianBar score={score ?? 0} median={median} full={full * U} big />
    </View>
  )
}

type PaperProps = { title: string; full: number; score: Units | null; median: Units | null; plain?: Units }

/** 宽严校正: recusal gives villages different panels; where it was not made, why. */
function severityWords({ common, demonstration }: VillageResult['severity']): string {
  if (common === 'applied' || demonstration === 'applied') return '评委宽严已校正'
  return common === 'not estimable' ? '评委宽严校正不了' : '评委宽严没有校正'
}
