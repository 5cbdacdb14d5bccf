import { nextArrival, nextThing, type RouteStop, standingOf } from '../../src/domain/my-route'

/** A stop nobody has been to, on a card of 15 items. */
const stop = (villageId: string, changes: Partial<RouteStop> = {}): RouteStop => ({
  villageId,
  skipped: false,
  recused: false,
  arrived: false,
  marked: 0,
  of: 15,
  submission: 'none',
  ...changes,
})
const done = (villageId: string) => stop(villageId, { arrived: true, marked: 15, submission: 'submitted' })

describe('how a stop stands', () => {
  test.each([
    [{}, 'notArrived'],
    [{ arrived: true }, 'arrived'],
    [{ arrived: true, marked: 9 }, 'draft'],
    [{ arrived: true, marked: 15, submission: 'waiting' }, 'waiting'],
    [{ arrived: true, marked: 15, submission: 'submitted' }, 'submitted'],
    [{ arrived: true, marked: 15, submission: 'changed' }, 'draft'],
    [{ recused: true, arrived: true }, 'recused'],
    [{ skipped: true, arrived: true, marked: 3 }, 'cancelled'],
  ] as const)('%o: %s', (changes, standing) => expect(standingOf(stop('V01', changes))).toBe(standing))
})

describe('the next thing to do', () => {
  test('in the morning: arrive at the first stop that is mine', () =>
    expect(nextThing([stop('V01', { recused: true }), stop('V02', { skipped: true }), stop('V03')])).toEqual({
      do: 'arrive',
      villageId: 'V03',
    }))

  test('arrived: score there, even with an earlier card still open', () =>
    expect(nextThing([stop('V01', { arrived: true, marked: 9 }), stop('V02', { arrived: true }), stop('V03')])).toEqual(
      {
        do: 'score',
        villageId: 'V02',
      },
    ))

  test('submitted: on along the route, also where an earlier stop was passed by', () =>
    expect(nextThing([stop('V01'), done('V02'), stop('V03')])).toEqual({ do: 'arrive', villageId: 'V03' }))

  test('at the end: back to what was left behind, then to what was changed after submitting', () => {
    expect(nextThing([stop('V01'), done('V02')])).toEqual({ do: 'arrive', villageId: 'V01' })
    const changed = stop('V01', { arrived: true, marked: 15, submission: 'changed' })
    expect(nextThing([changed, done('V02')])).toEqual({ do: 'submitAgain', villageId: 'V01' })
  })

  test('all submitted, or on its way: nothing', () =>
    expect(nextThing([done('V01'), stop('V02', { marked: 15, submission: 'waiting' })])).toBeUndefined())
})

test('where the route leads next: the stop after the last one arrived at', () => {
  expect(nextArrival([stop('V01'), stop('V02', { arrived: true }), stop('V03')])).toBe('V03')
  expect(nextArrival([stop('V01'), done('V02')])).toBe('V01')
  expect(nextArrival([done('V01')])).toBeUndefined()
})
