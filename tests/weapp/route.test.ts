/**
 * The inspector's day on the production build: downloaded before departure and lived without a signal, changes of the
 * day, another village than the next one, what waits for one's word, and one's own marks side by side.
 */
import type { CallIn } from '../../src/contract'
import { shanghaiDay } from '../../tools/seed/shanghai-time'
import { newId } from '../vocabulary/cards'
import { type Day, day, type Person } from '../vocabulary/day'
import { phoneWith, putAway, through } from '../vocabulary/phone'
import { change } from '../vocabulary/stored'
import { itsTime } from './engine/its-time'
import { attributesOf } from './engine/rendered'

let today: Day
beforeAll(async () => {
  today = await day({ state: 'running', empty: true })
})
afterAll(() => today.stop())
afterEach(putAway)

type Call = { name: string; data: { action: string; payload: unknown } }

/** Counts what it asks; `refuses` answers nothing for these villages' codes, as a signal that breaks off does. */
function phoneOf({ openid }: Person, habits: Parameters<typeof phoneWith>[0] = {}) {
  const send = through(today.cloud.url, openid)
  const wire = { asked: [] as string[], breaksAt: [] as string[] }
  const phone = phoneWith({
    time: itsTime(),
    ...habits,
    callFunction: async (call: Call) => {
      wire.asked.push(`${call.name}.${call.data.action}`)
      const { villageId = '' } = call.data.payload as { villageId?: string }
      if (call.data.action === 'onsiteCode' && wire.breaksAt.includes(villageId))
        throw { errCode: -404011, errMsg: 'timeout' }
      return send(call)
    },
  })
  return Object.assign(phone, { wire })
}
type Phone = ReturnType<typeof phoneOf>

const opensRoute = (phone: Phone) => phone.opens('inspect/route/index', { round: today.roundId })
const names = (phone: Phone) => phone.app.controls().map(({ name }) => name)

/** The whole day on the phone. */
async function downloads(phone: Phone) {
  await opensRoute(phone)
  await phone.sees('出发前下载今日资料')
  await phone.taps('下载今日资料')
  await phone.sees('资料已下载')
}

/** As the administrator changes the plan; `around` the present hour, or far from it. */
async function moves(villageId: string, hour: 'around' | 'farFrom', reason = '前面修路，改时间') {
  const [arrive, depart] = hour === 'around' ? [clock(-10), clock(30)] : FAR
  const order = today.file.stops.findIndex((stop) => stop.villageId === villageId) + 1
  await changes({ kind: 'move', villageId, arrive: arrive!, depart: depart!, order }, reason)
}

function changes(change: CallIn<'round', 'changeDay'>['change'], reason: string): Promise<unknown> {
  const send = { roundId: today.roundId, sendId: newId(), change, reason, preview: false }
  return today.administrator.does('round', 'changeDay', send)
}

/** As far from the hour at which the tests began as a day allows; decided once, or noon might fall between two looks. */
const FAR_IS_LATE = clock(0) < '12:00'
const FAR = FAR_IS_LATE ? ['20:00', '21:00'] : ['02:00', '03:00']

/** In Shanghai, so many minutes from now, within the day. */
function clock(minutes: number): string {
  const now = Math.floor((Date.now() / 60_000 + 8 * 60) % (24 * 60))
  const then = Math.min(Math.max(now + minutes, 0), 24 * 60 - 1)
  return `${String(Math.floor(then / 60)).padStart(2, '0')}:${String(then % 60).padStart(2, '0')}`
}

/** How heavy the page on the screen is: elements, and the deepest of them. */
function weight(phone: Phone) {
  const page = phone.app.controls()[0]!.element.closest('page, body > div')!
  let count = 0
  let deepest = 0
  const walk = (element: Element, depth: number) => {
    // Taro's own wrappers around every element are no nodes of the page.
    const own = element.tagName.startsWith('WX-') && element.tagName !== 'WX-COMP' ? 1 : 0
    count += own
    deepest = Math.max(deepest, depth + own)
    for (const child of element.children) walk(child, depth + own)
  }
  walk(page, 0)
  return { count, deepest }
}

