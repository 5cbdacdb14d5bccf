import type { Board } from '../../contract/ranking'
import { centsChange, centsText } from '../../domain/cents-text'
import { QUADRANT_NAMES } from '../../domain/quadrant-words'
import { U } from '../../domain/units'
import { apart, type Box, type Candidate, lieOver, OVER_EACH_OTHER } from './apart'

export type Quadrants = NonNullable<NonNullable<Board['progress']>['quadrants']>

type Dot = Quadrants['dots'][number]

/** As the style sheet's `dot-name-…` and `median-…` have them, the most liked first. */
const SIDES = ['right', 'left', 'above', 'below', 'right-above', 'right-below', 'left-above', 'left-below'] as const
const CORNERS = ['left-above', 'right-above', 'left-below', 'right-below'] as const

/** Where a dot stands, in hundredths of the picture from its lower left corner, and on which side its name. */
export type Placed = Dot & { x: number; y: number; side: (typeof SIDES)[number] }

export type Picture = {
  dots: Placed[]
  /** Hundredths; where on the line across its figure stands. */
  lines: { x: number; y: number; figure: (typeof CORNERS)[number] }
  /** Round totals below the picture, where they stand clear of the median's figure. */
  ticks: { x: number; text: string }[]
}

/** px of the picture; the width is that of the narrowest phone in use, so that on a wider one there is only more room. */
export const SIZE = { width: 328, height: 440 }
/** Hundredths at each edge that hold no dot. */
const MARGIN = 10
const DOT = 8

/**
 * The picture reaches from the least to the greatest in both directions. No name lies over a dot, another name or a word,
 * nor across a median, where there is a way. `letter`: px of a Chinese character.
 */
export function placed(found: Quadrants, names: ReadonlyMap<string, string>, letter: number): Picture {
  const { dots, medians } = found
  const x = scale([medians.level, ...dots.map(({ level }) => level)])
  const y = scale([medians.progress, ...dots.map(({ progress }) => progress)])
  const lines = { x: x(medians.level), y: y(medians.progress) }
  const at = dots.map((dot) => ({ ...dot, x: x(dot.level), y: y(dot.progress) }))
  const corners = words(letter)

  const figure = textSize(medianText(found), letter)
  const candidates = [
    CORNERS.map((corner, liked) => candidate(boxOfFigure(corner, lines.y, figure), liked, at, [])),
    ...at.map((dot) => {
      const name = textSize(names.get(dot.villageId) ?? dot.villageId, letter)
      const others = at.filter((other) => other !== dot)
      return SIDES.map((side, liked) => candidate(boxOfName(side, dot, name), liked, others, linesOf(lines)))
    }),
  ]
  const [corner, ...sides] = apart(candidates) as [number, ...number[]]
  return {
    dots: at.map((dot, i) => ({ ...dot, side: SIDES[sides[i]!]! })),
    lines: { ...lines, figure: CORNERS[corner]! },
    ticks: ticksOf(
      dots.map(({ level }) => level),
      x,
      { at: lines.x, ...textSize(levelText(found), letter) },
    ),
  }

  function candidate(box: Box, liked: number, others: readonly Point[], across: readonly Box[]): Candidate {
    const over = [...others.map(boxOfDot), ...corners].filter((one) => lieOver(box, one)).length
    const crossed = across.filter((one) => lieOver(box, one)).length
    return { box, cost: (isInside(box) ? 0 : OUTSIDE) + over * OVER_EACH_OTHER + crossed * ACROSS + liked * LIKING }
  }
}

/** Cut off is worse than unreadable, a line through a name is ugly, and where all is well it stands on the right. */
const OUTSIDE = 1000
const ACROSS = 10
const LIKING = 0.1

export function medianText({ medians }: Pick<Quadrants, 'medians'>): string {
  return `中位 ${centsChange(medians.progress, 0)}`
}

export function levelText({ medians }: Pick<Quadrants, 'medians'>): string {
  return `中位 ${centsText(medians.level)}`
}

/** Points from one to the next. */
const STEPS = [1, 2, 5, 10, 20, 50]
const MOST_TICKS = 4
/** px between two figures below the picture. */
const CLEAR = 6

