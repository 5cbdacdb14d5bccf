/**
 * 改正录入 in Chromium, at a phone's size and with names as long as they really are: from the round's page to a fact, a
 * correction proposed, waiting, agreed to by the second person. Pictures into tests/screenshots.
 */
import { administrator, secondAdministrator } from '../../tools/seed/people'
import { sampleRound2 } from '../../tools/seed/sample'
import type { Visit } from '../vocabulary/browser'
import { looksRight as looksRightAs } from '../vocabulary/looks-right'
import { evening, ROUND } from '../vocabulary/stages'
import { change } from '../vocabulary/stored'
import { webCloud } from '../vocabulary/web'

const file = sampleRound2()
/** As officers declare them: what, how much, by when, and with whom. */
const LONG_GOAL =
  '“山水乡愁”研学路线年接待 3000 人次以上，带动沿线十二户农家乐和民宿增收，并与三所中小学签订长期研学合作协议'
const LONG_INDICATOR = '村集体经营性收入（不含财政补助和一次性土地征收补偿）'

const longer = {
  ...file,
  goals: file.goals.map((goal) => (goal.id === 'V01-G1' ? { ...goal, title: LONG_GOAL } : goal)),
  scheme: {
    ...file.scheme,
    indicators: file.scheme.indicators.map((one) => (one.id === 'C08' ? { ...one, title: LONG_INDICATOR } : one)),
  },
}
const web = webCloud({ seed: evening(longer) })
const phone = web.screen()
const as = (who: { memberId: string }, page = 'manage/round/index', more = {}) =>
  phone.as(who, page, { round: ROUND, ...more })

/** As it stands on the screen, and in full. */
async function looksRight(visit: Visit, picture: string) {
  await looksRightAs(visit, `correct-${picture}`)
  await visit.keepPicture(`correct-${picture}-whole`, { whole: true })
}

test('a measured value below zero: typed, proposed, waiting, agreed to by the second person', async () => {
  const first = await as(administrator)
  await first.sees('录入有错')
  await looksRight(first, '1-round')
  await first.taps('改正录入')
  await first.sees('实测数 13 项，示范目标 3 条')
  await looksRight(first, '2-villages')
  await first.taps('云溪村')
  await first.sees(LONG_INDICATOR)
  await looksRight(first, '3-village')
  await first.taps(LONG_INDICATOR)
  await first.sees('提请以后')
  await looksRight(first, '4-form')

  // Key by key, as the web's field of digits takes them.
  const field = first.shown.locator('[aria-label="改为"] input')
  await field.click()
  await first.page.keyboard.type('14')
  await first.sees('和现在的数值一样，不用改正')
  await looksRight(first, '5-same')
  await field.fill('')
  await first.page.keyboard.type('6.25')
  await first.taps('改为，改成负数')
  await first.types('为什么改正', '财政所报来的是 −6.25，去年同期有一笔一次性出租收入')
  await looksRight(first, '6-filled')
  await first.taps('提请改正')
  await first.sees('已提请改正')
  await looksRight(first, '7-proposed')
  expect(web.round().proposals[0]!.correct).toMatchObject({ value: -6.25, former: 14 })
  await first.taps('回到这个村')
  await first.sees('等第二个人同意')
  await looksRight(first, '8-waiting-in-the-list')
  await first.taps(LONG_INDICATOR)
  await first.sees('14 改为 −6.25')
  await looksRight(first, '9-waiting')

  const second = await as(secondAdministrator)
  await second.sees('同意改正录入')
  await looksRight(second, '10-asked')
  await second.taps('同意改正录入')
  await second.saysYes()
  await second.sees('陈立')
  const after = await as(administrator, 'manage/correct/village/index', { village: 'V01' })
  await after.sees('原来录入 14%，已改正')
  await looksRight(after, '11-corrected')
})

test('a goal with a long title: its words and its difficulty', async () => {
  const visit = await as(administrator, 'manage/correct/fact/index', { village: 'V01', goal: 'V01-G1' })
  await visit.sees('提请以后')
  await looksRight(visit, '12-goal')
  await visit.types('名称改为', LONG_GOAL.replace('3000', '300'))
  await visit.types('难度系数改为', '1.2')
  await visit.sees('难度系数大于 0')
  await looksRight(visit, '13-goal-wrong')
  await visit.types('难度系数改为', '0.9')
  await visit.types('为什么改正', '申报表上是 300 人次，录入时多了一个零')
  await visit.taps('提请改正')
  await visit.sees('已提请改正')
  await looksRight(visit, '14-goal-proposed')
})

test('without a signal, and when it is too late: what to do', async () => {
  const visit = await as(administrator, 'manage/correct/index')
  await visit.sees('云溪村')
  await visit.page.context().setOffline(true)
  await visit.sees('离线')
  await visit.keepPicture('correct-15-offline')
  await visit.page.context().setOffline(false)
  await change(web.cloud, 'rounds', ROUND, { state: 'running' })
  const late = await as(administrator, 'manage/correct/index')
  await late.sees('现在不能改正录入')
  await looksRight(late, '16-not-now')
})
