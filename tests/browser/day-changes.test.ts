/**
 * 当日调整 on the web build: an administrator cancels a stop, moves one, an inspector falls out and is replaced; the
 * inspectors' routes show it, after a reload too, and no card is lost. Pictures into tests/screenshots.
 */
import { administrator } from '../../tools/seed/people'
import type { Visit } from '../vocabulary/browser'
import { picturesOf } from '../vocabulary/looks-right'
import { ROUND } from '../vocabulary/stages'
import { change } from '../vocabulary/stored'
import { webCloud } from '../vocabulary/web'

const web = webCloud()
const phone = web.screen()
const looksRight = picturesOf('day-changes')

const day = () => phone.as(administrator, 'manage/day/index', { round: ROUND })
const stopOf = (villageId: string) => web.round().stops.find((stop) => stop.villageId === villageId)!

test('a stop is cancelled for a reason, and every inspector’s route says so', async () => {
  const cardsBefore = web.cloud.dump('scorecards')
  const admin = await phone.as(administrator, 'manage/round/index', { round: ROUND })
  await admin.taps('当日调整')
  await admin.sees('今天改过的')
  expect(await admin.shows()).not.toMatch(/\d\d\.\d\d/)
  await looksRight(admin, '1-day')

  await admin.taps('15:00 桥头村')
  await admin.sees('要改什么')
  await looksRight(admin, '2-stop')
  await admin.taps('取消这一站')
  await admin.sees('先写为什么改')
  expect(stopOf('V07').state).toBe('visited')
  await admin.types('为什么改', '省道塌方，去桥头村的路断了，交警说今天通不了')
  await looksRight(admin, '3-would-lack')
  await admin.taps('取消桥头村这一站')
  await admin.sees('已经改了')
  expect(stopOf('V07').state).toBe('skipped')
  await looksRight(admin, '4-done')
  await admin.taps('回到当日调整')
  await admin.sees('省道塌方，去桥头村的路断了')
  await admin.toTheEnd()
  await looksRight(admin, '5-log')

  const inspector = await phone.as('I07', 'inspect/route/index', { round: ROUND })
  await inspector.sees('取消')
  await inspector.page.reload()
  await inspector.sees('取消')
  expect(web.cloud.dump('scorecards')).toEqual(cardsBefore)
})

test('a cancelled stop is taken back in', async () => {
  const admin = await day()
  await admin.taps('15:00 桥头村')
  await admin.sees('恢复这一站')
  await admin.types('为什么改', '路抢通了，晚一小时到')
  await looksRight(admin, '6-resume')
  await admin.taps('恢复桥头村这一站')
  await admin.sees('已经改了')
  expect(stopOf('V07').state).toBe('visited')
})

test('a stop gets another time and place; the others close up', async () => {
  const admin = await day()
  await admin.taps('16:10 红林村')
  await admin.taps('改时间和顺序')
  await admin.sees('先改时间或顺序')
  await picks(admin, '到，16:10，修改', '15')
  await picks(admin, '顺序，第 8 站，共 8 站，修改', '第 7 站', '8-picker')
  await admin.types('为什么改', '桥头村往后放，先去红林村')
  await looksRight(admin, '7-move')
  await admin.taps('改红林村的时间和顺序')
  await admin.sees('已经改了')
  expect(stopOf('V08')).toMatchObject({ order: 7 })
  expect(stopOf('V07')).toMatchObject({ order: 8 })
  expect(stopOf('V08')).toMatchObject({ arrive: '15:10', depart: '16:55' })
})

test('what the plan would then lack is told first, and nothing is written by asking', async () => {
  const before = web.round()
  const admin = await day()
  await admin.taps('罗建华')
  await admin.taps('今天来不了')
  await admin.sees('这样改，会多出 1 处要留意')
  await admin.sees('最少 0 位')
  await looksRight(admin, '8b-would-lack')
  expect(web.round()).toEqual(before)
})

test('an inspector falls out, what the plan would then lack is told before, and somebody steps in', async () => {
  const admin = await day()
  await admin.taps('彭志强')
  await admin.sees('要改什么')
  await looksRight(admin, '9-inspector')
  await admin.taps('换人')
  await admin.sees('先选换成谁')
  await admin.taps('程小红')
  await admin.types('为什么改', '突发急病，送医院了')
  await admin.sees('要回避 1 个村')
  await looksRight(admin, '10-substitute')
  await admin.taps('彭志强换成程小红')
  await admin.sees('已经改了')
  await looksRight(admin, '11-substituted')
  const { panel } = web.round()
  expect(panel.find(({ id }) => id === 'I07')!.absentAt).toEqual(expect.any(Number))
  expect(panel.find(({ id }) => id === 'I13')!.recusedVillageIds).toEqual(['V05'])

  await admin.taps('回到当日调整')
  await admin.taps('彭志强')
  await admin.taps('又来了')
  await admin.types('为什么改', '没有大碍，已赶到红林村')
  await admin.taps('记彭志强又来了')
  await admin.sees('已经改了')
  expect(web.round().panel.find(({ id }) => id === 'I07')!.absentAt).toBeNull()
})

test('once closed, nothing of the day can be changed, and the page says so', async () => {
  await change(web.cloud, 'rounds', ROUND, { state: 'closed', closedAt: Date.now() })
  const admin = await day()
  await admin.sees('路线和评审组只在拉练进行时调整')
  await looksRight(admin, '12-closed')
  await change(web.cloud, 'rounds', ROUND, { state: 'running', closedAt: null })
})

/** Opens a wheel picker, taps what stands beside the middle of its first wheel, confirms; the row then says another thing. */
async function picks(visit: Visit, row: string, item: string, picture?: string) {
  const { page } = visit
  const asked = visit.shown.getByRole('button', { name: row })
  await asked.click()
  const wheel = page.locator('.weui-picker__group:visible').first()
  const beside = wheel.locator('.weui-picker__item', { hasText: item }).first()
  // The mask over the wheel takes the tap and reckons from where the wheel is once it has slid up.
  await (await beside.elementHandle())!.waitForElementState('stable')
  if (picture) await visit.keepPicture(`day-changes-${picture}`)
  const { x, y, width, height } = (await beside.boundingBox())!
  await page.mouse.click(x + width / 2, y + height / 2)
  await page.locator('.weui-picker__action:visible').last().click()
  await asked.waitFor({ state: 'detached' })
}
