import fc from 'fast-check'
import { nextGoalId } from '../../src/domain/next-goal-id'
import {
  addedStop,
  arrivingAt,
  type EditedPlan,
  movedStop,
  notApplicableOf,
  type PlanStop,
  withNotApplicable,
  withScheme,
  withStops,
} from '../../src/domain/plan-edits'

const stop = (villageId: string, arrive: string, depart: string): PlanStop => ({ villageId, arrive, depart })
const stops = [stop('V02', '08:00', '08:45'), stop('V01', '09:15', '10:00'), stop('V03', '10:30', '11:15')]
const plan: EditedPlan = {
  day: '2026-12-08',
  scheme: { id: 'S', version: 1 },
  stops,
  panel: ['I01'],
  notApplicable: [
    { villageId: 'V01', indicatorId: 'C2' },
    { villageId: 'V03', indicatorId: 'C1' },
  ],
  notApplicableDecided: true,
}

describe('what was decided for every village holds for those somebody looked at', () => {
  test('another village on the route opens it again; another order, or one less, does not', () => {
    expect(withStops(plan, addedStop(stops, 'V04')).notApplicableDecided).toBe(false)
    expect(withStops(plan, stops.slice(1)).notApplicableDecided).toBe(true)
    expect(withStops(plan, movedStop(stops, 0, 1)).notApplicableDecided).toBe(true)
  })
  test('another scheme opens it again, and what it does not have is dropped', () => {
    const other = withScheme(plan, { id: 'S', version: 2 }, ['C1'])
    expect(other).toMatchObject({
      notApplicableDecided: false,
      notApplicable: [{ villageId: 'V03', indicatorId: 'C1' }],
    })
    expect(withScheme(plan, { id: 'S', version: 1 }, [])).toBe(plan)
  })
  test('one village is changed, the others stay, in the order of villages', () => {
    const changed = withNotApplicable(plan, 'V02', ['C1', 'C2'])
    expect(changed.notApplicable.map(({ villageId, indicatorId }) => `${villageId} ${indicatorId}`)).toEqual([
      'V01 C2',
      'V02 C1',
      'V02 C2',
      'V03 C1',
    ])
    expect(notApplicableOf(changed, 'V02')).toEqual(['C1', 'C2'])
    expect(withNotApplicable(changed, 'V02', [])).toEqual(plan)
  })
})

describe('stops', () => {
  test('a village moved up or down changes places, the times stay in order', () => {
    expect(movedStop(stops, 0, 1)).toEqual([
      stop('V01', '08:00', '08:45'),
      stop('V02', '09:15', '10:00'),
      stop('V03', '10:30', '11:15'),
    ])
    expect(movedStop(stops, 0, -1)).toEqual(stops)
  })
  test('there and back is where it was', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1 }), (index) => {
        expect(movedStop(movedStop(stops, index, 1), index + 1, -1)).toEqual(stops)
      }),
    )
  })
  test('added at the end: half an hour on the road, three quarters there; the first at eight; never past the day', () => {
    expect(addedStop(stops, 'V04')[3]).toEqual(stop('V04', '11:45', '12:30'))
    expect(addedStop([], 'V04')).toEqual([stop('V04', '08:00', '08:45')])
    expect(addedStop([stop('V01', '22:00', '23:50')], 'V04')[1]).toEqual(stop('V04', '23:59', '23:59'))
  })
  test('coming later, it stays as long', () => {
    expect(arrivingAt(stops[0]!, '09:20')).toEqual(stop('V02', '09:20', '10:05'))
  })
})

test('a goal is called after its village, by the first number that is free', () => {
  expect(nextGoalId('V01', [])).toBe('V01-G1')
  expect(nextGoalId('V01', ['V01-G1', 'V01-G3', 'V02-G2'])).toBe('V01-G2')
})
