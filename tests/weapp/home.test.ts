import { newId } from '../vocabulary/cards'
import { type Day, day, type Person } from '../vocabulary/day'
import { phoneOn, putAway } from '../vocabulary/phone'
import { itsTime } from './engine/its-time'
import { openApp } from './engine/open-app'
import { attributesOf } from './engine/rendered'

describe('opened without a code', () => {
  test('says what this is and how to get in', async () => {
    const app = await openApp()
    expect(app.route).toBe('pages/home/index')
    expect(app.title).toBe('乡村振兴拉练')
    expect(app.text()).toContain('扫村里的二维码')
  })

  test('a code that is no village’s: says so', async () => {
    const app = await openApp({ scan: () => ({ result: 'https://example.invalid/milk' }) })
    await app.tap('扫村里的二维码')
    expect(app.text()).toContain('这不是村里的码')
  })

  test('scanning given up: nothing changes', async () => {
    const app = await openApp()
    const before = app.text()
    await app.tap('扫村里的二维码')
    expect(app.text()).toBe(before)
  })
})

describe('what a screen reader is told arrives on the phone', () => {
  test('the button is a button, its icon is passed over, and no attribute has taken another’s place', async () => {
    const app = await openApp()
    const button = app.control('扫村里的二维码')
    expect(button).toMatchObject({ role: 'button', disabled: false })
    expect(attributesOf(button.element)).toMatchObject({ hoverClass: 'main-button-accent-pressed', hoverStartTime: 20 })
    const icon = button.element.querySelector('.icon-code')!
    expect(attributesOf(icon)).toMatchObject({ ariaHidden: true })
  })
})

describe('home by role: what waits for an answer, then the doors', () => {
  let today: Day
  beforeEach(async () => {
    today = await day({ empty: true })
  })
  afterEach(async () => {
    putAway()
    await today.stop()
  })

  const phoneOf = (person: Person) => phoneOn(today, person, { time: itsTime() })
  const sent = () => ({ roundId: today.roundId, villageId: 'V01', sendId: newId(), phone: newId(), at: Date.now() })

  /** 彭志强 proposes, 罗建华 of 开发区 confirms. */
  async function deducted(): Promise<string> {
    const deductionId = newId()
    const what = { deductionId, itemId: 'K09', occurrences: 1, text: '村口标语缺字', photos: [] }
    await today.inspector('I07').does('scoring', 'deduct', { ...sent(), ...what })
    await today.inspector('I03').does('scoring', 'confirmDeduction', { ...sent(), deductionId })
    return deductionId
  }

  test('an officer is asked with the time that is left, and answers on the page it leads to', async () => {
    const officer = phoneOf(today.officer)
    await officer.opens()
    await officer.sees('今天还没有扣分')
    await deducted()

    await officer.opens()
    await officer.sees('云溪村 · 1 条扣分等您回应')
    expect(officer.shows()).toContain('还剩 59 分钟，不申诉即视为认可')
    await officer.taps('云溪村 · 1 条扣分等您回应')
    await officer.sees('不申诉即视为认可，不用做什么')
    expect(officer.app.route).toBe('office/deductions/index')

    await officer.taps('申诉：标语错误或破损严重')
    await officer.sees('先写申诉理由')
    await officer.types('申诉理由', '缺字是昨晚风刮的，今早已经补上。')
    await officer.taps('提交这条申诉')
    await officer.sees('申诉已经收到')
  })

  test('what an officer was writing outlives a killed app', async () => {
    await deducted()
    const officer = phoneOf(today.officer)
    await officer.opens('office/deductions/index', { round: today.roundId, village: 'V01' })
    await officer.sees('申诉这一条')
    await officer.taps('申诉：标语错误或破损严重')
    await officer.types('申诉理由', '缺字是昨晚风刮的')
    officer.dies()
    await officer.opens('office/deductions/index', { round: today.roundId, village: 'V01' })
    await officer.sees('申诉这一条')
    await officer.taps('申诉：标语错误或破损严重')
    await officer.taps('提交这条申诉')
    await officer.sees('缺字是昨晚风刮的')
  })

  test('a second person is asked on their home, is led to what it is about, and agrees there', async () => {
    const deductionId = await deducted()
    const { roundId } = today
    await today.officer.does('scoring', 'appeal', { roundId, deductionId, sendId: newId(), reason: '今早已经补上' })
    const decision = { deductionId, outcome: 'upheld', reason: '拍照时确实缺字' } as const
    await today.administrator.does('scoring', 'decideAppeal', { roundId, sendId: newId(), ...decision })

    const proposer = phoneOf(today.inspector('I07'))
    await proposer.opens()
    await proposer.sees('打开今日路线')
    expect(proposer.shows()).not.toContain('等您同意')

    const second = phoneOf(today.inspector('I05'))
    await second.opens()
    await second.sees('等您同意')
    await second.taps('等您同意：王敏提请处理申诉')
    await second.sees('今早已经补上')
    await second.taps('同意这样处理')
    await second.sees('王敏提请，万里同意')
  })

  test('an administrator’s doors: the round first, then progress, the day’s changes, deductions', async () => {
    const admin = phoneOf(today.administrator)
    await admin.opens()
    await admin.sees('管理这次拉练')
    for (const door of ['当日调整', '扣分与申诉', '今天的进度']) expect(admin.shows()).toContain(door)
    await admin.taps('当日调整')
    await admin.sees('今天改过的')
    expect(admin.app.route).toBe('manage/day/index')
  })

  test('an inspector’s door is the route; what only administrators do is not theirs to see', async () => {
    const inspector = phoneOf(today.inspector('I07'))
    await inspector.opens()
    await inspector.sees('打开今日路线')
    for (const door of ['当日调整', '扣分与申诉', '本村扣分', '管理这次拉练'])
      expect(inspector.shows()).not.toContain(door)
  })

  test('an officer of a village with no deduction has no countdown, and never sees another village’s', async () => {
    const officer = phoneOf(today.officer)
    const deductionId = newId()
    const what = { deductionId, itemId: 'K09', occurrences: 1, text: '进村路口标语缺字', photos: [] }
    await today.inspector('I07').does('scoring', 'deduct', { ...sent(), villageId: 'V04', ...what })
    await today.inspector('I03').does('scoring', 'confirmDeduction', { ...sent(), villageId: 'V04', deductionId })
    await officer.opens()
    await officer.sees('今天还没有扣分')
    await officer.taps('看本村扣分')
    await officer.sees('今天没有扣分')
    expect(officer.shows()).not.toContain('标语')
  })
})
