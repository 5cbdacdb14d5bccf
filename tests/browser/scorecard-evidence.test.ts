/**
 * What a mark is given against: a goal’s promise, and what a measured fact rests on. 彭志强 (I07) at 云溪村 (V01) and 红林村
 * (V08), on the web build. Pictures into tests/screenshots.
 */
import { picturesOf } from '../vocabulary/looks-right'
import { ROUND } from '../vocabulary/stages'
import { restsOnPhotos } from '../vocabulary/stored'
import { webCloud } from '../vocabulary/web'

const VILLAGE = 'V08'
const WORDS = '红林村党支部联户台账，青山乡党建办抽查 20 户，都对得上。'
const SHUT = '党员联户与先锋模范，联户覆盖率 110.5%，看依据'
const OPEN = '党员联户与先锋模范，联户覆盖率 110.5%，收起依据'

const web = webCloud()
const phone = web.screen()
beforeAll(async () => {
  const fact = { roundId: ROUND, villageId: VILLAGE, indicatorId: 'C03' }
  await restsOnPhotos(web.cloud, fact, ['evidence-photo-0000001', 'evidence-photo-0000002'], await pictureOfALedger())
})
afterEach(() => phone.context.setOffline(false))

const card = (inspector = 'I07', village = VILLAGE) =>
  phone.as(inspector, 'inspect/scorecard/index', { round: ROUND, village })
const looksRight = picturesOf('scorecard-evidence')

/** What an officer would have photographed: a ruled page, 800 × 600. */
async function pictureOfALedger(): Promise<Buffer> {
  const page = await phone.context.newPage()
  await page.setViewportSize({ width: 800, height: 600 })
  const rows = Array.from(
    { length: 9 },
    (_, n) => `<tr><td>${n + 1}</td><td>第 ${n + 1} 联户组</td><td>${7 + (n % 4)} 户</td></tr>`,
  )
  await page.setContent(
    `<body style="margin:0;background:#6b5a48"><div style="margin:24px 48px;background:#f6f1e4;transform:rotate(-1.5deg);padding:24px">
    <style>td{border:2px solid #8a8375;padding:6px 18px;font:24px 'Noto Sans CJK SC'}h1{font:700 34px 'Noto Sans CJK SC';margin:0 0 12px}</style>
    <h1>党员联户登记表</h1><table style="border-collapse:collapse;width:100%">${rows.join('')}</table></div></body>`,
  )
  const picture = await page.screenshot({ type: 'jpeg', quality: 85 })
  await page.close()
  return picture
}

test('a goal says from where to where; one that says all in its title has no line', async () => {
  const inspector = await card()
  await inspector.sees('0/15')
  await inspector.taps('示范')
  await inspector.sees('原来 0.8 公里')
  await inspector.sees('→ 承诺 3 公里')
  await looksRight(inspector, '01-promise')
  const other = await card('I07', 'V01')
  await other.taps('示范')
  await other.sees('→ 承诺修好，每周开放 6 天')
  await looksRight(other, '02-promise-in-words', { whole: true })
})

test('看依据 opens the words and the photos below the fact, and puts them away', async () => {
  const inspector = await card()
  await inspector.sees('0/15')
  expect(await inspector.shows()).not.toContain(WORDS)
  await inspector.taps(SHUT)
  await inspector.sees(WORDS)
  const photos = inspector.shown.locator('.photo-seen img')
  await photos.nth(1).waitFor()
  expect(await photos.count()).toBe(2)
  await looksRight(inspector, '03-evidence')
  await inspector.taps(OPEN)
  await inspector.noLongerSees(WORDS)
})

test('without a signal the words are there, the photos come with it', async () => {
  const inspector = await card()
  await inspector.sees('0/15')
  await phone.context.setOffline(true)
  await inspector.taps(SHUT)
  await inspector.sees(WORDS)
  await inspector.sees('有 2 张照片，有信号时在这里看。')
  await looksRight(inspector, '04-evidence-offline')
  await phone.context.setOffline(false)
  await inspector.shown.locator('.photo-seen img').first().waitFor()
  await inspector.noLongerSees('有信号时在这里看')
})
