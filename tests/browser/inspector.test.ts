/**
 * The demo's inspector on the web build, as a newcomer would play him: 彭志强 (I07) opens the day, goes to 红林村 (V08),
 * the only village he has not scored, marks everything, and submits. Pictures into tests/screenshots.
 */
import type { ScorecardDoc } from '../../cloudfunctions/common/documents'
import { openidOf } from '../../tools/seed/people'
import { newId } from '../vocabulary/cards'
import { picturesOf } from '../vocabulary/looks-right'
import { marksTheRest } from '../vocabulary/marks-the-rest'
import { ROUND } from '../vocabulary/stages'
import { change } from '../vocabulary/stored'
import { webCloud } from '../vocabulary/web'

const FIRST = '党支部战斗堡垒作用'
const SECOND = '镇党委书记、村书记亲自谋划推进'

const web = webCloud()
const phone = web.screen()
const cardOf = (inspector: string, village: string) =>
  web.docs<ScorecardDoc>('scorecards').find(({ _id }) => _id === `${ROUND}:${inspector}:${village}`)
const looksRight = picturesOf('inspector')

test('scans 红林村, arrives, marks everything, gives the reason that is missing, submits', async () => {
  const route = await phone.as('I07', 'inspect/route/index', { round: ROUND })
  await route.sees('到红林村打卡')
  await looksRight(route, '1-route')
  await route.page.close()

  const inspector = await phone.scans(openidOf('I07'), 'v=V08')
  await inspector.sees('实测数据')
  await looksRight(inspector, '2-before-arriving')
  await inspector.taps('确认到红林村')
  await inspector.sees('已到点')
  await looksRight(inspector, '3-arrived')

  await inspector.taps('开始给红林村评分')
  await inspector.sees('0/15')
  await looksRight(inspector, '4-blank-card')
  await inspector.taps(`${FIRST}，5 分`)
  await inspector.taps(`${FIRST}，减 0.5`)
  await inspector.taps(`${FIRST}，加 0.5`)
  await inspector.sees('撤销 4.5 → 5')
  await looksRight(inspector, '5-touched')
  await marksTheRest(inspector, 1)
  await looksRight(inspector, '6-all-marked')

  await inspector.taps('核对并提交')
  await inspector.sees('还差 1 条理由')
  await looksRight(inspector, '7-reason-missing')
  await inspector.taps('去补 1 条理由')
  await inspector.types(
    `${FIRST}，理由`,
    '支部活动每月都有记录，随机问了三户，都说有事先找支部；修渠一事从议到办只用了九天。',
  )
  await looksRight(inspector, '8-reason')
  await inspector.taps('核对并提交')
  await inspector.taps('提交红林村评分')
  await inspector.sees('已提交')
  await looksRight(inspector, '9-submitted')
  expect(cardOf('I07', 'V08')!.submitted!.marks).toMatchObject({ C01: 5, C02: 0.5 })

  await inspector.taps('回到今日路线')
  await inspector.sees('全部提交了')
  await looksRight(inspector, '10-all-submitted')
})

test('offline, a mark changed on two phones, and a change after submitting', async () => {
  const inspector = await phone.as('I07', 'inspect/scorecard/index', { round: ROUND, village: 'V08' })
  await inspector.sees('15/15')
  await phone.context.setOffline(true)
  await inspector.taps(`${SECOND}，2.5 分`)
  await inspector.sees('离线 · 1 项待上传')
  await looksRight(inspector, '11-offline')
  await web.does('I07', 'scoring', 'saveMarks', {
    roundId: ROUND,
    villageId: 'V08',
    sendId: newId(),
    phone: newId(),
    at: Date.now(),
    device: '华为 nova 9',
    waiting: 0,
    changes: [{ itemId: 'C02', mark: 3.5, note: '看了路线图，分工到人，每月有进度', photos: [], base: 1 }],
  })
  await phone.context.setOffline(false)
  await inspector.sees('两部手机上的得分不一样')
  await inspector.page.locator('.two-values').scrollIntoViewIfNeeded()
  await looksRight(inspector, '12-two-values')
  await inspector.taps('华为 nova 9')
  await inspector.taps('采用 3.5')
  await inspector.noLongerSees('两部手机上的得分不一样')
  await inspector.taps('核对并提交')
  await inspector.sees('有改动未重新提交')
  await looksRight(inspector, '13-changed')
  await inspector.taps('重新提交红林村评分')
  await inspector.sees('已提交')
  expect(cardOf('I07', 'V08')!.submitted!.marks.C02).toBe(3.5)
})

test('recused, a stop that is off, and a round that has closed', async () => {
  const recused = await phone.as('I01', 'inspect/arrival/index', { round: ROUND, village: 'V02' })
  await recused.sees('按规定回避')
  await looksRight(recused, '14-recused')
  const off = web.round().stops.map((stop) => (stop.villageId === 'V07' ? { ...stop, state: 'skipped' } : stop))
  await change(web.cloud, 'rounds', ROUND, { stops: off })
  const route = await phone.as('I01', 'inspect/route/index', { round: ROUND })
  await route.sees('取消')
  await looksRight(route, '15-recused-and-off')
  await change(web.cloud, 'rounds', ROUND, { state: 'closed', closedAt: Date.now() })
  await route.page.reload()
  await route.sees('已收卷')
  await looksRight(route, '16-closed-route')
  const late = await phone.as('I01', 'inspect/scorecard/index', { round: ROUND, village: 'V08' })
  await late.taps(`${FIRST}，5 分`)
  await late.sees('没有计入')
  await looksRight(late, '17-late')
})