function isLight(phone: Phone) {
  const { count, deepest } = weight(phone)
  expect(count).toBeGreaterThan(10)
  expect(count).toBeLessThanOrEqual(500)
  expect(deepest).toBeLessThan(20)
}

const picture = () => document.querySelector('wx-image')!

describe('今日资料: downloaded before departure, lived without a signal', () => {
  test('a first visit says what will come; cold, without a network: route → arrival → on-site code', async () => {
    await moves('V01', 'around')
    const phone = phoneOf(today.inspector('I07'))
    await opensRoute(phone)
    await phone.sees('出发前下载今日资料')
    expect(phone.shows()).toContain('8 个村的路线、评分表和实测数据')
    expect(phone.shows()).toContain('现场码 8 个')
    expect(names(phone).filter((name) => name.includes('打卡'))).toEqual([])
    await phone.taps('下载今日资料')
    await phone.sees('资料已下载')
    expect(phone.wire.asked.filter((call) => call === 'round.onsiteCode')).toHaveLength(8)
    expect(names(phone)).toContain('到云溪村打卡')
    phone.dies()

    await phone.losesSignal()
    await phone.opens('inspect/route/index')
    await phone.sees('到云溪村打卡')
    expect(phone.shows()).toContain('离线')
    expect(phone.shows()).toContain('资料已下载')
    await phone.taps('到云溪村打卡')
    await phone.taps('确认到云溪村')
    await phone.sees('已到点')
    await phone.taps('现场码')
    await phone.sees('村民用微信扫一扫')
    expect(phone.shows()).toContain('云溪村')
    expect(phone.shows()).toMatch(/有效 \d{1,2}:\d\d–\d{1,2}:\d\d/)
    const src = String(attributesOf(picture()).src)
    const [name] = [...phone.files.keys()].filter((file) => src.endsWith(file.split('/').at(-1)!))
    // What is shown is what was kept: a PNG of the local cloud's QR.
    expect([...phone.files.get(name!)!.slice(1, 4)]).toEqual([...Buffer.from('PNG')])
    isLight(phone)
    await phone.taps('收起，回到到点页')
    await phone.sees('已到点')
  })

  test('a download that breaks off keeps what came, says what is missing, and is completed by one press', async () => {
    const phone = phoneOf(today.inspector('I09'))
    phone.wire.breaksAt = ['V03', 'V05']
    await opensRoute(phone)
    await phone.sees('出发前下载今日资料')
    await phone.taps('下载今日资料')
    await phone.sees('没下完，还差 2 个现场码')
    phone.dies()
    phone.wire.breaksAt = []
    await opensRoute(phone)
    await phone.sees('还差 2 个现场码，点这里补齐')
    phone.wire.asked.length = 0
    await phone.taps('还差 2 个现场码，点这里补齐')
    await phone.sees('资料已下载')
    expect(phone.wire.asked.filter((call) => call === 'round.onsiteCode')).toHaveLength(2)
  })

  test('yesterday’s are said to be yesterday’s, without a signal too', async () => {
    const phone = phoneOf(today.inspector('I07'))
    await opensRoute(phone)
    await phone.sees('第 2 次拉练')
    phone.dies()
    await phone.losesSignal()
    const key = `day/${today.roundId}`
    const kept = JSON.parse(phone.storage.get(key)!)
    const dayBefore = kept.at - 24 * 3_600_000
    const onsite = { ...kept, at: dayBefore, stops: kept.stops.map((stop: object) => ({ ...stop, onsite: null })) }
    phone.storage.set(key, JSON.stringify(onsite))
    await opensRoute(phone)
    const [, month, date] = shanghaiDay(dayBefore).split('-').map(Number)
    await phone.sees(`资料是 ${month} 月 ${date} 日的，点这里更新`)
  })

  test('a weak signal does not keep anybody at the first screen', async () => {
    const phone = phoneOf(today.inspector('I10'))
    phone.wire.breaksAt = today.file.villages.map(({ id }) => id)
    await opensRoute(phone)
    await phone.sees('出发前下载今日资料')
    await phone.taps('下载今日资料')
    await phone.sees('没下完')
    expect(names(phone).some((name) => /^到.*打卡$/.test(name))).toBe(true)
  })
})

