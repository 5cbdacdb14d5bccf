import { sealAndAnnounce } from '../../tools/seed/sample'
import { type Day, day, type Person } from '../vocabulary/day'
import { phoneOn, putAway } from '../vocabulary/phone'
import { snapshotOf } from '../vocabulary/rounds'
import { itsTime } from './engine/its-time'
import type { OpenOptions } from './engine/open-app'
import { attributesOf } from './engine/rendered'

let today: Day
beforeAll(async () => {
  today = await day({ state: 'closed' })
})
afterAll(() => today.stop())
afterEach(putAway)

const phoneOf = (person: Person, habits: Pick<OpenOptions, 'holds'> = {}) =>
  phoneOn(today, person, { time: itsTime(), ...habits })
const HOW = 'manage/how/index'
const village = () => ({ round: today.roundId, village: 'V01' })

test.each([HOW, 'manage/village/index', 'manage/quadrants/index', 'manage/reveal/index'])(
  'not announced yet: a leader on %s is told when there is something, without a figure',
  async (page) => {
    const phone = phoneOf(today.leader)
    await phone.opens(page, village())
    await phone.sees('公布以后再来，这里就有了')
    expect(phone.shows()).not.toMatch(/\d\.\d\d|没有读到/)
  },
)

describe('once announced', () => {
  beforeAll(() => sealAndAnnounce(today.cloud, today.roundId), 60_000)

  test('from the village, step by step to the total of the board; marks by letter, highest first', async () => {
    const phone = phoneOf(today.leader)
    await phone.opens('manage/village/index', village())
    await phone.sees('这个分数怎么来的')
    await phone.taps('这个分数怎么来的')
    await phone.sees('云溪村总分')
    expect(phone.app.route).toBe(HOW)
    const { total } = snapshotOf(today).result.ranking.find(({ villageId }) => villageId === 'V01')!
    expect(phone.shows()).toContain((total! / 10_000).toFixed(2))
    expect(phone.shows()).not.toContain('评委 A')

    await phone.taps('看所有评委的分（9 位），共性目标')
    const shown = phone.shows()
    const cards = shown.match(/评委 [A-K]/g)!
    expect(new Set(cards).size).toBe(9)
    expect(shown).toContain('最高，去掉')
    for (const { name } of today.file.panel) expect(shown).not.toContain(name)

    await phone.taps('收起所有评委的分（9 位），共性目标')
    expect(phone.shows()).not.toContain('评委 A')
  })

  test('until it is here, its shape; then offline it says that it could not be read', async () => {
    const held = phoneOf(today.leader, { holds: () => new Promise(() => {}) })
    await held.opens(HOW, village())
    expect(held.shows()).not.toContain('没有读到')
    const spoken = [...document.querySelectorAll('wx-view')].map((each) => String(attributesOf(each).ariaLabel ?? ''))
    expect(spoken).toContain('正在读取')
    held.dies()
    document.body.replaceChildren()

    const phone = phoneOf(today.leader)
    await phone.losesSignal()
    await phone.opens(HOW, village())
    await phone.sees('没有读到')
    await phone.hasSignal()
    await phone.taps('再读一次')
    await phone.sees('云溪村总分')
  })
})
