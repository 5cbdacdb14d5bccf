/** A village's page: of ten questions and twenty-five indicators, those that are seen first. */
import type { ItemScore, VillageResult } from '../../src/contract/ranking'
import { U } from '../../src/domain/units'
import { belowMedian, twoEnds } from '../../src/manage/village/stands-out'

type Question = VillageResult['questions'][number]

const question = (id: string, mean: number | null): Question => ({
  id,
  title: id,
  mean,
  answered: 100,
  unansweredOf100: 0,
})
const ids = (things: readonly { id: string }[]) => things.map(({ id }) => id).join('')
const seven = ['a', 'b', 'c', 'd', 'e', 'f', 'g'].map((id, n) => question(id, 70 + n))

describe('questions: two from each end', () => {
  test('by what changed since the round before: the most risen first', () => {
    const last = new Map<string, number | null>(Object.entries({ a: 60, b: 71, c: 80, d: 72, e: 73, f: 90, g: 76 }))
    // a +10, b 0, c −8, d +1, e +1, f −15, g 0
    expect(ids(twoEnds(seven, last))).toBe('adcf')
  })
  test('with no round before, or too few of its questions: the highest and the lowest', () => {
    expect(ids(twoEnds(seven, new Map()))).toBe('gfba')
    expect(ids(twoEnds(seven, new Map([['a', 60]])))).toBe('gfba')
  })
  test('a question that too few answered is in neither; with five or fewer all stand in their order', () => {
    expect(ids(twoEnds([...seven, question('x', null)], new Map()))).toBe('gfba')
    expect(ids(twoEnds([question('x', null), ...seven.slice(0, 4)], new Map()))).toBe('xabcd')
  })
  test('no question twice', () => {
    const told = [question('x', null), question('y', null), ...seven.slice(0, 4)]
    expect(ids(twoEnds(told, new Map()))).toBe('dcba')
  })
})

describe('indicators below the median', () => {
  const item = (id: string, mean: number | null, median: number | null, full = 5) =>
    ({ id, mean: mean === null ? null : mean * U, median: median === null ? null : median * U, full }) as ItemScore

  test('the furthest below by share of the full mark first; at the median is not below', () => {
    const items = [item('a', 4, 4), item('b', 3, 4, 10), item('c', 2, 2.6, 3), item('d', 5, 4), item('e', 3, 3.5)]
    expect(ids(belowMedian(items))).toBe('cbe')
  })
  test('what is not told is not compared', () => {
    expect(belowMedian([item('a', null, 4), item('b', 3, null)])).toEqual([])
  })
})
