/**
 * The inspector's day on the web build, in every state a person can meet: before departure, on the way, offline, changed,
 * 现场码 in and out of its window, 我的评分, closed and sealed. Pictures into tests/screenshots.
 */
import jsQR from 'jsqr'
import type { RoundDoc } from '../../cloudfunctions/common/documents'
import { overdueProposals } from '../../cloudfunctions/round/overdue-proposals'
import type { CallIn } from '../../src/contract'
import type { AuditEdition } from '../../src/domain/round-file'
import { sampleFindings } from '../../tools/seed/findings'
import { administrator, openidOf } from '../../tools/seed/people'
import { programme, readSample, seedAll } from '../../tools/seed/sample'
import { shanghaiDay, shanghaiTime } from '../../tools/seed/shanghai-time'
import { storedRound } from '../../tools/seed/stored-round'
import type { Visit } from '../vocabulary/browser'
import { newId } from '../vocabulary/cards'
import { looksRight as looksRightAs } from '../vocabulary/looks-right'
import { ROUND, round1, type Stage } from '../vocabulary/stages'
import { change } from '../vocabulary/stored'
import { webCloud } from '../vocabulary/web'

/** 邓小芸, whom no village is barred to; 云溪村 and 清港村 are behind her. */
const ME = 'I06'
const DONE = ['V01', 'V02']
const day = shanghaiDay(Date.now())

/** The morning: two of her cards are in, nobody else's, and what is overdue of round 1 has proposed itself. */
const morning: Stage = async (cloud, now) => {
  const file = readSample<AuditEdition>('round-2.json')
  const scorecards = file.scorecards.filter(
    ({ inspectorId, villageId }) => inspectorId === ME && DONE.includes(villageId),
  )
  const round = storedRound({ ...file, scorecards, deductions: [], responses: [] }, { day, state: 'running', now })
  const findings = sampleFindings(round1(), day)
  const open = findings.filter(({ state }) => state !== 'verified')
  await seedAll(cloud, programme(now))
  await seedAll(cloud, {
    ...round,
    findings,
    deductions: overdueProposals(round.rounds![0] as RoundDoc, open, now),
  })
}
const web = webCloud({ seed: morning })
const phone = web.screen()
// The phone's clock, so that windows and pictures are the same at any hour. Timers go on.
beforeAll(() => phone.context.clock.setFixedTime(at('11:36')))

const at = (clock: string) => shanghaiTime(day, clock)
const as = (inspector: string, page: string, village?: string, more = {}) =>
  phone.as(inspector, page, { round: ROUND, ...(village && { village }), ...more })
const changesDay = (what: CallIn<'round', 'changeDay'>['change'], reason: string) =>
  web.does(administrator, 'round', 'changeDay', {
    roundId: ROUND,
    sendId: newId(),
    change: what,
    reason,
    preview: false,
  })
const marks = (villageId: string, given: Record<string, number>) =>
  web.does(ME, 'scoring', 'saveMarks', {
    roundId: ROUND,
    villageId,
    sendId: newId(),
    phone: newId(),
    device: '测试机',
    waiting: 0,
    at: Date.now(),
    changes: Object.entries(given).map(([itemId, mark]) => ({ itemId, mark, note: '看过', photos: [], base: 0 })),
  })

/** And the page is light. */
async function looksRight(visit: Visit, picture: string) {
  await looksRightAs(visit, `inspector-day-${picture}`)
  const { count, depth } = await visit.shown.evaluate(weightOf)
  expect(count).toBeLessThanOrEqual(500)
  expect(depth).toBeLessThan(20)
}

/** Taro's elements only: what the mini-program would hold as nodes. Runs in the browser. */
function weightOf(root: Element) {
  let count = 0
  let depth = 0
  const walk = (element: Element, level: number) => {
    const here = element.tagName.startsWith('TARO-') ? 1 : 0
    count += here
    depth = Math.max(depth, level + here)
    for (const child of element.children) walk(child, level + here)
  }
  walk(root, 0)
  return { count, depth }
}

test('before departure, then on the way', async () => {
  const newcomer = await as('I07', 'inspect/route/index')
  await newcomer.sees('出发前下载今日资料')
  await looksRight(newcomer, '01-first-visit')
  await newcomer.page.close()

  await marks('V03', { C01: 4, C02: 3.5, C05: 4, 'V03-G1': 8 })
  const route = await as(ME, 'inspect/route/index')
  await route.sees('还差 8 个现场码')
  await looksRight(route, '02-codes-missing')
  await route.taps('还差 8 个现场码，点这里补齐')
  await route.sees('资料已下载')
  await looksRight(route, '03-downloaded')
  await route.toTheEnd()
  await looksRight(route, '04-doors')
})

test('到点: what to look at, a question where another village is next, a stop that is off', async () => {
  const arrival = await as(ME, 'inspect/arrival/index', 'V01')
  await arrival.sees('上次的问题，今天看')
  await looksRight(arrival, '05-arrived')
  await arrival.toTheEnd()
  await looksRight(arrival, '06-facts')

  const other = await phone.scans(openidOf(ME), 'v=V05')
  await other.sees('您扫的是巧云村')
  await looksRight(other, '07-other-village')
  await other.page.close()
})

