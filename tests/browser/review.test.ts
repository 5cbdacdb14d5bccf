/**
 * The review in Chromium: late work admitted, a provisional village ranked all the same, the sealed round reopened, each
 * by two persons and without a figure. Pictures into tests/screenshots.
 */
import type { LateDoc, RoundDoc, ScorecardDoc } from '../../cloudfunctions/common/documents'
import type { FunctionName } from '../../src/contract'
import type { Answer } from '../../src/contract/errors'
import { buildH5 } from '../../tools/build-app'
import { buildFunctions } from '../../tools/build-functions'
import { administrator, openidOf, secondAdministrator } from '../../tools/seed/people'
import { programme, sampleRound2, sealAndAnnounce, seedAll } from '../../tools/seed/sample'
import { shanghaiDay } from '../../tools/seed/shanghai-time'
import { storedRound } from '../../tools/seed/stored-round'
import { type Browser, openBrowser, type Visit } from '../vocabulary/browser'
import { newId, plainCard } from '../vocabulary/cards'
import { temporaryCloud } from '../vocabulary/local-cloud'

const file = sampleRound2()
const ROUND = file.id
const VILLAGE = file.villages.find(({ id }) => id === 'V08')!
jest.setTimeout(180_000)

let browser: Browser
let evening: Awaited<ReturnType<typeof temporaryCloud>>
/** Two of the village's cards came in time; this one came late, and with it they are three. */
let late: { id: string; name: string }

beforeAll(async () => {
  await buildFunctions()
  evening = await temporaryCloud({ functionsDir: 'dist/cloudfunctions', web: await buildH5() })
  const now = Date.now()
  await seedAll(evening.cloud, programme(now))
  const round = storedRound(file, { day: shanghaiDay(now), state: 'closed', now })
  const cards = round.scorecards as ScorecardDoc[]
  const own = cards.filter(({ villageId }) => villageId === VILLAGE.id)
  late = file.panel.find(({ id }) => id === own[2]!.inspectorId)!
  const left = own.slice(0, 2)
  await seedAll(evening.cloud, {
    ...round,
    scorecards: cards.filter((card) => card.villageId !== VILLAGE.id || left.includes(card)),
  })
  browser = await openBrowser()
}, 300_000)
afterAll(async () => {
  await browser?.close()
  await evening?.remove()
})

const as = ({ memberId }: { memberId: string }) =>
  browser.visit(`${evening.cloud.url}/index.html?as=${openidOf(memberId)}#/manage/round/index?round=${ROUND}`)
const round = () => (evening.cloud.dump('rounds') as unknown as RoundDoc[]).find(({ _id }) => _id === ROUND)!

async function call(memberId: string, fn: FunctionName, action: string, payload: object): Promise<void> {
  const answer = (await evening.cloud.call(fn, { action, payload }, openidOf(memberId))) as Answer
  if (!answer.ok) throw new Error(`${fn}.${action}: ${JSON.stringify(answer.error)}`)
}

async function looksRight(visit: Visit, picture: string) {
  await visit.page.waitForTimeout(300)
  await visit.keepPicture(`review-${picture}`, { whole: true })
  expect(await visit.barriers()).toEqual([])
  expect(visit.complaints).toEqual([])
}

/** The dialog's own button. */
async function saysYes(visit: Visit) {
  await visit.page.locator('.taro-modal__confirm, .taro-model__confirm').click()
}

test('a provisional village is named, and proposed to be ranked all the same', async () => {
  const visit = await as(administrator)
  await visit.sees('封存前再看一眼')
  expect(await visit.shows()).not.toMatch(/\d\d\.\d\d/)
  await looksRight(visit, '1-review')
  await visit.taps(`${VILLAGE.name}，评分表不够，这个村要缓评。照常排名`)
  await visit.types('为什么照常排名', '一位评委中途生病，另两位都打完了')
  await looksRight(visit, '2-accept')
  await visit.taps('提请照常排名')
  await visit.sees('已提请照常排名')
  await visit.taps('撤回提请')
  await visit.page.waitForTimeout(500)
  expect(round().proposals).toEqual([])
})

test('late work is admitted by two persons; then nothing is provisional', async () => {
  await call(late.id, 'scoring', 'submit', {
    roundId: ROUND,
    villageId: VILLAGE.id,
    sendId: newId(),
    phone: newId(),
    device: '华为 nova 9',
    at: Date.now() - 3 * 3_600_000,
    waiting: 0,
    seconds: 600,
    marks: plainCard(file, VILLAGE.id),
  })
  const first = await as(administrator)
  await first.sees('收卷后才到的')
  await first.taps(`${late.name}：${VILLAGE.name}提交评分表，选它采纳`)
  await first.types('为什么采纳', '山里没有信号，收卷前就打完了')
  await looksRight(first, '3-late-chosen')
  await first.taps('提请采纳')
  await first.sees('管理员或不回避的评委')

  const second = await as(secondAdministrator)
  await second.sees('山里没有信号，收卷前就打完了')
  await looksRight(second, '4-late-asked')
  await second.taps('同意采纳收卷后才到的')
  await saysYes(second)
  await second.sees('已采纳')
  expect((evening.cloud.dump('late') as unknown as LateDoc[]).map(({ state }) => state)).toEqual(['admitted'])
  await first.page.reload()
  await first.sees('已采纳')
  expect(await first.shows()).not.toContain('要缓评')
  await looksRight(first, '5-late-admitted')
})

test('a sealed round is led back to the review by two persons', async () => {
  await sealAndAnnounce(evening.cloud, ROUND)
  const first = await as(administrator)
  await first.taps('重开这次拉练，要两人同意')
  await first.types('为什么重开', '金沙村的实测数据录错了一位')
  await looksRight(first, '6-reopen')
  await first.taps('提请重开')
  await first.sees('管理员或不回避的评委')
  expect(round().state).toBe('announced')

  const second = await as(secondAdministrator)
  await second.taps('同意重开这次拉练')
  await saysYes(second)
  await second.sees('已经收卷')
  expect(round()).toMatchObject({ state: 'closed', corrections: 1 })
  await looksRight(second, '7-reopened')
})
