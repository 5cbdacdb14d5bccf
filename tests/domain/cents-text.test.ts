import { cents, centsChange, centsText, markText, percentText, pointsText } from '../../src/domain/cents-text'

describe('a total is shown with two decimals, half away from zero, as it is compared', () => {
  test.each([
    [833_712, '83.37'],
    [805_650, '80.57'],
    [805_649, '80.56'],
    [-50, '−0.01'],
    [-49, '0.00'],
    [0, '0.00'],
    [-100_000, '−10.00'],
    [1_000_000, '100.00'],
  ])('%d units: %s', (units, text) => expect(centsText(units)).toBe(text))

  test('10.075 marks: no binary fraction takes part', () => expect(centsText(100_750)).toBe('10.08'))
  test('what is shown is what is compared', () => expect(cents(833_749)).toBe(cents(833_651)))
})

describe('a change is the difference of the two figures that are shown', () => {
  test.each([
    [833_700, 780_249, '+5.35', '83.37 − 78.02'],
    [780_249, 833_700, '−5.35', 'and back'],
    [780_249, 780_151, '0.00', 'both are shown as 78.02'],
  ])('%d after %d: %s, %s', (now, before, text) => expect(centsChange(now, before)).toBe(text))
})

test('a mark takes as few decimals as it needs', () => {
  expect([30_000, 35_000, 34_286, 100_000, 0].map(markText)).toEqual(['3', '3.5', '3.43', '10', '0'])
})

test('points and shares come rounded to four decimals and are shown with fewer', () => {
  expect(pointsText(79.3812)).toBe('79.38')
  expect(pointsText(1.005)).toBe('1.01')
  expect(pointsText(81.25, 1)).toBe('81.3')
  expect(percentText(0.9402)).toBe('94.0')
  expect(percentText(0.3885)).toBe('38.9')
  expect(percentText(1)).toBe('100.0')
})
