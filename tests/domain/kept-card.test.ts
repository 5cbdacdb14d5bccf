import fc from 'fast-check'
import {
  blankCard,
  chosen,
  importedSaved,
  keptMark,
  merged,
  type SentChange,
  type StoredCard,
  saved,
  submittedAnswer,
  touched,
  waitingChanges,
} from '../../src/client/kept-card'
import { applyMarkChanges, type MarkedCard, type Send } from '../../src/domain/mark-changes'

const blank = blankCard('2024-2', 'V01')
const change = (itemId: string, mark: number, base = 0): SentChange => ({ itemId, mark, note: '', photos: [], base })
const sentAt5 = (mark: number) => ({ changes: [change('C01', mark)], at: 5 })
const version = (mark: number, revision: number) => ({
  mark,
  note: '',
  photos: [],
  revision,
  at: revision * 10,
  device: '小米 14',
})
const answered = (saved: Record<string, ReturnType<typeof version>>, conflicts: typeof saved = {}) => ({
  saved,
  conflicts,
  late: false,
})

describe('the answer to what was sent', () => {
  test('saved: it waits no longer', () => {
    const card = saved(touched(blank, 'C01', { mark: 2.5 }, 5), sentAt5(2.5), answered({ C01: version(2.5, 1) }), 9)
    expect(keptMark(card, 'C01')).toMatchObject({ mark: 2.5, base: 1, waits: false })
  })

  test('typed on meanwhile: the newer value waits, on the revision just learnt', () => {
    const card = saved(touched(blank, 'C01', { mark: 3 }, 6), sentAt5(2.5), answered({ C01: version(2.5, 1) }), 9)
    expect(keptMark(card, 'C01')).toMatchObject({ mark: 3, base: 1, waits: true })
    expect(waitingChanges(card)).toEqual([change('C01', 3, 1)])
  })

  test('another phone’s mark stands there: both stay until the person has chosen, and nothing of it goes out', () => {
    const card = saved(touched(blank, 'C01', { mark: 2.5 }, 5), sentAt5(2.5), answered({}, { C01: version(4, 3) }), 9)
    expect(keptMark(card, 'C01')).toMatchObject({ mark: 2.5, other: { mark: 4 } })
    expect(waitingChanges(card)).toEqual([])
    expect(waitingChanges(chosen(card, 'C01', 'mine', 8))).toEqual([change('C01', 2.5, 3)])
    expect(keptMark(chosen(card, 'C01', 'other', 8), 'C01')).toMatchObject({ mark: 4, base: 3, waits: false })
  })

  test.each(['mine', 'other'] as const)(
    'told once more after %s was chosen (killed in between): it stays chosen',
    (choice) => {
      const conflict = answered({}, { C01: version(4, 3) })
      const before = saved(touched(blank, 'C01', { mark: 2.5 }, 5), sentAt5(2.5), conflict, 9)
      const after = chosen(before, 'C01', choice, 10)
      expect(saved(after, sentAt5(2.5), conflict, 11)).toEqual(after)
    },
  )

  test('after closing: late, and it waits no longer', () => {
    const late = { saved: {}, conflicts: {}, late: true }
    const card = saved(touched(blank, 'C01', { mark: 2.5 }, 5), sentAt5(2.5), late, 9)
    expect(card).toMatchObject({ late: { at: 9, marks: null }, marks: { C01: { waits: false } } })
  })

  test('an older submission’s answer, coming again, does not replace a newer one', () => {
    const sent = (mark: number) => ({ marks: { C01: { mark, note: '', photos: [] } }, imported: false })
    const answer = (at: number) => ({ submittedAt: at, hash: 'sha256:', late: false })
    const card = submittedAnswer(submittedAnswer(blank, sent(3), answer(20), 21), sent(1), answer(10), 22)
    expect(card.submitted).toMatchObject({ at: 20, marks: { C01: 3 } })
  })
})

describe('what another phone’s file brought', () => {
  test('saved there: it stands here as told', () => {
    const card = importedSaved(blank, sentAt5(2.5), answered({ C01: version(2.5, 1) }), 9)
    expect(keptMark(card, 'C01')).toMatchObject({ mark: 2.5, base: 1, waits: false })
  })

  test('a conflict: both values are shown, the imported one as mine', () => {
    const card = importedSaved(blank, sentAt5(2.5), answered({}, { C01: version(4, 3) }), 9)
    expect(keptMark(card, 'C01')).toMatchObject({ mark: 2.5, at: 5, other: { mark: 4 } })
  })

  test('typed here already and not yet sent: that is not touched', () => {
    const typed = touched(blank, 'C01', { mark: 1 }, 7)
    expect(importedSaved(typed, sentAt5(2.5), answered({ C01: version(2.5, 1) }), 9)).toEqual(typed)
  })
})

