import fc from 'fast-check'
import { typedNumber } from '../../src/domain/typed-number'

describe('a number as it is typed', () => {
  test.each([
    ['78', 78],
    ['77.5', 77.5],
    ['77.', 77],
    ['.5', 0.5],
    ['-6.2', -6.2],
    [' 12 ', 12],
    ['007', 7],
    ['-0', 0],
  ])('%j is %d', (text, value) => expect(typedNumber(text)).toBe(value))

  test.each(['', ' ', '-', '.', '-.', '1.2.3', '7 8', '1,200', '1e3', '0x10', 'Infinity', '八', '７８', '--1', '5-'])(
    '%j is none',
    (text) => expect(typedNumber(text)).toBeNull(),
  )

  test('whatever has four decimals reads back as what it is', () =>
    fc.assert(
      fc.property(fc.integer({ min: -1e13, max: 1e13 }), (units) => {
        expect(typedNumber((units / 10_000).toFixed(4))).toBe(units / 10_000 + 0)
      }),
    ))
})