describe('现场码', () => {
  test('a stop that was moved wants a new code: said, and fetched by one press', async () => {
    await moves('V05', 'around')
    const phone = phoneOf(today.inspector('I08'))
    await downloads(phone)
    await moves('V05', 'farFrom')
    await phone.opens('inspect/onsite/index', { round: today.roundId, village: 'V05' })
    // What the phone knows is still the old plan, and its code is in order.
    await phone.sees('村民用微信扫一扫')
    await opensRoute(phone)
    await phone.sees('还差 1 个现场码')
    await phone.opens('inspect/onsite/index', { round: today.roundId, village: 'V05' })
    await phone.sees('这一站改了时间，码要换新的')
    await phone.losesSignal()
    await phone.sees('现在没有网络，联网后点这里更新')
    await phone.hasSignal()
    await phone.taps('更新现场码')
    await phone.sees(FAR_IS_LATE ? '还没到时间，19:00 起有效' : '过了时间，4:00 已失效')
    expect(document.querySelector('wx-image')).toBeNull()
  })

  test('never downloaded: said, and what to do', async () => {
    await moves('V01', 'around')
    const phone = phoneOf(today.inspector('I03'))
    await phone.opens('inspect/onsite/index', { round: today.roundId, village: 'V01' })
    await phone.sees('现场码还没存到这部手机里')
    phone.wire.breaksAt = ['V01']
    await phone.taps('更新现场码')
    await phone.sees('没有连上，码还没拿到')
    phone.wire.breaksAt = []
    await phone.taps('更新现场码')
    await phone.sees('村民用微信扫一扫')
  })
})

describe('changes of the day', () => {
  test('stand on top until 知道了, also over a killed app; the stop stays marked', async () => {
    const phone = phoneOf(today.inspector('I05'))
    await changes({ kind: 'skip', villageId: 'V06' }, '道路中断')
    await opensRoute(phone)
    await phone.sees('取消归贤村：道路中断')
    expect(phone.shows()).toContain('安排有变')
    phone.dies()
    await opensRoute(phone)
    await phone.sees('取消归贤村：道路中断')
    await phone.taps('知道了')
    expect(phone.shows()).not.toContain('取消归贤村')
    phone.dies()
    await opensRoute(phone)
    await phone.sees('安排有变')
    expect(phone.shows()).not.toContain('取消归贤村')
    isLight(phone)
    await phone.opens('inspect/arrival/index', { round: today.roundId, village: 'V06' })
    await phone.sees('这一站取消了')
    expect(phone.shows()).toContain('道路中断')
    expect(names(phone)).toEqual(['回到今日路线'])
  })
})

describe('another village than the route’s next one', () => {
  test('is a question with two answers in words, without a signal too', async () => {
    const phone = phoneOf(today.inspector('I06'), {
      scan: () => ({ result: '', path: 'pages/entry/index?scene=v%3DV03' }),
    })
    await downloads(phone)
    await phone.losesSignal()
    await phone.taps('扫村里的码')
    await phone.sees('现在该去云溪村')
    expect(phone.shows()).toContain('您扫的是金沙村。在金沙村到点吗？')
    isLight(phone)
    await phone.taps('去云溪村')
    await phone.sees('确认到云溪村')
    await phone.goesBack()
    await phone.taps('扫村里的码')
    await phone.taps('在金沙村到点')
    await phone.sees('已到点')
    expect(phone.shows()).not.toContain('现在该去')
    expect(phone.app.phone.questions).toEqual([])
  })
})

