import fc from 'fast-check'
import { type Item, laneOf } from '../../src/client/outbox/item'
import { afterAnswer, afterUnknown, due, NO_PAUSES, nextDueAt, type Pauses } from '../../src/client/outbox/policy'
import { FIRST_PAUSE_MS, LONGEST_PAUSE_MS } from '../../src/client/spread'

const NOW = 1_000_000
const none = { now: NOW, pauses: NO_PAUSES, asked: new Set<string>(), underWay: new Set<string>() }

const save = (seq: number, villageId = 'V01', refused = false): Item => ({
  id: `save-${seq}`,
  seq,
  action: 'saveMarks',
  payload: { roundId: 'r', villageId, sendId: `save-${seq}`, phone: 'p', device: 'd', at: seq, changes: [] },
  since: seq,
  tries: 0,
  refused: refused ? { code: 'invalid', problem: '', at: 0 } : null,
  imported: false,
})
const photo = (seq: number): Item => ({
  ...save(seq),
  id: `photo-${seq}`,
  action: 'photo',
  payload: { roundId: 'r', villageId: 'V01', photoId: `photo-${seq}`, of: 'mark', uploaded: null },
})
const idsOf = (items: Item[]) => items.map(({ id }) => id)
const unknown = (pauses: Pauses, lane: string, more: { online?: boolean; now?: number; chance?: number } = {}) =>
  afterUnknown(pauses, { lane, online: true, now: NOW, chance: 0.5, ...more })

describe('what goes out next', () => {
  test('the oldest of each lane, lanes beside each other', () => {
    expect(idsOf(due([save(3), save(1), save(2, 'V02')], none))).toEqual(['save-1', 'save-2'])
  })

  test('a refused one stays where it is and holds up nothing behind it', () => {
    expect(idsOf(due([save(1, 'V01', true), save(2)], none))).toEqual(['save-2'])
  })

  test('asked for, it goes first again', () => {
    expect(idsOf(due([save(1, 'V01', true), save(2)], { ...none, asked: new Set(['save-1']) }))).toEqual(['save-1'])
  })

  test('while one is under way its lane waits: nothing overtakes', () => {
    expect(due([save(1), save(2)], { ...none, underWay: new Set(['save-1']) })).toEqual([])
  })

  test('photos do not wait for each other’s answers', () => {
    expect(idsOf(due([photo(1), photo(2)], none))).toEqual(['photo-1', 'photo-2'])
  })
})

describe('no answer: the same thing again after a growing pause', () => {
  test('2 s, 4 s, 8 s … 60 s, half to one and a half of it', () => {
    let pauses = NO_PAUSES
    const waits = [1, 2, 3, 4, 5, 6, 7].map(() => {
      pauses = unknown(pauses, 'card/r/V01')
      return pauses.lanes['card/r/V01']!.until - NOW
    })
    expect(waits).toEqual([2000, 4000, 8000, 16_000, 32_000, 60_000, 60_000])
    expect(unknown(NO_PAUSES, 'a', { chance: 0 }).lanes.a!.until - NOW).toBe(FIRST_PAUSE_MS / 2)
    expect(unknown(NO_PAUSES, 'a', { chance: 1 }).lanes.a!.until - NOW).toBe(FIRST_PAUSE_MS * 1.5)
  })

  test('with a network only its own lane pauses', () => {
    const pauses = unknown(NO_PAUSES, laneOf(save(1)))
    expect(idsOf(due([save(1), save(2, 'V02')], { ...none, pauses }))).toEqual(['save-2'])
  })

  test('without one nothing is tried until the pause is over', () => {
    const pauses = unknown(NO_PAUSES, laneOf(save(1)), { online: false })
    expect(due([save(1), save(2, 'V02')], { ...none, pauses })).toEqual([])
    expect(nextDueAt([save(1), save(2, 'V02')], { pauses, asked: none.asked })).toBe(NOW + FIRST_PAUSE_MS)
  })

  test('a second lane that fails too: it is the network, and everything pauses', () => {
    const pauses = unknown(unknown(NO_PAUSES, 'card/r/V01'), 'card/r/V02')
    expect(due([save(3, 'V03')], { ...none, pauses })).toEqual([])
  })

  test('an answer, whichever, ends the pause for all the others', () => {
    const failing = unknown(unknown(NO_PAUSES, 'card/r/V01'), 'card/r/V02')
    const pauses = afterAnswer(failing, 'card/r/V02')
    expect(idsOf(due([save(2, 'V02'), save(3, 'V03')], { ...none, pauses }))).toEqual(['save-2', 'save-3'])
  })

  test('nothing that waits but what was refused: nobody is woken', () => {
    expect(nextDueAt([save(1, 'V01', true)], { pauses: NO_PAUSES, asked: none.asked })).toBeNull()
  })
})

