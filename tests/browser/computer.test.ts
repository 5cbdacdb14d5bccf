/** The administrators' pages of a round at 1280 × 800: one column, whose tables take the width and whose buttons do not. */
import type { AuditEdition } from '../../src/domain/round-file'
import { administrator, openidOf } from '../../tools/seed/people'
import { readSample, sampleRound2, sealAndAnnounce, seedAll } from '../../tools/seed/sample'
import { storedRound } from '../../tools/seed/stored-round'
import { type Browser, openBrowser } from '../vocabulary/browser'
import { webDay } from '../vocabulary/web-day'

jest.setTimeout(120_000)

const former = readSample<AuditEdition>('round-1.json')
const running = sampleRound2()

let computer: Browser
let today: Awaited<ReturnType<typeof webDay>>
beforeAll(async () => {
  today = await webDay()
  await seedAll(today.cloud, storedRound(former, { day: former.date, state: 'closed', now: Date.now() }))
  await sealAndAnnounce(today.cloud, former.id)
  computer = await openBrowser({ width: 1280, height: 800 })
}, 600_000)
afterAll(async () => {
  await computer?.close()
  await today?.remove()
})

test.each([
  ...['round', 'progress', 'day', 'deductions', 'cards', 'voices'].map((page) => [page, running.id, 'V01']),
  ...['village', 'how', 'quadrants', 'panel', 'verify', 'voices'].map((page) => [page, former.id, 'V02']),
])('manage/%s of %s', async (page, round, village) => {
  const url = `${today.cloud.url}/index.html?as=${openidOf(administrator.memberId)}`
  const visit = await computer.visit(`${url}#/manage/${page}/index?round=${round}&village=${village}`)
  await visit.page.locator('.skeleton').waitFor({ state: 'detached' })
  await visit.page.waitForTimeout(300)
  await visit.keepPicture(`computer-${page}-${round}`, { whole: true })
  const shown = visit.page.locator('.taro_page:visible').last()
  expect(await shown.locator('.screen').evaluate((screen) => screen.clientWidth)).toBe(960)
  for (const button of await shown.locator('.main-button').all())
    expect((await button.boundingBox())!.width).toBeLessThanOrEqual(480)
  // Nothing is wider than the column: no line to be scrolled sideways.
  expect(await shown.evaluate((box) => box.scrollWidth - box.clientWidth)).toBe(0)
})
