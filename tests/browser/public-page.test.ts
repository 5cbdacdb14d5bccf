import type { AuditEdition } from '../../src/domain/round-file'
import { buildH5 } from '../../tools/build-app'
import { buildFunctions } from '../../tools/build-functions'
import { sampleFindings } from '../../tools/seed/findings'
import { programme, readSample, sealAndAnnounce, seedAll } from '../../tools/seed/sample'
import { shanghaiDay } from '../../tools/seed/shanghai-time'
import { storedRound } from '../../tools/seed/stored-round'
import { type Browser, openBrowser } from '../vocabulary/browser'
import { temporaryCloud } from '../vocabulary/local-cloud'
import { looksRight } from '../vocabulary/villager-pictures'

const CODE = (village: string) => encodeURIComponent(`v=${village}`)
jest.setTimeout(60_000)

let browser: Browser
let small: Browser
let evening: Awaited<ReturnType<typeof temporaryCloud>>

/** Round 1, announced; no other survey is open. */
beforeAll(async () => {
  await buildFunctions()
  evening = await temporaryCloud({ functionsDir: 'dist/cloudfunctions', web: await buildH5() })
  const now = Date.now()
  const first = readSample<AuditEdition>('round-1.json')
  await seedAll(evening.cloud, programme(now))
  await seedAll(evening.cloud, storedRound(first, { day: first.date, state: 'closed', now }))
  await seedAll(evening.cloud, { findings: sampleFindings(first, shanghaiDay(now)) })
  await sealAndAnnounce(evening.cloud, first.id)
  browser = await openBrowser()
  small = await openBrowser({ width: 320, height: 568 })
}, 300_000)
afterAll(async () => {
  await browser?.close()
  await small?.close()
  await evening?.remove()
})

const scans = (village: string, { on = browser, more = '' } = {}) =>
  on.visit(`${evening.cloud.url}/index.html?as=oVillager&scene=1047${more}&code=${CODE(village)}#/pages/entry/index`)

describe('after announcing the village’s code shows what came of it', () => {
  test('what was said in words, what was found and what became of it, the two ends and all questions', async () => {
    const visit = await scans('V01')
    await visit.sees('100 个人里，')
    await visit.sees('查出的问题')
    await looksRight(visit, '15-public')
    expect(await visit.shows()).toContain('正在改')
    await visit.taps('全部 10 题')
    await visit.sees('您对党员带头作用满意吗？')
    await looksRight(visit, '15-public-all', { whole: true })
  })

  test('a village whose problems are fixed says so', async () => {
    const visit = await scans('V05')
    await visit.sees('改好了')
    await looksRight(visit, '15-public-fixed', { whole: true })
  })

  test('the smallest screen with the largest type', async () => {
    const visit = await scans('V03', { on: small, more: '&type=large' })
    await visit.sees('查出的问题')
    await looksRight(visit, '15-public-large', { whole: true })
  })

  test('no signal: said, and tried again', async () => {
    await browser.context.route('**/call/survey', (call) => call.abort())
    const visit = await scans('V02')
    await visit.sees('没连上')
    visit.complaints.length = 0
    await browser.context.unroute('**/call/survey')
    await visit.taps('再试一次')
    await visit.sees('100 个人里，')
  })
})
