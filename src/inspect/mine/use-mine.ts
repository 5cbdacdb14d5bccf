import { useMemo, useState } from 'react'
import { go } from '../../client/navigate'
import { cardChanges, cardOf } from '../../client/scorecard-store'
import { useKept } from '../../client/use-kept'
import type { ScreenState } from '../../components/screen'
import { toRoute, useDay } from '../use-day'
import { useWaiting } from '../use-waiting'
import { goalRows, indicatorRows, isAnythingMarked, type MyVillage, sumCells } from './my-marks'

export type Paper = 'common' | 'demonstration'

/** As many columns as a phone has room for; a longer route is looked at in parts. */
const COLUMNS = 8

export function useMine() {
  const { roundId, today, screen } = useDay()
  const offline = useWaiting()
  const changes = useKept(cardChanges)
  const [paper, setPaper] = useState<Paper>('common')
  const [part, setPart] = useState(0)
  // biome-ignore lint/correctness/useExhaustiveDependencies: the cards are read anew when one of them has changed
  const villages = useMemo(
    () => (today ? today.stops.filter(isMine).map((stop) => ({ stop, card: cardOf(roundId, stop.village.id) })) : []),
    [today, roundId, changes],
  )
  if (!today) return { screen, offline, view: null }
  if (!isAnythingMarked(villages)) return { screen: nothingYet(roundId), offline, view: null }

  const shown = villages.slice(part * COLUMNS, (part + 1) * COLUMNS)
  return {
    screen,
    offline,
    view: {
      paper,
      setPaper,
      parts: partsOf(villages.length),
      part: String(part),
      setPart: (key: string) => setPart(Number(key)),
      villages: shown.map(({ stop }) => ({
        id: stop.village.id,
        name: stop.village.name,
        short: stop.village.name.replace(/村$/, ''),
        open: () => go('inspect/scorecard/index', { round: roundId, village: stop.village.id }),
      })),
      rows: paper === 'common' ? indicatorRows(shown) : [],
      sums: sumCells(shown, paper),
      goals: paper === 'demonstration' ? shown.map(goalRows) : [],
      left: leftOut(today.stops),
    },
  }
}

export type MineView = NonNullable<ReturnType<typeof useMine>['view']>

function isMine({ recused, state }: MyVillage['stop']): boolean {
  return !recused && state !== 'skipped'
}

function partsOf(count: number): { key: string; label: string }[] {
  return Array.from({ length: Math.ceil(count / COLUMNS) }, (_, part) => ({
    key: String(part),
    label: `第 ${part * COLUMNS + 1}–${Math.min((part + 1) * COLUMNS, count)} 个村`,
  }))
}

/** Why a village of the route has no column. */
function leftOut(stops: readonly MyVillage['stop'][]): string {
  const names = (which: MyVillage['stop'][]) => which.map(({ village }) => village.name).join('、')
  const recused = stops.filter((stop) => stop.recused && stop.state !== 'skipped')
  const skipped = stops.filter(({ state }) => state === 'skipped')
  return [
    recused.length > 0 ? `回避：${names(recused)}。` : '',
    skipped.length > 0 ? `取消：${names(skipped)}。` : '',
  ].join('')
}

function nothingYet(roundId: string): ScreenState {
  return {
    empty: '还没有打分',
    text: '在村里打的分，会在这里按指标放在一起，看看自己前后是不是一把尺子。',
    icon: 'pen',
    action: toRoute(roundId),
  }
}
