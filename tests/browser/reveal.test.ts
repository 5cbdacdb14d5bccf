/** 揭榜 on a projected computer and on a phone held sideways, and 本机验算, on the web build. Pictures into tests/screenshots. */
import type { CallOut } from '../../src/contract'
import { administrator, cityLeader } from '../../tools/seed/people'
import { sealAndAnnounce } from '../../tools/seed/sample'
import { PHONE, type Size, type Visit } from '../vocabulary/browser'
import { newId } from '../vocabulary/cards'
import { eventually } from '../vocabulary/eventually'
import { atRest, looksRight as looksRightAs } from '../vocabulary/looks-right'
import { ROUND, sample } from '../vocabulary/stages'
import { change } from '../vocabulary/stored'
import { untilLetGo } from '../vocabulary/until-let-go'
import { webCloud } from '../vocabulary/web'

const HOUR = 3_600_000
const PROJECTED = { width: 1280, height: 720 }
const FROM_LAST = ['桥头村', '淳风村', '金沙村', '巧云村', '云溪村', '归贤村', '清港村', '红林村']

const web = webCloud({ seed: sample })
const phone = web.screen()
beforeAll(async () => {
  await web.does(administrator, 'round', 'close', { roundId: ROUND, sendId: newId() })
  const closedAt = Date.now() - 3 * HOUR
  await change(web.cloud, 'rounds', ROUND, { closedAt, appealsUntil: closedAt + HOUR })
  await sealAndAnnounce(web.cloud, ROUND)
})

const ofRound = { round: ROUND }
async function opens(page: string, query: object, size: Size, as = cityLeader): Promise<Visit> {
  const visit = await phone.as(as, page, { ...query })
  await visit.page.setViewportSize(size)
  return visit
}

/** And every word stands wholly on the stage. */
async function looksRight(visit: Visit, picture: string) {
  await looksRightAs(visit, `reveal-${picture}`)
  await eventually(async () => expect(await outside(visit)).toEqual([]))
}

/** Words that do not stand wholly on the screen, or that are cut off. */
function outside(visit: Visit): Promise<string[]> {
  return visit.page.locator('.rv-stage *').evaluateAll((all) =>
    all
      .filter((one) => one.childElementCount === 0 && one.textContent?.trim())
      .filter((one) => {
        const box = one.getBoundingClientRect()
        const isCut = one.scrollWidth > one.clientWidth + 1 && getComputedStyle(one).overflow === 'hidden'
        return isCut || box.left < -1 || box.top < -1 || box.right > innerWidth + 1 || box.bottom > innerHeight + 1
      })
      .map((one) => one.textContent!),
  )
}

/** The first slide is drawn, and keys are heard: they are a moment after it. */
async function begins(host: Visit): Promise<void> {
  await host.sees('揭榜前先公示')
  await atRest(host)
}

const press = (visit: Visit, key: string) => visit.page.keyboard.press(key)

test('projected, by keyboard: digest, host’s words, last to first, the whole ranking', async () => {
  const host = await opens('manage/reveal/script/index', ofRound, PHONE, administrator)
  await host.sees('开始揭榜')
  await host.taps('加一张')
  await host.types('第 1 张', '先比变化，再看名次。\n每个村都有自己的长处。')
  await looksRight(host, '00-script')
  await host.taps('开始揭榜')
  await host.page.setViewportSize(PROJECTED)
  await host.sees('揭榜前先公示')
  await looksRight(host, '01-digest')
  await press(host, 'Space')
  await host.sees('先比变化')
  await looksRight(host, '02-message')
  for (const [i, village] of FROM_LAST.entries()) {
    await press(host, ['Space', 'ArrowRight', 'PageDown'][i % 3]!)
    await host.sees(village)
    for (const hidden of FROM_LAST.slice(i + 1)) expect(await host.shows()).not.toContain(hidden)
    await looksRight(host, `03-place-${8 - i}`)
    if (i !== 3) continue
    await press(host, 'b')
    await host.sees('接着揭榜')
    expect(await host.shows()).not.toMatch(/\d\d\.\d\d/)
    await looksRight(host, '04-paused')
    await press(host, 'Space')
    await host.sees(village)
    await press(host, 'ArrowLeft')
    await host.sees(FROM_LAST[i - 1]!)
    await press(host, 'ArrowRight')
  }
  await press(host, 'Space')
  await host.sees('点一下，看进步榜')
  await looksRight(host, '05-whole')
  await press(host, 'Space')
  await host.sees('揭榜完毕')
  await looksRight(host, '05b-gains')
  await press(host, 'Escape')
  await host.sees('开始揭榜')
  await host.page.close()
})

test('after a click on a control the space bar still turns one slide', async () => {
  const host = await opens('manage/reveal/index', ofRound, PROJECTED)
  await host.sees('揭榜前先公示')
  await host.taps('下一张')
  await host.sees('第 8 名')
  await press(host, 'Space')
  await host.sees('淳风村')
  expect(await host.shows()).not.toContain('金沙村')
  await host.page.locator('.rv-body').last().click()
  await host.sees('金沙村')
  await host.page.close()
})

test('the signal goes once it is open: it goes on', async () => {
  const host = await opens('manage/reveal/index', ofRound, PROJECTED)
  await begins(host)
  await phone.context.setOffline(true)
  await press(host, 'Space')
  await host.sees('桥头村')
  await phone.context.setOffline(false)
  await host.page.close()
})

