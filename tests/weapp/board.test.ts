import { sealAndAnnounce } from '../../tools/seed/sample'
import { type Day, day, type Person } from '../vocabulary/day'
import { type Phone, phoneOn, phoneWith, putAway, through } from '../vocabulary/phone'
import { snapshotOf } from '../vocabulary/rounds'
import { announces, round1 } from '../vocabulary/stages'
import { itsTime } from './engine/its-time'

const A_MARK = /\d\d\.\d\d/

let today: Day
beforeAll(async () => {
  today = await day({ state: 'closed' })
  await announces(today.cloud, round1())
})
afterAll(() => today.stop())
afterEach(putAway)

const phoneOf = (person: Person) => phoneOn(today, person, { time: itsTime() })

/** What can be pressed in the ranking, as it is spoken, from the top. */
const places = (phone: Phone) =>
  phone.app
    .controls()
    .map(({ name }) => name)
    .filter((name) => name.startsWith('第 '))

describe('before announcing nobody is shown a score', () => {
  test('a leader is told so, and led to the day’s progress: counts, in the order of the route', async () => {
    const phone = phoneOf(today.leader)
    await phone.opens('pages/board/index')
    await phone.sees('还没有公布的榜单')
    expect(phone.shows()).not.toMatch(A_MARK)
    await phone.taps('看今天的进度')
    await phone.sees('各村')
    expect(phone.app.route).toBe('manage/progress/index')
    expect(phone.shows()).not.toMatch(A_MARK)
    expect(phone.shows()).not.toContain('最后联系')
    const order = ['云溪村', '清港村', '金沙村', '淳风村', '巧云村', '归贤村', '桥头村', '红林村']
    const found = order.map((village) => phone.shows().indexOf(village))
    expect(found).toEqual([...found].sort((a, b) => a - b))
  })

  test('an administrator also sees whose cards are missing, by last contact', async () => {
    const phone = phoneOf(today.administrator)
    await phone.opens('manage/progress/index', { round: today.roundId })
    await phone.sees('最后联系')
    expect(phone.shows()).toContain('彭志强')
    expect(phone.shows()).not.toMatch(A_MARK)
  })
})

describe('once announced', () => {
  beforeAll(() => sealAndAnnounce(today.cloud, today.roundId), 60_000)

  test('the board ranks as the published result does, with what changed since last round', async () => {
    const phone = phoneOf(today.leader)
    await phone.opens('pages/board/index')
    await phone.sees('红林村')
    expect(phone.app.title).toBe('第 2 次拉练榜单')
    expect(places(phone)).toEqual([
      '第 1 名，红林村，83.37 分，上升 2 位',
      '第 2 名，清港村，82.61 分，上升 3 位',
      '第 3 名，归贤村，80.84 分，下降 1 位',
      '第 4 名，云溪村，80.57 分，名次持平',
      '第 5 名，巧云村，80.06 分，下降 4 位',
      '第 6 名，金沙村，78.29 分，上升 1 位',
      '第 7 名，淳风村，76.30 分，下降 1 位',
      '第 8 名，桥头村，64.14 分，名次持平',
    ])
    expect(phone.shows()).toContain('▲2')
    expect(phone.shows()).toContain('+6.11')
    expect(phone.shows()).toContain('−10.00')
  })

  test('villages that chance may swap stand in one frame and are said to be 难分高下', async () => {
    const phone = phoneOf(today.leader)
    await phone.opens('pages/board/index')
    await phone.sees('难分高下')
    const { certainty } = snapshotOf(today)
    const bands = certainty?.outcome === 'drawn' ? certainty.villages.map(({ band }) => band) : []
    const shared = new Set(bands.filter((band, i) => bands.indexOf(band) !== i))
    expect(phone.shows().match(/互换的可能/g)).toHaveLength(shared.size)
  })

  test('the digest is the sealed one, and a press copies the whole', async () => {
    const { digest } = snapshotOf(today)
    const phone = phoneOf(today.leader)
    await phone.opens('pages/board/index')
    await phone.sees(digest.slice(-8))
    await phone.taps('摘要')
    expect(phone.app.phone.clipboard).toEqual([digest])
  })

  test('each paper has an order of its own', async () => {
    const phone = phoneOf(today.leader)
    await phone.opens('pages/board/index')
    await phone.sees('红林村')
    await phone.taps('四卷')
    expect(places(phone).slice(0, 2)).toEqual(['第 1 名，红林村，36.05 分', '第 2 名，清港村，35.19 分'])
    expect(places(phone).slice(8, 9)).toEqual(['第 1 名，清港村，23.45 分'])
    await phone.taps('满意度')
    expect(places(phone)[0]).toBe('第 1 名，红林村，24.46 分')
  })

  test('a village: total, place, papers, survey with its intervals, items, deductions; and on to the next', async () => {
    const phone = phoneOf(today.leader)
    await phone.opens('pages/board/index')
    await phone.sees('桥头村')
    await phone.taps('桥头村')
    await phone.sees('64.14')
    for (const words of ['第 8 名', '增量 +8.05', '两点是两次的得分', '区间仅含抽样波动', '实测', '共性目标', '−10.00'])
      expect(phone.shows()).toContain(words)
    await phone.taps('前一村，淳风村')
    await phone.sees('76.30')
    await phone.goesBack()
    expect(phone.app.route).toBe('pages/board/index')
  })

  test('somebody without a role is told so, not shown it', async () => {
    const phone = phoneOf(today.villager(1))
    await phone.opens('pages/board/index')
    await phone.sees('榜单给有工作身份的人看')
    expect(phone.shows()).not.toMatch(A_MARK)
  })
})

describe('我的', () => {
  test('says who one is, what one does, and which rounds there are', async () => {
    const phone = phoneOf(today.districtLeader)
    await phone.opens('pages/me/index')
    await phone.sees('方晓梅')
    expect(phone.shows()).toContain('领导（西岭区）')
    await phone.taps('第 2 次拉练')
    await phone.sees('红林村')
    expect(phone.app.route).toBe('pages/board/index')
  })

  test('without a role: says so, and to scan', async () => {
    const phone = phoneOf(today.villager(2))
    await phone.opens('pages/me/index')
    await phone.sees('这个微信还没有工作身份')
    await phone.taps('去扫村里的码')
    expect(phone.app.route).toBe('pages/home/index')
  })
})

test('without a signal: what happened and a way to try again, then the board', async () => {
  const phone = phoneWith({
    callFunction: through(today.cloud.url, today.leader.openid),
    online: false,
    time: itsTime(),
  })
  await phone.opens('pages/board/index')
  await phone.sees('没有读到')
  await phone.hasSignal()
  await phone.taps('再读一次')
  await phone.sees('红林村')
})
