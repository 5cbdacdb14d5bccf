import type { TodayStop } from '../../contract/round'
import type { RouteStop } from '../../domain/my-route'

type Button = { label: string; onPress: () => void }
export type ArrivalDock = {
  /** The second choice, beside the main one. */
  beside?: Button & { icon?: 'code' }
  main: Button & { quiet?: boolean }
}

/** What one does here, in the order of the visit: say one is here, then score; 现场码 for villagers all the while. */
export function arrivalDock({ stop, my, arrived, other }: DockFacts, deeds: Deeds): ArrivalDock {
  const { name } = stop.village
  if (my.recused || my.skipped) return { main: { label: '回到今日路线', onPress: deeds.toRoute, quiet: true } }
  if (!arrived && other) {
    return {
      beside: { label: `去${other.name}`, onPress: deeds.toExpected },
      main: { label: `在${name}到点`, onPress: deeds.arrive },
    }
  }
  const beside = stop.onsite ? ({ label: '现场码', onPress: deeds.showCode, icon: 'code' } as const) : undefined
  if (!arrived) return { beside, main: { label: `确认到${name}`, onPress: deeds.arrive } }
  return { beside, main: { label: scoring(my, name), onPress: deeds.score } }
}

function scoring({ submission, marked }: RouteStop, name: string): string {
  if (submission !== 'none') return `看${name}评分表`
  return marked > 0 ? `继续给${name}评分` : `开始给${name}评分`
}

export type DockFacts = {
  stop: TodayStop
  my: RouteStop
  arrived: boolean
  /** Where the route leads next, if not here. */
  other: { id: string; name: string } | undefined
}

type Deeds = Record<'arrive' | 'score' | 'showCode' | 'toExpected' | 'toRoute', () => void>