test.each([
  { width: 844, height: 390 },
  { width: 1920, height: 1080 },
  { width: 1024, height: 768 },
])('$width × $height: the same slides, whole', async (size) => {
  const host = await opens('manage/reveal/index', ofRound, size)
  await host.sees('揭榜前先公示')
  await looksRight(host, `${size.width}-digest`)
  await press(host, 'Space')
  await press(host, 'Space')
  await host.sees('淳风村')
  await looksRight(host, `${size.width}-village`)
  for (let i = 0; i < 7; i++) await press(host, 'Space')
  await host.sees('看进步榜')
  await looksRight(host, `${size.width}-whole`)
  await host.page.close()
})

test('the host’s own phone: the next slide small beside', async () => {
  const host = await opens('manage/reveal/index', { ...ofRound, preview: '1' }, { width: 844, height: 390 })
  await host.sees('只有你看得到')
  await host.taps('下一张')
  await host.sees('淳风村')
  await looksRight(host, '844-preview')
  await host.page.close()
})

type BoardAnswer = CallOut<'ranking', 'board'>

/** The board as the server told it, with other rows: long names, shared places, many villages, some deferred. */
async function withRows(page: Visit['page'], change: (board: BoardAnswer) => void) {
  await page.route('**/call/ranking', async (route) => {
    const answer = await route.fetch()
    const told = (await answer.json()) as { result: { data: BoardAnswer } }
    if (told.result.data.rows) change(told.result.data)
    await route.fulfill({ response: answer, json: told })
  })
}

test('long names, a shared place, deferred villages; thirty villages', async () => {
  const host = await opens('pages/me/index', {}, PROJECTED)
  await withRows(host.page, ({ rows }) => {
    rows[6]!.rank = 6
    rows[7]!.village.name = '乌兰察布和日木图嘎查'
    rows[6]!.village.name = '上埠头畲族村'
    rows[5]!.village.name = '新四军岭村'
    const nothing = { rank: null, deferred: true, total: null, certainty: null, previous: null }
    for (const i of [0, 1, 2])
      rows.push({ ...rows[i]!, ...nothing, village: { ...rows[i]!.village, id: `X${i}`, name: `缓评${i}村` } })
  })
  await host.page.goto(phone.addressFor(cityLeader, 'manage/reveal/index', ofRound))
  await begins(host)
  for (const name of ['乌兰察布', '上埠头畲族村', '新四军岭村']) {
    await press(host, 'Space')
    await host.sees(name)
    await looksRight(host, `06-long-${name}`)
  }
  for (let i = 0; i < 5; i++) await press(host, 'Space')
  await press(host, 'Space')
  await host.sees('这次不排名次')
  await looksRight(host, '07-deferred')
  await press(host, 'Space')
  await looksRight(host, '08-whole-with-long-names')
  await host.page.close()

  const many = await opens('pages/me/index', {}, PROJECTED)
  await withRows(many.page, (board) => {
    const row = board.rows[0]!
    board.rows = Array.from({ length: 30 }, (_, i) => ({
      ...row,
      rank: i + 1,
      total: row.total! - i * 9_000,
      village: { ...row.village, id: `V${i}`, name: `第${i + 1}号村` },
      certainty: { ...row.certainty!, band: 1 + Math.floor(i / 4) },
    }))
  })
  await many.page.goto(phone.addressFor(cityLeader, 'manage/reveal/index', ofRound))
  await begins(many)
  for (let i = 0; i < 15; i++) await press(many, 'Space')
  await many.sees('第 16 名')
  await looksRight(many, '09-one-of-thirty')
  for (let i = 0; i < 16; i++) await press(many, 'Space')
  await many.sees('看进步榜')
  await looksRight(many, '10-thirty')
  await many.page.close()
})

describe('本机验算', () => {
  test('agrees', async () => {
    const leader = await opens('pages/board/index', {}, PHONE)
    await leader.taps('本机验算')
    await leader.sees('摘要也对得上')
    await looksRight(leader, '20-agrees')
    await leader.page.close()
  })

  test('a tampered public file: 不一致, and which village', async () => {
    const leader = await opens('pages/me/index', {}, PHONE)
    await leader.page.route('**/storage/**', async (route) => {
      const answer = await route.fetch()
      const file = (await answer.json()) as { scorecards: { villageId: string; marks: Record<string, number> }[] }
      for (const { villageId, marks } of file.scorecards)
        if (villageId === 'V08') for (const id of Object.keys(marks).slice(0, 2)) marks[id] = 0
      await route.fulfill({ response: answer, json: file })
    })
    await leader.page.goto(phone.addressFor(cityLeader, 'manage/verify/index', ofRound))
    await leader.sees('不一致')
    expect(await leader.shows()).toContain('红林村：榜单是第 1 名 83.37 分，重算是第')
    await looksRight(leader, '21-differs')
    await leader.page.close()
  })

  test('while it computes', async () => {
    const leader = await opens('pages/me/index', {}, PHONE)
    const { held, letGo } = untilLetGo()
    await leader.page.route('**/storage/**', (route) => held.then(() => route.continue()))
    await leader.page.goto(phone.addressFor(cityLeader, 'manage/verify/index', ofRound))
    await leader.sees('正在验算：取公开版')
    await looksRight(leader, '22-working')
    letGo()
    await leader.sees('摘要也对得上')
    await leader.page.close()
  })
})
