import * as fc from 'fast-check'
import { changedElsewhere, unsavedMarks } from '../../src/domain/card-submission'
import {
  applyMarkChanges,
  areDecided,
  type MarkChange,
  type MarkedCard,
  type Send,
  type StoredMark,
} from '../../src/domain/mark-changes'
import { own } from '../../src/domain/own'

const blank: MarkedCard = { marks: {}, history: [] }
const send = (phone: string, at: number, sendId = `${phone}${at}`) => ({
  sendId,
  phone,
  device: phone,
  at,
  clock: at,
})
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

  test('other photos, or the same in another order, are another version', () => {
    const withPhotos = (photos: string[], base: number) => ({ ...change(3, base), photos })
    const card = applyMarkChanges(blank, [withPhotos(['p1', 'p2'], 0)], send('one', 10))
    const same = applyMarkChanges(card, [withPhotos(['p1', 'p2'], 0)], send('two', 20))
    expect(same.saved.C01).toMatchObject({ photos: ['p1', 'p2'], revision: 1, phone: 'one' })
    for (const photos of [[], ['p1'], ['p2', 'p1']])
      expect(applyMarkChanges(card, [withPhotos(photos, 0)], send('two', 20)).conflicts.C01).toMatchObject({
        photos: ['p1', 'p2'],
        device: 'one',
      })
  })
})

describe('mark changes: which touch stands is told by the base, then by the phone’s own clock, never by the server’s', () => {
  /** A phone an hour ahead or behind: the server shows no later time than its own. */
  const HOUR = 3_600_000
  const from = (phone: string, now: number, skew: number, typed: number, sendId: string) => ({
    sendId,
    phone,
    device: phone,
    at: Math.min(typed + skew, now),
    clock: typed + skew,
  })

  test.each([0, HOUR, -HOUR, 5_000])(
    'skew %d ms: a send that comes again late does not overwrite what followed',
    (skew) => {
      const first = from('one', 1_000, skew, 900, 'first')
      let card: MarkedCard = applyMarkChanges(blank, [change(1, 0)], first)
      card = applyMarkChanges(card, [change(2, 1)], from('one', 2_000, skew, 1_900, 'second'))
      const again = applyMarkChanges(card, [change(1, 0)], { ...first, at: Math.min(first.clock, 3_000) })
      expect(again).toMatchObject({ isChanged: false, saved: { C01: { mark: 2, revision: 2 } }, conflicts: {} })
    },
  )

  test.each([0, HOUR, -HOUR])(
    'skew %d ms: typed offline on one base, arriving in any order, the last one stands',
    (skew) => {
      const sends = [1, 2, 3].map((mark) => ({ mark, by: from('one', 10_000, skew, mark * 1_000, `send ${mark}`) }))
      for (const order of [
        [0, 1, 2],
        [2, 1, 0],
        [1, 2, 0],
        [2, 0, 1],
      ]) {
        let card: MarkedCard = blank
        for (const n of order) card = applyMarkChanges(card, [change(sends[n]!.mark, 0)], sends[n]!.by)
        expect(card.marks.C01!.mark).toBe(3)
        expect(card.history.map(({ mark }) => mark).sort()).toEqual([1, 2, 3])
      }
    },
  )

  test('both clamped to the server’s same millisecond: the later one typed stands', () => {
    const [first, second] = [from('one', 50, HOUR, 10, 'first'), from('one', 50, HOUR, 20, 'second')]
    expect([first.at, second.at]).toEqual([50, 50])
    const card = applyMarkChanges(blank, [change(2, 0)], second)
    expect(applyMarkChanges(card, [change(1, 0)], first).marks.C01!.mark).toBe(2)
  })

  test('a clock that was set back does not keep a touch out that saw what stands', () => {
    const card = applyMarkChanges(blank, [change(1, 0)], send('one', 900))
    expect(applyMarkChanges(card, [change(2, 1)], send('one', 100)).marks.C01).toMatchObject({ mark: 2, revision: 2 })
  })

  test('two phones whose clocks disagree by hours: the one that did not see the other’s is asked, whoever it is', () => {
    const card = applyMarkChanges(blank, [change(1, 0)], from('one', 1_000, HOUR, 900, 'a'))
    expect(applyMarkChanges(card, [change(2, 0)], from('two', 2_000, -HOUR, 1_900, 'b')).conflicts.C01?.mark).toBe(1)
    expect(applyMarkChanges(card, [change(2, 0)], from('two', 2_000, HOUR, 1_900, 'b')).conflicts.C01?.mark).toBe(1)
  })

  test('both came to the same, then the first phone went on: the second’s send, come again, asks nothing', () => {
    let card: MarkedCard = applyMarkChanges(blank, [change(1, 0)], send('one', 10))
    const agreeing = send('two', 20)
    card = applyMarkChanges(card, [change(1, 0)], agreeing)
    card = applyMarkChanges(card, [change(2, 1)], send('one', 30))
    expect(applyMarkChanges(card, [change(1, 0)], agreeing)).toMatchObject({ isChanged: false, conflicts: {} })
  })

  test('a mark stored before touches were remembered: its writer’s send, come again, is known', () => {
    const { touches: _, ...old } = applyMarkChanges(blank, [change(1, 0)], send('one', 10)).marks.C01!
    const card: MarkedCard = { marks: { C01: old }, history: [] }
    expect(applyMarkChanges(card, [change(1, 0)], send('one', 10))).toMatchObject({ isChanged: false })
    const next = applyMarkChanges(card, [change(2, 0)], send('two', 20))
    expect(next.conflicts.C01?.mark).toBe(1)
    expect(applyMarkChanges(next, [change(1, 0)], send('one', 10))).toMatchObject({ isChanged: false, conflicts: {} })
  })

  test('decided before closing is told from news', () => {
    const by = send('one', 10)
    let card: MarkedCard = applyMarkChanges(blank, [change(1, 0)], by)
    expect(areDecided(card, [change(1, 0)], by)).toBe(true)
    card = applyMarkChanges(card, [change(2, 1)], send('two', 20))
    expect(areDecided(card, [change(1, 0)], by)).toBe(true)
    expect(areDecided(card, [change(1, 0), { ...change(1, 0), itemId: 'C02' }], by)).toBe(false)
    expect(areDecided(card, [change(3, 1)], send('one', 30))).toBe(false)
  })
})

