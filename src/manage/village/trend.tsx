import { Text, View } from '@tarojs/components'
import { Bar } from '../../components/bar'
import { Card, Section } from '../../components/card'
import type { TrendPoint } from '../../contract/ranking'
import { centsText } from '../../domain/cents-text'
import { U, type Units } from '../../domain/units'

/** 走势: rank and total, round by round, the newest last; a round without a rank says why. */
export function Trend({ points }: { points: readonly TrendPoint[] }) {
  return (
    <Section title="走势" remark={`${points.length} 次拉练，横条是总分`}>
      <Card>
        {points.map((point) => (
          <View className="item" key={point.roundId}>
            <View className="item-head">
              <Text className="item-title">第 {point.number} 次</Text>
              {point.kind === 'ranked' && (
                <Text className="nowrap">
                  第 {point.rank} 名<Text className="small quiet"> / {point.of} 村</Text>
                </Text>
              )}
              <Text className={point.kind === 'ranked' ? 'strong trend-total' : 'quiet trend-total'}>
                {point.kind === 'ranked' ? centsText(point.total) : gapInWords[point.reason]}
              </Text>
            </View>
            <View className="small quiet">{point.kind === 'gap' ? `${point.date}，没有名次` : point.date}</View>
            {point.kind === 'ranked' && point.change && <View className="small quiet">{inWords(point.change)}</View>}
            {point.kind === 'ranked' && (
              <View className="mt-1">
                <Bar part={point.total / FULL} />
              </View>
            )}
          </View>
        ))}
      </Card>
    </Section>
  )
}

/** The three papers' weights add up to it in every scheme. */
const FULL = 100 * U

const gapInWords = { absent: '不在路线上', deferred: '缓评' } as const

/** 比第 1 次升 2 位，总分高 3.40. A plus is 增量's alone, which leaves out what only one of the rounds measured. */
function inWords({ since, ranks, total }: Change): string {
  const moved = ranks === 0 ? '名次持平' : ranks > 0 ? `升 ${ranks} 位` : `降 ${-ranks} 位`
  return `比第 ${since} 次${moved}，${totalMoved(total)}`
}

function totalMoved(change: Units): string {
  if (change === 0) return '总分一样'
  return change > 0 ? `总分高 ${centsText(change)}` : `总分低 ${centsText(-change)}`
}

type Change = NonNullable<Extract<TrendPoint, { kind: 'ranked' }>['change']>
