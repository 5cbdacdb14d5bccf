/** 演练 on the phones that were there: gone without a trace, and the evening's pages say that nobody was asked. */
import type { Day } from '../vocabulary/day'
import { phoneOn, putAway } from '../vocabulary/phone'
import { docOf, programmeDay, readied } from '../vocabulary/preparing'
import { deleteRehearsal, rehearsed, toTheEvening } from '../vocabulary/rehearsing'
import { itsTime } from './engine/its-time'

let today: Day
beforeEach(async () => {
  today = await programmeDay()
  await readied(today)
})
afterEach(async () => {
  putAway()
  await today.stop()
})

const FIRST = '党支部战斗堡垒作用'
const PHOTO = new Uint8Array(900_000).map((_, n) => n % 251)

function phoneOf(inspectorId: string) {
  const phone = phoneOn(today, today.inspector(inspectorId), { time: itsTime(), takesPhoto: () => PHOTO })
  return Object.assign(phone, {
    opensRoute: (round: string) => phone.opens('inspect/route/index', { round }),
    opensCard: (round: string, village: string) => phone.opens('inspect/scorecard/index', { round, village }),
    waiting: () => [...phone.storage.keys()].filter((key) => key.startsWith('out/')),
    /** Keys and values of its storage that name this. */
    keeps: (word: string) => [...phone.storage].filter((entry) => entry.join(' ').includes(word)).map(([key]) => key),
  })
}
type Phone = ReturnType<typeof phoneOf>

async function marksEverything(phone: Phone): Promise<void> {
  for (const paper of ['共性', '示范']) {
    await phone.taps(paper)
    for (const { name, disabled } of phone.app.controls()) {
      if (!disabled && name.includes('，加 ')) await phone.taps(name)
    }
  }
}

describe('rehearsed, deleted, and rehearsed again', () => {
  test('the second rehearsal begins on the same phone with nothing of the first', async () => {
    const first = await rehearsed(today)
    const phone = phoneOf('I07')
    await phone.opensRoute(first.roundId)
    await phone.sees('到云溪村打卡')
    await phone.taps('到云溪村打卡')
    await phone.taps('确认到云溪村')
    await phone.sees('已到点')
    await phone.taps('开始给云溪村评分')
    await phone.sees('0/15')
    await marksEverything(phone)
    await phone.sees('15/15')
    await phone.taps('核对并提交')
    await phone.taps('提交云溪村评分')
    await phone.sees('已提交')
    await phone.app.until(() => phone.waiting().length === 0)

    await deleteRehearsal(first)
    const second = await rehearsed(today)
    await phone.opensRoute(second.roundId)
    await phone.sees('到云溪村打卡')
    expect(phone.shows()).not.toMatch(/已到点|已提交/)
    await phone.opensCard(second.roundId, 'V01')
    await phone.sees('0/15')
    await phone.taps(`${FIRST}，2.5 分`)
    await phone.sees('已上传')
    const card = docOf<{ marks: object }>(today, 'scorecards', `${second.roundId}:I07:V01`)!
    expect(card.marks).toEqual({ C01: expect.objectContaining({ mark: 2.5, revision: 1 }) })
    await phone.app.until(() => phone.keeps(first.roundId).length === 0)
  })

  test('what waited on a phone without a signal is given up, photo and all, and nothing is said to wait', async () => {
    const first = await rehearsed(today)
    const phone = phoneOf('I07')
    await phone.opensRoute(first.roundId)
    await phone.sees('到云溪村打卡')
    await phone.opensCard(first.roundId, 'V01')
    await phone.sees('下一个未评')
    await phone.losesSignal()
    await phone.taps(`${FIRST}，2.5 分`)
    await phone.taps(`${FIRST}，拍照`)
    await phone.opensCard(first.roundId, 'V02')
    await phone.taps(`${FIRST}，2.5 分`)
    phone.dies()
    expect(phone.keeps('"waits":true')).toHaveLength(2)

    await deleteRehearsal(first)
    await rehearsed(today)
    await phone.hasSignal()
    await phone.opens()
    await phone.sees('有东西还没传上去')
    await phone.taps('有东西还没传上去')
    await phone.sees('都已上传')
    await phone.app.until(() => phone.keeps(first.roundId).length === 0)
    expect([phone.waiting(), phone.keeps('photo/')]).toEqual([[], []])
    await phone.goesBack()
    await phone.app.until(() => !phone.shows().includes('有东西还没传上去'))
    expect(today.dump('scorecards')).toEqual([])
    expect(today.storage()).toEqual([])
  })

  test('deleted while somebody marks in it: the page says so, and the phone forgets it', async () => {
    const first = await rehearsed(today)
    const phone = phoneOf('I07')
    await phone.opensCard(first.roundId, 'V01')
    await phone.sees('下一个未评')
    await deleteRehearsal(first)
    await phone.taps(`${FIRST}，2.5 分`)
    await phone.sees('没有这次演练')
    await phone.app.until(() => phone.keeps(first.roundId).length === 0)
  })

  test('of a real round, listed or not, and of a rehearsal that stands, nothing is given up', async () => {
    const rehearsal = await rehearsed(today)
    const phone = phoneOf('I07')
    for (const roundId of [rehearsal.roundId, today.roundId, '2020-9']) {
      const mark = { mark: 1, note: '', photos: [], base: 0, at: 1, waits: true, other: null }
      const card = { roundId, villageId: 'V99', marks: { C01: mark }, submitted: null, late: null, fromHere: null }
      phone.storage.set(`card/${roundId}/V99`, JSON.stringify(card))
    }
    await phone.opens('inspect/outbox/index')
    // Refused: no round has this village, the real one does not run yet, and the third one nobody knows.
    await phone.app.until(() => phone.shows().split('被退回').length > 2 * 3)
    expect(phone.waiting()).toHaveLength(3)
    expect(phone.keeps('"waits":true')).toHaveLength(3)
  })
})

