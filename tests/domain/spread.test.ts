import fc from 'fast-check'
import { pauseAfter, pauseAfterAnswer, pauseAfterSignal, untilNextLook } from '../../src/client/spread'

const chance = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true })

describe('how phones stay out of each other’s way', () => {
  test.each([
    [1, 1_000, 3_000],
    [2, 2_000, 6_000],
    [5, 16_000, 48_000],
    [6, 30_000, 90_000],
    [40, 30_000, 90_000],
  ])('after %d tries without an answer: %d to %d ms', (failures, least, most) => {
    expect(pauseAfter(failures, 0)).toBe(least)
    fc.assert(fc.property(chance, (by) => pauseAfter(failures, by) >= least && pauseAfter(failures, by) <= most))
  })

  test('a signal that is back: within three seconds', () => {
    expect(pauseAfterSignal(0)).toBe(0)
    fc.assert(fc.property(chance, (by) => pauseAfterSignal(by) <= 3_000))
  })

  test('things that wait follow one another without a pause, unless answers are slow', () => {
    expect(pauseAfterAnswer(999, 0.9)).toBe(0)
    expect([0, 0.5].map((by) => pauseAfterAnswer(4_000, by))).toEqual([2_000, 4_000])
    expect(pauseAfterAnswer(25_000, 0.5)).toBe(10_000)
  })

  test('an open page looks again after 90 to 150 seconds', () => {
    expect(untilNextLook(0)).toBe(90_000)
    expect(untilNextLook(0, 'seldom')).toBe(225_000)
    fc.assert(fc.property(chance, (by) => untilNextLook(by) <= 150_000))
  })
})
