import { roadWarnings } from '../../src/domain/road-warnings'
import type { Stop } from '../../src/domain/round-file'

// One degree of longitude on the equator is 111.2 km, so a tenth is 15.6 km of road: 25 minutes at 40 km/h.
const villages = ['A', 'B', 'C'].map((id, n) => ({ id, name: `${id}村`, location: { longitude: n / 10, latitude: 0 } }))
const stop = (order: number, villageId: string, arrive: string, depart: string, more: Partial<Stop> = {}): Stop => ({
  order,
  villageId,
  arrive,
  depart,
  state: 'visited',
  ...more,
})
const morning = [stop(1, 'A', '08:00', '09:00'), stop(2, 'B', '09:30', '10:30'), stop(3, 'C', '11:00', '12:00')]
const told = (after: Stop[], before = morning) => roadWarnings(before, after, villages).map(({ text }) => text)

describe('the road, where a change of the day leaves it less time', () => {
  test('what stands already is not told again, however short', () => {
    const tight = [morning[0]!, stop(2, 'B', '09:05', '10:30'), morning[2]!]
    expect(told(morning)).toEqual([])
    expect(told(tight, tight)).toEqual([])
  })

  test('a stop that is moved too near to the one before', () => {
    expect(roadWarnings(morning, [morning[0]!, stop(2, 'B', '09:10', '10:30'), morning[2]!], villages)).toEqual([
      { code: 'drive', villageIds: ['A', 'B'], text: 'A村到B村只留了 10 分钟，按坐标估算路上要 25 分钟' },
    ])
  })

  test('shorter than it stood: told; longer, though still too short: not', () => {
    const tight = [morning[0]!, stop(2, 'B', '09:10', '10:30'), morning[2]!]
    expect(told([morning[0]!, stop(2, 'B', '09:05', '10:30'), morning[2]!], tight)).toHaveLength(1)
    expect(told([morning[0]!, stop(2, 'B', '09:20', '10:30'), morning[2]!], tight)).toEqual([])
  })

  test('arriving before leaving the one before: said as such', () => {
    expect(told([morning[0]!, stop(2, 'B', '08:50', '10:30'), morning[2]!])).toEqual([
      '08:50 到B村，早于离开A村（09:00）',
    ])
  })

  test('nobody drives to a stop that is skipped: the road goes past it', () => {
    const skipped = stop(2, 'B', '09:30', '10:30', { state: 'skipped' })
    expect(told([morning[0]!, skipped, stop(3, 'C', '09:30', '10:30')])).toEqual([
      'A村到C村只留了 30 分钟，按坐标估算路上要 50 分钟',
    ])
    expect(told(morning, [morning[0]!, skipped, morning[2]!])).toEqual([])
  })

  test('in the order of the route, not of the list', () => {
    expect(told([...morning].reverse())).toEqual([])
    const swapped = [stop(2, 'A', '10:40', '11:30'), stop(1, 'B', '09:30', '10:30'), stop(3, 'C', '11:50', '12:00')]
    expect(told(swapped)).toEqual([
      'B村到A村只留了 10 分钟，按坐标估算路上要 25 分钟',
      'A村到C村只留了 20 分钟，按坐标估算路上要 50 分钟',
    ])
  })

  test('of a village whose place nobody knows nothing is said', () => {
    const unknown = villages.map((village) => (village.id === 'B' ? { ...village, location: null } : village))
    expect(roadWarnings(morning, [morning[0]!, stop(2, 'B', '09:01', '10:30'), morning[2]!], unknown)).toEqual([])
  })
})