describe('its evening', () => {
  test('every village has its place, and board, village page and reveal say that nobody was asked', async () => {
    const rehearsal = await rehearsed(today)
    const phone = phoneOn(today, today.administrator, { time: itsTime() })
    await phone.opens('manage/progress/index', { round: rehearsal.roundId })
    await phone.sees('演练没有村民测评')
    expect(phone.shows()).not.toMatch(/未达|答卷达到/)

    await toTheEvening(rehearsal)
    await phone.opens('pages/board/index', { round: rehearsal.roundId })
    await phone.sees('演练没有问村民：满意度不计分')
    expect(phone.shows()).toContain('共性 57')
    expect(phone.shows()).not.toMatch(/缓评|答卷太少/)
    expect(phone.app.controls().map(({ name }) => name)).not.toContain('满意度')
    await phone.taps('四卷')
    await phone.sees('满分 43')
    expect(phone.shows()).not.toMatch(/满分 0|NaN/)

    await phone.opens('manage/village/index', { round: rehearsal.roundId, village: 'V01' })
    await phone.sees('演练没有问村民：满意度不计分')
    expect(phone.shows()).not.toMatch(/满分 0|未达|不足 5 份|村民的话/)

    await phone.opens('manage/reveal/index', { round: rehearsal.roundId })
    await phone.sees('没有问村民')
    await phone.taps('下一张')
    await phone.sees('第 8 名')
    expect(phone.shows()).not.toContain('满意度')
  })

  test('a village that nobody scored is deferred for that alone', async () => {
    const rehearsal = await rehearsed(today)
    await toTheEvening(rehearsal, 'V08')
    const phone = phoneOn(today, today.administrator, { time: itsTime() })
    await phone.opens('pages/board/index', { round: rehearsal.roundId })
    await phone.sees('当天没有去，或评分太少')
  })
})
