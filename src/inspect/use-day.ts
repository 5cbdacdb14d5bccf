import { useDidShow, usePullDownRefresh } from '@tarojs/taro'
import { useState } from 'react'
import { backTo } from '../client/back-to'
import { codeOf } from '../client/call'
import { forgetGoneRehearsals, mayBeGone } from '../client/gone-rehearsals'
import { pageQuery, restartAt } from '../client/navigate'
import { sendNow } from '../client/outbox'
import type { Looks } from '../client/spread'
import { arrivalsOf, findRoundId, keptToday, lastRoundId, readToday } from '../client/today'
import { useKept } from '../client/use-kept'
import { useRead } from '../client/use-read'
import { whyNotRead } from '../client/use-reading'
import type { ScreenState } from '../components/screen'
import type { Today } from '../contract/round'

/**
 * The day for a page of the inspector: at once from the phone; `fresh` pages also look at the server whenever they are
 * shown, the others once what the phone knows is old (a round that has closed meanwhile). Being shown is also the
 * moment to send what waits. `live`: also again and again while it is visible.
 */
export function useDay({ fresh = false, live }: DayOptions = {}) {
  const [query] = useState(pageQuery)
  const [found, setFound] = useState(query.round ?? lastRoundId() ?? '')
  const today = useKept(() => keptToday(found))
  const arrivals = useKept(() => arrivalsOf(found))

  // Not at every look of a live page: that would wipe out the sender's growing pauses.
  useDidShow(sendNow)
  usePullDownRefresh(sendNow)
  const { data, failed, reload } = useRead(
    async () => {
      const roundId = query.round ?? (await findRoundId())
      if (roundId === null) return 'none'
      if (fresh || isOld(keptToday(roundId))) await readDay(roundId)
      setFound(roundId)
      return 'read'
    },
    { live },
  )

  return { roundId: found, today, arrivals, query, screen: screenOf(), failed, reload }

  function screenOf(): ScreenState {
    if (data === 'none') return NO_ROUND
    if (today) return 'ready'
    // Read once and here no more, or not to be read at all.
    if (data === 'read' || (failed && mayBeGone(found, failed))) return GONE_REHEARSAL
    if (!failed) return 'loading'
    return {
      error: '没有读到今天的路线',
      text: whyNotRead(failed),
      action: { label: '再读一次', onPress: () => void reload() },
    }
  }
}

/** A rehearsal that cannot be read may have been deleted: then this phone forgets it. */
async function readDay(roundId: string): Promise<void> {
  try {
    await readToday(roundId)
  } catch (error) {
    if (mayBeGone(roundId, codeOf(error))) await forgetGoneRehearsals().catch(() => {})
    throw error
  }
}

const OLD_MS = 10 * 60_000

function isOld(today: Today | undefined): boolean {
  return today === undefined || Date.now() - today.at > OLD_MS
}

type DayOptions = { fresh?: boolean; live?: Looks | undefined }

const NO_ROUND: ScreenState = {
  empty: '今天没有拉练',
  text: '排了您做评委的拉练，路线就在这里。',
  icon: 'flag',
  action: { label: '回到首页', onPress: () => restartAt('pages/home/index') },
}

const GONE_REHEARSAL: ScreenState = {
  empty: '没有这次演练',
  text: '它多半已经删掉了，里面打的分、记的事都不算数。真的那一次不受影响，从首页进。',
  icon: 'flag',
  action: { label: '回到首页', onPress: () => restartAt('pages/home/index') },
}

/** One stop of the day, for a page that names its village. */
export function useStop(options?: DayOptions) {
  const day = useDay(options)
  const villageId = day.query.village ?? ''
  const stop = day.today?.stops.find(({ village }) => village.id === villageId)
  const screen: ScreenState =
    day.screen === 'ready' && !stop
      ? { error: '今天的路线上没有这个村', text: '请回到今日路线，选要去的村。', action: toRoute(day.roundId) }
      : day.screen
  return { ...day, villageId, stop, screen }
}

/** The same, for a page on which its village is marked: it has nothing to show where one may not. */
export function useStopToMark() {
  const { stop, screen, roundId, ...day } = useStop()
  if (!stop || screen !== 'ready' || (!stop.recused && stop.state !== 'skipped'))
    return { stop, screen, roundId, ...day }
  const why: ScreenState = stop.recused
    ? {
        empty: `${stop.village.name}由别的评委评`,
        text: `${stop.recusedBecause}，按规定回避。`,
        icon: 'recusal',
        action: toRoute(roundId),
      }
    : { empty: '这一站取消了', text: '今天不去这个村，也不评分。', icon: 'cross', action: toRoute(roundId) }
  return { stop: undefined, screen: why, roundId, ...day }
}

export function toRoute(roundId: string) {
  return { label: '回到今日路线', onPress: () => backTo('inspect/route/index', { round: roundId }) }
}
