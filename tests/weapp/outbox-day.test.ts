/** What belongs to a day on the phone: its codes, its clock, what it forgets, and the door back to what was left waiting. */
import { type Day, day } from '../vocabulary/day'
import { phoneOn, phoneWith, putAway, through } from '../vocabulary/phone'
import { itsTime } from './engine/its-time'

let today: Day
beforeAll(async () => {
  today = await day({ state: 'running', empty: true })
})
afterAll(() => today.stop())
afterEach(putAway)

const FIRST = '党支部战斗堡垒作用'

function phoneOf(inspectorId: string) {
  const time = itsTime()
  const phone = phoneOn(today, today.inspector(inspectorId), { time })
  return Object.assign(phone, {
    time,
    opensCard: (village: string) => phone.opens('inspect/scorecard/index', { round: today.roundId, village }),
    waiting: () => [...phone.storage.keys()].filter((key) => key.startsWith('out/')),
  })
}

describe('opened cold on the home page', () => {
  test('home says that something was left waiting, and one touch sends it', async () => {
    const phone = phoneOf('I03')
    await phone.opensCard('V01')
    await phone.sees('下一个未评')
    await phone.losesSignal()
    await phone.taps(`${FIRST}，2.5 分`)
    phone.dies()
    await phone.hasSignal()
    await phone.opens()
    await phone.sees('有东西还没传上去')
    await phone.taps('有东西还没传上去')
    await phone.sees('都已上传')
    await phone.goesBack()
    await phone.app.until(() => !phone.shows().includes('有东西还没传上去'))
    expect(today.dump('scorecards')).toContainEqual(expect.objectContaining({ inspectorId: 'I03', villageId: 'V01' }))
  })

  test('nothing of it on a phone on which nothing waits', async () => {
    const phone = phoneOf('I06')
    await phone.opens()
    await phone.sees('评委')
    expect(phone.shows()).not.toContain('有东西还没传上去')
  })
})

describe('the phone’s clock', () => {
  test('is told to be wrong where it differs from the server’s by more than five minutes', async () => {
    const phone = phoneOf('I06')
    phone.time.isShownAheadBy(11 * 60_000)
    await phone.opens('inspect/route/index', { round: today.roundId })
    await phone.sees('打卡')
    await phone.opens('inspect/outbox/index', { round: today.roundId })
    await phone.sees('比实际快约 11 分钟')
  })
})

describe('rounds that are over', () => {
  test('leave the phone with the third newest, unless something of them still waits', async () => {
    const phone = phoneOf('I07')
    const { openid } = today.inspector('I07')
    const ask = through(today.cloud.url, openid)
    const round = (id: string, state: string) => ({ id, number: 1, day: '2026-01-01', state, rehearsal: false })
    const more = { onPanel: true, closedAt: 1, mayReadBoard: false }
    const old = [
      round('old-2', 'sealed'),
      round('old-3', 'sealed'),
      round('old-4', 'closed'),
      round('old-5', 'archived'),
    ]
    const later = phoneWith({
      time: itsTime(),
      callFunction: async (call) => {
        const answer = (await ask(call)) as { result: { ok: boolean; data: { rounds: object[] } } }
        if (call.data.action === 'me') {
          const now = { ...round(today.roundId, 'running'), ...more }
          answer.result.data.rounds = [now, ...old.map((each) => ({ ...each, ...more }))]
        }
        return answer
      },
    })
    await phone.opensCard('V01')
    await phone.sees('下一个未评')
    phone.dies()
    for (const [key, value] of phone.storage) later.storage.set(key, value)
    for (const { id } of old) {
      const mark = { mark: 1, note: '', photos: [], base: 1, at: 1, waits: id === 'old-5', other: null }
      const card = { roundId: id, villageId: 'V01', marks: { C01: mark }, submitted: null, late: null, fromHere: null }
      later.storage.set(`card/${id}/V01`, JSON.stringify(card))
      later.storage.set(`open/${id}/V01`, '7')
    }
    await later.opens('inspect/route/index')
    await later.app.until(() => !later.storage.has('card/old-3/V01'))
    const kept = old.map(({ id }) => [id, later.storage.has(`card/${id}/V01`), later.storage.has(`open/${id}/V01`)])
    expect(kept).toEqual([
      ['old-2', true, true],
      ['old-3', false, false],
      ['old-4', true, true],
      ['old-5', true, true],
    ])
  })
})
