import type { AuditEdition } from '../../src/domain/round-file'
import { buildH5 } from '../../tools/build-app'
import { buildFunctions } from '../../tools/build-functions'
import { administrator, openidOf } from '../../tools/seed/people'
import { programme, readSample, sampleRound2, sealAndAnnounce, seedAll } from '../../tools/seed/sample'
import { storedRound } from '../../tools/seed/stored-round'
import { type Browser, openBrowser, type Visit } from '../vocabulary/browser'
import { temporaryCloud } from '../vocabulary/local-cloud'

jest.setTimeout(120_000)
let browser: Browser
let evening: Awaited<ReturnType<typeof temporaryCloud>>

beforeAll(async () => {
  await buildFunctions()
  evening = await temporaryCloud({ functionsDir: 'dist/cloudfunctions', web: await buildH5() })
  const now = Date.now()
  const file = sampleRound2()
  const first = readSample<AuditEdition>('round-1.json')
  await seedAll(evening.cloud, programme(now))
  await seedAll(evening.cloud, storedRound(first, { day: first.date, state: 'closed', now }))
  await sealAndAnnounce(evening.cloud, first.id)
  await seedAll(evening.cloud, storedRound(file, { day: file.date, state: 'closed', now }))
  await sealAndAnnounce(evening.cloud, file.id)
  browser = await openBrowser()
}, 300_000)
afterAll(async () => {
  await browser?.close()
  await evening?.remove()
})

const opens = (page: string) =>
  browser.visit(`${evening.cloud.url}/index.html?as=${openidOf(administrator.memberId)}#/${page}`)

async function looksRight(visit: Visit, picture: string) {
  await visit.page.waitForTimeout(300)
  await visit.keepPicture(picture, { whole: true })
  expect(await visit.barriers()).toEqual([])
  expect(visit.complaints).toEqual([])
}

test('whether the panel is sound: by paper and by inspector, in figures and words', async () => {
  const visit = await opens('manage/round/index?round=2024-2')
  await visit.taps('评审组打得怎样')
  await visit.sees('分数的差别从哪里来')
  for (const { name } of sampleRound2().panel) expect(await visit.shows()).toContain(name)
  await looksRight(visit, 'panel')
})

test('the board: villages of one 档 in one frame; a village: its range of ranks', async () => {
  const visit = await opens('pages/board/index')
  await visit.sees('难分高下')
  await looksRight(visit, 'bands')
  await visit.taps('第 1 名')
  await visit.sees('得第一的可能')
  await looksRight(visit, 'bands-village')
})

test('进步榜 and 四象限: how far each village moved, and where it stands', async () => {
  const visit = await opens('pages/board/index')
  await visit.sees('难分高下')
  await visit.taps('进步')
  await visit.sees('和第 1 次拉练比')
  await looksRight(visit, 'gains')
  await visit.taps('四象限：水平与进步')
  await visit.sees('一般的在变好')
  await looksRight(visit, 'quadrants')
  await visit.taps('桥头村')
  await visit.sees('水平在中位以下')
})
