/** 问题, 亮点 and 扣分 of an inspector, in the production build: nothing that was typed is lost, nothing is recorded twice. */
import type { DeductionDoc, FindingDoc } from '../../cloudfunctions/common/documents'
import { type Day, day } from '../vocabulary/day'
import { deductionOf, seedDeduction } from '../vocabulary/deductions'
import { type Phone, phoneOn, putAway } from '../vocabulary/phone'
import { untilLetGo } from '../vocabulary/until-let-go'
import { itsTime } from './engine/its-time'
import type { Phone as WeChat } from './engine/open-app'

const VILLAGE = 'V01'
const TEXT = '村口文化墙的“裕”字掉了一半'
const PRAISE = '修渠从议到办九天，五步都有记录'

let today: Day
beforeAll(async () => {
  today = await day({ state: 'running', empty: true })
})
afterAll(() => today.stop())
afterEach(putAway)

function phoneOf(inspectorId: string, onStep?: (step: string, wechat: WeChat) => void) {
  return phoneOn(today, today.inspector(inspectorId), {
    time: itsTime(),
    onStep,
    takesPhoto: () => new Uint8Array(200_000).map((_, n) => n % 251),
  })
}

const opens = (phone: Phone, page: string) => phone.opens(`inspect/${page}`, { round: today.roundId, village: VILLAGE })
const findings = () => today.dump('findings') as unknown as FindingDoc[]
const deductions = () => today.dump('deductions') as unknown as DeductionDoc[]
const fieldOf = (phone: Phone, name: string) => phone.app.control(name).value

describe('a finding', () => {
  test('killed while it is typed: all of it is there again, photo and kind too; kept, it goes out once', async () => {
    const phone = phoneOf('I03')
    await opens(phone, 'record/index')
    await phone.losesSignal()
    await phone.taps('环境')
    await phone.taps('问题，拍照')
    for (const typed of ['村口', '村口文化墙', TEXT]) {
      await phone.types('什么问题', typed)
      phone.dies()
      await opens(phone, 'record/index')
      expect(fieldOf(phone, '什么问题')).toBe(typed)
    }
    expect(phone.app.control('环境').checked).toBe(true)
    expect(phone.shows()).toContain('照片 1 张')
    await phone.taps('记下这条问题')
    phone.dies()
    await opens(phone, 'record/index')
    expect(fieldOf(phone, '什么问题')).toBe('')
    await phone.hasSignal()
    await opens(phone, 'scorecard/index')
    await phone.taps('亮点问题')
    await phone.sees('已上传')
    await phone.app.until(() => today.dump('files').length === 1)
    expect(findings().map(({ text, category, photos }) => ({ text, category, photos: photos.length }))).toEqual([
      { text: TEXT, category: 'environment', photos: 1 },
    ])
  })

  test('killed at every step of keeping it: the text is in the form or in the list, never in both, never in neither', async () => {
    const names = await stepsOfKeeping()
    expect(names.length).toBeGreaterThan(3)
    for (let at = 0; at < names.length; at++) {
      const kills = { armed: false, left: at }
      const phone = phoneOf('I04', (_, wechat) => {
        if (kills.armed && kills.left-- === 0) wechat.killed = true
      })
      await opens(phone, 'record/index')
      await phone.losesSignal()
      await phone.taps('设施')
      await phone.types('什么问题', TEXT)
      kills.armed = true
      await phone.taps('记下这条问题').catch(() => {})
      kills.armed = false
      phone.dies()
      await opens(phone, 'record/index')
      const inForm = fieldOf(phone, '什么问题') === TEXT
      const kept = [...phone.storage.keys()].filter((key) => key.startsWith('rec/')).length
      expect({ step: names[at], found: (inForm ? 1 : 0) + kept }).toEqual({ step: names[at], found: 1 })
    }
  })

  test('edited: the same one, with the new words', async () => {
    const phone = phoneOf('I06')
    await opens(phone, 'record/index')
    await phone.taps('亮点')
    await phone.types('好在哪里', PRAISE)
    await phone.taps('记下这条亮点')
    await opens(phone, 'scorecard/index')
    await phone.taps('亮点问题')
    await phone.sees('已上传')
    await phone.taps(PRAISE)
    await phone.types('好在哪里', `${PRAISE}，村民自己验收`)
    await phone.taps('改好这条亮点')
    await phone.sees('村民自己验收')
    await phone.app.until(() => JSON.stringify(today.dump('highlights')).includes('自己验收'))
    expect(today.dump('highlights')).toHaveLength(1)
  })

  test('given up: nothing of it stays, its photo neither', async () => {
    const phone = phoneOf('I08')
    await opens(phone, 'scorecard/index')
    await phone.taps('亮点问题')
    await phone.taps('记一条')
    await phone.types('什么问题', TEXT)
    await phone.taps('问题，拍照')
    expect(phone.files.size).toBe(1)
    await phone.taps('不记了，删掉这一条')
    await phone.sees('还没有记')
    await phone.app.until(() => phone.files.size === 0)
    expect([...phone.storage.keys()].filter((key) => key.startsWith('form/'))).toEqual([])
  })
})

