import { Text, View } from '@tarojs/components'
import { Bar } from '../../components/bar'
import { Card, Section } from '../../components/card'
import { Interval } from '../../components/range-lines'
import { StateChip } from '../../components/state-chip'
import type { VillageResult } from '../../contract/ranking'
import { percentText, pointsText } from '../../domain/cents-text'

/** What the villagers said: how many, how sure, item by item. */
export function Survey({ result }: { result: VillageResult }) {
  const { survey, shown } = result
  // A skipped village's responses do not count: none of them is told.
  const questions = survey.valid > 0 ? result.questions : []
  const reached = survey.valid >= survey.quota
  const axis = axisFrom(shown)
  return (
    <Section title="满意度" remark={`有效 ${survey.valid} 份，应有 ${survey.quota} 份`}>
      <Card>
        <View className="survey-line">
          <Text>份数</Text>
          <View className="push">
            {reached ? (
              <StateChip tone="jade" icon="tick">
                已达
              </StateChip>
            ) : (
              <StateChip tone="amber" icon="warning">
                未达
              </StateChip>
            )}
          </View>
        </View>
        {shown.mean !== null && shown.meanInterval && (
          <Measured
            title="平均"
            value={pointsText(shown.mean)}
            ends={`${pointsText(shown.meanInterval[0])}–${pointsText(shown.meanInterval[1])}`}
            at={shown.mean}
            interval={shown.meanInterval}
            from={axis}
          />
        )}
        {shown.rate !== null && shown.rateInterval && (
          <Measured
            title="基本满意以上"
            value={`${percentText(shown.rate)}%`}
            ends={`${percentText(shown.rateInterval[0])}–${percentText(shown.rateInterval[1])}%`}
            at={shown.rate * 100}
            interval={[shown.rateInterval[0] * 100, shown.rateInterval[1] * 100]}
            from={axis}
          />
        )}
        <View className="survey-foot small quiet">
          <Text>{shown.mean === null ? '不足 5 份，不显示平均' : `区间仅含抽样波动，轴 ${axis}–100`}</Text>
          {shown.coverage !== null && <Text className="push">覆盖 {percentText(shown.coverage)}%</Text>}
        </View>
        {survey.received > survey.valid && <View className="survey-foot small quiet">{leftOut(survey)}</View>}
      </Card>
      <Card padded={questions.length === 0}>
        {questions.length === 0 && <Text className="quiet">有效答卷不足 5 份，逐题不显示。</Text>}
        {questions.map(({ id, title, answered, mean }) => (
          <View className="question" key={id}>
            <View className="item-head">
              <Text className="item-title">{title}</Text>
              {mean === null ? (
                <Text className="small quiet nowrap">不足 5 份，不显示</Text>
              ) : (
                <Text className="nowrap">
                  {answered !== null && <Text className="small quiet">{answered} 人答 </Text>}
                  <Text className="strong question-mean">{pointsText(mean, 1)}</Text>
                </Text>
              )}
            </View>
            {mean !== null && <Bar part={mean / 100} />}
          </View>
        ))}
      </Card>
    </Section>
  )
}

/** 收到 171 份：7 份按规则不计，4 份答得太少无效 */
function leftOut({ received, excluded, invalid }: VillageResult['survey']): string {
  const parts = [
    excluded > 0 ? `${excluded} 份按规则不计分` : '',
    invalid > 0 ? `${invalid} 份答得太少无效` : '',
  ].filter(Boolean)
  return `收到 ${received} 份，${parts.join('，')}`
}

function Measured({ title, value, ends, at, interval: [low, high], from }: MeasuredProps) {
  return (
    <View className="measured">
      <View className="item-head">
        <Text>{title}</Text>
        <View className="push nowrap">
          <Text className="small quiet">{ends}</Text>
          <Text className="measured-value">{value}</Text>
        </View>
      </View>
      <Interval low={low} value={at} high={high} from={from} label={`${title} ${value}，区间 ${ends}`} />
    </View>
  )
}

/** Half the scale is enough, unless an interval reaches further down. */
function axisFrom({ meanInterval, rateInterval }: VillageResult['shown']): 0 | 50 {
  const lowest = Math.min(meanInterval?.[0] ?? 100, (rateInterval?.[0] ?? 1) * 100)
  return lowest < 50 ? 0 : 50
}

type MeasuredProps = {
  title: string
  value: string
  ends: string
  at: number
  interval: readonly [number, number]
  from: number
}
