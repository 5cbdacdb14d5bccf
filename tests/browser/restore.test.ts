/**
 * Two persons in Chromium: an administrator looks at the warnings after closing and proposes to count what was excluded,
 * an inspector agrees. Neither sees a figure. Pictures into tests/screenshots.
 */
import type { AnswerDoc } from '../../cloudfunctions/common/documents'
import type { CallOut } from '../../src/contract'
import type { Answer } from '../../src/contract/errors'
import { buildH5 } from '../../tools/build-app'
import { buildFunctions } from '../../tools/build-functions'
import { administrator, openidOf } from '../../tools/seed/people'
import { programme, sampleRound2, seedAll } from '../../tools/seed/sample'
import { shanghaiDay } from '../../tools/seed/shanghai-time'
import { storedRound } from '../../tools/seed/stored-round'
import { type Browser, openBrowser, type Visit } from '../vocabulary/browser'
import { temporaryCloud } from '../vocabulary/local-cloud'

const ROUND = '2024-2'
const REASON = '村里停电，镇干部转发了码，都是本村人填的'

let browser: Browser
let evening: Awaited<ReturnType<typeof temporaryCloud>>

beforeAll(async () => {
  await buildFunctions()
  evening = await temporaryCloud({ functionsDir: 'dist/cloudfunctions', web: await buildH5() })
  const now = Date.now()
  await seedAll(evening.cloud, programme(now))
  await seedAll(evening.cloud, storedRound(sampleRound2(), { day: shanghaiDay(now), state: 'closed', now }))
  browser = await openBrowser()
}, 300_000)
afterAll(async () => {
  await browser?.close()
  await evening?.remove()
})

const as = (memberId: string) =>
  browser.visit(`${evening.cloud.url}/index.html?as=${openidOf(memberId)}#/manage/round/index?round=${ROUND}`)
const restored = () => (evening.cloud.dump('answers') as unknown as AnswerDoc[]).filter((one) => one.restored)

async function looksRight(visit: Visit, picture: string) {
  await visit.page.waitForTimeout(300)
  await visit.keepPicture(`restore-${picture}`, { whole: true })
  expect(await visit.barriers()).toEqual([])
  expect(visit.complaints.filter((line) => !line.includes('favicon') && !line.includes('404'))).toEqual([])
}

jest.setTimeout(180_000)

test('what was excluded by rule is restored by two persons, unseen', async () => {
  const before = restored().length
  const { data } = (await evening.cloud.call(
    'ranking',
    { action: 'warnings', payload: { roundId: ROUND } },
    openidOf(administrator.memberId),
  )) as Answer<CallOut<'ranking', 'warnings'>> & { ok: true }
  const { villageId, villageName, text } = data.warnings.find(({ mayRestore }) => mayRestore)!

  const first = await as(administrator.memberId)
  await first.sees('答卷里要看的')
  await looksRight(first, '1-warnings')
  await first.taps(`${villageName}，${text}恢复计分`)
  await first.sees('先写为什么恢复')
  await first.types('为什么恢复', REASON)
  await looksRight(first, '2-reason')
  await first.taps('提请恢复计分')
  await first.sees('已提请恢复计分')
  await first.sees('管理员或不回避的评委')
  await looksRight(first, '3-proposed')
  expect(restored()).toHaveLength(before)

  const seat = sampleRound2().panel.find(({ recusedVillageIds }) => !recusedVillageIds.includes(villageId))!
  const second = await as(seat.id)
  await second.sees(REASON)
  await looksRight(second, '4-asked-to-agree')
  await second.taps('同意恢复计分')
  await second.page.locator('.taro-modal__confirm, .taro-model__confirm').click()
  await second.sees(seat.name)
  await second.page.waitForTimeout(500)
  expect(restored().length).toBeGreaterThanOrEqual(before + 5)

  await first.page.reload()
  await first.sees('两人已同意恢复计分')
  await looksRight(first, '5-restored')
})
