import { printedCode } from '../../cloudfunctions/common/card-codes'
import type { SecretDoc } from '../../cloudfunctions/common/documents'
import { officer, openidOf } from '../../tools/seed/people'
import { newId } from '../vocabulary/cards'
import { type Day, day } from '../vocabulary/day'
import { putAway } from '../vocabulary/phone'
import { change, since } from '../vocabulary/stored'
import { answers, type Phone, phoneOf as phoneOn, scans, someone, starts, submits } from '../vocabulary/villager'
import { itsTime } from './engine/its-time'

let today: Day
let codes: string[]
beforeAll(async () => {
  today = await day({ state: 'running', empty: true })
  const sendId = newId()
  await today.administrator.does('round', 'printCards', { roundId: today.roundId, villageId: 'V02', sendId, count: 20 })
  const gate = today.dump('secrets')[0] as unknown as SecretDoc
  codes = Array.from({ length: 20 }, (_, n) => printedCode(gate, 'V02', sendId, n))
})
afterAll(() => today.stop())
afterEach(putAway)

const phoneOf = (openid = someone()) => phoneOn(today, openid, { time: itsTime() })

const answersHeld = () =>
  today.dump('answers') as { answers: Record<string, number>; villageId: string; channel: string }[]
const nextCard = () => codes.pop()!

async function opensCards(phone: Phone) {
  await phone.opens()
  await phone.sees('没有智能手机？凭户码代填')
  await phone.taps('没有智能手机？凭户码代填')
  await phone.sees('照纸条输入户码')
}

async function types(phone: Phone, code: string) {
  for (const letter of code) await phone.taps(letter)
}

async function fillsIn(phone: Phone, code: string, level = '满意') {
  await types(phone, code)
  await phone.sees('清港村')
  await phone.taps('我已满 18 周岁，开始答题')
  await answers(phone, level)
  await submits(phone)
}

describe('a household card on anybody’s phone', () => {
  test('code, village, questions, receipt: counted as card; nothing of it stays on the phone', async () => {
    const before = answersHeld()
    const phone = phoneOf()
    await opensCards(phone)
    const empty = [...phone.storage.entries()]
    const code = nextCard()
    await types(phone, code.slice(0, 6))
    expect(phone.shows()).toContain('已输 6/12')
    await types(phone, code.slice(6))
    await phone.sees('清港村')
    expect(phone.shows()).toContain('不记名')
    await phone.taps('我已满 18 周岁，开始答题')
    await answers(phone, '满意')
    await submits(phone)
    expect(phone.app.routes).toEqual(['survey/thanks/index'])
    expect(phone.shows()).not.toContain('不计')
    expect(since(before, answersHeld())).toEqual([expect.objectContaining({ villageId: 'V02', channel: 'card' })])
    expect([...phone.storage.entries()]).toEqual(empty)
  })

  test('between two cards everything is as before the first: storage, files, screen, and no way back', async () => {
    const before = answersHeld().length
    const phone = phoneOf()
    await opensCards(phone)
    const storage = [...phone.storage.entries()]
    const files = [...phone.files.keys()]
    const [first, second] = [nextCard(), nextCard()]
    const screen = phone.shows()
    await fillsIn(phone, first, '很不满意')
    await phone.taps('填下一张')
    await phone.sees('照纸条输入户码')
    expect(phone.shows()).toBe(screen)
    expect(phone.app.routes).toEqual(['survey/card/index'])
    expect([...phone.storage.entries()]).toEqual(storage)
    expect([...phone.files.keys()]).toEqual(files)

    await types(phone, second)
    await phone.sees('清港村')
    await phone.taps('我已满 18 周岁，开始答题')
    await phone.sees('第 1 题')
    expect(phone.app.controls().filter(({ checked }) => checked)).toEqual([])
    await answers(phone, '满意')
    await submits(phone)
    expect(answersHeld()).toHaveLength(before + 2)
  })

  test('a phone whose account has answered helps too, and its own answer’s key is not touched', async () => {
    const openid = someone()
    const phone = phoneOf(openid)
    await scans(phone)
    await starts(phone)
    await answers(phone, '满意')
    await submits(phone)
    const own = [...phone.storage.entries()]
    await opensCards(phone)
    await fillsIn(phone, nextCard())
    expect([...phone.storage.entries()]).toEqual(own)
  })
})

