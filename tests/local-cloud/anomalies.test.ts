/** The checker of `prove isolation`: every anomaly that is planted is found and named, and what is allowed passes. */
import { type AnomalyName, findingsIn } from '../../tools/prove/isolation/anomalies'
import type { History, Op, Tried } from '../../tools/prove/isolation/history'

const read = (key: string, ...list: number[]): Op => ({ do: 'read', key, list })
const append = (key: string, value: number): Op => ({ do: 'append', key, value })

/** At the same time as every other. */
const tried = (outcome: Tried['outcome'], ...ops: Op[]) => ({ outcome, ops, begunAt: 1, endedAt: 9 })
const done = (...ops: Op[]) => tried('committed', ...ops)
const aborted = (...ops: Op[]) => tried('aborted', ...ops)
const unknown = (...ops: Op[]) => tried('unknown', ...ops)
/** After every other. */
const finally_ = (...ops: Op[]) => ({ ...done(...ops), begunAt: 11, endedAt: 19 })
const named = (...all: Omit<Tried, 'name'>[]): History => all.map((one, n) => ({ name: `t${n + 1}`, ...one }))

const namesIn = (history: History) => [...new Set(findingsIn(history).anomalies.map(({ name }) => name))]

describe('an anomaly is found, and only it', () => {
  test.each<[AnomalyName, string, History]>([
    [
      'G0',
      'two write x in one order and y in the other',
      named(
        done(append('x', 1), append('y', 2)),
        done(append('x', 3), append('y', 4)),
        finally_(read('x', 1, 3), read('y', 4, 2)),
      ),
    ],
    ['aborted read (G1a)', 'an aborted append is read', named(aborted(append('x', 1)), done(read('x', 1)))],
    [
      'intermediate read (G1b)',
      'one of two appends of a transaction is read',
      named(done(append('x', 1), append('x', 2)), aborted(read('x', 1)), finally_(read('x', 1, 2))),
    ],
    [
      'G1c',
      'each reads what the other appends',
      named(
        done(append('x', 1), read('y', 2)),
        done(append('y', 2), read('x', 1)),
        finally_(read('x', 1), read('y', 2)),
      ),
    ],
    [
      'G-single',
      'read skew: y is read after, x before another’s transaction',
      named(done(append('x', 1), append('y', 2)), done(read('x'), read('y', 2)), finally_(read('x', 1), read('y', 2))),
    ],
    [
      'G-single',
      'both read x and append to it: nobody saw the other’s',
      named(done(read('x'), append('x', 1)), done(read('x'), append('x', 2)), finally_(read('x', 1, 2))),
    ],
    [
      'G-nonadjacent',
      'long fork: two readers see two writers in two orders',
      named(
        done(append('x', 1)),
        done(append('y', 2)),
        done(read('x', 1), read('y')),
        done(read('x'), read('y', 2)),
        finally_(read('x', 1), read('y', 2)),
      ),
    ],
    ['lost append', 'acknowledged, and in no list', named(done(append('x', 1)), finally_(read('x')))],
    [
      'lost append',
      'a replaced list: the other’s append is gone',
      named(done(read('x'), append('x', 1)), done(read('x'), append('x', 2)), finally_(read('x', 2))),
    ],
    [
      'lost append',
      'half of a transaction of unknown outcome',
      named(unknown(append('x', 1), append('y', 2)), finally_(read('x', 1), read('y'))),
    ],
    [
      'stale read',
      'who begins after the acknowledgement reads without it',
      named(done(append('x', 1)), { ...done(read('x')), begunAt: 10, endedAt: 10 }, finally_(read('x', 1))),
    ],
    ['duplicate append', 'a value stands twice', named(done(append('x', 1)), finally_(read('x', 1, 1)))],
    [
      'incompatible order',
      'two reads of which neither begins with the other',
      named(done(append('x', 1)), done(append('x', 2)), aborted(read('x', 2)), finally_(read('x', 1, 2))),
    ],
    [
      'not what it read or wrote itself',
      'a second read finds more',
      named(done(append('x', 1)), done(read('x'), read('x', 1)), finally_(read('x', 1))),
    ],
    [
      'not what it read or wrote itself',
      'its own append is not there',
      named(done(append('x', 1), read('x')), finally_(read('x', 1))),
    ],
    ['never appended', 'a value of nobody', named(finally_(read('x', 7)))],
  ])('%s: %s', (name, _, history) => {
    const found = namesIn(history)
    expect(found).toContain(name)
    // What is read twice within a transaction, or too late, is a read skew as well.
    expect(found.filter((one) => one !== name && one !== 'G-single')).toEqual([])
  })

  test('a cycle names its transactions, dependencies and lists', () => {
    const history = named(
      done(append('x', 1), append('y', 2)),
      done(read('x'), read('y', 2)),
      finally_(read('x', 1), read('y', 2)),
    )
    expect(findingsIn(history).anomalies[0]!.what).toBe('G-single: t2 –rw x→ t1 –wr y→ t2')
  })
})

describe('what snapshot isolation allows is no anomaly', () => {
  test.each<[string, History]>([
    [
      'one after the other',
      named(done(append('x', 1)), done(read('x', 1), append('x', 2), read('x', 1, 2)), finally_(read('x', 1, 2))),
    ],
    ['an append without a read', named(done(append('x', 1)), done(append('x', 2)), finally_(read('x', 2, 1)))],
    ['an old snapshot, at the same time', named(done(append('x', 1)), done(read('x')), finally_(read('x', 1)))],
    ['an aborted append that nobody sees', named(aborted(append('x', 1), read('x', 1)), finally_(read('x')))],
    [
      'an unknown one that was done',
      named(unknown(append('x', 1), append('y', 2)), finally_(read('x', 1), read('y', 2))),
    ],
    ['an unknown one that was not', named(unknown(append('x', 1), append('y', 2)), finally_(read('x'), read('y')))],
  ])('%s', (_, history) => expect(findingsIn(history)).toEqual({ anomalies: [], writeSkews: [] }))

  test('write skew is found, and told apart', () => {
    const history = named(
      done(read('x'), read('y'), append('x', 1)),
      done(read('x'), read('y'), append('y', 2)),
      finally_(read('x', 1), read('y', 2)),
    )
    expect(findingsIn(history)).toEqual({ anomalies: [], writeSkews: ['G2-item: t2 –rw x→ t1 –rw y→ t2'] })
  })
})
