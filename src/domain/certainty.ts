/**
 * How sure is the order: a bootstrap, seeded from the digest and outside it. Rule: docs/domain.md, How sure is the order;
 * Efron & Tibshirani 1993, An Introduction to the Bootstrap, chapters 6 and 13 (percentile intervals).
 */
import { bootstrapDraws } from './bootstrap-draws'
import { bootstrapSample, type RankedRound } from './bootstrap-sample'
import { chancesOfFirst, rankInterval, swapShare } from './rank-shares'
import type { AuditEdition } from './round-file'
import type { RankedVillage } from './round-result'
import { GENERATOR, generatorFromDigest } from './seeded-generator'

export type Certainty = DrawnCertainty | { outcome: 'off' | 'not estimable' }

export type DrawnCertainty = {
  outcome: 'drawn'
  generator: typeof GENERATOR
  /** How many were drawn, and how many more had to be drawn again because their panel could not be fitted. */
  draws: number
  redrawn: number
  /** As the scheme has them: coverage of the rank intervals; the most swaps at which a cut stands. */
  level: number
  flip: number
  /** In the ranking's order, deferred ones left out. */
  villages: VillageCertainty[]
  /** One fewer than villages, downwards. */
  neighbours: NeighbourCertainty[]
}

export type VillageCertainty = {
  villageId: string
  /** The ranks that are left when the outer draws go, (1 − level) / 2 at each end; the village's own rank is always in. */
  rankInterval: [best: number, worst: number]
  /** Share of draws in which it came first; those who came first together share the draw. */
  first: number
  /** 档, from 1 downwards. Within one the villages are 难分高下. */
  band: number
}

export type NeighbourCertainty = {
  aboveId: string
  belowId: string
  /** Share of draws in which the lower one came out above; level with it counts half. */
  swaps: number
  /** Whether a band ends between them; where not, they are 难分高下. */
  isCut: boolean
}

/** More than this a scheme does not get: what is drawn says so. */
const MOST_DRAWS = 10_000

/**
 * `off`: the scheme asks for no draws. `not estimable`: fewer than one draw in ten could be fitted. Under one digest the
 * order of the file's lists changes nothing, nor do other names, save where the ranking's own rules go by names (villages
 * of one rank, equal outliers).
 */
export function roundCertainty(round: AuditEdition, ranked: RankedRound, digest: string): Certainty {
  const { level, flip } = round.scheme.certainty
  const draws = Math.min(round.scheme.certainty.draws, MOST_DRAWS)
  if (draws < 1) return { outcome: 'off' }
  const drawn = bootstrapDraws(bootstrapSample(round, ranked), draws, generatorFromDigest(digest))
  if (!drawn) return { outcome: 'not estimable' }
  const rows = ranked.ranking.filter(({ deferred }) => !deferred)
  const ranksOf = rows.map((_, i) => ranksOfOne(drawn.ranks, i, rows.length))
  const neighbours = rows.slice(1).map((below, i) => neighbour(i, rows[i]!, below))
  const first = chancesOfFirst(ranksOf)
  const bands = bandsBetween(neighbours)
  const villages = rows.map(({ villageId, rank }, i) => ({
    villageId,
    rankInterval: rankInterval(ranksOf[i]!, level, rank!),
    first: first[i]!,
    band: bands[i]!,
  }))
  return { outcome: 'drawn', generator: GENERATOR, draws, redrawn: drawn.redrawn, level, flip, villages, neighbours }

  /** Villages with one rank are never cut apart. */
  function neighbour(i: number, above: RankedVillage, below: RankedVillage): NeighbourCertainty {
    const swaps = swapShare(ranksOf[i]!, ranksOf[i + 1]!)
    const isCut = swaps <= flip && above.rank !== below.rank
    return { aboveId: above.villageId, belowId: below.villageId, swaps, isCut }
  }
}

function ranksOfOne(ranks: Uint32Array, village: number, villages: number): Uint32Array {
  return new Uint32Array(ranks.length / villages).map((_, draw) => ranks[draw * villages + village]!)
}

/** The band of each village from the uppermost down. */
function bandsBetween(neighbours: readonly NeighbourCertainty[]): number[] {
  const bands = [1]
  for (const { isCut } of neighbours) bands.push(bands[bands.length - 1]! + (isCut ? 1 : 0))
  return bands
}
