import type { ScorecardDoc } from '../../cloudfunctions/common/documents'
import { newId } from '../vocabulary/cards'
import { type Day, day, type Person } from '../vocabulary/day'
import { phoneWith, putAway, through } from '../vocabulary/phone'
import { change } from '../vocabulary/stored'
import { keepTouch } from '../vocabulary/touches'
import { itsTime } from './engine/its-time'

let today: Day
beforeAll(async () => {
  today = await day({ state: 'running', empty: true })
})
afterAll(() => today.stop())
afterEach(putAway)

const FIRST = '党支部战斗堡垒作用'
const SECOND = '镇党委书记、村书记亲自谋划推进'

type Call = { name: string; data: { action: string; payload: unknown } }

/** A phone that also tells what it sent, and can lose answers on the way back. */
function phoneOf({ openid }: Person) {
  const send = through(today.cloud.url, openid)
  const wire = { sent: [] as string[], payloads: [] as Record<string, unknown>[], losesAnswersTo: '' }
  const phone = phoneWith({
    time: itsTime(),
    callFunction: async (call: Call) => {
      const answer = await send(call)
      wire.sent.push(`${call.name}.${call.data.action}`)
      wire.payloads.push(call.data.payload as Record<string, unknown>)
      if (wire.losesAnswersTo === call.data.action) throw { errCode: -404011, errMsg: 'timeout' }
      return answer
    },
  })
  return Object.assign(phone, { wire })
}
type Phone = ReturnType<typeof phoneOf>

const card = (inspectorId: string, villageId: string) =>
  (today.dump('scorecards') as unknown as ScorecardDoc[]).find(
    ({ _id }) => _id === `${today.roundId}:${inspectorId}:${villageId}`,
  )

const opensCard = (phone: Phone, village: string) =>
  phone.opens('inspect/scorecard/index', { round: today.roundId, village })

/** Goes by 下一个未评 through the whole card, one + at each. */
async function marksEverything(phone: Phone) {
  for (const paper of ['共性', '示范']) {
    await phone.taps(paper)
    for (const { name, disabled } of phone.app.controls()) {
      const isUnmarked = !disabled && name.includes('，加 ') && isDash(phone, name)
      if (isUnmarked) await phone.taps(name)
    }
  }
}

function isDash(phone: Phone, plus: string): boolean {
  return phone.app.control(plus).element.parentElement!.querySelector('.stepper-mark')!.textContent!.trim() === '–'
}

describe('an inspector’s day', () => {
  test('route → arrival → every mark → submitted, by the one big button', async () => {
    const phone = phoneOf(today.inspector('I07'))
    await phone.opens('inspect/route/index', { round: today.roundId })
    await phone.sees('出发前下载今日资料')
    await phone.taps('下载今日资料')
    await phone.sees('到云溪村打卡')
    expect(phone.shows()).toContain('第 2 次拉练')

    await phone.taps('到云溪村打卡')
    await phone.sees('实测数据')
    await phone.taps('确认到云溪村')
    await phone.sees('已到点')
    expect(today.dump('arrivals')).toContainEqual(expect.objectContaining({ inspectorId: 'I07', villageId: 'V01' }))

    await phone.taps('开始给云溪村评分')
    await phone.sees('0/15')
    await marksEverything(phone)
    await phone.sees('15/15')
    await phone.taps('核对并提交')
    await phone.sees('共性目标')
    await phone.taps('提交云溪村评分')
    await phone.sees('已提交')
    expect(Object.values(card('I07', 'V01')!.submitted!.marks)).toEqual(Array(15).fill(0.5))

    await phone.taps('回到今日路线')
    await phone.sees('到清港村打卡')
    expect(phone.app.routes).toEqual(['inspect/route/index'])
  })

  test('where one is recused nothing can be marked, and the page says why', async () => {
    const phone = phoneOf(today.inspector('I01'))
    await phone.opens('inspect/arrival/index', { round: today.roundId, village: 'V02' })
    await phone.sees('清港村由别的评委评')
    expect(phone.app.controls().map(({ name }) => name)).not.toContain('确认到清港村')
    await opensCard(phone, 'V02')
    await phone.sees('按规定回避')
    expect(phone.app.controls().map(({ name }) => name)).toEqual(['回到今日路线'])
  })
})

