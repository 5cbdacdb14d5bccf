import type { Board } from '../../src/contract/ranking'
import { bandInWords, nextInWords, rankedOf, slidesOf } from '../../src/manage/reveal/slides'
import { countsOf } from '../../src/manage/reveal/words'
import { type Day, day, type Person } from '../vocabulary/day'
import { type Phone, phoneOn, phoneWith, putAway, through } from '../vocabulary/phone'
import { sealed, snapshotOf } from '../vocabulary/rounds'
import { announces, round1 } from '../vocabulary/stages'
import { change } from '../vocabulary/stored'
import { itsTime } from './engine/its-time'

let today: Day
beforeAll(async () => {
  today = await day({ state: 'closed' })
  await announces(today.cloud, round1())
  await appealsAreOver()
})
afterAll(() => today.stop())

async function appealsAreOver() {
  const closedAt = Date.now() - 3 * 3_600_000
  await change(today.cloud, 'rounds', today.roundId, { closedAt, appealsUntil: closedAt + 3_600_000 })
}
afterEach(putAway)

const phoneOf = (person: Person) => phoneOn(today, person, { time: itsTime() })

const opensReveal = (phone: Phone, query = {}) => phone.opens('manage/reveal/index', { round: today.roundId, ...query })
const FROM_LAST = ['桥头村', '淳风村', '金沙村', '巧云村', '云溪村', '归贤村', '清港村', '红林村']

describe('sealed: an administrator rehearses, nobody else sees anything', () => {
  beforeAll(() => sealed(today), 60_000)

  test('from the round page; the host’s own words come after the digest, and are kept on this phone', async () => {
    const phone = phoneOf(today.administrator)
    await phone.opens('manage/round/index', { round: today.roundId })
    await phone.sees('预演揭榜')
    await phone.taps('预演揭榜')
    await phone.sees('还没有公布')
    await phone.taps('加一张')
    await phone.types('第 1 张', '先请市委组织部讲话')
    await phone.taps('加一张')
    await phone.types('第 2 张', '欢迎大家')
    await phone.taps('第 2 张，往上移')
    expect([...phone.storage.keys()].filter((key) => key.startsWith('reveal/'))).toHaveLength(1)
    await phone.taps('全屏预演')
    await phone.sees('摘要')
    await phone.taps('下一张')
    expect(phone.shows()).toContain('欢迎大家')
    await phone.taps('下一张')
    expect(phone.shows()).toContain('先请市委组织部讲话')
    await phone.taps('下一张')
    expect(phone.shows()).toContain('桥头村')
    expect(phone.shows()).toContain('预演，还没有公布')

    phone.dies()
    await phone.opens('manage/reveal/script/index', { round: today.roundId })
    await phone.sees('欢迎大家')
    await phone.taps('第 1 张，删掉')
    expect(phone.shows()).not.toContain('欢迎大家')
    await phone.taps('第 1 张，删掉')
    await phone.sees('没有也行')
  })

  test('the preview shows the next slide beside', async () => {
    const phone = phoneOf(today.administrator)
    await opensReveal(phone, { preview: '1' })
    await phone.sees('只有你看得到')
    expect(phone.shows()).toContain('桥头村')
    await phone.taps('下一张')
    expect(phone.shows()).toContain('淳风村')
    expect(phone.shows()).toContain('预演 2 / 11')
  })

  test.each(['leader', 'districtLeader'] as const)('%s waits for the announcement', async (who) => {
    const phone = phoneOf(today[who])
    await opensReveal(phone)
    await phone.sees('公布以后再来')
    expect(phone.shows()).not.toMatch(/\d\d\.\d\d/)
    await phone.opens('manage/reveal/script/index', { round: today.roundId })
    await phone.sees('还没有封存的榜单')
  })
})