async function stepsOfKeeping(): Promise<string[]> {
  const steps: string[] = []
  let isCounting = false
  const phone = phoneOf('I04', (step) => isCounting && steps.push(step))
  await opens(phone, 'record/index')
  await phone.losesSignal()
  await phone.taps('设施')
  await phone.types('什么问题', TEXT)
  isCounting = true
  await phone.taps('记下这条问题')
  isCounting = false
  phone.dies()
  return steps
}

describe('扣分', () => {
  test('proposed without a signal, confirmed by another district without one, then it counts and says until when', async () => {
    const proposer = phoneOf('I05')
    await opens(proposer, 'deduct/form')
    await proposer.losesSignal()
    await proposer.taps('标语错误或破损严重')
    await proposer.taps('次数，加 1')
    await proposer.types('看到了什么', '两处标语掉字，上月就报了')
    await proposer.taps('提出云溪村扣分')
    proposer.dies()
    await opens(proposer, 'scorecard/index')
    await proposer.taps('扣分')
    await proposer.sees('待上传')
    expect(deductions()).toHaveLength(0)
    await proposer.hasSignal()
    await proposer.sees('等另一位评委确认')
    expect(deductions()).toMatchObject([{ proposer: 'I05', itemId: 'K09', occurrences: 2, state: 'proposed' }])

    const second = phoneOf('I03')
    await second.opens('inspect/deduct/index', { round: today.roundId })
    await second.taps('云溪村，标语错误或破损严重')
    await second.sees('两处标语掉字')
    await second.losesSignal()
    await second.taps('我也看到了，确认')
    await second.sees('您已确认，待上传')
    second.dies()
    await second.hasSignal()
    await second.opens('inspect/deduct/index', { round: today.roundId })
    await second.sees('村里可申诉到')
    expect(deductions()).toMatchObject([{ confirmer: 'I03', state: 'confirmed' }])
  })

  test('confirmed while the list of before was on its way: the list that comes late is not what stands', async () => {
    const text = '公示栏上的账目停在去年'
    const id = seedDeduction(today, 'proposed', { proposer: 'I05', itemId: 'K06', text })
    const second = phoneOf('I03')
    await second.opens('inspect/deduct/index', { round: today.roundId })
    await second.taps('云溪村，村级账目不公开')
    await second.sees(text)
    await second.losesSignal()
    await second.taps('我也看到了，确认')
    await second.sees('您已确认，待上传')
    const { storage } = second
    second.dies()

    const { held, letGo } = untilLetGo()
    let lists = 0
    const again = phoneOn(today, today.inspector('I03'), {
      time: itsTime(),
      holds: (call) => (call === 'scoring.deductions' && lists++ === 0 ? held : undefined),
    })
    for (const [key, value] of storage) again.storage.set(key, value)
    await again.opens('inspect/deduct/index', { round: today.roundId })
    await again.app.until(() => deductionOf(today, id).state === 'confirmed')
    letGo()
    await again.app.until(() => again.shows().match(/村里可申诉到/g)?.length === 2)
    expect(again.shows()).not.toContain('等您确认')
  })

  test('one’s own is not for oneself to confirm, and of another one’s district nothing is asked', async () => {
    const own = phoneOf('I05')
    await own.opens('inspect/deduct/index', { round: today.roundId })
    await own.sees('您提出的')
    expect(own.shows()).not.toContain('等您确认')
  })
})
