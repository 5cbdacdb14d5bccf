import { Text, View } from '@tarojs/components'
import { go, restartAt } from '../../client/navigate'
import { Card, Section } from '../../components/card'
import { MainButton } from '../../components/main-button'
import { Notice } from '../../components/notice'
import { roundStateInWords } from '../../components/round-words'
import { Screen, type ScreenState } from '../../components/screen'
import { SheetHead } from '../../components/sheet-head'
import type { DayProgress } from '../../contract/ranking'
import { dayInWords, shanghaiClock } from '../../domain/shanghai-clock'
import './index.css'
import { InspectorRow } from './inspector-row'
import { StopRow } from './stop-row'
import { type ProgressView, useProgress } from './use-progress'

/** What is in and what is out. Never a score, an average or a rank: the order is the route's. */
export default function ProgressPage() {
  const { data, screen, offline, stale } = useProgress()
  if (data?.kind !== 'day')
    return <Screen title="今天的进度" broad state={data ? withoutDay(data) : screen} offline={offline} />

  const { day, isAdministrator } = data
  const { round, stops, inspectors } = day
  return (
    <Screen
      title="今天的进度"
      broad
      offline={offline}
      dock={
        isAdministrator && (
          <View className="dock-pair">
            {round.state === 'running' && (
              <MainButton kind="outline" narrow onPress={() => go('manage/day/index', { round: round.id })}>
                当日调整
              </MainButton>
            )}
            <MainButton kind="outline" onPress={() => go('manage/round/index', { round: round.id })}>
              {round.state === 'running' ? '去收卷和封存' : '去封存'}
            </MainButton>
          </View>
        )
      }
    >
      {stale && (
        <View className="mb-2">
          <Notice title={`没有连上，下面是 ${shanghaiClock(day.at)} 的`}>{stale}</Notice>
        </View>
      )}
      <Summary day={day} />
      <Section title="各村" remark="按路线的先后">
        <Card>
          {stops.map((stop) => (
            <StopRow key={stop.village.id} stop={stop} isSurveyed={!round.rehearsal} />
          ))}
        </Card>
      </Section>
      {inspectors.length > 0 && (
        <Section title={isAdministrator ? '评委' : '我的评分'} remark={isAdministrator ? missingWords(day) : undefined}>
          <Card>
            {inspectors.map((inspector) => (
              <InspectorRow key={inspector.memberId} inspector={inspector} />
            ))}
          </Card>
        </Section>
      )}
      <View className="small quiet mt-4">
        {shanghaiClock(day.at)} 看到的，每两分钟自己更新。
        {round.rehearsal ? '演练没有村民测评。' : '答卷数每 5 份记一次。'}公布以前，任何人都看不到得分和名次。
      </View>
    </Screen>
  )
}

function Summary({ day }: { day: DayProgress }) {
  const { round, stops } = day
  const going = stops.filter(({ state }) => state !== 'skipped')
  const reached = going.filter(({ quotaReached }) => quotaReached).length
  return (
    <SheetHead>
      <View className="apart">
        <Text className="small quiet">
          第 {round.number} 次拉练，{dayInWords(round.day)}
        </Text>
        <Text className="small">{stateWord(day)}</Text>
      </View>
      <View className="progress-sums">
        <Sum name="评分表" value={sum(stops, 'cardsIn')} of={sum(stops, 'cardsExpected')} />
        <Sum name="到过的村" value={going.filter(({ arrivedAt }) => arrivedAt !== null).length} of={going.length} />
        {!round.rehearsal && <Sum name="答卷达到" value={reached} of={going.length} />}
      </View>
    </SheetHead>
  )
}

/** Of the villages that are told below: a district leader's are the district's. */
function sum(stops: DayProgress['stops'], what: 'cardsIn' | 'cardsExpected'): number {
  return stops.reduce((total, stop) => total + stop[what], 0)
}

function Sum({ name, value, of }: { name: string; value: number; of: number }) {
  return (
    <View className="progress-sum">
      <View className="small quiet">{name}</View>
      <View>
        <Text className="figure">{String(value)}</Text>
        <Text className="quiet"> / {of}</Text>
      </View>
    </View>
  )
}

function stateWord({ round, closedAt }: DayProgress): string {
  if (round.state === 'ready') return '还没开始'
  if (round.state === 'running') return '正在进行'
  return closedAt === null ? '已收卷' : `${shanghaiClock(closedAt)} 收卷`
}

function missingWords({ cardsIn, cardsExpected }: DayProgress): string {
  return cardsIn === cardsExpected ? '都交齐了' : `还差 ${cardsExpected - cardsIn} 张评分表`
}

function withoutDay({ round, mayReadBoard }: Extract<ProgressView, { kind: 'noDay' }>): ScreenState {
  const home = { label: '回到首页', onPress: () => restartAt('pages/home/index') }
  if (!round) return { empty: '今天没有拉练', text: '拉练那天，进度在这里两分钟一更新。', icon: 'flag', action: home }
  const title = `第 ${round.number} 次拉练${roundStateInWords[round.state]}`
  if (mayReadBoard)
    return {
      empty: title,
      text: '当天的进度已经收起来了。',
      icon: 'flag',
      action: { label: '看榜单', onPress: () => go('pages/board/index', { round: round.id }) },
    }
  return { empty: title, text: '现在没有进度可看。', icon: 'flag', action: home }
}
