/** Which plans are refused: on one day, for nothing is written. Who may plan, and when: tools/prove/matrix. */
import type { RoundDoc } from '../../cloudfunctions/common/documents'
import { newId } from '../vocabulary/cards'
import type { Day } from '../vocabulary/day'
import { complete, docOf, programmeDay, samplePlan } from '../vocabulary/preparing'
import { change, stored } from '../vocabulary/stored'

let today: Day
beforeAll(async () => {
  today = await programmeDay()
  await complete(today)
})
afterAll(() => today.stop())

const setRound = (data: object) => change(today.cloud, 'rounds', today.roundId, data)
const revisionOf = () => docOf<RoundDoc>(today, 'rounds', today.roundId)!.revision

describe('a plan that cannot be', () => {
  test.each([
    [{ stops: [{ villageId: 'V99', arrive: '08:00', depart: '08:45' }] }, 'plan.stops.0.villageId'],
    [
      {
        stops: [
          { villageId: 'V01', arrive: '08:00', depart: '08:45' },
          { villageId: 'V01', arrive: '09:00', depart: '09:45' },
        ],
      },
      'plan.stops.1.villageId',
    ],
    [{ stops: [{ villageId: 'V01', arrive: '24:00', depart: '08:45' }] }, 'plan.stops.0.arrive'],
    [{ stops: [{ villageId: 'V01', arrive: '08:00', depart: '08:60' }] }, 'plan.stops.0.depart'],
    [{ panel: ['M05'] }, 'plan.panel.0'],
    [{ panel: ['I01', 'I01'] }, 'plan.panel.1'],
    [{ notApplicable: [{ villageId: 'V99', indicatorId: 'C01' }] }, 'plan.notApplicable.0.villageId'],
    [{ notApplicable: [{ villageId: 'V01', indicatorId: 'C99' }] }, 'plan.notApplicable.0.indicatorId'],
    [{ day: '2026-02-30' }, 'plan.day'],
  ])('%j is refused where it stands, and nothing is written', async (more, path) => {
    await setRound({ state: 'draft' })
    const { roundId } = today
    const before = stored(today.cloud)
    const send = { roundId, plan: samplePlan(today, more), revision: revisionOf(), sendId: newId() }
    expect(await today.administrator.asks('round', 'plan', send)).toMatchObject({
      error: { code: 'invalid', details: { path } },
    })
    expect(stored(today.cloud)).toEqual(before)
  })
})