describe('扣分 that waits for my word', () => {
  test('one line on the route leads to it; its own proposer has none', async () => {
    const proposer = today.inspector('I03')
    const item = today.file.scheme.deductionItems[0]!
    await proposer.does('scoring', 'deduct', {
      roundId: today.roundId,
      villageId: 'V01',
      sendId: newId(),
      phone: newId(),
      at: Date.now(),
      deductionId: newId(),
      itemId: item.id,
      occurrences: 1,
      text: '村口垃圾堆了两天没清',
      photos: [],
    })
    const mine = phoneOf(proposer)
    await opensRoute(mine)
    await mine.sees('云溪村')
    expect(mine.shows()).not.toContain('等您确认')
    const phone = phoneOf(today.inspector('I05'))
    await opensRoute(phone)
    await phone.taps('有 1 条扣分等您确认')
    await phone.sees(item.title)
    expect(phone.app.route).toBe('inspect/deduct/index')
  })
})

describe('我的评分', () => {
  const marks = async (inspector: string, villageId: string, given: Record<string, number>) =>
    today.inspector(inspector).does('scoring', 'saveMarks', {
      roundId: today.roundId,
      villageId,
      sendId: newId(),
      phone: newId(),
      device: '测试机',
      waiting: 0,
      at: Date.now(),
      changes: Object.entries(given).map(([itemId, mark]) => ({ itemId, mark, note: '看过', photos: [], base: 0 })),
    })

  test('my marks side by side with their range, what is not marked a dash; only mine; offline', async () => {
    const all = Object.fromEntries(
      today.file.scheme.indicators.filter(({ kind }) => kind === 'judged').map(({ id }) => [id, 2.5]),
    )
    await marks('I07', 'V01', { ...all, C01: 3 })
    await marks('I07', 'V02', { C01: 4.5 })
    await marks('I09', 'V03', { C01: 1.5 })
    const phone = phoneOf(today.inspector('I07'))
    await opensRoute(phone)
    await phone.sees('草稿')
    phone.dies()
    await phone.losesSignal()
    await phone.opens('inspect/mine/index', { round: today.roundId })
    await phone.sees('党支部战斗堡垒作用')
    expect(phone.app.cost().bytes).toBeLessThan(48_000)
    expect(phone.shows()).toContain('3–4.5，满分 5')
    const spoken = [...document.querySelectorAll('wx-view')].map((each) => String(attributesOf(each).ariaLabel ?? ''))
    const first = spoken.find((label) => label.startsWith('党支部战斗堡垒作用：'))!
    expect(first).toContain('云溪村 3，清港村 4.5，金沙村 还没评')
    expect(spoken.find((label) => label.startsWith('我打的分合计：'))).toContain('云溪村 30.5，清港村 还没评')
    expect(phone.shows()).not.toContain('1.5')
    isLight(phone)
    await phone.taps('示范')
    await phone.sees('古祠修缮并常态开放')
    isLight(phone)
  })

  test('nothing marked yet: says what this is for', async () => {
    const phone = phoneOf(today.inspector('I11'))
    await phone.opens('inspect/mine/index', { round: today.roundId })
    await phone.sees('还没有打分')
    expect(names(phone)).toEqual(['回到今日路线'])
  })
})

describe('the day after it has ended', () => {
  test('closed, then sealed: nothing to do any more, one’s own marks to look at', async () => {
    const phone = phoneOf(today.inspector('I07'))
    await opensRoute(phone)
    await phone.sees('第 2 次拉练')
    await change(today.cloud, 'rounds', today.roundId, { state: 'closed', closedAt: Date.now() })
    await opensRoute(phone)
    await phone.sees('已收卷')
    expect(names(phone)).not.toContain('扫村里的码')
    await change(today.cloud, 'rounds', today.roundId, { state: 'sealed' })
    await opensRoute(phone)
    await phone.sees('已封存')
    await phone.taps('看我的评分')
    await phone.sees('党支部战斗堡垒作用')
  })
})
