import { Pace } from '../../tools/local-cloud/pace'
import { cloudForThisFile, refusalOf } from './vocabulary'

describe('so many requests a second, whichever second is looked at', () => {
  let now = 1_000_000
  const passesAt = (pace: Pace, at: number) => {
    now = at
    return pace.passes()
  }

  test('what comes beyond is refused and does not count', () => {
    const pace = new Pace(3, () => now)
    expect([0, 10, 20, 30, 40].map((at) => passesAt(pace, at))).toEqual([true, true, true, false, false])
    expect(pace.refused).toBe(2)
    // The first one is a second old; two are not.
    expect([1_000, 1_005].map((at) => passesAt(pace, at))).toEqual([true, false])
  })
})

describe('a local cloud at the platform’s pace', () => {
  // Its clock stands: nine requests are of one second, however long this machine takes for them.
  const on = cloudForThisFile({ atItsPace: true, now: () => 0, limits: { databaseRequestsASecond: 5 } })

  test('refuses the sixth request of a second before anything is done, as the SDK tells it', async () => {
    const adds = Array.from({ length: 9 }, (_, n) => on.db.collection('things').add({ data: { _id: `n${n}` } }))
    const ended = await Promise.allSettled(adds)
    expect(ended.filter(({ status }) => status === 'fulfilled')).toHaveLength(5)
    expect(on.cloud.dump('things')).toHaveLength(5)
    const refused = ended.find(({ status }) => status === 'rejected') as PromiseRejectedResult
    expect(await refusalOf(Promise.reject(refused.reason))).toMatchObject({ errCode: -501003 })
  })
})
