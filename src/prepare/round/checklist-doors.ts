/** Where each line of the checklist is done. */
import { go } from '../../client/navigate'
import type { Preparation } from '../../contract/round'

type Line = Preparation['checklist'][number]

const pages: Partial<Record<Line['code'], string>> = {
  scheme: 'prepare/round/basics/index',
  day: 'prepare/round/basics/index',
  stops: 'prepare/round/plan/index',
  drive: 'prepare/round/plan/index',
  goals: 'office/goals/index',
  measurements: 'office/measured/index',
  notApplicable: 'prepare/round/scope/index',
  inspectors: 'prepare/round/panel/index',
  connected: 'prepare/round/panel/index',
  shared: 'prepare/round/panel/index',
  unevenDistricts: 'prepare/round/panel/index',
}

/** Null: there is nothing to open. */
export function opensLine({ code, villageIds }: Line, roundId: string): (() => void) | null {
  if (code === 'unbound') return () => go('prepare/people/index')
  if (code === 'responsibility' || code === 'namesake') return () => openVillages(villageIds)
  if (code === 'otherRound') return () => go('pages/me/index')
  const page = pages[code]
  if (!page) return null
  const [village] = villageIds
  const isOneVillages = villageIds.length === 1 && (code === 'goals' || code === 'measurements')
  return () => go(page, { round: roundId, ...(isOneVillages && village !== undefined && { village }) })
}

function openVillages([first, ...others]: readonly string[]): void {
  if (first !== undefined && others.length === 0) go('prepare/villages/one/index', { village: first })
  else go('prepare/villages/index')
}

export type PartDoor = { title: string; note: string; page: string }

/** Everything of a draft, in the order in which it is done, whatever the checklist says. */
export function partDoors({ plan, schemeTitle, villages }: Preparation, dayInWords: string): PartDoor[] {
  const route = villages.filter(({ id }) => plan.stops.some(({ villageId }) => villageId === id))
  const goals = sum(route.map((village) => village.goals.declared + village.goals.approved + village.goals.returned))
  const facts = sum(route.map(({ measurements: { entered, checked, returned } }) => entered + checked + returned))
  return [
    {
      title: '日期和方案',
      note: `${dayInWords}，《${schemeTitle}》第 ${plan.scheme.version} 版`,
      page: 'prepare/round/basics/index',
    },
    {
      title: '路线',
      note: route.length > 0 ? `${route.length} 个村` : '还没有选村',
      page: 'prepare/round/plan/index',
    },
    {
      title: '评审组',
      note: plan.panel.length > 0 ? `${plan.panel.length} 位评委` : '还没有选评委',
      page: 'prepare/round/panel/index',
    },
    {
      title: '不适用的指标',
      note: plan.notApplicableDecided ? `已确认，共 ${plan.notApplicable.length} 项` : '还没有确认',
      page: 'prepare/round/scope/index',
    },
    { title: '示范目标', note: goals > 0 ? `申报了 ${goals} 条` : '还没有申报', page: 'office/goals/index' },
    { title: '实测数', note: facts > 0 ? `填了 ${facts} 项` : '还没有填', page: 'office/measured/index' },
  ]
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((all, one) => all + one, 0)
}
