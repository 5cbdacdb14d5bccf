import type { Progress } from '../../src/domain/progress'
import { QUADRANT_NAMES, quadrantWords } from '../../src/domain/quadrant-words'
import { quadrants } from '../../src/domain/quadrants'
import type { RankedVillage } from '../../src/domain/round-result'
import { U } from '../../src/domain/units'

/** Level and progress in marks; a village without a progress has null. */
const drawn = (dots: Record<string, [level: number, progress: number | null]>, kind: Progress['kind'] = 'joint') =>
  quadrants(
    Object.entries(dots).map(([villageId, [level]]) => ({ villageId, total: level * U }) as RankedVillage),
    {
      kind,
      rows: Object.entries(dots).flatMap(([villageId, [, progress]]) =>
        progress === null ? [] : [{ rank: 1, villageId, total: progress * U }],
      ),
    } as Progress,
  )!

describe('level × progress, cut at the medians of the villages that have both', () => {
  const four = drawn({ V1: [90, 9], V2: [60, 8], V3: [80, 1], V4: [50, 2] })

  test('the four corners by name', () => {
    expect(four.medians).toEqual({ level: 70 * U, progress: 5 * U })
    expect(four.dots.map(({ villageId, quadrant }) => [villageId, QUADRANT_NAMES[quadrant!]])).toEqual([
      ['V1', '好的变更好'],
      ['V2', '一般的在变好'],
      ['V3', '好的，变化小'],
      ['V4', '两样都要加力'],
    ])
  })

  test('in words, by what the figures show', () => {
    expect(quadrantWords(four.dots[0]!, four)).toBe('水平在中位以上，进步比中位多 4.00')
    expect(quadrantWords(four.dots[3]!, four)).toBe('水平在中位以下，进步比中位少 3.00')
  })

  test('a dot on a line is in none of the four, and said so', () => {
    const three = drawn({ V1: [90, 9], V2: [80, 1], V3: [70, 4] }, 'relative')
    expect(three.dots.map(({ beside, quadrant }) => [beside.level, beside.progress, quadrant])).toEqual([
      ['above', 'above', 'goodAndBetter'],
      ['on', 'below', null],
      ['below', 'on', null],
    ])
    expect(quadrantWords(three.dots[1]!, three)).toBe('水平正在中位线上，相对增量比中位少 3.00')
    expect(quadrantWords(three.dots[2]!, three)).toBe('水平在中位以下，相对增量正在中位线上')
  })

  test('equal to the hundredth is on the line: what is displayed decides', () => {
    const { dots } = drawn({ V1: [80.004, 3], V2: [80, 2], V3: [79.996, 1] })
    expect(dots.map(({ beside }) => beside.level)).toEqual(['on', 'on', 'on'])
  })

  test('a village without a progress is not drawn and moves no line', () => {
    const { dots, medians } = drawn({ V1: [90, 9], V2: [60, 8], V3: [80, null] })
    expect(dots.map(({ villageId }) => villageId)).toEqual(['V1', 'V2'])
    expect(medians.level).toBe(75 * U)
  })

  test('nobody has one: no picture', () => {
    expect(drawn({ V1: [90, null] })).toBeNull()
  })
})
