import { say, scan } from '../../client/device'
import { go } from '../../client/navigate'
import { villageCodeIn } from '../../client/scanned-code'
import { cardChanges, cardOf } from '../../client/scorecard-store'
import type { Arrival } from '../../client/today'
import { useKept } from '../../client/use-kept'
import type { RouteStop as RouteRow } from '../../components/route-line'
import type { Today, TodayStop } from '../../contract/round'
import { type NextThing, nextThing, type RouteStop, standingOf } from '../../domain/my-route'
import { dayInWords } from '../../domain/shanghai-clock'
import { clockInWords, momentInWords, weekday } from '../clock-words'
import { routeStops } from '../my-card'
import { useDay } from '../use-day'
import { useWaiting } from '../use-waiting'

export function useRoute() {
  const { roundId, today, arrivals, screen } = useDay({ fresh: true })
  const offline = useWaiting()
  useKept(cardChanges)
  if (!today) return { screen, offline, closed: false, head: null, rows: [], next: null, scanCode }

  const stops = routeStops(today, arrivals)
  const next = nextThing(stops)
  return {
    screen,
    offline,
    closed: isClosed(today),
    head: {
      round: `第 ${today.round.number} 次拉练`,
      day: `${dayInWords(today.round.day)} ${weekday(today.round.day)}`,
    },
    rows: today.stops.map((stop, index) => row(stop, stops[index]!)),
    next: mainAction(),
    scanCode,
  }

  function row(stop: TodayStop, my: RouteStop): RouteRow {
    const { id, name: village, themes } = stop.village
    return {
      id,
      time: clockInWords(stop.arrive),
      village,
      themes,
      note: noteOf(today!, stop, my, arrivals[id]),
      place: placeOf(my, next),
      card: standingOf(my),
      done: my.marked,
      of: my.of,
      onPress: () => go('inspect/arrival/index', { round: roundId, village: id }),
    }
  }

  function mainAction() {
    if (!next) return { label: '全部提交了', onPress: undefined }
    const name = today!.stops.find(({ village }) => village.id === next.villageId)!.village.name
    const marked = stops.find(({ villageId }) => villageId === next.villageId)!.marked
    const query = { round: roundId, village: next.villageId }
    if (isClosed(today!)) return { label: '已收卷', onPress: undefined }
    switch (next.do) {
      case 'arrive':
        return { label: `到${name}打卡`, onPress: () => go('inspect/arrival/index', query) }
      case 'score':
        return {
          label: marked > 0 ? `继续给${name}评分` : `给${name}评分`,
          onPress: () => go('inspect/scorecard/index', query),
        }
      case 'submitAgain':
        return { label: `重新提交${name}评分`, onPress: () => go('inspect/submit/index', query) }
    }
  }
}

function isClosed({ round }: Today): boolean {
  return round.state !== 'ready' && round.state !== 'running'
}

async function scanCode(): Promise<void> {
  const scanned = await scan()
  const code = scanned.kind === 'code' ? villageCodeIn(scanned.text) : null
  if (code) go('pages/entry/index', { code })
  else if (scanned.kind === 'code') say('这不是村里的码。请扫公示栏上的码，或在路线上点要去的村。')
  else if (scanned.kind === 'unavailable') say('这台设备不能扫码，请在路线上点要去的村。')
}

function placeOf(my: RouteStop, next: NextThing | undefined): RouteRow['place'] {
  if (my.skipped) return 'cancelled'
  if (my.recused) return 'recused'
  if (next?.villageId === my.villageId && next.do !== 'submitAgain') return 'here'
  return my.arrived || my.submission !== 'none' ? 'been' : 'ahead'
}

function noteOf(today: Today, stop: TodayStop, my: RouteStop, arrival: Arrival | undefined): string {
  const { town } = stop.village
  if (stop.recused) return `${town}，${stop.recusedBecause}`
  if (cardOf(today.round.id, stop.village.id).late) return '收卷后才传到，待管理员认定'
  if (my.submission === 'changed') return '有改动未重新提交'
  if (!arrival || my.skipped) return town
  return `${momentInWords(arrival.at)} 到，${town}`
}