test('changes of the day stand on top until 知道了', async () => {
  await changesDay({ kind: 'skip', villageId: 'V07' }, '省道塌方，去桥头村的路断了')
  await changesDay({ kind: 'move', villageId: 'V06', arrive: '14:30', depart: '15:15', order: 6 }, '上一站看得久，推迟')
  const route = await as(ME, 'inspect/route/index')
  await route.sees('今天的安排有 2 处变动')
  await looksRight(route, '08-changes')
  await route.taps('知道了')
  await route.noLongerSees('今天的安排有 2 处变动')
  await route.sees('还差 1 个现场码')
  await looksRight(route, '09-acknowledged')
  const off = await as(ME, 'inspect/arrival/index', 'V07')
  await off.sees('这一站取消了')
  await looksRight(off, '10-off')
  const moved = await as(ME, 'inspect/onsite/index', 'V06')
  await moved.sees('这一站改了时间，码要换新的')
  await looksRight(moved, '11-code-outdated')
})

test('现场码: large, read by a camera; not after its window; never downloaded', async () => {
  const code = await as(ME, 'inspect/onsite/index', 'V04')
  await code.sees('村民用微信扫一扫')
  await looksRight(code, '12-code')
  const picture = code.shown.locator('.onsite-picture img').first()
  expect((await picture.boundingBox())!.width).toBeGreaterThanOrEqual(280)
  expect(await readBy(code)).toMatch(/^v=V04&t=[\w-]{10}$/)
  await phone.context.clock.setFixedTime(at('13:40'))
  await code.sees('过了时间，13:15 已失效')
  await looksRight(code, '13-code-over')
  await phone.context.clock.setFixedTime(at('11:36'))
  const none = await as('I10', 'inspect/onsite/index', 'V04')
  await none.sees('现场码还没存到这部手机里')
  await looksRight(none, '14-code-missing')
})

/** As a camera would: what stands on the screen. */
async function readBy(visit: Visit): Promise<string | undefined> {
  const seen = (await visit.shown.locator('.onsite-frame').screenshot({ scale: 'css' })).toString('base64')
  const { bytes, width, height } = await visit.page.evaluate(async (base64) => {
    const image = new Image()
    image.src = `data:image/png;base64,${base64}`
    await image.decode()
    const canvas = document.createElement('canvas')
    canvas.width = image.naturalWidth
    canvas.height = image.naturalHeight
    const context = canvas.getContext('2d')!
    context.drawImage(image, 0, 0)
    const { data } = context.getImageData(0, 0, canvas.width, canvas.height)
    // As text: half a million numbers, one by one, would take the test ten seconds.
    const bytes = btoa(Array.from(data, (each) => String.fromCharCode(each)).join(''))
    return { bytes, width: canvas.width, height: canvas.height }
  }, seen)
  return jsQR(new Uint8ClampedArray(Buffer.from(bytes, 'base64')), width, height)?.data
}

test('我的评分: 共性 by indicator, 示范 by village', async () => {
  const mine = await as(ME, 'inspect/mine/index')
  await mine.sees('党支部战斗堡垒作用')
  await looksRight(mine, '15-mine')
  await mine.toTheEnd()
  await looksRight(mine, '16-mine-sums')
  await mine.taps('示范')
  await mine.sees('古祠修缮并常态开放')
  await looksRight(mine, '17-mine-goals')
  const none = await as('I11', 'inspect/mine/index')
  await none.sees('还没有打分')
  await looksRight(none, '18-mine-empty')
})

test('with large type nothing is cut off', async () => {
  const pages = [
    ['inspect/route/index', '', '安排有变', '25-large-route'],
    ['inspect/arrival/index', 'V01', '上次的问题，今天看', '26-large-arrival'],
    ['inspect/onsite/index', 'V04', '村民用微信扫一扫', '27-large-code'],
    ['inspect/mine/index', '', '党支部战斗堡垒作用', '28-large-mine'],
  ] as const
  for (const [page, village, words, picture] of pages) {
    const visit = await as(ME, page, village, { type: 'large' })
    await visit.sees(words)
    await looksRight(visit, picture)
  }
})

test('offline; nothing read; nobody’s day', async () => {
  const route = await as(ME, 'inspect/route/index')
  await route.sees('还差 1 个现场码')
  await phone.context.setOffline(true)
  await route.sees('离线')
  await looksRight(route, '19-offline')
  await phone.context.setOffline(false)

  await phone.context.route('**/call/round', (request) => request.abort())
  const error = await as('I09', 'inspect/route/index')
  await error.sees('没有读到今天的路线')
  await looksRight(error, '20-error')
  await phone.context.unroute('**/call/round')

  const leader = await phone.as('M03', 'inspect/route/index')
  await leader.sees('今天没有拉练')
  await looksRight(leader, '21-no-round')
})

test('all submitted; closed; sealed', async () => {
  await change(web.cloud, 'rounds', ROUND, { stops: onlyTheDone() })
  const route = await as(ME, 'inspect/route/index')
  await route.sees('全部提交了')
  await looksRight(route, '22-all-submitted')
  await change(web.cloud, 'rounds', ROUND, { state: 'closed', closedAt: Date.now() })
  const closed = await as(ME, 'inspect/route/index')
  await closed.sees('已收卷')
  await looksRight(closed, '23-closed')
  await change(web.cloud, 'rounds', ROUND, { state: 'sealed' })
  const sealed = await as(ME, 'inspect/route/index')
  await sealed.sees('已封存')
  await looksRight(sealed, '24-sealed')
})

/** Only what is submitted is left on the route. */
function onlyTheDone(): RoundDoc['stops'] {
  return web
    .round()
    .stops.map((stop) => (DONE.includes(stop.villageId) ? stop : { ...stop, state: 'skipped' as const }))
}
