import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { go } from '../../client/navigate'
import { Card, Row, Section } from '../../components/card'
import { Icon } from '../../components/icon'
import type { DayProgress, ProgressInspector } from '../../contract/ranking'
import { shanghaiClock } from '../../domain/shanghai-clock'
import { missingWords } from '../progress/inspector-row'

/** What is still out, by whom it is missed: before closing it can still come, afterwards it is said as it was. */
export function StillOut({ day, title }: { day: DayProgress; title: string }) {
  const out = day.inspectors.filter(isOut)
  const absent = day.inspectors.filter((one) => one.absent)
  const short = villagesShort(day)
  return (
    <Section title={title} remark={`评分表 ${day.cardsIn}/${day.cardsExpected}`}>
      <Card>
        {out.map((inspector) => (
          <Warn key={inspector.memberId} title={outInWords(inspector)} note={<OutNote inspector={inspector} />} />
        ))}
        {out.length === 0 && <Fine words={inWords(day)} />}
        {absent.map(({ memberId, name, submitted }) => (
          <Row
            key={memberId}
            lead={<Icon name="person" size={22} className="quiet" />}
            title={`${name}今天来不了`}
            note={submitted > 0 ? `交了 ${submitted} 张评分表，照样计入` : '没有交评分表'}
          />
        ))}
        <Deductions day={day} />
        {day.round.rehearsal ? (
          <Fine words="演练没有村民测评" />
        ) : short.length > 0 ? (
          <Warn title={`${short.length} 个村答卷未达`} note={`${short.join('、')}；缺的份数按 60 分或更低补`} />
        ) : (
          <Fine words="各村答卷都已达" />
        )}
        <Row title="看各村进度" onPress={() => go('manage/progress/index', { round: day.round.id })} />
      </Card>
    </Section>
  )
}

/** Absent or not: what waits on a phone can still come. */
function isOut({ missing, waiting, photosMissing }: ProgressInspector): boolean {
  return missing.length > 0 || (waiting?.count ?? 0) > 0 || photosMissing > 0
}

function outInWords({ name, missing, waiting, photosMissing }: ProgressInspector): string {
  if (missing.length > 0) return `${name}还缺 ${missing.length} 张评分表`
  if (waiting && waiting.count > 0) return `${name}的手机上还有 ${waiting.count} 项没传`
  return `${name}还缺 ${photosMissing} 张照片`
}

/** What the title does not say yet. */
function OutNote({ inspector: { missing, waiting, photosMissing, lastContactAt } }: { inspector: ProgressInspector }) {
  const waits = waiting && waiting.count > 0 ? waiting : null
  return (
    <>
      {missing.length > 0 && <View>{missingWords(missing)}</View>}
      {waits &&
        (missing.length > 0 ? (
          <View>{`手机上还有 ${waits.count} 项没传，${shanghaiClock(waits.at)} 得知`}</View>
        ) : (
          <View>{`${shanghaiClock(waits.at)} 得知`}</View>
        ))}
      {photosMissing > 0 && (missing.length > 0 || waits) && <View>{`还缺 ${photosMissing} 张照片`}</View>}
      <View>{lastContactAt === null ? '今天还没有联系上' : `最后联系 ${shanghaiClock(lastContactAt)}`}</View>
    </>
  )
}

/** For administrators: what nobody confirmed lapses at closing, and an open appeal holds the sealing up. */
function Deductions({ day: { deductions, round } }: { day: DayProgress }) {
  if (!deductions) return null
  const open = () => go('manage/deductions/index', { round: round.id })
  const { proposed, appealed, lapsed } = deductions
  return (
    <>
      {proposed > 0 && <Warn title={`${proposed} 条扣分还没人确认`} note="收卷时没人确认的，作废" onPress={open} />}
      {lapsed > 0 && <Warn title={`${lapsed} 条扣分没人确认`} note="收卷时作废了，不计入" onPress={open} />}
      {appealed > 0 && <Warn title={`${appealed} 条申诉待定`} note="两个人定了才能封存" onPress={open} />}
      {proposed + lapsed + appealed === 0 && <Fine words="没有等着处理的扣分" onPress={open} />}
    </>
  )
}

type LineProps = { title: string; note: ReactNode; onPress?: () => void }

function Warn({ title, note, onPress }: LineProps) {
  return (
    <Row
      lead={<Icon name="warning" size={22} className="amber" />}
      strong
      title={title}
      note={note}
      onPress={onPress}
    />
  )
}

function Fine({ words, onPress }: { words: string; onPress?: () => void }) {
  return <Row lead={<Icon name="tick" size={22} className="jade" />} title={words} onPress={onPress} />
}

/** An inspector is shown themself alone, and is not told of others what they cannot see. */
function inWords({ cardsIn, cardsExpected, inspectors }: DayProgress): string {
  if (cardsIn === cardsExpected) return '评分表都交齐了'
  return inspectors.length === 1 ? '您的评分表都交齐了' : `评分表还差 ${cardsExpected - cardsIn} 张`
}

/** For the question before closing. */
export function stillOutInOneLine(day: DayProgress): string {
  const { inspectors, deductions } = day
  const cards = inspectors.filter(({ missing }) => missing.length > 0)
  const phones = inspectors.filter(({ waiting }) => waiting && waiting.count > 0)
  const photos = inspectors.filter(({ photosMissing }) => photosMissing > 0)
  const short = villagesShort(day)
  return [
    cards.length > 0
      ? `还缺评分表：${cards.map(({ name, missing }) => `${name} ${missing.length} 张`).join('、')}。`
      : '评分表都交齐了。',
    phones.length > 0
      ? `手机上还没传：${phones.map(({ name, waiting }) => `${name} ${waiting!.count} 项`).join('、')}。`
      : '',
    photos.length > 0
      ? `还缺照片：${photos.map(({ name, photosMissing }) => `${name} ${photosMissing} 张`).join('、')}。`
      : '',
    deductions && deductions.proposed > 0 ? `${deductions.proposed} 条扣分没人确认，会作废。` : '',
    deductions && deductions.appealed > 0 ? `${deductions.appealed} 条申诉待定。` : '',
    ...(day.round.rehearsal ? [] : [short.length > 0 ? `答卷未达：${short.join('、')}。` : '答卷都已达。']),
  ].join('')
}

function villagesShort({ stops }: DayProgress): string[] {
  return stops
    .filter(({ state, quotaReached }) => state !== 'skipped' && !quotaReached)
    .map(({ village }) => village.name)
}
