import { sampleFindings } from '../../tools/seed/findings'
import { seedAll } from '../../tools/seed/sample'
import { shanghaiDay } from '../../tools/seed/shanghai-time'
import { SMALLEST_PHONE } from '../vocabulary/browser'
import { picturesOf } from '../vocabulary/looks-right'
import { announced, round1 } from '../vocabulary/stages'
import { webCloud } from '../vocabulary/web'

/** Round 1, announced; no other survey is open. */
const web = webCloud({
  async seed(cloud, now) {
    await announced(round1())(cloud, now)
    await seedAll(cloud, { findings: sampleFindings(round1(), shanghaiDay(now)) })
  },
})
const phone = web.screen()
const small = web.screen(SMALLEST_PHONE)
const looksRight = picturesOf('villager')

describe('after announcing the village’s code shows what came of it', () => {
  test('what was said in words, what was found and what became of it, the two ends and all questions', async () => {
    const visit = await phone.scans('oVillager', 'v=V01')
    await visit.sees('100 个人里，')
    await visit.sees('查出的问题')
    await looksRight(visit, '15-public')
    expect(await visit.shows()).toContain('正在改')
    await visit.taps('全部 10 题')
    await visit.sees('您对党员带头作用满意吗？')
    await looksRight(visit, '15-public-all', { whole: true })
  })

  test('a village whose problems are fixed says so', async () => {
    const visit = await phone.scans('oVillager', 'v=V05')
    await visit.sees('改好了')
    await looksRight(visit, '15-public-fixed', { whole: true })
  })

  test('the smallest screen with the largest type', async () => {
    const visit = await small.scans('oVillager', 'v=V03', { type: 'large' })
    await visit.sees('查出的问题')
    await looksRight(visit, '15-public-large', { whole: true })
  })

  test('no signal: said, and tried again', async () => {
    await phone.context.route('**/call/survey', (call) => call.abort())
    const visit = await phone.scans('oVillager', 'v=V02')
    await visit.sees('没连上')
    await phone.context.unroute('**/call/survey')
    await visit.taps('再试一次')
    await visit.sees('100 个人里，')
  })
})
