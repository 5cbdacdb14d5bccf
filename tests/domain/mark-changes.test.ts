import * as fc from 'fast-check'
import { changedElsewhere, unsavedMarks } from '../../src/domain/card-submission'
import { applyMarkChanges, type MarkedCard, type StoredMark } from '../../src/domain/mark-changes'

const blank: MarkedCard = { marks: {}, history: [] }
const send = (phone: string, at: number, sendId = `${phone}${at}`) => ({ sendId, phone, device: phone, at })
const change = (mark: number | null, base: number, note = '') => ({ itemId: 'C01', mark, note, photos: [], base })

describe('mark changes: the unit of conflict is one mark', () => {
  const first = applyMarkChanges(blank, [change(3, 0)], send('one', 10))

  test('based on what stands: written, revision by revision', () => {
    expect(first.saved.C01).toMatchObject({ mark: 3, revision: 1 })
    expect(applyMarkChanges(first, [change(null, 1)], send('one', 20)).saved.C01).toMatchObject({
      mark: null,
      revision: 2,
    })
  })

  test.each([
    { why: 'another phone, another mark', by: send('two', 20), given: change(4, 0), saved: undefined, conflict: 3 },
    { why: 'another phone, the same mark', by: send('two', 20), given: change(3, 0), saved: 3, conflict: undefined },
    {
      why: 'another phone, another note',
      by: send('two', 20),
      given: change(3, 0, '好'),
      saved: undefined,
      conflict: 3,
    },
    { why: 'the same phone, typed later', by: send('one', 20), given: change(4, 0), saved: 4, conflict: undefined },
    { why: 'the same phone, typed earlier', by: send('one', 5), given: change(4, 0), saved: 3, conflict: undefined },
  ])('not based on what stands: $why', ({ by, given, saved, conflict }) => {
    const after = applyMarkChanges(first, [given], by)
    expect({ saved: after.saved.C01?.mark, conflict: after.conflicts.C01?.mark }).toEqual({ saved, conflict })
  })

  test('a conflict on one item does not hold up the others', () => {
    const after = applyMarkChanges(first, [change(4, 0), { ...change(2, 0), itemId: 'C02' }], send('two', 20))
    expect(Object.keys(after.conflicts)).toEqual(['C01'])
    expect(Object.keys(after.saved)).toEqual(['C02'])
  })

  test('the history holds at most 200 entries, the newest', () => {
    let card: MarkedCard = blank
    for (let n = 0; n < 250; n++) card = applyMarkChanges(card, [change(n % 5, n)], send('one', n))
    expect(card.history).toHaveLength(200)
    expect(card.history.at(-1)).toMatchObject({ at: 249, lost: false })
  })
})

describe('mark changes: whatever two phones send, in whatever order and however often', () => {
  const sends = fc.array(
    fc.record({
      phone: fc.constantFrom('one', 'two'),
      mark: fc.constantFrom(null, 1, 2, 3),
      base: fc.nat(4),
      at: fc.nat(20),
      times: fc.integer({ min: 1, max: 3 }),
    }),
    { maxLength: 12 },
  )

  test('a repeat changes nothing; every touch is in the history once; nothing is overwritten unseen', () => {
    fc.assert(
      fc.property(sends, (all) => {
        let card: MarkedCard = blank
        all.forEach(({ phone, mark, base, at, times }, n) => {
          const stood = card.marks.C01
          const by = send(phone, at * 100 + n)
          const after = applyMarkChanges(card, [change(mark, base)], by)
          for (let again = 1; again < times; again++) {
            const repeat = applyMarkChanges(after, [change(mark, base)], by)
            expect(repeat.isChanged).toBe(false)
            expect([repeat.saved, repeat.conflicts]).toEqual([after.saved, after.conflicts])
          }
          const isOverwritten = stood !== undefined && after.marks.C01!.revision > stood.revision
          if (isOverwritten && stood.phone !== phone) expect(base).toBe(stood.revision)
          expect(after.history.length - card.history.length).toBeLessThanOrEqual(1)
          card = after
        })
        const { C01 } = card.marks
        const written = card.history.filter(({ lost }) => !lost)
        expect(written).toHaveLength(C01?.revision ?? 0)
        if (C01) expect(written.at(-1)).toMatchObject({ mark: C01.mark, at: C01.at, phone: C01.phone })
      }),
    )
  })
})

describe('submitting a card: what another phone left different is shown first', () => {
  const stored: Record<string, StoredMark> = {
    C01: { mark: 3, note: '', photos: [], revision: 1, at: 10, phone: 'one', device: 'one', sendId: 'a' },
    C02: { mark: 4, note: '', photos: [], revision: 2, at: 10, phone: 'two', device: 'two', sendId: 'b' },
  }
  const seen = (c01: number, c02: number) => ({
    C01: { mark: c01, note: '', photos: [] },
    C02: { mark: c02, note: '', photos: [] },
  })

  test.each([
    { card: seen(3, 4), phone: 'one', asked: [], why: 'as it stands' },
    { card: seen(2, 4), phone: 'one', asked: [], why: 'my own mark, not saved yet' },
    { card: seen(3, 5), phone: 'one', asked: ['C02'], why: 'the other phone’s' },
    { card: seen(2, 5), phone: 'new', asked: ['C01', 'C02'], why: 'a third phone' },
  ])('$why: asks about $asked', ({ card, phone, asked }) =>
    expect(Object.keys(changedElsewhere(stored, card, phone))).toEqual(asked),
  )

  test('what was not saved yet is saved with it; what was typed later stays as the draft', () => {
    expect(
      unsavedMarks(stored, { ...seen(2, 4), C03: { mark: 1, note: '', photos: [] } }, 20).map(({ itemId }) => itemId),
    ).toEqual(['C01', 'C03'])
    expect(unsavedMarks(stored, seen(2, 4), 5)).toEqual([])
  })
})
