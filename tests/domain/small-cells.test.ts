import {
  grainOf,
  hasQuota,
  inSteps,
  shownAnswered,
  shownCount,
  shownMean,
  shownRate,
  shownUnanswered,
} from '../../src/domain/small-cells'

describe('a part of one to four people looks the same as none', () => {
  test('counts', () => {
    expect([0, 1, 4, 5, 6].map(shownCount)).toEqual([null, null, null, 5, 6])
    expect([0, 4, 5, 9, 10].map(inSteps)).toEqual([0, 0, 5, 5, 10])
  })
  test('who answered a question, and who did not', () => {
    expect(shownAnswered(4, 30)).toEqual({ answered: null, of: 0 })
    for (const left of [0, 1, 4]) expect(shownAnswered(30 - left, 30)).toEqual({ answered: null, of: 30 })
    expect(shownAnswered(25, 30)).toEqual({ answered: 25, of: 25 })
  })
  test('不了解: its share is told where five at least left the question out and five at least did not', () => {
    const share = (answered: number, valid: number) => shownUnanswered(shownAnswered(answered, valid).answered, valid)
    // One to four look the same as none, on either side.
    for (const left of [0, 1, 4]) expect(share(30 - left, 30)).toBeNull()
    for (const answered of [0, 4]) expect(share(answered, 30)).toBeNull()
    expect(share(25, 30)).toBe(17)
    expect(share(5, 30)).toBe(83)
  })
  test('a rate with fewer than five on one side is a bound, whoever they are', () => {
    // 26 of 30 is 86.67 in a hundred.
    for (const unsatisfied of [0, 1, 4])
      expect(shownRate(30 - unsatisfied, 30, 30)).toEqual({ rate: 0.86, bound: 'least', interval: null })
    for (const satisfied of [0, 4]) expect(shownRate(satisfied, 30, 30)).toMatchObject({ rate: 0.14, bound: 'most' })
    expect(shownRate(25, 30, 30)).toMatchObject({ rate: 0.83, bound: null })
    expect(shownRate(4, 4, 30)).toBeNull()
  })
  test('a quota below five is said to be reached from five on', () => {
    expect([2, 3, 4, 5].map((counting) => hasQuota(counting, 3))).toEqual([false, false, false, true])
    expect([29, 30].map((counting) => hasQuota(counting, 30))).toEqual([false, true])
  })
})

describe('a figure would also be right had nobody left the question out', () => {
  // 29 of 30 answered. 25 satisfied of 29 would be 86 in a hundred, which no number of 30 people gives.
  test('a rate', () => expect(shownRate(24, 29, 30)!.rate).toBe(Math.round((25 / 30) * 100) / 100))
  test('a mean', () => {
    for (let answered = 26; answered <= 30; answered++)
      for (let sum = 0; sum <= answered * 100; sum += 10) {
        const shown = shownMean({ sum, answered }, 30, 10)!
        const possible = Array.from({ length: 301 }, (_, tens) => Math.round((tens * 10) / 30))
        expect(possible).toContain(shown)
        expect(Math.abs(shown - sum / answered)).toBeLessThan(0.5 + 5 / 30 + 1e-9)
      }
  })
  test('the grain of the levels', () => {
    expect(grainOf([100, 80, 60, 30, 0])).toBe(10)
    expect(grainOf([100, 66.7, 33.3])).toBeCloseTo(0.1)
  })
})
