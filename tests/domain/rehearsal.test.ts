import { defaultRules } from '../../src/domain/default-scheme'
import { isRehearsalOf, mayNameRound, namesRehearsal, rehearsalId } from '../../src/domain/rehearsal-id'
import { rehearsedScheme } from '../../src/domain/rehearsed-scheme'
import type { Scheme } from '../../src/domain/round-file'

describe('a rehearsal is called after its round, with a number', () => {
  test.each([
    { id: '2024-2-x7', of: '2024-2', is: true },
    { id: '2024-2-x7', of: '2024-2-x7', is: false },
    { id: '2024-2', of: '2024-2', is: false },
    { id: '2024-2-xa-x7', of: '2024-2', is: false },
    { id: '2024-22-x7', of: '2024-2', is: false },
  ])('$id is a rehearsal of $of: $is', ({ id, of, is }) => expect(isRehearsalOf(id, of)).toBe(is))

  test('every round that may be called so has room for its rehearsals; none is called like one', () => {
    const longest = 'a'.repeat(24)
    expect([mayNameRound(longest), mayNameRound(`${longest}a`)]).toEqual([true, false])
    const rehearsal = rehearsalId(longest, 999_999)
    expect(rehearsal).toHaveLength(32)
    expect([namesRehearsal(rehearsal), mayNameRound('2024-2-x7'), mayNameRound('2024-x')]).toEqual([true, false, true])
  })
})

const ofDefault = defaultRules('pilot', '试点方案') as Scheme

describe('a rehearsal asks no villager: satisfaction weighs nothing, the others share its weight as they stand', () => {
  test.each([
    { weights: [40, 30, 30], rehearsed: [57, 43, 0], why: '400 / 7 = 57.1' },
    { weights: [50, 50, 0], rehearsed: [50, 50, 0], why: 'nothing to share' },
    { weights: [1, 7, 92], rehearsed: [13, 87, 0], why: '12.5, half up; together 100' },
    { weights: [0, 30, 70], rehearsed: [0, 100, 0], why: 'what weighs nothing goes on weighing nothing' },
    { weights: [1, 99, 0], rehearsed: [1, 99, 0], why: 'what weighs something does not come to nothing' },
    { weights: [0, 0, 100], rehearsed: [0, 0, 100], why: 'nothing to share by' },
  ])('$weights → $rehearsed: $why', ({ weights, rehearsed }) => {
    const weigh = ([common, demonstration, satisfaction]: number[]) =>
      ({ ...ofDefault, weights: { common, demonstration, satisfaction } }) as Scheme
    expect(rehearsedScheme(weigh(weights))).toEqual(weigh(rehearsed))
  })
})
