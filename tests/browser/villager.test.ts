import { openidOf, reader } from '../../tools/seed/people'
import { type Browser, openBrowser, type Visit } from '../vocabulary/browser'
import { webDay } from '../vocabulary/web-day'

let browser: Browser
let today: Awaited<ReturnType<typeof webDay>>

beforeAll(async () => {
  today = await webDay()
  browser = await openBrowser()
}, 300_000)
afterAll(async () => {
  await browser?.close()
  await today?.remove()
})
jest.setTimeout(60_000)

/** `scene` 1047: by camera from the notice board. */
const scans = (openid: string, { village = 'V01', scene = 1047, more = '', on = browser } = {}) =>
  on.visit(
    `${today.cloud.url}/index.html?as=${openid}&scene=${scene}${more}&code=${encodeURIComponent(`v=${village}`)}#/pages/entry/index`,
  )
const home = (openid: string) => browser.visit(`${today.cloud.url}/index.html?as=${openid}#/pages/home/index`)
const answersHeld = () => today.cloud.dump('answers').length

async function answers(visit: Visit, level: string) {
  for (let question = 1; question <= 10; question++) {
    await visit.sees(`第 ${question} 题，共 10 题`)
    await visit.taps(level)
  }
  await visit.sees('请看一遍')
}

/** Nothing keeps anybody out, nothing broke, nothing is wider than the screen, and a picture to look at. */
async function looksRight(visit: Visit, picture: string) {
  await visit.page.waitForTimeout(300)
  await visit.keepPicture(`villager-${picture}`)
  expect(await visit.barriers()).toEqual([])
  expect(visit.complaints.splice(0)).toEqual([])
  const { scrollWidth, clientWidth } = await visit.page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement
    return { scrollWidth, clientWidth }
  })
  expect(scrollWidth).toBe(clientWidth)
}

describe('the villager’s minute', () => {
  test('cover, ten taps, check, 已收到; the second visit is blank', async () => {
    const before = answersHeld()
    const visit = await scans('oVillager1')
    await visit.sees('开始答题')
    await looksRight(visit, '01-cover')
    await visit.taps('我已满 18 周岁，开始答题')
    await visit.sees('第 1 题，共 10 题')
    await looksRight(visit, '02-question')
    await answers(visit, '满意')
    await looksRight(visit, '02-check')
    await visit.taps('提交答卷')
    await visit.sees('已收到')
    await looksRight(visit, '03-thanks')
    expect(answersHeld()).toBe(before + 1)
    expect(await stored(visit)).toEqual([expect.stringMatching(/^lalian\/oVillager1\/survey\/key\//)])

    await visit.taps('改主意了')
    await visit.sees('重新作答')
    await looksRight(visit, '01-again')
    await visit.taps('我已满 18 周岁，重新作答')
    await visit.sees('第 1 题，共 10 题')
    expect(await visit.page.locator('[aria-checked="true"]').count()).toBe(0)
  })

  test('no signal at the end: kept, said so, and sent when it is back', async () => {
    const before = answersHeld()
    const visit = await scans('oVillager2')
    await visit.taps('我已满 18 周岁，开始答题')
    await answers(visit, '基本满意')
    await browser.context.setOffline(true)
    await visit.taps('提交答卷')
    await visit.sees('还没送到，联网后会再送')
    visit.complaints.length = 0
    await looksRight(visit, '02-waits')
    await browser.context.setOffline(false)
    await visit.sees('已收到')
    expect(answersHeld()).toBe(before + 1)
  })

  test('the page is closed in the middle: the cover offers to go on', async () => {
    const first = await scans('oVillager3')
    await first.taps('我已满 18 周岁，开始答题')
    await first.sees('第 1 题')
    await first.taps('不满意')
    await first.sees('第 2 题')
    await first.page.close()
    const visit = await scans('oVillager3')
    await visit.sees('继续答题')
    await looksRight(visit, '01-go-on')
    await visit.taps('继续答题')
    await visit.sees('第 2 题')
  })
})

describe('refusals stand on the cover', () => {
  test('a picture of the code: looked at, not counted', async () => {
    const visit = await scans('oVillager4', { scene: 1007 })
    await visit.sees('这样打开的答卷会看、不计分')
    await looksRight(visit, '01-picture')
  })

  test('a member who has another work identity', async () => {
    const visit = await scans(openidOf(reader.memberId))
    await visit.sees('有工作身份，不填这张卷')
    await looksRight(visit, '01-role')
  })

  test('a code nobody knows', async () => {
    const visit = await scans('oVillager5', { village: 'V99' })
    await visit.sees('这个码不认识')
    await looksRight(visit, '01-unknown')
  })

  test('no connection: try again', async () => {
    const noAnswer = '**/call/member'
    await browser.context.route(noAnswer, (call) => call.abort())
    const visit = await scans('oVillager6')
    await visit.sees('没连上')
    visit.complaints.length = 0
    await looksRight(visit, '01-no-connection')
    await browser.context.unroute(noAnswer)
    await visit.taps('再试一次')
    await visit.sees('云溪村')
  })
})

describe('the smallest screen with the largest type: all six answers', () => {
  test.each([
    { type: 'large', why: 'no answer is below the edge' },
    { type: 'normal', why: 'nor with normal type' },
  ])('$type: $why', async ({ type }) => {
    const small = await openBrowser({ width: 320, height: 568 })
    const visit = await scans('oVillager7', { more: `&type=${type}`, on: small })
    await looksRight(visit, `17-cover-${type}`)
    await visit.taps('我已满 18 周岁，开始答题')
    await visit.sees('第 1 题')
    await visit.taps('满意')
    await visit.sees('第 2 题')
    await visit.taps('满意')
    await visit.sees('第 3 题')
    await looksRight(visit, `17-question-${type}`)
    const unsure = await visit.page.getByRole('radio', { name: '不了解' }).boundingBox()
    expect(unsure!.y + unsure!.height).toBeLessThanOrEqual(568)
    await small.close()
  })
})

describe('opened without a code', () => {
  test('a stranger types the village’s code, as a browser cannot scan', async () => {
    const visit = await home('oVillager8')
    await visit.sees('扫村里的二维码')
    await looksRight(visit, 'home-stranger')
    await visit.taps('扫村里的二维码')
    await visit.types('村码', 'V03')
    await looksRight(visit, 'home-typed')
    await visit.taps('打开这个村')
    await visit.sees('金沙村')
  })

  test.each(['I07', 'M01', 'M03', 'M05'])('%s is at home', async (memberId) => {
    const visit = await home(openidOf(memberId))
    await visit.page.getByRole('button', { name: '扫村里的二维码' }).waitFor()
    await looksRight(visit, `home-${memberId}`)
  })
})

const stored = (visit: Visit) =>
  visit.page.evaluate(() => Object.keys(localStorage).filter((key) => key.includes('oVillager1/')))