function ticksOf(
  levels: readonly number[],
  x: (level: number) => number,
  median: Size & { at: number },
): Picture['ticks'] {
  const [least, most] = [Math.min(...levels) / U, Math.max(...levels) / U]
  const step = STEPS.find((one) => (most - least) / one <= MOST_TICKS)
  if (least === most || step === undefined) return []
  const first = Math.ceil(least / step) * step
  const rounds = Array.from({ length: Math.floor((most - first) / step) + 1 }, (_, n) => first + n * step)
  return rounds
    .map((points) => ({ x: x(points * U), text: String(points) }))
    .filter(({ x: at, text }) => {
      const width = textSize(text, median.height).width
      return (Math.abs(at - median.at) * SIZE.width) / 100 >= (median.width + width) / 2 + CLEAR
    })
}

type Size = { width: number; height: number }
type Point = { x: number; y: number }

/** A digit or a sign is a little more than half as wide as a character. */
function textSize(text: string, letter: number): Size {
  const width = [...text].reduce((sum, one) => sum + (one < '\u0100' || one === '−' ? 0.6 : 1), 0)
  return { width: width * letter, height: letter + 2 }
}

function boxOfDot(dot: Point): Box {
  const { x, y } = inPx(dot)
  return { left: x - DOT, right: x + DOT, bottom: y - DOT, top: y + DOT }
}

/** Beside the dot, over or under it, or slanting away: the numbers are the style sheet's. */
export function boxOfName(side: Placed['side'], dot: Point, { width, height }: Size): Box {
  const { x, y } = inPx(dot)
  const isSlanting = side.includes('-')
  const gap = isSlanting ? 6 : 13
  const left = side.startsWith('right') ? x + gap : side.startsWith('left') ? x - gap - width : x - width / 2
  const rise = isSlanting ? 5 : 8
  const bottom = side.endsWith('above') ? y + rise : side.endsWith('below') ? y - rise - height : y - height / 2
  return { left, right: left + width, bottom, top: bottom + height }
}

/** Close to the edge, just over or under the line. */
function boxOfFigure(corner: Picture['lines']['figure'], across: number, { width, height }: Size): Box {
  const { y } = inPx({ x: 0, y: across })
  const left = corner.startsWith('left') ? EDGE : SIZE.width - EDGE - width
  const bottom = corner.endsWith('above') ? y + 4 : y - 4 - height
  return { left, right: left + width, bottom, top: bottom + height }
}

const EDGE = 10

/** The four words in the corners. */
function words(letter: number): Box[] {
  const { improving, goodAndBetter, behindOnBoth, goodAndSteady } = QUADRANT_NAMES
  const corner = (text: string, isLeft: boolean, isTop: boolean): Box => {
    const { width, height } = textSize(text, letter)
    const left = isLeft ? EDGE : SIZE.width - EDGE - width
    const bottom = isTop ? SIZE.height - EDGE - height : EDGE
    return { left, right: left + width, bottom, top: bottom + height }
  }
  return [
    corner(improving, true, true),
    corner(goodAndBetter, false, true),
    corner(behindOnBoth, true, false),
    corner(goodAndSteady, false, false),
  ]
}

/** Both medians, as thin boxes. */
function linesOf(lines: Point): Box[] {
  const { x, y } = inPx(lines)
  return [
    { left: x - 1, right: x + 1, bottom: 0, top: SIZE.height },
    { left: 0, right: SIZE.width, bottom: y - 1, top: y + 1 },
  ]
}

function inPx({ x, y }: Point): Point {
  return { x: (x * SIZE.width) / 100, y: (y * SIZE.height) / 100 }
}

function isInside({ left, right, bottom, top }: Box): boolean {
  return left >= 2 && right <= SIZE.width - 2 && bottom >= 2 && top <= SIZE.height - 2
}

/** All the same: the middle. */
function scale(values: readonly number[]): (value: number) => number {
  const [least, most] = [Math.min(...values), Math.max(...values)]
  if (least === most) return () => 50
  return (value) => Math.round((MARGIN + ((value - least) / (most - least)) * (100 - 2 * MARGIN)) * 10) / 10
}
