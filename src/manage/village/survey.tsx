import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { Card, Row, Section } from '../../components/card'
import { Interval } from '../../components/range-lines'
import { StateChip } from '../../components/state-chip'
import type { VillageResult } from '../../contract/ranking'
import { percentText, pointsText } from '../../domain/cents-text'
import { QuestionRow } from './question-row'
import { twoEnds } from './stands-out'

/** What the villagers said: how many, how sure, item by item. */
export function Survey({ result }: { result: VillageResult }) {
  const { survey, shown } = result
  // A skipped village's responses do not count: none of them is told.
  const questions = survey.valid === null ? [] : result.questions
  const valid = survey.valid === null ? '不足 5 份' : `${survey.valid} 份`
  const axis = axisFrom(shown)
  return (
    <Section title="满意度" remark={`有效 ${valid}，应有 ${survey.quota} 份`}>
      <Card>
        <View className="survey-line">
          <Text>份数</Text>
          <View className="push">
            {survey.quotaReached ? (
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
            value={`${hundredths(shown.rate)}%`}
            ends={`${hundredths(shown.rateInterval[0])}–${hundredths(shown.rateInterval[1])}%`}
            at={shown.rate * 100}
            interval={[shown.rateInterval[0] * 100, shown.rateInterval[1] * 100]}
            from={axis}
          />
        )}
        {shown.rate !== null && shown.rateBound && (
          <View className="measured">
            <View className="item-head">
              <Text>基本满意以上</Text>
              <Text className="push nowrap measured-value">
                {hundredths(shown.rate)}%{shown.rateBound === 'least' ? '以上' : '以下'}
              </Text>
            </View>
            <View className="small quiet">{boundInWords[shown.rateBound]}</View>
          </View>
        )}
        <View className="survey-foot small quiet">
          <Text>{shown.mean === null ? '不足 5 份，不显示平均' : `区间仅含抽样波动，轴 ${axis}–100`}</Text>
          {shown.coverage !== null && <Text className="push nowrap">覆盖 {percentText(shown.coverage)}%</Text>}
        </View>
        {survey.byCard !== null && (
          <View className="survey-foot small quiet">
            有效中凭户码的{survey.byCard === 0 ? '不足 5 份' : ` ${survey.byCard}–${survey.byCard + 4} 份`}
          </View>
        )}
        {survey.received > 0 && (
          <View className="survey-foot small quiet">
            收到 {survey.received}–{survey.received + 4} 份，不计的和无效的不单列
          </View>
        )}
      </Card>
      {questions.length === 0 ? (
        <Card padded>
          <Text className="quiet">有效答卷不足 5 份，逐题不显示。</Text>
        </Card>
      ) : (
        <Questions result={result} />
      )}
    </Section>
  )
}

/** Both ends first, all of them by a tap. */
function Questions({ result }: { result: VillageResult }) {
  const { questions, former } = result
  const [open, setOpen] = useState(false)
  const last = new Map(former?.questions.map(({ id, mean }) => [id, mean]))
  const few = twoEnds(questions, last)
  return (
    <Card>
      {(open ? questions : few).map((question) => (
        <QuestionRow key={question.id} question={question} last={last.get(question.id) ?? null} />
      ))}
      {few.length < questions.length && (
        <Row title={open ? '只看两头' : `全部 ${questions.length} 题`} onPress={() => setOpen(!open)} />
      )}
      <QuestionFoot result={result} />
    </Card>
  )
}

function QuestionFoot({ result: { former, questions } }: { result: VillageResult }) {
  const sentences = [
    former && former.questions.length > 0 ? `▲▼ 和第 ${former.number} 次拉练比。` : '',
    questions.some(({ answered, mean }) => answered === null && mean !== null)
      ? '没写人数的题，不了解的不足 5 人，也可能没有。'
      : '',
  ].join('')
  return sentences === '' ? null : <View className="question-foot small quiet">{sentences}</View>
}

/** Who is on the other side are so few, or none, that their number would tell who. */
const boundInWords = {
  least: '不满意的不足 5 人，不显示确数',
  most: '满意的不足 5 人，不显示确数',
} as const

/** A share that came in whole hundredths. */
function hundredths(share: number): number {
  return Math.round(share * 100)
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