describe('a code that will not do says what to do', () => {
  test('unknown: the group that was read wrongly is typed again, the others stand', async () => {
    const phone = phoneOf()
    await opensCards(phone)
    const code = nextCard()
    const wrong = code[5] === '2' ? '3' : '2'
    await types(phone, code.slice(0, 5) + wrong + code.slice(6))
    await phone.sees('没有这个户码')
    expect(phone.shows()).toContain('哪组不对就点哪组重输')
    await phone.taps('第 2 组')
    await types(phone, code.slice(4, 8))
    await phone.sees('清港村')
  })

  test('used: one answer a card, take another', async () => {
    const code = nextCard()
    const phone = phoneOf()
    await opensCards(phone)
    await fillsIn(phone, code)
    const before = answersHeld().length
    await phone.taps('填下一张')
    await types(phone, code)
    await phone.sees('这个户码已经用过了')
    expect(phone.shows()).toContain('请从袋里另抽一张')
    await phone.taps('全部重输')
    await types(phone, nextCard())
    await phone.sees('清港村')
    expect(answersHeld()).toHaveLength(before)
  })

  test('an officer’s phone; a survey that is closed', async () => {
    const code = nextCard()
    const theirs = phoneOf(openidOf(officer.memberId))
    await theirs.opens('survey/card/index')
    await types(theirs, code)
    await theirs.sees('村干部的手机不能代填')
    const phone = phoneOf()
    await opensCards(phone)
    await change(today.cloud, 'secrets', today.roundId, { closedAt: Date.now() })
    await types(phone, code)
    await phone.sees('这次测评已经结束')
    await change(today.cloud, 'secrets', today.roundId, { closedAt: null })
  })

  test('no signal: asked again by a tap, without typing', async () => {
    const phone = phoneOf()
    await opensCards(phone)
    await phone.losesSignal()
    await types(phone, nextCard())
    await phone.sees('没连上')
    await phone.hasSignal()
    await phone.taps('再核对一次')
    await phone.sees('清港村')
  })
})

describe('a card’s answers survive until they are sent, and no longer', () => {
  test('killed in the middle: gone on with; or thrown away, and the card is still good', async () => {
    const phone = phoneOf()
    await opensCards(phone)
    const code = nextCard()
    await types(phone, code)
    await phone.sees('清港村')
    await phone.taps('我已满 18 周岁，开始答题')
    await answers(phone, '满意', 1, 3)
    phone.dies()
    await opensBegun(phone)
    await phone.taps('继续答上一张')
    await phone.sees('第 4 题')
    phone.dies()
    await opensBegun(phone)
    await phone.taps('不答了，删掉它，换一张')
    await phone.sees('照纸条输入户码')
    expect([...phone.storage.keys()]).toEqual([])
    await types(phone, code)
    await phone.sees('清港村')
  })

  test('no signal at the end, killed: sent by itself, once, and nothing stays', async () => {
    const before = answersHeld().length
    const phone = phoneOf()
    await opensCards(phone)
    await types(phone, nextCard())
    await phone.sees('清港村')
    await phone.taps('我已满 18 周岁，开始答题')
    await answers(phone, '基本满意')
    await phone.losesSignal()
    await phone.taps('提交答卷')
    await phone.sees('还没有交上，有信号会自动交')
    expect(phone.shows()).not.toContain('要改，点那一题')
    phone.dies()
    await phone.opens()
    await phone.sees('还没有交上')
    await phone.hasSignal()
    await phone.sees('已收到')
    expect(answersHeld()).toHaveLength(before + 1)
    expect([...phone.storage.keys()]).toEqual([])
  })

  const opensBegun = async (phone: Phone) => {
    await phone.opens('survey/card/index')
    await phone.sees('上一张还没有答完')
  }
})