test('mark changes: what agreed comes again after its phone has gone on: it is known', () => {
  let card: MarkedCard = applyMarkChanges(blank, [change(3, 0)], send('two', 10))
  card = applyMarkChanges(card, [change(3, 0)], send('one', 20))
  card = applyMarkChanges(card, [change(4, 1)], send('one', 30))
  const again = applyMarkChanges(card, [change(3, 0)], send('one', 20))
  expect(again.isChanged).toBe(false)
  expect([again.marks, again.history]).toEqual([card.marks, card.history])
})

describe('mark changes: the history is bounded, and what it lets go of is no open question', () => {
  /** Enough touches of other marks to push everything else out. */
  function worn(card: MarkedCard): MarkedCard {
    let next = card
    const from = card.marks.C99?.revision ?? 0
    for (let n = from; n < from + 250; n++) {
      const other = { ...change(n % 5, n), itemId: 'C99' }
      next = applyMarkChanges(next, [other], send('one', 1_000 + n, `wear ${n}`))
    }
    return next
  }

  test('the newest 200', () => {
    const { history } = worn(blank)
    expect(history).toHaveLength(200)
    expect(history.at(-1)).toMatchObject({ at: 1_249, lost: false })
  })

  test('the loser of a conflict stays until its phone has chosen', () => {
    let card: MarkedCard = applyMarkChanges(blank, [change(1, 0)], send('one', 10))
    card = worn(applyMarkChanges(card, [change(2, 0, '另一台')], send('two', 20)))
    expect(card.history).toHaveLength(201)
    expect(card.history[0]).toMatchObject({ itemId: 'C01', mark: 2, note: '另一台', phone: 'two', lost: true })

    card = worn(applyMarkChanges(card, [change(2, 1, '另一台')], send('two', 30)))
    expect(card.history).toHaveLength(200)
    expect(card.history.some(({ itemId }) => itemId === 'C01')).toBe(false)
  })

  test('a second loss of the same mark on the same phone takes the first one’s place: one a mark and phone', () => {
    let card: MarkedCard = applyMarkChanges(blank, [change(1, 0)], send('one', 10))
    for (let n = 0; n < 5; n++) card = applyMarkChanges(card, [change(2, 0, `${n}`)], send('two', 20 + n))
    expect(worn(card).history.filter(({ itemId }) => itemId === 'C01')).toMatchObject([{ note: '4', lost: true }])
  })

  test.each([
    {
      which: 'the one that was written',
      by: send('one', 10),
      given: change(1, 0),
      outcome: { saved: { C01: { mark: 3 } } },
    },
    {
      which: 'the one that lost',
      by: send('two', 20),
      given: change(2, 0),
      outcome: { conflicts: { C01: { mark: 3 } } },
    },
    {
      which: 'one overtaken on its own phone',
      by: send('one', 5),
      given: change(9, 0),
      outcome: { saved: { C01: { mark: 3 } } },
    },
  ])('after 250 other touches, $which comes again: nothing is taken for new', ({ by, given, outcome }) => {
    let card: MarkedCard = applyMarkChanges(blank, [change(1, 0)], send('one', 10))
    card = applyMarkChanges(card, [change(9, 0)], send('one', 5))
    card = applyMarkChanges(card, [change(2, 0)], send('two', 20))
    card = worn(applyMarkChanges(card, [change(3, 1)], send('one', 30)))
    const again = applyMarkChanges(card, [given], by)
    expect(again.isChanged).toBe(false)
    expect([again.marks, again.history]).toEqual([card.marks, card.history])
    if (by.phone === 'two' || by.clock < 30) expect(again).toMatchObject(outcome)
  })
})

