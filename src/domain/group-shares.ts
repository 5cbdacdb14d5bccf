/**
 * 按十项行动、按五大振兴: which share of the full marks a village has in each, beside the median of the ranked villages. Over the
 * indicators that apply to it, judged by the mean of the cards, measured by the table: what its page lists, added up.
 */
import { exactUnits, quotient, sum } from './exact'
import { groupBy } from './group-by'
import { middleValue } from './middle-value'
import type { Indicator, Scheme } from './round-file'
import type { RankedVillage } from './round-result'
import { U, type Units } from './units'
import type { RoundDetails } from './village-details'

export type VillageGroups = { villageId: string; actions: GroupShare[]; revitalisations: GroupShare[] }

export type GroupShare = {
  /** The action's id, or the revitalisation as the scheme words it. */
  id: string
  /** Σ of the items' means, and of their full marks. */
  marks: Units
  full: Units
  /** 0…1 to four decimals, half away from zero; the median is that of these shares. */
  share: number
  median: number
}

type Ranked = Pick<RankedVillage, 'villageId' | 'deferred'>

/** Every ranked village, in the ranking's order; a group of which nothing applies to a village is not there. */
export function groupShares(
  scheme: Pick<Scheme, 'actions' | 'indicators'>,
  ranking: readonly Ranked[],
  details: Pick<RoundDetails, 'villages'>,
): VillageGroups[] {
  const items = new Map(details.villages.map((village) => [village.villageId, village.items]))
  const ranked = ranking.filter(({ deferred }) => !deferred).map(({ villageId }) => villageId)
  const means = ranked.map(
    (id) => new Map(items.get(id)!.flatMap((item) => (item.mean === null ? [] : [[item.id, item.mean]]))),
  )
  const actions = byGroup(
    scheme.actions.map(({ id }) => id),
    groupBy(scheme.indicators, ({ actionId }) => actionId),
    means,
  )
  const ofRevitalisation = groupBy(scheme.indicators, ({ revitalisation }) => revitalisation)
  const revitalisations = byGroup([...ofRevitalisation.keys()], ofRevitalisation, means)
  return ranked.map((villageId, i) => ({
    villageId,
    actions: actions[i]!,
    revitalisations: revitalisations[i]!,
  }))
}

type Means = ReadonlyMap<string, Units>

/** One list a village. */
function byGroup(
  ids: readonly string[],
  indicators: ReadonlyMap<string, readonly Indicator[]>,
  villages: readonly Means[],
): GroupShare[][] {
  const groups = ids.map((id) => {
    const shares = villages.map((means) => shareOf(indicators.get(id) ?? [], means))
    const middle = middleValue(shares.flatMap((one) => (one ? Math.round(one.share * U) : [])))
    return shares.map((one) => one && { id, ...one, median: middle! / U })
  })
  return villages.map((_, i) => groups.flatMap((group) => group[i] ?? []))
}

function shareOf(indicators: readonly Indicator[], means: Means): Pick<GroupShare, 'marks' | 'full' | 'share'> | null {
  const applicable = indicators.filter(({ id }) => means.has(id))
  if (applicable.length === 0) return null
  const marks = sum(applicable.map(({ id }) => BigInt(means.get(id)!)))
  const full = sum(applicable.map((indicator) => exactUnits(indicator.full)))
  return { marks: Number(marks), full: Number(full), share: quotient(4, marks, full) }
}