/** A phone for an hour: whatever is due goes at once, the world answers as it likes. */
function anHour(items: Item[], answer: (item: Item, now: number) => 'done' | 'refused' | 'unknown', online = true) {
  let waiting = items
  let now = 0
  let pauses = NO_PAUSES
  const tries: { id: string; at: number }[] = []
  while (now < 3_600_000) {
    const [item] = due(waiting, { ...none, now, pauses })
    if (!item) {
      const next = nextDueAt(waiting, { pauses, asked: none.asked })
      if (next === null) break
      now = Math.max(next, now + 1)
      continue
    }
    tries.push({ id: item.id, at: now })
    const fate = answer(item, now)
    const lane = laneOf(item)
    if (fate === 'unknown') pauses = afterUnknown(pauses, { lane, online, now, chance: 0.5 })
    else {
      pauses = afterAnswer(pauses, lane)
      if (fate === 'done') waiting = waiting.filter(({ id }) => id !== item.id)
      else
        waiting = waiting.map((each) =>
          each.id === item.id ? ({ ...each, refused: { code: 'invalid', problem: '', at: now } } as Item) : each,
        )
    }
  }
  return { tries, waiting }
}

describe('whatever the network does', () => {
  const queue = fc.array(fc.constantFrom('V01', 'V02', 'V03'), { minLength: 1, maxLength: 20 })
  const fates = fc.array(fc.constantFrom('done', 'refused', 'unknown'), { minLength: 1, maxLength: 80 })

  test('each thing is answered in the end, in its lane’s order, and none twice', () => {
    fc.assert(
      fc.property(queue, fates, (villages, world) => {
        const items = villages.map((villageId, n) => save(n + 1, villageId))
        const answered: Item[] = []
        let turn = 0
        const { waiting } = anHour(items, (item) => {
          const fate = turn < world.length ? world[turn++]! : 'done'
          if (fate !== 'unknown') answered.push(item)
          return fate as 'done'
        })
        expect(waiting.every(({ refused }) => refused)).toBe(true)
        expect(new Set(idsOf(answered)).size).toBe(items.length)
        for (const lane of new Set(items.map(laneOf))) {
          const order = answered.filter((item) => laneOf(item) === lane).map(({ seq }) => seq)
          expect(order).toEqual([...order].sort((a, b) => a - b))
        }
      }),
    )
  })

  test('an hour without a signal and forty things: no more tries than one a minute and a few at first', () => {
    const forty = Array.from({ length: 40 }, (_, n) => save(n + 1, `V${n}`))
    const { tries } = anHour(forty, () => 'unknown', false)
    expect(tries.length).toBeLessThan(3_600_000 / LONGEST_PAUSE_MS + 10)
  })

  test('the same where the phone believes it has one', () => {
    const forty = Array.from({ length: 40 }, (_, n) => save(n + 1, `V${n}`))
    const { tries } = anHour(forty, () => 'unknown', true)
    expect(tries.length).toBeLessThan(3_600_000 / LONGEST_PAUSE_MS + 15)
  })

  test('with a signal everything goes at once, one try each', () => {
    const day = Array.from({ length: 48 }, (_, n) => save(n + 1, `V${n % 8}`))
    const { tries } = anHour(day, () => 'done')
    expect(tries.map(({ at }) => at)).toEqual(Array(48).fill(0))
  })
})
