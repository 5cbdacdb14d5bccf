import { readFileSync } from 'node:fs'
import { roundResult } from '../../src/domain/result'
import type { AuditEdition } from '../../src/domain/round-file'
import { roundDetails } from '../../src/domain/village-details'

const sample: AuditEdition = JSON.parse(readFileSync('tools/seed/sample/round-2.json', 'utf8'))
const detailsOf = (round: AuditEdition) => roundDetails(round, roundResult(round).ranking)
const villageOf = (round: AuditEdition, id: string) =>
  detailsOf(round).villages.find(({ villageId }) => villageId === id)!

describe('what a village’s page shows beside its rank', () => {
  test('an item’s mean over the cards, its median over the ranked villages, in units', () => {
    const { villages, itemMedians } = detailsOf(sample)
    const means = villages.map(({ items }) => items.find(({ id }) => id === 'C01')!.mean!).sort((a, b) => a - b)
    const cards = sample.scorecards.filter(({ villageId }) => villageId === 'V01').map(({ marks }) => marks.C01!)
    expect(villageOf(sample, 'V01').items[0]).toEqual({
      id: 'C01',
      mean: Math.round((cards.reduce((sum, mark) => sum + mark, 0) / cards.length) * 10_000),
      value: null,
    })
    // Eight villages: the mean of the fourth and the fifth.
    expect(itemMedians.find(({ id }) => id === 'C01')!.median).toBe(Math.round((means[3]! + means[4]!) / 2))
  })

  test('a measured fact keeps its value and the mark of its table; what does not apply is not there', () => {
    const { value } = sample.measurements.find((one) => one.villageId === 'V05' && one.indicatorId === 'C03')!
    const { items } = villageOf(sample, 'V05')
    expect(items.find(({ id }) => id === 'C03')).toMatchObject({ value })
    expect(items.map(({ id }) => id)).not.toContain('C15')
  })

  test('a question’s mean in points, 不了解 left out', () => {
    const questions = villageOf(sample, 'V08').questions
    expect(questions.map(({ id }) => id)).toEqual(sample.scheme.survey.items.map(({ id }) => id))
    const valid = roundResult(sample).ranking.find(({ villageId }) => villageId === 'V08')!.survey.valid
    for (const { answered, mean } of questions) {
      // At least five abstained, or the count is not told.
      if (answered !== null) expect(valid - answered).toBeGreaterThanOrEqual(5)
      expect(Number.isInteger(mean)).toBe(true)
      expect(mean).toBeGreaterThan(0)
    }
  })

  test('how many came by household card, in steps of 5: one to four look the same as none', () => {
    const plain = sample.responses.find(
      ({ villageId, channel, tooFast }) => villageId === 'V01' && channel === 'poster' && !tooFast,
    )!
    const byCard = (cards: number) => {
      const own = Array.from({ length: 20 }, (_, n) => ({
        ...plain,
        channel: n < cards ? ('card' as const) : plain.channel,
      }))
      return villageOf({ ...sample, responses: own }, 'V01').byCard
    }
    expect([0, 4, 5, 9, 10].map(byCard)).toEqual([0, 0, 5, 5, 10])
  })

  test('deductions: confirmed ones, item by item up to the cap; together what the ranking takes off', () => {
    const deductions = villageOf(sample, 'V07').deductions
    expect(deductions.map(({ itemId, occurrences }) => ({ itemId, occurrences }))).toEqual([
      { itemId: 'K03', occurrences: 5 },
      { itemId: 'K09', occurrences: 2 },
    ])
    const row = roundResult(sample).ranking.find(({ villageId }) => villageId === 'V07')!
    expect(deductions.reduce((sum, { marks }) => sum + marks, 0)).toBe(row.deductions)
    expect(villageOf(sample, 'V03').deductions).toEqual([])
  })

  test('below five responses no question is broken down, and a question with four answers has no mean', () => {
    const counting = sample.responses.filter(
      ({ villageId, channel, tooFast, answers }) =>
        villageId === 'V01' && channel === 'poster' && !tooFast && Object.values(answers).filter(Boolean).length === 10,
    )
    const others = sample.responses.filter(({ villageId }) => villageId !== 'V01')
    const four = villageOf({ ...sample, responses: [...others, ...counting.slice(0, 4)] }, 'V01')
    expect(four.questions).toEqual([])
    const silent = counting.slice(0, 12).map((response, n) => {
      const { Q01: _, ...rest } = response.answers
      return n < 4 ? response : { ...response, answers: rest }
    })
    const twelve = villageOf({ ...sample, responses: [...others, ...silent] }, 'V01')
    expect(twelve.questions[0]).toEqual({ id: 'Q01', answered: null, mean: null })
    expect(twelve.questions[1]).toMatchObject({ answered: null, mean: expect.any(Number) })
  })

  test('so few abstained that the count would tell of them: the mean stands, the count does not', () => {
    const ofVillage = sample.responses.filter(
      ({ villageId, channel, tooFast, answers }) =>
        villageId === 'V01' && channel === 'poster' && !tooFast && Object.values(answers).filter(Boolean).length === 10,
    )
    const others = sample.responses.filter(({ villageId }) => villageId !== 'V01')
    const abstaining = (count: number) =>
      ofVillage.slice(0, 20).map((response, n) => {
        const { Q01: _, ...rest } = response.answers
        return n < count ? { ...response, answers: rest } : response
      })
    const first = (count: number) =>
      villageOf({ ...sample, responses: [...others, ...abstaining(count)] }, 'V01').questions[0]!
    // A gap where one to four abstained would tell of them: none looks the same.
    expect(first(0)).toMatchObject({ answered: null, mean: expect.any(Number) })
    expect(first(4)).toMatchObject({ answered: null, mean: expect.any(Number) })
    expect(first(5)).toMatchObject({ answered: 15, mean: expect.any(Number) })
  })

  test('a skipped stop’s responses are in no ranking and are not broken down', () => {
    const stops = sample.stops.map((stop) => (stop.villageId === 'V01' ? { ...stop, state: 'skipped' as const } : stop))
    expect(villageOf({ ...sample, stops }, 'V01').questions).toEqual([])
  })

  test('a deferred village shows no inspector’s marks and enters no median', () => {
    const scorecards = sample.scorecards.filter(
      ({ villageId, inspectorId }) => villageId !== 'V01' || inspectorId === 'I01',
    )
    const round = { ...sample, scorecards }
    expect(villageOf(round, 'V01').items.filter(({ mean, value }) => mean !== null && value === null)).toEqual([])
    const means = detailsOf(round).villages.flatMap(({ villageId, items }) =>
      villageId === 'V01' ? [] : [items.find(({ id }) => id === 'C01')!.mean!],
    )
    expect(detailsOf(round).itemMedians.find(({ id }) => id === 'C01')!.median).toBe(means.sort((a, b) => a - b)[3])
  })
})
