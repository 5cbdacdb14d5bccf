import fc from 'fast-check'
import { kilometresBetween, type Place, shortestOrder, suggestedRoute } from '../../src/domain/route-suggestion'

/** A county: some sixty kilometres across. */
const place = fc.record({
  longitude: fc.double({ min: 115.5, max: 116.1, noNaN: true }),
  latitude: fc.double({ min: 28.2, max: 28.7, noNaN: true }),
})
const wayOf = (places: readonly Place[], order: readonly number[]) =>
  order.slice(1).reduce((sum, to, n) => sum + kilometresBetween(places[order[n]!]!, places[to]!), 0)

function permutations(count: number): number[][] {
  if (count === 0) return [[]]
  return permutations(count - 1).flatMap((shorter) =>
    Array.from({ length: count }, (_, at) => [...shorter.slice(0, at), count - 1, ...shorter.slice(at)]),
  )
}

const on = (id: string, longitude: number | null) => ({
  id,
  location: longitude === null ? null : { longitude, latitude: 28.5 },
})

describe('distance', () => {
  test('a degree of latitude is 111.19 km, and half round the earth is half its circle', () => {
    expect(kilometresBetween({ longitude: 0, latitude: 0 }, { longitude: 0, latitude: 1 })).toBeCloseTo(111.19, 2)
    expect(kilometresBetween({ longitude: 0, latitude: 0 }, { longitude: 180, latitude: 0 })).toBeCloseTo(
      Math.PI * 6371,
      6,
    )
  })
})

describe('the order: no other is shorter, up to twelve villages', () => {
  test('as short as the best of all orders (every one tried, up to seven villages)', () => {
    fc.assert(
      fc.property(fc.array(place, { minLength: 1, maxLength: 7 }), (places) => {
        const best = Math.min(...permutations(places.length).map((order) => wayOf(places, order)))
        expect(wayOf(places, shortestOrder(places))).toBeCloseTo(best, 6)
      }),
      { numRuns: 60 },
    )
  })

  test('with eight, too', () => {
    const orders = permutations(8)
    fc.assert(
      fc.property(fc.array(place, { minLength: 8, maxLength: 8 }), (places) => {
        const way = places.map((from) => places.map((to) => kilometresBetween(from, to)))
        let best = Number.POSITIVE_INFINITY
        for (const order of orders) {
          let sum = 0
          for (let n = 1; n < order.length; n++) sum += way[order[n - 1]!]![order[n]!]!
          best = Math.min(best, sum)
        }
        expect(wayOf(places, shortestOrder(places))).toBeCloseTo(best, 6)
      }),
      { numRuns: 10 },
    )
  })

  test('thirty on a line are passed along it', () => {
    const line = Array.from({ length: 30 }, (_, n) => ({ longitude: 115 + ((n * 7) % 30) / 100, latitude: 28.5 }))
    const order = shortestOrder(line).map((index) => line[index]!.longitude)
    expect([order, [...order].reverse()]).toContainEqual([...order].sort())
  })

  test('above twelve: every village once, and turning any stretch round makes it no shorter', () => {
    fc.assert(
      fc.property(fc.array(place, { minLength: 13, maxLength: 24 }), (places) => {
        const order = shortestOrder(places)
        expect([...order].sort((a, b) => a - b)).toEqual(places.map((_, index) => index))
        const way = wayOf(places, order)
        for (let from = 0; from < order.length; from++)
          for (let to = from + 1; to < order.length; to++) {
            const turned = [...order.slice(0, from), ...order.slice(from, to + 1).reverse(), ...order.slice(to + 1)]
            expect(wayOf(places, turned)).toBeGreaterThan(way - 1e-6)
          }
      }),
      { numRuns: 30 },
    )
  })
})

describe('the suggestion', () => {
  const village = fc
    .array(place, { maxLength: 16 })
    .map((places) => places.map((location, n) => ({ id: `V${String(n + 1).padStart(2, '0')}`, location })))

  test('does not depend on the order the villages are given in, and twice is the same', () => {
    fc.assert(
      fc.property(
        village.chain((villages) =>
          fc.tuple(fc.constant(villages), fc.shuffledSubarray(villages, { minLength: villages.length })),
        ),
        ([villages, shuffled]) => {
          expect(suggestedRoute(shuffled)).toEqual(suggestedRoute(villages))
          expect(suggestedRoute(villages)).toEqual(suggestedRoute(villages))
        },
      ),
      { numRuns: 60 },
    )
  })

  test('of a route and its reverse, the one whose first village has the smaller id', () => {
    const { stops } = suggestedRoute([on('V03', 115.1), on('V02', 115.2), on('V01', 115.3)])
    expect(stops.map(({ villageId }) => villageId)).toEqual(['V01', 'V02', 'V03'])
  })

  test('villages without a place come last, in the order they were given, and are named', () => {
    const route = suggestedRoute([on('V09', null), on('V02', 115.2), on('V04', null), on('V01', 115.1)])
    expect(route.stops.map(({ villageId }) => villageId)).toEqual(['V01', 'V02', 'V09', 'V04'])
    expect(route.withoutPlace).toEqual(['V09', 'V04'])
  })

  test('times: 40 km/h on roads 1.4 times the great circle, rounded up to five minutes; 45 minutes a village', () => {
    // 0.1° of longitude at 28.5° are 9.77 km, 13.68 on the road: 20.5 minutes, so 25.
    expect(suggestedRoute([on('V01', 115.1), on('V02', 115.2), on('V03', null)])).toEqual({
      stops: [
        { villageId: 'V01', arrive: '08:00', depart: '08:45' },
        { villageId: 'V02', arrive: '09:10', depart: '09:55' },
        { villageId: 'V03', arrive: '10:25', depart: '11:10' },
      ],
      kilometres: 13.7,
      minutesOnRoad: 55,
      over: 0,
      fits: true,
      withoutPlace: ['V03'],
    })
  })

  test('the day does not fit: by how much; a time past midnight stops at 23:59', () => {
    const two = [on('V01', 115.1), on('V02', 115.1)]
    expect(suggestedRoute(two, { startAt: '16:40', endBy: '18:00' })).toMatchObject({ fits: false, over: 10 })
    expect(suggestedRoute(two, { startAt: '16:30', endBy: '18:00' })).toMatchObject({ fits: true, over: 0 })
    const { stops } = suggestedRoute(two, { startAt: '23:30' })
    expect(stops[1]).toEqual({ villageId: 'V02', arrive: '23:59', depart: '23:59' })
  })

  test('none and one', () => {
    expect(suggestedRoute([])).toMatchObject({ stops: [], kilometres: 0, fits: true })
    expect(suggestedRoute([on('V01', 115)]).stops).toEqual([{ villageId: 'V01', arrive: '08:00', depart: '08:45' }])
  })
})