test('what the server tells never takes away what waits here', () => {
  const typed = touched(blank, 'C01', { mark: 1 }, 7)
  const told = {
    roundId: '2024-2',
    villageId: 'V01',
    state: 'draft' as const,
    marks: { C01: version(4, 9) },
    submitted: null,
  }
  expect(merged(typed, told)).toEqual(typed)
})

/**
 * One phone against the server's own rule: touches, sends whose answers come, are lost, or come twice, in any order, and
 * a second phone in between. In the end each mark has the last value typed on this phone, or a question.
 */
describe('this phone and the server’s rule', () => {
  const step = fc.oneof(
    fc.record({
      do: fc.constant('touch' as const),
      item: fc.constantFrom('C01', 'C02'),
      mark: fc.integer({ min: 1, max: 9 }),
    }),
    fc.record({
      do: fc.constant('other' as const),
      item: fc.constantFrom('C01', 'C02'),
      mark: fc.integer({ min: 11, max: 19 }),
    }),
    fc.record({ do: fc.constant('send' as const), lost: fc.boolean(), twice: fc.boolean() }),
    fc.record({ do: fc.constant('choose' as const), item: fc.constantFrom('C01', 'C02'), mine: fc.boolean() }),
  )

  test('nothing typed is lost without a question, and nothing waits for ever', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 30 }), (steps) => {
        const world = phoneAndServer()
        for (const each of steps) world.take(each)
        world.drain()
        for (const [itemId, typed] of Object.entries(world.lastTyped)) {
          expect(world.server.marks[itemId]?.mark).toBe(typed)
        }
        expect(Object.values(world.card.marks).filter(({ waits }) => waits)).toEqual([])
      }),
      { numRuns: 1000 },
    )
  })
})

type Step =
  | { do: 'touch'; item: string; mark: number }
  | { do: 'other'; item: string; mark: number }
  | { do: 'send'; lost: boolean; twice: boolean }
  | { do: 'choose'; item: string; mine: boolean }

function phoneAndServer() {
  let clock = 1000
  let sends = 0
  let frozen: { changes: SentChange[]; send: Send } | null = null
  const world = {
    card: blank as StoredCard,
    server: { marks: {}, history: [] } as MarkedCard,
    /** By item: what the person wants to stand, as far as this phone decides it. */
    lastTyped: {} as Record<string, number | null>,
    take(step: Step) {
      clock++
      if (step.do === 'touch') {
        if (keptMark(world.card, step.item).other) return
        world.card = touched(world.card, step.item, { mark: step.mark }, clock)
        world.lastTyped[step.item] = step.mark
      } else if (step.do === 'other') {
        const seen = world.server.marks[step.item]
        world.server = applied([change(step.item, step.mark, seen?.revision ?? 0)], 'other')
        // The person changed there what had arrived from here; what had not is to be asked about.
        if (seen?.mark === world.lastTyped[step.item]) delete world.lastTyped[step.item]
      } else if (step.do === 'choose') {
        const { other, mark } = keptMark(world.card, step.item)
        if (!other) return
        world.card = chosen(world.card, step.item, step.mine ? 'mine' : 'other', clock)
        if (step.mine) world.lastTyped[step.item] = mark
        else delete world.lastTyped[step.item]
      } else sendOnce(step.lost, step.twice)
    },
    /** The signal is back, and the person chooses theirs wherever asked. */
    drain() {
      for (let turn = 0; turn < 20; turn++) {
        sendOnce(false, false)
        for (const [item, { other, mark }] of Object.entries(world.card.marks)) {
          if (!other) continue
          world.card = chosen(world.card, item, 'mine', ++clock)
          world.lastTyped[item] = mark
        }
      }
    },
  }
  return world

  function sendOnce(lost: boolean, twice: boolean): void {
    if (!frozen) {
      const changes = waitingChanges(world.card)
      if (changes.length === 0) return
      const at = Math.max(...changes.map(({ itemId }) => keptMark(world.card, itemId).at))
      frozen = { changes, send: { sendId: `send-${++sends}`, phone: 'mine', device: '', at, clock: at } }
    }
    const { changes, send } = frozen
    const result = applyMarkChanges(world.server, changes, send)
    world.server = { marks: result.marks, history: result.history }
    if (lost) return
    const answer = { saved: result.saved, conflicts: result.conflicts, late: false }
    world.card = saved(world.card, { changes, at: send.at }, answer, clock)
    // Killed between taking the answer over and removing the send: it all happens once more.
    if (twice) {
      const again = applyMarkChanges(world.server, changes, send)
      world.server = { marks: again.marks, history: again.history }
    }
    frozen = null
  }

  function applied(changes: SentChange[], phone: string): MarkedCard {
    const { marks, history } = applyMarkChanges(world.server, changes, {
      sendId: `other-${++sends}`,
      phone,
      device: '',
      at: clock,
      clock,
    })
    return { marks, history }
  }
}
