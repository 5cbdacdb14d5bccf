import { earliestSealing, whyNotSeal } from '../../src/domain/why-not-seal'

const MINUTE = 60_000
/** The round closed at minute 100; villages have an hour to appeal. */
const closing = { closedAt: 100 * MINUTE, appealMinutes: 60 }
const deduction = (state: string, confirmedAtMinute: number | null) => ({
  state,
  confirmedAt: confirmedAtMinute === null ? null : confirmedAtMinute * MINUTE,
})

describe('sealing waits a minute after closing, and a minute after every appeal window', () => {
  test.each([
    { deductions: [], minute: 101, why: 'nothing to appeal against' },
    { deductions: [deduction('confirmed', 30)], minute: 101, why: 'its hour ended before closing' },
    { deductions: [deduction('confirmed', 70)], minute: 131, why: '70 + 60 + 1' },
    {
      deductions: [deduction('confirmed', 90), deduction('confirmed', 70)],
      minute: 151,
      why: 'the last one, 90 + 60 + 1',
    },
    { deductions: [deduction('confirmed', 120)], minute: 161, why: 'at the latest closing + 60 + 1' },
    { deductions: [deduction('upheld', 90), deduction('revoked', 95)], minute: 101, why: 'decided' },
    { deductions: [deduction('proposed', null), deduction('lapsed', null)], minute: 101, why: 'never confirmed' },
  ])('$why: from minute $minute on', ({ deductions, minute }) => {
    expect(earliestSealing(closing, deductions)).toBe(minute * MINUTE)
    expect(whyNotSeal(minute * MINUTE, closing, deductions)).toBeUndefined()
    expect(whyNotSeal(minute * MINUTE - 1, closing, deductions)).toMatchObject({
      details: { sealableAt: minute * MINUTE },
    })
  })

  test('within the minute: too early; after it, with a window open: appeals', () => {
    const deductions = [deduction('confirmed', 70)]
    expect(whyNotSeal(100.5 * MINUTE, closing, deductions)?.code).toBe('tooEarly')
    expect(whyNotSeal(102 * MINUTE, closing, deductions)?.code).toBe('appealsOpen')
  })

  test('an undecided appeal holds it up however long it takes', () => {
    expect(whyNotSeal(10_000 * MINUTE, closing, [deduction('appealed', 70)])).toMatchObject({
      code: 'appealsOpen',
      details: { undecided: 1 },
    })
  })
})
