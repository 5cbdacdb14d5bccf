/**
 * 户码 on the web build: an administrator prints a village's household cards and downloads them; and once sealed reads
 * what villagers wrote. Pictures into tests/screenshots.
 */
import { readFileSync } from 'node:fs'
import { strFromU8, unzipSync } from 'fflate'
import { administrator, openidOf } from '../../tools/seed/people'
import { sampleRound2, sealAndAnnounce } from '../../tools/seed/sample'
import { sampleVoices } from '../../tools/seed/voices'
import { type Browser, openBrowser, type Visit } from '../vocabulary/browser'
import { villagesOf } from '../vocabulary/cards'
import { webDay } from '../vocabulary/web-day'

const ROUND = '2024-2'

let browser: Browser
let today: Awaited<ReturnType<typeof webDay>>

beforeAll(async () => {
  today = await webDay()
  await today.cloud.seed('voices', sampleVoices(ROUND))
  browser = await openBrowser()
}, 600_000)
afterAll(async () => {
  await browser?.close()
  await today?.remove()
})

const as = (memberId: string, page: string) =>
  browser.visit(`${today.cloud.url}/index.html?as=${openidOf(memberId)}#/${page}`)
const admin = (page: string) => as(administrator.memberId, page)

async function looksRight(visit: Visit, picture: string, whole = false) {
  await visit.page.waitForTimeout(300)
  await visit.keepPicture(picture, { whole })
  expect(await visit.barriers()).toEqual([])
  expect(visit.complaints.filter((line) => !line.includes('favicon') && !line.includes('404'))).toEqual([])
}

jest.setTimeout(240_000)

test('household cards: from the round’s page to a file on the computer', async () => {
  const visit = await admin(`manage/round/index?round=${ROUND}`)
  await visit.sees('今天有变')
  await looksRight(visit, 'print-cards-1-round', true)
  await visit.taps('户码')
  await visit.sees('412 户，已印 16 张')
  await looksRight(visit, 'print-cards-2-villages')
  await visit.taps('云溪村')
  await visit.sees('还可印 396 张')
  await looksRight(visit, 'print-cards-3-how-many')

  // The answer is late, then lost: the same cards are asked for again.
  let lose = true
  await visit.page.route('**/call/round', async (route) => {
    if (!route.request().postData()?.includes('printCards') || !lose) return route.continue()
    lose = false
    await route.fetch()
    await new Promise((later) => setTimeout(later, 2_000))
    await route.abort()
  })
  await visit.taps('生成 20 张户码')
  await visit.sees('正在生成 20 张户码')
  await visit.keepPicture('print-cards-4-under-way')
  await visit.sees('没有等到回音')
  await visit.keepPicture('print-cards-5-no-answer')
  expect(await visit.barriers()).toEqual([])
  await visit.taps('再要这 20 张户码')
  await visit.sees('已生成 20 张')
  visit.complaints.splice(0)
  await looksRight(visit, 'print-cards-6-printed')

  const downloading = visit.page.waitForEvent('download')
  await visit.taps('下载文件')
  const download = await downloading
  expect(download.suggestedFilename()).toBe('户码-云溪村-第2次拉练-20张.docx')
  const xml = strFromU8(unzipSync(new Uint8Array(readFileSync(await download.path())))['word/document.xml']!)
  expect(xml.match(/[2-9A-HJ-NP-Z]{4}(-[2-9A-HJ-NP-Z]{4}){2}/g)).toHaveLength(20)

  // The browser has it; nothing of it is kept on the page's side.
  expect(await filesIn(visit)).toEqual([])
  await visit.taps('返回')
  await visit.sees('412 户，已印 36 张')
  expect(await filesIn(visit)).toEqual([])
  await looksRight(visit, 'print-cards-7-so-far')
})

test('what villagers wrote: from the village’s page; too few of them are not shown', async () => {
  await today.cloud
    .sdk()
    .database()
    .collection('rounds')
    .doc(ROUND)
    .update({ data: { state: 'closed', closedAt: Date.now() - 3_600_000 } })
  await sealAndAnnounce(today.cloud, ROUND)
  const visit = await admin(`manage/village/index?round=${ROUND}&village=V01`)
  await visit.sees('村民的话')
  await looksRight(visit, 'voices-1-village', true)
  await visit.taps('村民的话')
  await visit.sees('9 条')
  await looksRight(visit, 'voices-2-read', true)
  const few = await admin(`manage/voices/index?round=${ROUND}&village=V08`)
  await few.sees('少于 5 条不显示')
  await looksRight(few, 'voices-3-too-few')
  const [recused] = villagesOf(sampleRound2(), 'I01').recused
  const inspector = await as('I01', `manage/voices/index?round=${ROUND}&village=${recused}`)
  await inspector.sees('这个村您要回避')
  await looksRight(inspector, 'voices-4-recused')
})

/** What the page keeps in the browser's own database. */
function filesIn({ page }: Visit): Promise<string[]> {
  return page.evaluate(
    () =>
      new Promise<string[]>((resolve, reject) => {
        const asked = indexedDB.open('lalian', 1)
        asked.onerror = () => reject(asked.error)
        asked.onsuccess = () => {
          const keys = asked.result.transaction('files').objectStore('files').getAllKeys()
          keys.onsuccess = () => resolve(keys.result.map(String))
        }
      }),
  )
}
