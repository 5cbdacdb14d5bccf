import { say, scan } from '../../client/device'
import { go } from '../../client/navigate'
import { confirmationsThatWait } from '../../client/records'
import { villageCodeIn } from '../../client/scanned-code'
import { cardChanges } from '../../client/scorecard-store'
import { acknowledgeChanges, newChanges } from '../../client/seen-changes'
import { dayState, keptToday } from '../../client/today'
import { useKept } from '../../client/use-kept'
import { useOnline } from '../../client/use-online'
import { nextThing } from '../../domain/my-route'
import { dayInWords } from '../../domain/shanghai-clock'
import { villageOfCode } from '../../domain/village-code'
import { weekday } from '../clock-words'
import { routeStops } from '../my-card'
import { useDay } from '../use-day'
import { useKeptList } from '../use-kept-list'
import { useWaiting } from '../use-waiting'
import { dockAction, isOpen } from './dock'
import { downloadLine } from './download-words'
import { stopRows } from './stop-rows'
import { useDownload } from './use-download'

export function useRoute() {
  const { roundId, today, arrivals, screen } = useDay({ fresh: true, live: 'seldom' })
  const offline = useWaiting()
  const online = useOnline()
  const kept = useKeptList(() => dayState(roundId))
  const changes = useKeptList(() => newChanges(roundId))
  const toConfirm = useKept(() => countToConfirm(roundId))
  const download = useDownload(roundId)
  useKept(cardChanges)
  if (!today) return { screen, offline, view: null }

  const { round } = today
  const stops = routeStops(today, arrivals)
  const isUntouched = stops.every(({ arrived, marked }) => !arrived && marked === 0)
  const isEmpty = kept.onsiteOf > 0 && kept.onsiteHave === 0
  const isFirst = isOpen(round.state) && isUntouched && isEmpty && online && !download.failed
  return {
    screen,
    offline,
    view: {
      roundId,
      rehearsal: round.rehearsal,
      name: `第 ${round.number} 次拉练`,
      day: `${dayInWords(round.day)} ${weekday(round.day)}`,
      state: round.state,
      isOpen: isOpen(round.state),
      isFirst,
      inventory: inventory(),
      download: {
        ...download,
        line: downloadLine({ ...kept, now: Date.now(), failed: download.failed }),
      },
      changes,
      acknowledge: () => acknowledgeChanges(roundId),
      toConfirm,
      rows: stopRows({ today, stops, next: nextThing(stops), arrivals }, open),
      dock: dockAction({ today, stops, isFirst, download }),
      scanCode: () => void scanCode(),
    },
  }

  /** What 下载今日资料 brings. */
  function inventory(): { id: 'cards' | 'findings' | 'codes'; words: string }[] {
    const mine = today!.stops.filter(({ recused, state }) => !recused && state !== 'skipped')
    const findings = today!.stops.reduce((sum, { openFindings }) => sum + openFindings.length, 0)
    return [
      { id: 'cards', words: `${mine.length} 个村的路线、评分表和实测数据` },
      ...(findings > 0 ? [{ id: 'findings', words: `往次没改完的问题 ${findings} 条，到村里看` } as const] : []),
      { id: 'codes', words: `现场码 ${kept.onsiteOf} 个，给村民扫` },
    ]
  }

  /** Once marks are no longer taken, a submitted card is looked at where it says what became of it. */
  function open(villageId: string): void {
    const isIn = stops.some((stop) => stop.villageId === villageId && stop.submission !== 'none')
    const page = isIn && !isOpen(round.state) ? 'inspect/submit/index' : 'inspect/arrival/index'
    go(page, { round: roundId, village: villageId })
  }

  /** A village of the route is opened from what is kept, without a signal; anything else asks the server. */
  async function scanCode(): Promise<void> {
    const scanned = await scan()
    const code = scanned.kind === 'code' ? villageCodeIn(scanned.text) : null
    const village = code && villageOfCode(code)
    if (village && today!.stops.some((stop) => stop.village.id === village))
      go('inspect/arrival/index', { round: roundId, village, scanned: '1' })
    else if (code) go('pages/entry/index', { code })
    else if (scanned.kind === 'code') say('这不是村里的码。请扫公示栏上的码，或在路线上点要去的村。')
    else if (scanned.kind === 'unavailable') say('这台设备不能扫码，请在路线上点要去的村。')
  }
}

export type RouteView = NonNullable<ReturnType<typeof useRoute>['view']>

/** Deductions that wait for my word; what I have confirmed on this phone no longer does. */
function countToConfirm(roundId: string): number {
  const today = keptToday(roundId)
  if (!today || !isOpen(today.round.state)) return 0
  const confirmed = confirmationsThatWait(roundId)
  return today.deductions.filter(({ id, may }) => may.confirm && !confirmed.includes(id)).length
}
