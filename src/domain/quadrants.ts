/**
 * 四象限: level × progress, cut at the medians of the villages that have both. What is displayed decides: a dot is on a line
 * where the two are equal to the hundredth. Rule: docs/domain.md, Progress; drawn in docs/screens.md, Leader 3.
 */
import { cents } from './cents-text'
import { middleValue } from './middle-value'
import type { Progress } from './progress'
import type { RankedVillage } from './round-result'
import type { Units } from './units'

export type Quadrants = {
  /** As the progress it shows: `relative` is labelled 相对增量. */
  kind: Progress['kind']
  medians: { level: Units; progress: Units }
  /** In the ranking's order. */
  dots: QuadrantDot[]
}

export type Side = 'above' | 'on' | 'below'
export type Quadrant = 'goodAndBetter' | 'improving' | 'goodAndSteady' | 'behindOnBoth'

export type QuadrantDot = {
  villageId: string
  /** The round's total. */
  level: Units
  progress: Units
  beside: { level: Side; progress: Side }
  /** Null: on a line, in none of the four. */
  quadrant: Quadrant | null
}

/** Null where nobody has a progress. */
export function quadrants(
  ranking: ReadonlyArray<Pick<RankedVillage, 'villageId' | 'total'>>,
  { kind, rows }: Pick<Progress, 'kind' | 'rows'>,
): Quadrants | null {
  const progress = new Map(rows.map((row) => [row.villageId, row.total]))
  const both = ranking.flatMap(({ villageId, total }) => {
    const moved = progress.get(villageId)
    return total === null || moved === undefined ? [] : [{ villageId, level: total, progress: moved }]
  })
  const level = middleValue(both.map((dot) => dot.level))
  const middle = middleValue(both.map((dot) => dot.progress))
  if (level === null || middle === null) return null
  return {
    kind,
    medians: { level, progress: middle },
    dots: both.map((dot) => {
      const beside = { level: sideOf(dot.level, level), progress: sideOf(dot.progress, middle) }
      return { ...dot, beside, quadrant: quadrantOf(beside) }
    }),
  }
}

function sideOf(value: Units, line: Units): Side {
  const difference = cents(value) - cents(line)
  if (difference === 0) return 'on'
  return difference > 0 ? 'above' : 'below'
}

function quadrantOf({ level, progress }: QuadrantDot['beside']): Quadrant | null {
  if (level === 'on' || progress === 'on') return null
  if (level === 'above') return progress === 'above' ? 'goodAndBetter' : 'goodAndSteady'
  return progress === 'above' ? 'improving' : 'behindOnBoth'
}
