import { View } from '@tarojs/components'
import { go } from '../../client/navigate'
import { Card, Row, Section } from '../../components/card'
import { Icon } from '../../components/icon'
import type { DayProgress } from '../../contract/ranking'
import { shanghaiClock } from '../../domain/shanghai-clock'
import { missingWords } from '../progress/inspector-row'

/** What is still out, by whom it is missed: before closing it can still come, afterwards it is said as it was. */
export function StillOut({ day, title }: { day: DayProgress; title: string }) {
  const out = day.inspectors.filter(({ missing }) => missing.length > 0)
  const short = villagesShort(day)
  return (
    <Section title={title} remark={`评分表 ${day.cardsIn}/${day.cardsExpected}`}>
      <Card>
        {out.map(({ memberId, name, missing, lastContactAt }) => (
          <Row
            key={memberId}
            lead={<Icon name="warning" size={22} className="amber" />}
            strong
            title={`${name}还缺 ${missing.length} 张评分表`}
            note={
              <>
                <View>{missingWords(missing)}</View>
                <View>{lastContactAt === null ? '今天还没有联系上' : `最后联系 ${shanghaiClock(lastContactAt)}`}</View>
              </>
            }
          />
        ))}
        {out.length === 0 && <Fine words={inWords(day)} />}
        {short.length > 0 ? (
          <Row
            lead={<Icon name="warning" size={22} className="amber" />}
            strong
            title={`${short.length} 个村答卷未达`}
            note={`${short.join('、')}；缺的份数按 60 分或更低补`}
          />
        ) : (
          <Fine words="各村答卷都已达" />
        )}
        <Row title="看各村进度" onPress={() => go('manage/progress/index', { round: day.round.id })} />
      </Card>
    </Section>
  )
}

function Fine({ words }: { words: string }) {
  return <Row lead={<Icon name="tick" size={22} className="jade" />} title={words} />
}

/** An inspector is shown themself alone, and is not told of others what they cannot see. */
function inWords({ cardsIn, cardsExpected, inspectors }: DayProgress): string {
  if (cardsIn === cardsExpected) return '评分表都交齐了'
  return inspectors.length === 1 ? '您的评分表都交齐了' : `评分表还差 ${cardsExpected - cardsIn} 张`
}

/** For the question before closing. */
export function stillOutInOneLine(day: DayProgress): string {
  const out = day.inspectors.filter(({ missing }) => missing.length > 0)
  const cards = out.map(({ name, missing }) => `${name} ${missing.length} 张`).join('、')
  const short = villagesShort(day)
  return [
    cards ? `还缺评分表：${cards}。` : '评分表都交齐了。',
    short.length > 0 ? `答卷未达：${short.join('、')}。` : '答卷都已达。',
  ].join('')
}

function villagesShort({ stops }: DayProgress): string[] {
  return stops
    .filter(({ state, quotaReached }) => state !== 'skipped' && !quotaReached)
    .map(({ village }) => village.name)
}