describe('a touch', () => {
  test('is one setData, and stands in storage before anything is sent', async () => {
    const phone = phoneOf(today.inspector('I03'))
    await phone.opens('inspect/route/index', { round: today.roundId })
    await phone.sees('下载今日资料')
    await phone.taps('云溪村，')
    await phone.taps('确认到云溪村')
    await phone.sees('已到点')
    phone.app.resetCost()
    await phone.taps('开始给云溪村评分')
    await phone.sees('0/15')
    // Opening a page: one, and one more where the arrival's answer comes meanwhile.
    expect(phone.app.cost().count).toBeLessThanOrEqual(2)
    expect(phone.app.cost().bytes).toBeLessThan(64_000)
    const costs: number[] = []
    const bytes: number[] = []
    for (const name of [`${FIRST}，2.5 分`, `${FIRST}，加 0.5`, `${FIRST}，加 0.5`, `${FIRST}，撤销`]) {
      phone.app.resetCost()
      await phone.taps(name)
      costs.push(phone.app.cost().count)
      bytes.push(phone.app.cost().bytes)
    }
    keepTouch('a mark, the first touch of a card', { count: costs[0]!, bytes: bytes[0]! })
    keepTouch('a mark, one step more', { count: costs[1]!, bytes: bytes[1]! })
    expect(costs).toEqual([1, 1, 1, 1])
    expect(Math.max(...bytes)).toBeLessThan(2000)
    expect(phone.storage.get(`card/${today.roundId}/V01`)).toContain('"mark":3')
    expect(phone.wire.sent).not.toContain('scoring.saveMarks')
  })

  test('what one hand types in one go travels in one send, a moment after the last touch', async () => {
    const phone = phoneOf(today.inspector('I04'))
    await opensCard(phone, 'V01')
    await phone.sees('0/15')
    await phone.taps(`${FIRST}，2.5 分`)
    await phone.taps(`${SECOND}，2.5 分`)
    await phone.types(`${SECOND}，理由`, '有进度表')
    await phone.sees('已上传')
    expect(phone.wire.sent.filter((sent) => sent === 'scoring.saveMarks')).toHaveLength(1)
    expect(card('I04', 'V01')!.marks).toMatchObject({
      C01: { mark: 2.5, note: '' },
      C02: { mark: 2.5, note: '有进度表' },
    })
  })

  test('the app is killed at once: everything is there again, and goes out then', async () => {
    const phone = phoneOf(today.inspector('I05'))
    await opensCard(phone, 'V01')
    await phone.sees('0/15')
    await phone.taps(`${FIRST}，2.5 分`)
    phone.dies()
    expect(card('I05', 'V01')).toBeUndefined()

    await opensCard(phone, 'V01')
    await phone.sees('1/15')
    await phone.sees('已上传')
    expect(card('I05', 'V01')!.marks.C01).toMatchObject({ mark: 2.5 })
  })

  test('offline nothing is in the way; with the signal it goes out', async () => {
    const phone = phoneOf(today.inspector('I08'))
    await opensCard(phone, 'V01')
    await phone.sees('0/15')
    await phone.losesSignal()
    await phone.taps(`${FIRST}，2.5 分`)
    await phone.sees('离线 · 1 项待上传')
    phone.dies()
    await opensCard(phone, 'V01')
    await phone.sees('离线 · 1 项待上传')
    await phone.hasSignal()
    await phone.sees('已上传')
    expect(phone.shows()).not.toContain('离线')
  })

  test('an answer lost on the way back: the same id again, and twice is once', async () => {
    const phone = phoneOf(today.inspector('I10'))
    await opensCard(phone, 'V01')
    await phone.sees('0/15')
    phone.wire.losesAnswersTo = 'saveMarks'
    await phone.taps(`${FIRST}，2.5 分`)
    await phone.app.until(() => phone.wire.sent.includes('scoring.saveMarks'))
    phone.wire.losesAnswersTo = ''
    await phone.taps(`${FIRST}，加 0.5`)
    await phone.app.until(() => card('I10', 'V01')?.marks.C01?.mark === 3)
    const ids = phone.wire.payloads.flatMap(({ sendId }) => (sendId ? [sendId] : []))
    expect(ids[1]).toBe(ids[0])
    expect(card('I10', 'V01')!.marks.C01).toMatchObject({ mark: 3, revision: 2 })
  })
})

/** What the other phone of this inspector saves meanwhile. */
const otherPhoneSaves = (me: Person, itemId: string, mark: number, base: number) =>
  me.does('scoring', 'saveMarks', {
    roundId: today.roundId,
    villageId: 'V01',
    sendId: newId(),
    phone: newId(),
    at: Date.now(),
    device: '华为 nova 9',
    waiting: 0,
    changes: [{ itemId, mark, note: '另一台上打的', photos: [], base }],
  })

describe('one card on two phones', () => {
  test('both values are shown, the one chosen stands, the other is kept', async () => {
    const me = today.inspector('I11')
    const phone = phoneOf(me)
    await opensCard(phone, 'V01')
    await phone.sees('0/15')
    await phone.losesSignal()
    await phone.taps(`${FIRST}，2.5 分`)
    await otherPhoneSaves(me, 'C01', 4, 0)
    await phone.hasSignal()
    await phone.sees('两部手机上的得分不一样')
    expect(phone.shows()).toContain('另一台上打的')
    expect(phone.shows()).toContain('华为 nova 9')
    await phone.taps('采用 2.5')
    await phone.app.until(() => card('I11', 'V01')!.marks.C01!.mark === 2.5)
    expect(card('I11', 'V01')!.history).toContainEqual(expect.objectContaining({ mark: 2.5, lost: true }))
  })
})

