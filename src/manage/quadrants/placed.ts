import type { Board } from '../../contract/ranking'

export type Quadrants = NonNullable<NonNullable<Board['progress']>['quadrants']>

type Dot = Quadrants['dots'][number]

/** Where a dot stands, in hundredths of the picture from its lower left corner; its name is on the side with room. */
export type Placed = Dot & { x: number; y: number; isNameLeft: boolean }

/** Room at each edge, so that a dot and its name stay inside. */
const MARGIN = 10
/** A name is about this wide and high; two that would lie over each other are put on the two sides of their dots. */
const NAME = { width: 32, height: 6 }

/** The picture reaches from the least to the greatest in both directions; a thumb tells neighbours apart by their names. */
export function placed({ dots, medians }: Quadrants): { dots: Placed[]; lines: { x: number; y: number } } {
  const x = scale([medians.level, ...dots.map(({ level }) => level)])
  const y = scale([medians.progress, ...dots.map(({ progress }) => progress)])
  const found: Placed[] = []
  const inRows = [...dots].sort((a, b) => b.progress - a.progress)
  for (const dot of inRows) {
    const at = { x: x(dot.level), y: y(dot.progress) }
    const isNameLeft = at.x > 100 - NAME.width || (at.x > NAME.width && found.some((other) => liesOver(other, at)))
    found.push({ ...dot, ...at, isNameLeft })
  }
  return { dots: found, lines: { x: x(medians.level), y: y(medians.progress) } }
}

function liesOver(other: Placed, { x, y }: { x: number; y: number }): boolean {
  if (Math.abs(other.y - y) >= NAME.height) return false
  const from = other.isNameLeft ? other.x - NAME.width : other.x
  return from < x + NAME.width && x < from + NAME.width
}

/** All the same: the middle. */
function scale(values: readonly number[]): (value: number) => number {
  const [least, most] = [Math.min(...values), Math.max(...values)]
  if (least === most) return () => 50
  return (value) => Math.round((MARGIN + ((value - least) / (most - least)) * (100 - 2 * MARGIN)) * 10) / 10
}
