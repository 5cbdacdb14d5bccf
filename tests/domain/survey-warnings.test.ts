import { hasBurst } from '../../src/domain/bursts'
import { hasChannelGap } from '../../src/domain/channel-gap'
import type { Channel } from '../../src/domain/round-file'
import { isStraight, isStraightLined, straightRule } from '../../src/domain/straight-lining'
import { excludedOnlyFor, type ResponseGroup, surveyWarnings } from '../../src/domain/survey-warnings'
import { sampleRound2 } from '../../tools/seed/sample'

const { survey } = sampleRound2().scheme
const sums = (...values: number[]) => ({
  n: values.length,
  sum: values.reduce((a, b) => a + b, 0),
  sumSquares: values.reduce((a, b) => a + b * b, 0),
})

describe('a gap between channels: over two standard errors of the difference, five in each at least', () => {
  test.each([
    // Five in steps of 5: s² = 62.5, s²/n = 12.5: two standard errors are 2·√25 = 10.
    { a: [70, 75, 80, 85, 90], b: [60, 65, 70, 75, 80], gap: false, why: '10 apart: not over' },
    { a: [70, 75, 80, 85, 90], b: [59, 64, 69, 74, 79], gap: true, why: '11 apart' },
    { a: [100, 100, 100, 100], b: [0, 0, 0, 0, 0], gap: false, why: 'four in one: not compared' },
    { a: [80, 80, 80, 80, 80], b: [80, 80, 80, 80, 80], gap: false, why: 'no difference' },
    { a: [80, 80, 80, 80, 80], b: [79, 79, 79, 79, 79], gap: true, why: 'nobody differs within' },
  ])('$why', ({ a, b, gap }) => {
    expect(hasChannelGap([sums(...a), sums(...b)])).toBe(gap)
    expect(hasChannelGap([sums(...b), sums(...a)])).toBe(gap)
  })
  test('any two of three', () => {
    const near = sums(78, 80, 82, 79, 81)
    expect(hasChannelGap([near, near, sums(20, 22, 24, 21, 23)])).toBe(true)
  })
  test('one channel alone has none', () => expect(hasChannelGap([sums(1, 2, 3, 4, 5)])).toBe(false))
})

describe('the same answer throughout', () => {
  const ids = survey.items.map(({ id }) => id)
  const answers = (levels: number[]) => Object.fromEntries(levels.map((level, i) => [ids[i]!, level]))
  test.each([
    { levels: [5, 5, 5, 5, 5, 5, 5, 5], straight: true, why: 'eight of them' },
    { levels: [5, 5, 5, 5, 5, 5, 5], straight: false, why: 'seven say little' },
    { levels: [5, 5, 5, 5, 5, 5, 5, 5, 0, 0], straight: true, why: '不了解 is unanswered' },
    { levels: [5, 5, 5, 5, 5, 5, 5, 5, 4], straight: false, why: 'one other' },
    { levels: [0, 0, 0, 0, 0, 0, 0, 0, 0], straight: false, why: 'nothing answered' },
  ])('$why', ({ levels, straight }) => expect(isStraight(answers(levels), survey)).toBe(straight))

  test('40 in a hundred of ten at least', () => {
    expect(isStraightLined({ counting: 10, straight: 4 }, straightRule)).toBe(true)
    expect(isStraightLined({ counting: 10, straight: 3 }, straightRule)).toBe(false)
    expect(isStraightLined({ counting: 9, straight: 9 }, straightRule)).toBe(false)
  })

  test('the sample’s villages, all real-sized and contented, are far from it', () => {
    const { responses, villages } = sampleRound2()
    for (const { id } of villages) {
      const ofVillage = responses.filter(({ villageId }) => villageId === id)
      const share = ofVillage.filter((one) => isStraight(one.answers, survey)).length / ofVillage.length
      expect(share).toBeLessThan(straightRule.share / 2)
    }
  })
})

test('a burst: so many in one minute, whichever', () => {
  expect(hasBurst({ '09:01': 14, '09:02': 14 }, 15)).toBe(false)
  expect(hasBurst({ '09:01': 1, '09:02': 15 }, 15)).toBe(true)
  expect(hasBurst({}, 15)).toBe(false)
})

describe('a village’s warnings', () => {
  const group = (channel: Channel, received: number, more: Partial<ResponseGroup> = {}): ResponseGroup => ({
    villageId: 'V1',
    channel,
    tooFast: false,
    received,
    answered: received,
    sum: received * 80,
    sumSquares: received * 6400,
    straight: 0,
    ...more,
  })
  const codes = (groups: ResponseGroup[], more: object = {}) =>
    surveyWarnings({
      villageId: 'V1',
      groups,
      minutes: {},
      quota: 30,
      adults: 1000,
      scoredChannels: survey.scoredChannels,
      burst: 15,
      straight: straightRule,
      ...more,
    }).map((one) => (one.code === 'excluded' ? `excluded ${one.excludedFor}` : one.code))

  test('nothing to say of a quiet one', () => expect(codes([group('poster', 30)])).toEqual([]))
  test('the quota counts what counts by rule', () =>
    expect(codes([group('poster', 29), group('picture', 4)])).toEqual(['quotaMissed']))
  test('above adults counts all that came', () =>
    expect(codes([group('poster', 30), group('picture', 4)], { adults: 33 })).toEqual(['aboveAdults']))
  test('below five excluded nobody is told of any', () => {
    for (const few of [0, 1, 4]) expect(codes([group('poster', 30), group('picture', few)])).toEqual([])
    expect(codes([group('poster', 30), group('picture', 5)])).toEqual(['excluded channel'])
    expect(codes([group('poster', 30), group('poster', 5, { tooFast: true })])).toEqual(['excluded tooFast'])
  })
  test('excluded for both reasons belongs to neither', () => {
    const groups = [group('picture', 3), group('picture', 9, { tooFast: true }), group('poster', 6, { tooFast: true })]
    expect(excludedOnlyFor(groups, 'channel', survey.scoredChannels)).toBe(3)
    expect(excludedOnlyFor(groups, 'tooFast', survey.scoredChannels)).toBe(6)
  })
  test('too fast or unscored ones make no gap and are not straight-lined', () =>
    expect(
      codes([
        group('poster', 30),
        group('onsite', 20, { tooFast: true, sum: 0, sumSquares: 0, straight: 20 }),
        group('picture', 20, { sum: 0, sumSquares: 0, straight: 20 }),
      ]),
    ).toEqual(['excluded channel', 'excluded tooFast']))
  test('all at once', () =>
    expect(
      codes([group('poster', 15, { straight: 10 }), group('card', 10, { sum: 100, sumSquares: 1000 })], {
        minutes: { '14:05': 15 },
        adults: 20,
      }),
    ).toEqual(['quotaMissed', 'channelGap', 'burst', 'straightLining', 'aboveAdults']))
})
