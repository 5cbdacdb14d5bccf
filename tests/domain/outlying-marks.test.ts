/** Marks to look at again: where they are, and nothing else about them. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { outlyingMarks } from '../../src/domain/outlying-marks'
import type { AuditEdition } from '../../src/domain/round-file'

function sample(): AuditEdition {
  return JSON.parse(readFileSync(join(__dirname, '../../tools/seed/sample/round-2.json'), 'utf8'))
}

/** Every mark is its inspector's share of the full mark: 60, 65, 70… percent. Nothing is out of the way. */
function calm(): AuditEdition {
  const round = sample()
  const fulls = new Map([...round.scheme.indicators, ...round.goals].map(({ id, full }) => [id, full]))
  for (const [at, card] of round.scorecards.entries()) {
    const inspector = round.panel.findIndex(({ id }) => id === card.inspectorId)
    for (const [i, id] of Object.keys(card.marks).entries()) {
      // Within 2 percent up and down, so that there is something to be far from.
      card.marks[id] = fulls.get(id)! * (0.4 + 0.03 * inspector + (((at * 7 + i * 3) % 5) - 2) / 100)
    }
  }
  return round
}

const changed = (item: string, share: number) => {
  const round = calm()
  const card = round.scorecards.find(({ villageId, inspectorId }) => villageId === 'V02' && inspectorId === 'I03')!
  const { full } = [...round.scheme.indicators, ...round.goals].find(({ id }) => id === item)!
  card.marks[item] = full * share
  return round
}

test('where every mark follows its village, its item and its inspector, none is listed', () =>
  expect(outlyingMarks(calm())).toEqual([]))

describe('one mark away from the rest is found, on an indicator and on a goal, above and below', () => {
  test.each([
    ['C02', 0],
    ['C02', 1],
    ['V02-G1', 0],
    ['V02-G1', 1],
  ])('%s at %d of its full mark', (itemId, share) =>
    expect(outlyingMarks(changed(itemId, share))).toEqual([{ inspectorId: 'I03', villageId: 'V02', itemId }]),
  )
  test('which way it lies cannot be told from the answer', () =>
    expect(outlyingMarks(changed('C02', 0))).toEqual(outlyingMarks(changed('C02', 1))))
})

test('an inspector who is harsh everywhere is not out of the way', () => {
  const round = calm()
  for (const card of round.scorecards)
    if (card.inspectorId === 'I05')
      for (const item of [...round.scheme.indicators, ...round.goals])
        if (card.marks[item.id] !== undefined) card.marks[item.id]! -= 0.2 * item.full
  expect(outlyingMarks(round)).toEqual([])
})

test('a mark beyond 2.5 standard deviations, reckoned by hand', () => {
  // Two inspectors, eight villages, one item: residuals ± half the difference from the mean difference.
  const differences = [0, 0, 0, 0, 0, 0, 0, 0, 0, 8]
  const round = handRound(differences)
  // Differences 0 … 0, 8: mean 0.8, so e = ± 3.6 once and ∓ 0.4 nine times; Σ e² = 28.8 on 20 − 10 − 2 + 1 = 9 degrees
  // of freedom: one standard deviation is 1.79, and 3.6 is 2.01 of them. In thirty villages 3.87 is 3.74 of them.
  expect(outlyingMarks(round)).toEqual([])
  const longer = handRound([...differences, ...Array.from({ length: 20 }, () => 0)])
  expect(outlyingMarks(longer)).toEqual([
    { inspectorId: 'I01', villageId: 'W09', itemId: 'C01' },
    { inspectorId: 'I02', villageId: 'W09', itemId: 'C01' },
  ])
})

function handRound(differences: readonly number[]): AuditEdition {
  const round = sample()
  const ids = differences.map((_, i) => `W${String(i).padStart(2, '0')}`)
  return {
    ...round,
    scheme: { ...round.scheme, indicators: [{ ...round.scheme.indicators[0]!, full: 10 }] },
    stops: ids.map((villageId) => ({ ...round.stops[0]!, villageId })),
    goals: [],
    scorecards: ids.flatMap((villageId, i) => [
      { villageId, inspectorId: 'I01', marks: { C01: 1 } },
      { villageId, inspectorId: 'I02', marks: { C01: 1 + differences[i]! } },
    ]),
  }
}

describe('what it does not depend on', () => {
  test('the order of cards and marks', () => {
    const round = sample()
    const turned = { ...round, scorecards: [...round.scorecards].reverse() }
    for (const card of turned.scorecards) card.marks = Object.fromEntries(Object.entries(card.marks).reverse())
    expect(outlyingMarks(turned)).toEqual(outlyingMarks(sample()))
    expect(outlyingMarks(turned).length).toBeGreaterThan(0)
  })
  test('whether a provisional village is accepted, and what villagers said', () => {
    const round = sample()
    expect(outlyingMarks({ ...round, accepted: ['V01'], responses: [] } as AuditEdition)).toEqual(outlyingMarks(round))
  })
  test('what skipped stops have', () => {
    const round = changed('C02', 0)
    for (const stop of round.stops) if (stop.villageId === 'V02') stop.state = 'skipped'
    expect(outlyingMarks(round)).toEqual([])
  })
  test('a paper that weighs nothing', () => {
    const round = changed('V02-G1', 0)
    Object.assign(round.scheme.weights, { common: 70, demonstration: 0 })
    expect(outlyingMarks(round)).toEqual([])
  })
})

test('nothing but where: three ids, whatever the marks', () =>
  fc.assert(
    fc.property(fc.infiniteStream(fc.integer({ min: 0, max: 10 })), (tenths) => {
      const round = sample()
      const fulls = new Map([...round.scheme.indicators, ...round.goals].map(({ id, full }) => [id, full]))
      for (const { marks } of round.scorecards)
        for (const id of Object.keys(marks)) marks[id] = (fulls.get(id)! * tenths.next().value!) / 10
      for (const mark of outlyingMarks(round))
        expect(Object.keys(mark).sort()).toEqual(['inspectorId', 'itemId', 'villageId'])
    }),
    { numRuns: 10 },
  ))

test('no cards yet, or too few for a fit: none', () => {
  const round = sample()
  expect(outlyingMarks({ ...round, scorecards: [] })).toEqual([])
  expect(outlyingMarks({ ...round, scorecards: round.scorecards.slice(0, 1) })).toEqual([])
})
