import { useDidShow } from '@tarojs/taro'
import { useMemo, useState } from 'react'
import { go } from '../../client/navigate'
import { sendNow } from '../../client/outbox'
import { recordsOf } from '../../client/records'
import { cardOf, isPhoneFull } from '../../client/scorecard-store'
import { scrollTo, scrollToTop } from '../../client/scroll-to'
import { useKept } from '../../client/use-kept'
import type { Today } from '../../contract/round'
import { takeAskedItem } from '../asked-item'
import { standingOfCard } from '../my-card'
import { useStopToMark } from '../use-day'
import { useWaiting } from '../use-waiting'
import { cardId, judgedInOrder, type Paper, rowsOf } from './card-rows'
import { lastTouchOf } from './last-touch'
import { useTouches } from './use-touches'

export type Segment = Paper | 'deductions' | 'records'

export function useScorecard() {
  const { roundId, villageId, today, stop, screen } = useStopToMark()
  const offline = useWaiting()
  const card = useKept(() => cardOf(roundId, villageId))
  const lastTouch = useKept(() => lastTouchOf(roundId, villageId))
  const records = useKept(() => recordsOf(roundId, villageId).filter(({ kind }) => kind !== 'deduction').length)
  const deductions = useKept(() => deductionsKnown(today, roundId, villageId))
  const [segment, setSegment] = useState<Segment>('common')
  const rows = useMemo(() => (stop && isPaper(segment) ? rowsOf(stop, segment) : []), [stop, segment])
  const touches = useTouches(roundId, villageId)

  const headHeight = HEAD + (offline ? OFFLINE_BAR : 0)
  const show = (itemId: string) => {
    const item = stop?.items.find(({ id }) => id === itemId)
    if (!item) return
    if (item.paper !== segment) setSegment(item.paper)
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
      roundId,
      villageId,
      village: stop.village.name,
      card,
      lastTouch,
      rows,
      segment,
      chooseSegment: (chosenSegment: Segment) => {
        setSegment(chosenSegment)
        scrollToTop()
      },
      counts: {
        common: countOf('common'),
        demonstration: countOf('demonstration'),
        deductions: deductions > 0 ? String(deductions) : undefined,
        records: records > 0 ? String(records) : undefined,
      },
      notApplicable: segment === 'common' ? stop.notApplicable : [],
      standing,
      state: today.round.state,
      isPhoneFull: isPhoneFull(),
      ...touches,
      tryAgain: sendNow,
      next: nextAction(),
    },
  }

  function countOf(of: Paper): string {
    const ids = stop!.items.filter((item) => item.paper === of).map(({ id }) => id)
    return `${ids.filter((id) => !standing.missing.includes(id)).length}/${ids.length}`
  }

  /** In a paper: the next unmarked item below the one touched last, or else the first; then what has two values; then the check. */
  function nextAction(): { label: string; onPress: () => void } {
    const here = { round: roundId, village: villageId }
    if (segment === 'deductions') return { label: '提出扣分', onPress: () => go('inspect/deduct/form', here) }
    if (segment === 'records') return { label: '记一条', onPress: () => go('inspect/record/index', here) }
    const { missing, conflicts } = standing
    if (missing.length > 0) {
      const order = judgedInOrder(stop!).map(({ id }) => id)
      const from = lastTouch ? order.indexOf(lastTouch.itemId) : -1
      const next = missing.find((id) => order.indexOf(id) > from) ?? missing[0]!
      return { label: '下一个未评', onPress: () => show(next) }
    }
    const conflict = conflicts[0]
    if (conflict) return { label: `去定 ${conflicts.length} 项`, onPress: () => show(conflict) }
    return { label: '核对并提交', onPress: () => go('inspect/submit/index', here) }
  }
}

export type ScorecardView = NonNullable<ReturnType<typeof useScorecard>['view']>

function isPaper(segment: Segment): segment is Paper {
  return segment === 'common' || segment === 'demonstration'
}

/** What the server told of this village, and what is only on this phone yet. */
function deductionsKnown(today: Today | undefined, roundId: string, villageId: string): number {
  const told = today?.deductions.filter((deduction) => deduction.villageId === villageId) ?? []
  const known = new Set(told.map(({ id }) => id))
  const kept = recordsOf(roundId, villageId).filter(({ kind, id }) => kind === 'deduction' && !known.has(id))
  return told.length + kept.length
}

/** Title row (web only), segments, and a little air. */
const HEAD = (process.env.TARO_ENV === 'h5' ? 44 : 0) + 49 + 8
const OFFLINE_BAR = 50