describe('mark changes: two phones with wrong clocks on a network that repeats', () => {
  const steps = fc.array(
    fc.oneof(
      fc.record({
        phone: fc.constantFrom('one', 'two'),
        mark: fc.constantFrom(null, 1, 2, 3),
        item: fc.constantFrom('C01', 'C02'),
        mine: fc.boolean(),
      }),
      fc.record({ again: fc.nat(30) }),
    ),
    { maxLength: 30 },
  )
  const skews = fc.record({ one: fc.integer({ min: -9, max: 9 }), two: fc.integer({ min: -9, max: 9 }) })

  test('what comes again changes nothing, the last touch of a hand stands or is asked about', () => {
    fc.assert(
      fc.property(steps, skews, (all, skew) => {
        let card: MarkedCard = blank
        let now = 100
        const sent: { change: MarkChange; by: Send }[] = []
        const known: Record<string, number> = {}
        const clocks: Record<string, number> = { one: 0, two: 0 }
        const goes = (phone: 'one' | 'two', itemId: string, mark: number | null) => {
          clocks[phone] = Math.max(clocks[phone]! + 1, now + skew[phone])
          const by = {
            ...send(phone, Math.min(clocks[phone]!, now), `${sent.length}`.padStart(3, 's')),
            clock: clocks[phone]!,
          }
          const given = { ...change(mark, known[phone + itemId] ?? 0), itemId }
          sent.push({ change: given, by })
          const stood = own(card.marks, itemId)
          const after = applyMarkChanges(card, [given], by)
          if (stood && stood.phone !== phone && after.marks[itemId]!.revision > stood.revision)
            expect(given.base).toBe(stood.revision)
          card = after
          const told = after.saved[itemId] ?? after.conflicts[itemId]!
          known[phone + itemId] = told.revision
          return after
        }
        for (const step of all) {
          now += 1
          if ('again' in step) {
            const old = sent[step.again]
            if (!old) continue
            const again = applyMarkChanges(card, [old.change], { ...old.by, at: Math.min(old.by.clock, now) })
            expect(again.isChanged).toBe(false)
            expect([again.marks, again.history]).toEqual([card.marks, card.history])
            continue
          }
          const after = goes(step.phone, step.item, step.mark)
          if (after.conflicts[step.item]) {
            expect(after.history.at(-1)).toMatchObject({ mark: step.mark, phone: step.phone, lost: true })
            if (step.mine) expect(goes(step.phone, step.item, step.mark).saved[step.item]!.mark).toBe(step.mark)
          } else expect(after.marks[step.item]!.mark).toBe(step.mark)
        }
      }),
    )
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
      unsavedMarks(stored, { ...seen(2, 4), C03: { mark: 1, note: '', photos: [] } }, { phone: 'one', clock: 20 }).map(
        ({ itemId }) => itemId,
      ),
    ).toEqual(['C01', 'C03'])
    expect(unsavedMarks(stored, seen(2, 4), { phone: 'one', clock: 5 })).toEqual([])
  })
})