describe('what was submitted counts until it is submitted again', () => {
  test('a change says so, and the button submits again; 0 asks for its reason first', async () => {
    const phone = phoneOf(today.inspector('I07'))
    await opensCard(phone, 'V01')
    await phone.sees('15/15')
    await phone.taps(`${FIRST}，0 分`)
    await phone.taps('核对并提交')
    await phone.sees('有改动未重新提交')
    expect(phone.shows()).toContain('打了 0 分，请写一句为什么')
    await phone.taps('去补 1 条理由')
    await phone.types(`${FIRST}，理由`, '台账是补的')
    await phone.taps('核对并提交')
    await phone.taps('重新提交云溪村评分')
    await phone.sees('已提交')
    expect(phone.shows()).not.toContain('有改动未重新提交')
    expect(card('I07', 'V01')!.submitted!.marks.C01).toBe(0)
  })

  test('another phone changed a mark that this one does not know of: nothing is submitted before one is chosen', async () => {
    const me = today.inspector('I07')
    const phone = phoneOf(me)
    await opensCard(phone, 'V01')
    await phone.sees('15/15')
    await phone.taps(`${FIRST}，2.5 分`)
    await phone.sees('已上传')
    await otherPhoneSaves(me, 'C02', 4, card('I07', 'V01')!.marks.C02!.revision)
    await phone.taps('核对并提交')
    await phone.taps('重新提交云溪村评分')
    await phone.sees('1 项在另一部手机上改过')
    expect(card('I07', 'V01')!.submitted!.marks.C01).toBe(0)
    await phone.taps('去定 1 项')
    await phone.taps('华为 nova 9')
    await phone.taps('采用 4')
    await phone.taps('核对并提交')
    await phone.taps('重新提交云溪村评分')
    await phone.sees('服务器已收到')
    expect(card('I07', 'V01')!.submitted!.marks).toMatchObject({ C01: 2.5, C02: 4 })
  })

  test('下一个未评 leads on: from the item touched last to the next one without a mark', async () => {
    const phone = phoneOf(today.inspector('I06'))
    await opensCard(phone, 'V01')
    await phone.sees('0/15')
    await phone.taps('下一个未评')
    await phone.taps(`${FIRST}，2.5 分`)
    await phone.taps('下一个未评')
    await phone.app.until(() => phone.app.phone.scrolls.length === 2)
    expect(phone.app.phone.scrolls).toMatchObject([{ selector: '#item-C01' }, { selector: '#item-C02' }])
  })

  test('下一个未评 goes down the page, where the scheme has another order: not over to 示范 with half a page left', async () => {
    const phone = phoneOf(today.inspector('I06'))
    await opensCard(phone, 'V01')
    await phone.sees('0/15')
    const { indicators } = today.file.scheme
    const placeOf = (id: string) => indicators.findIndex((one) => one.id === id)
    // The last of the scheme stands among those of its action, above 移风易俗.
    expect(placeOf('C25')).toBe(indicators.length - 1)
    const shown = phone.shows()
    expect(shown.indexOf('经验可推广、可复制、可借鉴')).toBeLessThan(shown.indexOf('移风易俗与村规民约'))
    await phone.taps('经验可推广、可复制、可借鉴，2 分')
    await phone.taps('下一个未评')
    await phone.app.until(() => phone.app.phone.scrolls.length === 1)
    expect(phone.app.phone.scrolls).toMatchObject([{ selector: '#item-C13' }])
  })

  test('before the round has started: said so, kept, and sent once it has', async () => {
    const phone = phoneOf(today.inspector('I06'))
    await change(today.cloud, 'rounds', today.roundId, { state: 'ready' })
    await opensCard(phone, 'V04')
    await phone.sees('0/15')
    await phone.taps(`${FIRST}，2.5 分`)
    await phone.sees('拉练还没有开始')
    await change(today.cloud, 'rounds', today.roundId, { state: 'running' })
    await phone.taps('再传一次')
    await phone.sees('已上传')
    expect(phone.shows()).not.toContain('拉练还没有开始')
  })

  test('once the round has closed: kept as late work, and said plainly', async () => {
    const phone = phoneOf(today.inspector('I07'))
    await opensCard(phone, 'V02')
    await phone.sees('0/15')
    await change(today.cloud, 'rounds', today.roundId, { state: 'closed', closedAt: Date.now() })
    await phone.taps(`${FIRST}，2.5 分`)
    await phone.sees('收卷后才传到，没有计入')
    expect(today.dump('late')).toHaveLength(1)
    await marksEverything(phone)
    await phone.taps('核对并提交')
    await phone.taps('提交清港村评分')
    await phone.sees('回到今日路线')
    expect(phone.shows()).toContain('没有计入')
    expect(card('I07', 'V02')).toBeUndefined()
    await phone.taps('回到今日路线')
    await phone.sees('已收卷')
    expect(phone.shows()).toContain('收卷后才传到')
  })
})
