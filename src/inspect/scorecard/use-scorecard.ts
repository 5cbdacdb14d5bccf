import { useDidShow } from '@tarojs/taro'
import { useCallback, useMemo, useState } from 'react'
import { chosen, keptMark, touched } from '../../client/kept-card'
import { go } from '../../client/navigate'
import { cardOf, changeCard, isPhoneFull } from '../../client/scorecard-store'
import { scrollTo, scrollToTop } from '../../client/scroll-to'
import { sendNow, sendSoon } from '../../client/send-work'
import { useKept } from '../../client/use-kept'
import { takeAskedItem } from '../asked-item'
import { standingOfCard } from '../my-card'
import { useStopToMark } from '../use-day'
import { useWaiting } from '../use-waiting'
import { cardId, type Paper, rowsOf } from './card-rows'
import { forgetTouch, lastTouchOf, rememberTouch } from './last-touch'

export function useScorecard() {
  const { roundId, villageId, today, stop, screen } = useStopToMark()
  const offline = useWaiting()
  const card = useKept(() => cardOf(roundId, villageId))
  const lastTouch = useKept(() => lastTouchOf(roundId, villageId))
  const [paper, setPaper] = useState<Paper>('common')
  const rows = useMemo(() => (stop ? rowsOf(stop, paper) : []), [stop, paper])

  const mark = useCallback(
    (itemId: string, value: number) => {
      const from = keptMark(cardOf(roundId, villageId), itemId).mark
      if (from === value) return
      rememberTouch({ roundId, villageId, itemId, from, to: value })
      changeCard(roundId, villageId, (before) => touched(before, itemId, { mark: value }, Date.now()))
      sendSoon()
    },
    [roundId, villageId],
  )
  const note = useCallback(
    (itemId: string, text: string) => {
      changeCard(roundId, villageId, (before) => touched(before, itemId, { note: text }, Date.now()))
      sendSoon()
    },
    [roundId, villageId],
  )
  const undo = useCallback(() => {
    const touch = lastTouchOf(roundId, villageId)
    if (!touch) return
    forgetTouch()
    changeCard(roundId, villageId, (before) => touched(before, touch.itemId, { mark: touch.from }, Date.now()))
    sendSoon()
  }, [roundId, villageId])
  const choose = useCallback(
    (itemId: string, choice: 'mine' | 'other') => {
      changeCard(roundId, villageId, (before) => chosen(before, itemId, choice, Date.now()))
      sendNow()
    },
    [roundId, villageId],
  )

  const headHeight = HEAD + (offline ? OFFLINE_BAR : 0)
  const show = (itemId: string) => {
    const item = stop?.items.find(({ id }) => id === itemId)
    if (!item) return
    if (item.paper !== paper) setPaper(item.paper)
    scrollTo(cardId(itemId), headHeight)
  }
  useDidShow(() => {
    const asked = takeAskedItem()
    if (asked) show(asked)
  })

  if (!today || !stop) return { screen, offline, view: null }
  const standing = standingOfCard(stop, card)
  return {
    screen,
    offline,
    view: {
      village: stop.village.name,
      card,
      lastTouch,
      rows,
      paper,
      choosePaper: (chosenPaper: Paper) => {
        setPaper(chosenPaper)
        scrollToTop()
      },
      counts: { common: countOf('common'), demonstration: countOf('demonstration') },
      notApplicable: paper === 'common' ? stop.notApplicable : [],
      standing,
      state: today.round.state,
      isPhoneFull: isPhoneFull(),
      mark,
      note,
      undo,
      choose,
      tryAgain: sendNow,
      next: nextAction(),
    },
  }

  function countOf(of: Paper): string {
    const ids = stop!.items.filter((item) => item.paper === of).map(({ id }) => id)
    return `${ids.filter((id) => !standing.missing.includes(id)).length}/${ids.length}`
  }

  /** The next unmarked item below the one touched last, or else the first; then what has two values; then the check. */
  function nextAction(): { label: string; onPress: () => void } {
    const { missing, conflicts } = standing
    if (missing.length > 0) {
      const order = stop!.items.map(({ id }) => id)
      const from = lastTouch ? order.indexOf(lastTouch.itemId) : -1
      const next = missing.find((id) => order.indexOf(id) > from) ?? missing[0]!
      return { label: '下一个未评', onPress: () => show(next) }
    }
    const conflict = conflicts[0]
    if (conflict) return { label: `去定 ${conflicts.length} 项`, onPress: () => show(conflict) }
    return { label: '核对并提交', onPress: () => go('inspect/submit/index', { round: roundId, village: villageId }) }
  }
}

export type ScorecardView = NonNullable<ReturnType<typeof useScorecard>['view']>

/** Title row (web only), segments, and a little air. */
const HEAD = (process.env.TARO_ENV === 'h5' ? 44 : 0) + 49 + 8
const OFFLINE_BAR = 50
