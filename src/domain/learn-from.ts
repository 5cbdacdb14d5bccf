/**
 * 对标: where a village is furthest below the best, and who that is: 别人之长、自己之短. Indicators of the common paper alone, each
 * with the same full mark for every village; goals are a village's own, and survey answers take no part. Rule:
 * docs/domain.md, Learn from whom.
 */
import { cents } from './cents-text'
import { exactUnits, quotient } from './exact'
import type { Scheme } from './round-file'
import type { RankedVillage } from './round-result'
import type { Units } from './units'
import type { RoundDetails } from './village-details'

export type Lesson = {
  indicatorId: string
  full: Units
  /** The village's mean and the best one's, in units and as shares 0…1 of full to four decimals. */
  mean: Units
  share: number
  best: Units
  bestShare: number
  /** Whoever stands there, equal to the hundredth, in the ranking's order. */
  bestVillageIds: string[]
}

type Row = Pick<RankedVillage, 'villageId' | 'deferred'>

/**
 * The furthest below first (as shares of full), equal ones in the scheme's order; without those on which the village is
 * the best itself. A deferred village learns from nobody, and nobody from it. Means are over each village's own panel.
 */
export function learnFrom(
  villageId: string,
  { indicators }: Pick<Scheme, 'indicators'>,
  ranking: readonly Row[],
  details: Pick<RoundDetails, 'villages'>,
): Lesson[] {
  const ranked = ranking.filter(({ deferred }) => !deferred).map((row) => row.villageId)
  if (!ranked.includes(villageId)) return []
  const means = meansOf(details)
  const lessons = indicators.flatMap(({ id, full }) => {
    const mean = means(villageId, id)
    if (mean === null) return []
    const others = ranked.map((other) => ({ other, mean: means(other, id) }))
    const best = Math.max(...others.flatMap((one) => one.mean ?? []))
    if (cents(best) === cents(mean)) return []
    const bestVillageIds = others.filter((one) => one.mean !== null && cents(one.mean) === cents(best))
    return [lesson(id, exactUnits(full), { mean, best, bestVillageIds: bestVillageIds.map(({ other }) => other) })]
  })
  // A stable sort: equal ones keep the scheme's order.
  return lessons.sort((a, b) => Number(below(b) * BigInt(a.full) - below(a) * BigInt(b.full)))
}

/** Null: not applicable there. */
function meansOf({ villages }: Pick<RoundDetails, 'villages'>): (villageId: string, id: string) => Units | null {
  const byVillage = new Map(
    villages.map(({ villageId, items }) => [villageId, new Map(items.map(({ id, mean }) => [id, mean]))]),
  )
  return (villageId, id) => byVillage.get(villageId)?.get(id) ?? null
}

function lesson(
  indicatorId: string,
  full: bigint,
  { mean, best, bestVillageIds }: Pick<Lesson, 'mean' | 'best' | 'bestVillageIds'>,
): Lesson {
  const shareOf = (units: Units) => quotient(4, BigInt(units), full)
  return { indicatorId, full: Number(full), mean, share: shareOf(mean), best, bestShare: shareOf(best), bestVillageIds }
}

function below({ best, mean }: Lesson): bigint {
  return BigInt(best) - BigInt(mean)
}
