import { array, assert, integer, property, tuple } from 'fast-check'
import type { Progress } from '../../src/domain/progress'
import { quadrants } from '../../src/domain/quadrants'
import type { RankedVillage } from '../../src/domain/round-result'
import { U } from '../../src/domain/units'
import { apart, type Box, type Candidate, lieOver, OVER_EACH_OTHER } from '../../src/manage/quadrants/apart'
import { boxOfName, placed, SIZE } from '../../src/manage/quadrants/placed'

const LETTER = 16
const NAME = '桥头村'

const drawn = (dots: readonly (readonly [level: number, progress: number])[]) =>
  quadrants(
    dots.map(([total], i) => ({ villageId: `V${i}`, total }) as RankedVillage),
    { kind: 'joint', rows: dots.map(([, total], i) => ({ rank: 1, villageId: `V${i}`, total })) } as Progress,
  )!

const picture = (dots: readonly (readonly [number, number])[]) =>
  placed(drawn(dots), new Map(dots.map((_, i) => [`V${i}`, NAME])), LETTER)

function nameBoxes({ dots }: ReturnType<typeof placed>): Box[] {
  return dots.map((dot) => boxOfName(dot.side, dot, { width: 3 * LETTER, height: LETTER + 2 }))
}

/** Names over each other, over another village's dot, and across a median. */
function faults(found: ReturnType<typeof placed>) {
  const names = nameBoxes(found)
  const [x, y] = [(found.lines.x * SIZE.width) / 100, (found.lines.y * SIZE.height) / 100]
  const dots = found.dots
    .map((dot) => boxOfName('above', dot, { width: 14, height: 0 }))
    .map(({ left, right, bottom }) => ({
      left,
      right,
      bottom: bottom - 15,
      top: bottom - 1,
    }))
  return {
    overNames: names.flatMap((one, i) => names.slice(i + 1).filter((other) => lieOver(one, other))).length,
    overDots: names.flatMap((one, i) => dots.filter((dot, other) => other !== i && lieOver(one, dot))).length,
    across:
      names.filter(({ left, right }) => left < x && x < right).length +
      names.filter(({ bottom, top }) => bottom < y && y < top).length,
    outside: names.filter(
      ({ left, right, bottom, top }) => left < 0 || right > SIZE.width || bottom < 0 || top > SIZE.height,
    ).length,
  }
}

const none = { overNames: 0, overDots: 0, across: 0, outside: 0 }

describe('四象限: a name lies over no dot, no other name, and across no median, where there is a way', () => {
  test('the second sample round', () => {
    const sample = [
      [83.37, 6.11],
      [82.61, 5.32],
      [80.84, 2.39],
      [80.57, 3.82],
      [80.06, 0.61],
      [78.29, 9.2],
      [76.3, 0.17],
      [64.14, 8.1],
    ] as const
    expect(faults(picture(sample.map(([level, gain]) => [Math.round(level * U), Math.round(gain * U)])))).toEqual(none)
  })

  test('three close together: their names go three ways', () => {
    const close = [
      [80, 5],
      [80.4, 5.1],
      [80.8, 4.9],
      [60, 1],
      [90, 9],
    ] as const
    expect(faults(picture(close.map(([level, gain]) => [Math.round(level * U), Math.round(gain * U)])))).toMatchObject({
      overNames: 0,
      overDots: 0,
      outside: 0,
    })
  })

  test('a village on both medians: its name slants away from them', () => {
    const found = picture([
      [80 * U, 5 * U],
      [60 * U, 1 * U],
      [90 * U, 9 * U],
    ])
    expect(found.dots[0]!.side).toBe('right-above')
    expect(faults(found)).toEqual(none)
  })

  test('whatever the villages: no name leaves the picture, and of two that lie apart none lies over the other', () => {
    const dot = tuple(integer({ min: 500_000, max: 900_000 }), integer({ min: -50_000, max: 100_000 }))
    assert(
      property(array(dot, { minLength: 1, maxLength: 6 }), (dots) => {
        const found = picture(dots)
        expect(faults(found).outside).toBe(0)
        const isRoomy = found.dots.every((one, i) =>
          found.dots.slice(i + 1).every((other) => Math.abs(one.y - other.y) * SIZE.height > 70 * 100),
        )
        if (isRoomy) expect(faults(found)).toMatchObject({ overNames: 0, overDots: 0 })
      }),
    )
  })
})

describe('the search', () => {
  const box = tuple(integer({ min: 0, max: 60 }), integer({ min: 0, max: 60 })).map(
    ([left, bottom]): Box => ({ left, right: left + 20, bottom, top: bottom + 20 }),
  )
  const candidate = tuple(box, integer({ min: 0, max: 30 })).map(([own, cost]): Candidate => ({ box: own, cost }))
  const all = array(array(candidate, { minLength: 3, maxLength: 3 }), { minLength: 1, maxLength: 5 })

  test('finds no dearer way than trying all', () => {
    assert(
      property(all, (items) => {
        const least = Math.min(...everyWay(items).map((taken) => costOf(items, taken)))
        expect(costOf(items, apart(items))).toBe(least)
      }),
    )
  })

  test('sixty on one spot: an answer all the same', () => {
    const spot = { left: 0, right: 10, bottom: 0, top: 10 }
    const items = Array.from({ length: 60 }, () => Array.from({ length: 8 }, (_, cost) => ({ box: spot, cost })))
    expect(apart(items)).toEqual(items.map(() => 0))
  })
})

function everyWay(items: readonly (readonly Candidate[])[]): number[][] {
  return items.reduce<number[][]>((ways, own) => ways.flatMap((way) => own.map((_, i) => [...way, i])), [[]])
}

function costOf(items: readonly (readonly Candidate[])[], taken: readonly number[]): number {
  const chosen = items.map((own, i) => own[taken[i]!]!)
  const over = chosen.flatMap(({ box }, i) => chosen.slice(i + 1).filter((other) => lieOver(box, other.box))).length
  return chosen.reduce((sum, { cost }) => sum + cost, over * OVER_EACH_OTHER)
}

describe('round totals below the picture', () => {
  test('in steps of a few, between the least and the greatest', () => {
    const { ticks } = picture([
      [641_400, 80_500],
      [762_900, 1_700],
      [805_700, 38_200],
      [833_700, 61_100],
    ])
    expect(ticks.map(({ text }) => text)).toEqual(['65', '70'])
  })
  test('none that stands under the median’s own figure, none outside, at most five', () => {
    assert(
      property(
        array(tuple(integer({ min: 0, max: 100 * U }), integer({ min: -500, max: 900 })), {
          minLength: 2,
          maxLength: 30,
        }),
        (dots) => {
          const { ticks, lines } = picture(dots)
          expect(ticks.length).toBeLessThanOrEqual(5)
          for (const { x, text } of ticks) {
            expect(x).toBeGreaterThanOrEqual(10)
            expect(x).toBeLessThanOrEqual(90)
            expect(Number(text) % 1).toBe(0)
            expect((Math.abs(x - lines.x) * SIZE.width) / 100).toBeGreaterThan(40)
          }
        },
      ),
    )
  })
  test('of villages with the same total there is no scale', () => {
    expect(
      picture([
        [80 * U, 1],
        [80 * U, 2],
      ]).ticks,
    ).toEqual([])
  })
})
