/** The administrators' pages of a round at 1280 × 800: one column, whose tables take the width and whose buttons do not. */
import { administrator } from '../../tools/seed/people'
import { COMPUTER } from '../vocabulary/browser'
import { atRest } from '../vocabulary/looks-right'
import { afternoon, announces, ROUND, round1 } from '../vocabulary/stages'
import { webCloud } from '../vocabulary/web'

const former = round1()
const web = webCloud({
  async seed(cloud, now) {
    await afternoon(cloud, now)
    await announces(cloud, former, now)
  },
})
const computer = web.screen(COMPUTER)

test.each([
  ...['round', 'progress', 'day', 'deductions', 'cards', 'voices'].map((page) => [page, ROUND, 'V01']),
  ...['village', 'how', 'quadrants', 'panel', 'verify', 'voices'].map((page) => [page, former.id, 'V02']),
])('manage/%s of %s', async (page, round, village) => {
  const visit = await computer.as(administrator, `manage/${page}/index`, { round, village })
  await visit.page.locator('.skeleton').first().waitFor({ state: 'detached' })
  await atRest(visit)
  await visit.keepPicture(`computer-${page}-${round}`, { whole: true })
  const { shown } = visit
  expect(await shown.locator('.screen').evaluate((screen) => screen.clientWidth)).toBe(960)
  const widths = await shown
    .locator('.main-button')
    .evaluateAll((all) => all.map((button) => button.getBoundingClientRect().width))
  expect(Math.max(0, ...widths)).toBeLessThanOrEqual(480)
  // Nothing is wider than the column: no line to be scrolled sideways.
  expect(await shown.evaluate((box) => box.scrollWidth - box.clientWidth)).toBe(0)
})
