/** The platform takes so many database requests a second: what is refused for that waits and goes again, and is done once. */
import type { Database } from '../../cloudfunctions/common/cloud'
import type { AnswerDoc } from '../../cloudfunctions/common/documents'
import { answerId } from '../../cloudfunctions/common/envelopes'
import { isBusy, patient } from '../../cloudfunctions/common/patient'
import type { Fault } from '../../tools/local-cloud/faults'
import { itemsOf, newId, villagesOf } from '../vocabulary/cards'
import { type Day, day } from '../vocabulary/day'
import { eventually } from '../vocabulary/eventually'
import { filledFor } from '../vocabulary/filled'

let today: Day
/** While the clock stands, one second's requests are all there are, however long this machine takes for them. */
let standsAt: number | null = null
beforeAll(async () => {
  today = await day({ state: 'running', empty: true, atItsPace: true, now: () => standsAt ?? Date.now() })
})
afterAll(() => today.stop())
afterEach(() => today.cloud.faults.clear())

const filled = () => filledFor(today)
const storedAs = ({ key }: { key: string }) =>
  (today.dump('answers') as unknown as AnswerDoc[]).filter(({ _id }) => _id === answerId(today.roundId, key))

let account = 5000

describe('one request too many: the villager hears 已收到 from the same call', () => {
  test.each<Fault>([
    { on: 'database.getDocument', what: 'busy', collection: 'members' },
    { on: 'database.getDocument', what: 'busy', collection: 'secrets', times: 2 },
    { on: 'database.startTransaction', what: 'busy' },
    { on: 'database.getDocument', what: 'busy', collection: 'ballots' },
    { on: 'database.modifyDocument', what: 'busy', collection: 'answers' },
    { on: 'database.commitTransaction', what: 'busy' },
  ])('$on of $collection', async (fault) => {
    today.cloud.faults.inject(fault)
    const send = filled()
    const villager = today.villager(account++)
    expect(await villager.does('survey', 'answer', send)).toMatchObject({ received: true, replaced: false })
    expect(storedAs(send)).toHaveLength(1)
  })

  test('a mark too, written once', async () => {
    const [villageId] = villagesOf(today.file, 'I02').mine
    today.cloud.faults.inject({ on: 'database.insertDocument', what: 'busy', collection: 'scorecards' })
    const change = { itemId: itemsOf(today.file, villageId!)[0]!.id, mark: 1, note: '', photos: [], base: 0 }
    const phone = { phone: newId(), device: '华为 nova 9', waiting: 0, at: Date.now() }
    const base = { roundId: today.roundId, villageId: villageId!, sendId: newId(), ...phone }
    await today.inspector('I02').does('scoring', 'saveMarks', { ...base, changes: [change] })
    expect(today.dump('scorecards')).toEqual([expect.objectContaining({ revision: 1 })])
  })
})

describe('thirty requests a second', () => {
  test('of fifteen villagers at once, who ask for more, each is received in one call and stored once', async () => {
    const refusedBefore = today.cloud.pace!.refused
    standsAt = Date.now()
    const sends = Array.from({ length: 15 }, filled)
    const hearing = Promise.all(sends.map((send) => today.villager(account++).asks('survey', 'answer', send)))
    await eventually(() => expect(today.cloud.pace!.refused).toBeGreaterThan(refusedBefore))
    standsAt = null
    expect((await hearing).map((answer) => answer.ok)).toEqual(sends.map(() => true))
    expect(sends.map((send) => storedAs(send).length)).toEqual(sends.map(() => 1))
  })
})

describe('patience ends', () => {
  /** As the SDK says it. */
  const busy = { errCode: -501003, errMsg: 'EXCEED_REQUEST_LIMIT' }
  const refusing = (error: object, times = Number.POSITIVE_INFINITY) => {
    const asked: string[] = []
    const doc = {
      get: async () => {
        asked.push('get')
        if (asked.length <= times) throw error
        return 'served'
      },
    }
    const db = { collection: () => ({ doc: () => doc }), command: {} } as unknown as Database
    return { asked, db }
  }

  test('after its deadline a refused request fails at once: the phone is to hear tryAgain in time', async () => {
    const { asked, db } = refusing(busy)
    await expect(patient(db, Date.now()).collection('rounds').doc('r').get()).rejects.toBe(busy)
    expect(asked).toHaveLength(1)
  })

  test('before it the request goes again, and again', async () => {
    const { asked, db } = refusing(busy, 2)
    expect(
      await patient(db, Date.now() + 60_000)
        .collection('rounds')
        .doc('r')
        .get(),
    ).toBe('served')
    expect(asked).toHaveLength(3)
  })

  test('an unknown outcome is not sent again here', async () => {
    const timeout = { errCode: -501002, errMsg: 'SERVER_TIMEOUT' }
    const { asked, db } = refusing(timeout)
    await expect(
      patient(db, Date.now() + 60_000)
        .collection('rounds')
        .doc('r')
        .get(),
    ).rejects.toBe(timeout)
    expect(asked).toHaveLength(1)
  })

  test('known by the SDK’s number, and where a transaction begins or ends by its code', () => {
    expect(isBusy(busy)).toBe(true)
    expect(isBusy({ code: 'EXCEED_REQUEST_LIMIT', message: '' })).toBe(true)
    expect(isBusy({ code: 'DATABASE_TRANSACTION_CONFLICT', message: '' })).toBe(false)
  })
})