describe('announced', () => {
  beforeAll(() => today.administrator.does('round', 'announce', { roundId: today.roundId, sendId: 'A'.repeat(21) }))

  test('a leader, from the board: digest, last to first one tap a village, then the whole ranking', async () => {
    const phone = phoneOf(today.leader)
    await phone.opens('pages/board/index')
    await phone.sees('红林村')
    await phone.taps('揭榜')
    await phone.sees('摘要')
    const hex = snapshotOf(today).digest.replace('sha256:', '')
    for (const group of hex.match(/.{4}/g)!) expect(phone.shows()).toContain(group)
    const { result } = snapshotOf(today)
    const valid = result.ranking.reduce((sum, { survey }) => sum + survey.valid, 0)
    const restsOn = `8 个试点村 · 11 位评委 · 有效答卷 ${valid} 份`
    expect(phone.shows()).toContain(restsOn)
    expect(phone.shows()).not.toMatch(/\d\d\.\d\d/)

    for (const [i, village] of FROM_LAST.entries()) {
      await phone.taps('下一张')
      expect(phone.shows()).toContain(village)
      for (const hidden of FROM_LAST.slice(i + 1)) expect(phone.shows()).not.toContain(hidden)
    }
    expect(phone.shows()).toContain(restsOn)
    expect(phone.shows()).toMatch(/上次第 3 名，上升 2 名；增量 \+\d\.\d\d/)
    await phone.taps('下一张')
    for (const village of FROM_LAST) expect(phone.shows()).toContain(village)
    expect(phone.shows()).toContain('点一下，看进步榜')
    await phone.taps('下一张')
    expect(phone.shows()).toContain('第 2 次拉练 · 进步榜')
    expect(phone.shows()).toContain('揭榜完毕')
    await phone.taps('下一张')
    expect(phone.shows()).toContain('揭榜完毕')
    await phone.taps('退出')
    expect(phone.app.route).toBe('pages/board/index')
  })

  test('paused: nothing but the round’s title, and the next tap only wakes it', async () => {
    const phone = phoneOf(today.leader)
    await opensReveal(phone)
    await phone.sees('摘要')
    await phone.taps('下一张')
    await phone.taps('暂停')
    expect(phone.shows()).toContain('第 2 次拉练 · 揭榜')
    expect(phone.shows()).not.toContain('桥头村')
    await phone.taps('下一张')
    expect(phone.shows()).toContain('桥头村')
    expect(phone.shows()).not.toContain('淳风村')
    await phone.taps('上一张')
    expect(phone.shows()).toContain('揭榜前先公示')
  })

  test('on a computer its keys turn the slides, and no more once it is left', async () => {
    const phone = phoneOf(today.leader)
    await opensReveal(phone)
    await phone.sees('摘要')
    const press = (key: string, altKey = false) => {
      for (const listener of phone.app.phone.keyListeners) listener({ key, altKey })
    }
    press('ArrowRight')
    await phone.sees('桥头村')
    press(' ')
    await phone.sees('淳风村')
    press('ArrowLeft', true)
    press('x')
    press('ArrowLeft')
    await phone.app.until(() => !phone.shows().includes('淳风村'))
    press('b')
    await phone.app.until(() => !phone.shows().includes('桥头村'))
    await phone.taps('退出')
    expect(phone.app.phone.keyListeners.size).toBe(0)
  })

  test('once opened it needs no signal and does not move: one call, whatever becomes of the app', async () => {
    const calls: string[] = []
    const send = through(today.cloud.url, today.leader.openid)
    const phone = phoneWith({
      time: itsTime(),
      callFunction: (call) => {
        calls.push(`${call.name}.${call.data.action}`)
        return send(call)
      },
    })
    await opensReveal(phone)
    await phone.sees('摘要')
    await phone.losesSignal()
    await phone.taps('下一张')
    await phone.background()
    await phone.foreground()
    expect(phone.shows()).toContain('桥头村')
    await phone.taps('下一张')
    expect(phone.shows()).toContain('淳风村')
    expect(calls).toEqual(['ranking.board'])
  })

  test('a tap costs one setData of a few kilobytes', async () => {
    const phone = phoneOf(today.leader)
    await opensReveal(phone)
    await phone.sees('摘要')
    await phone.taps('下一张')
    phone.app.resetCost()
    await phone.taps('下一张')
    expect(phone.app.cost().count).toBe(1)
    expect(phone.app.cost().bytes).toBeLessThan(10_000)
  })
})

describe('the script', () => {
  const row = (rank: number | null, id: string, band = 1) =>
    ({
      rank,
      village: { id, name: `${id}村`, town: '', districtId: 'D1', themes: [] },
      deferred: rank === null,
      total: rank === null ? null : 800_000,
      common: null,
      demonstration: null,
      satisfaction: null,
      deductions: null,
      previous: null,
      certainty: rank === null ? null : { band, ranks: [1, 4], first: 0.25, swapsWithNext: null },
    }) satisfies Board['rows'][number]
  const board = (rows: Board['rows'], rehearsal = false) =>
    ({ rows, progress: null as Board['progress'], round: { rehearsal } }) as Board

  test('title, the words that say something, last to first, who is deferred, the whole', () => {
    const slides = slidesOf(board([row(1, 'A'), row(2, 'B'), row(null, 'C')]), ['你好', '  '])
    expect(slides.map(({ kind }) => kind)).toEqual(['title', 'message', 'village', 'village', 'deferred', 'ranking'])
    expect(slides.flatMap((slide) => (slide.kind === 'village' ? slide.at : []))).toEqual([1, 0])
  })

  test('nobody deferred: no such slide; a hundred villages: as many slides as it takes', () => {
    const many = Array.from({ length: 100 }, (_, i) => row(i + 1, `V${i}`))
    const kinds = slidesOf(board(many), []).map(({ kind }) => kind)
    expect(kinds).not.toContain('deferred')
    expect(kinds.filter((kind) => kind === 'ranking')).toHaveLength(3)
  })

  test('a band is said by its places, never by a name that is still to come', () => {
    const ranked = rankedOf(board([row(1, 'A', 1), row(2, 'B', 2), row(2, 'C', 2), row(4, 'D', 2), row(5, 'E', 3)]))
    expect(ranked.map((each) => bandInWords(each, ranked))).toEqual([
      undefined,
      '第 2 至 4 名同在一档，难分高下',
      '第 2 至 4 名同在一档，难分高下',
      '第 2 至 4 名同在一档，难分高下',
      undefined,
    ])
  })

  test('what is not known of whom the ranking rests on is left out', () => {
    const rows = [row(1, 'A'), row(2, 'B')]
    expect(countsOf({ ...board(rows), inspectors: null, responses: null })).toEqual(['2 个试点村'])
    expect(countsOf({ ...board(rows), inspectors: 9, responses: null })).toEqual(['2 个试点村', '9 位评委'])
    expect(countsOf({ ...board(rows, true), inspectors: null, responses: null })).toEqual(['2 个试点村', '没有问村民'])
  })

  test('what the next tap does is said by place', () => {
    const ranked = rankedOf(board([row(1, 'A'), row(2, 'B')]))
    expect(nextInWords({ kind: 'village', at: 1 }, ranked)).toBe('点一下，揭第 2 名')
    expect(nextInWords(undefined, ranked)).toBe('揭榜完毕')
  })
})
