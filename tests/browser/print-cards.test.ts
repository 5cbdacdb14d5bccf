/**
 * 户码 on the web build: an administrator prints a village's household cards and downloads them; and once sealed reads
 * what villagers wrote. Pictures into tests/screenshots.
 */
import { strFromU8, unzipSync } from 'fflate'
import { administrator } from '../../tools/seed/people'
import { sampleRound2, sealAndAnnounce } from '../../tools/seed/sample'
import { sampleVoices } from '../../tools/seed/voices'
import type { Visit } from '../vocabulary/browser'
import { villagesOf } from '../vocabulary/cards'
import { looksRight } from '../vocabulary/looks-right'
import { afternoon, ROUND } from '../vocabulary/stages'
import { change } from '../vocabulary/stored'
import { untilLetGo } from '../vocabulary/until-let-go'
import { webCloud } from '../vocabulary/web'

const web = webCloud({
  async seed(cloud, now) {
    await afternoon(cloud, now)
    cloud.seed('voices', sampleVoices(ROUND))
  },
})
const phone = web.screen()
const admin = (page: string, query = {}) => phone.as(administrator, page, { round: ROUND, ...query })

test('household cards: from the round’s page to a file on the computer', async () => {
  const visit = await admin('manage/round/index')
  await visit.sees('今天有变')
  await looksRight(visit, 'print-cards-1-round', { whole: true })
  await visit.taps('户码')
  await visit.sees('412 户，已印 16 张')
  await looksRight(visit, 'print-cards-2-villages')
  await visit.taps('云溪村')
  await visit.sees('还可印 396 张')
  await looksRight(visit, 'print-cards-3-how-many')

  // The answer is late, then lost: the same cards are asked for again.
  let lose = true
  const { held, letGo } = untilLetGo()
  await visit.page.route('**/call/round', async (route) => {
    if (!route.request().postData()?.includes('printCards') || !lose) return route.continue()
    lose = false
    await route.fetch()
    await held
    await route.abort()
  })
  await visit.taps('生成 20 张户码')
  await visit.sees('正在生成 20 张户码')
  await visit.keepPicture('print-cards-4-under-way')
  letGo()
  await visit.sees('没有等到回音')
  await visit.keepPicture('print-cards-5-no-answer')
  expect(await visit.barriers()).toEqual([])
  await visit.taps('再要这 20 张户码')
  await visit.sees('已生成 20 张')
  await looksRight(visit, 'print-cards-6-printed')

  const { fileName, bytes } = await visit.downloads('下载文件')
  expect(fileName).toBe('户码-云溪村-第2次拉练-20张.docx')
  const xml = strFromU8(unzipSync(bytes)['word/document.xml']!)
  expect(xml.match(/[2-9A-HJ-NP-Z]{4}(-[2-9A-HJ-NP-Z]{4}){2}/g)).toHaveLength(20)

  // The browser has it; nothing of it is kept on the page's side.
  expect(await filesIn(visit)).toEqual([])
  await visit.taps('返回')
  await visit.sees('412 户，已印 36 张')
  expect(await filesIn(visit)).toEqual([])
  await looksRight(visit, 'print-cards-7-so-far')
})

test('what villagers wrote: from the village’s page; too few of them are not shown', async () => {
  await change(web.cloud, 'rounds', ROUND, { state: 'closed', closedAt: Date.now() - 3_600_000 })
  await sealAndAnnounce(web.cloud, ROUND)
  const visit = await admin('manage/village/index', { village: 'V01' })
  await visit.sees('村民的话')
  await looksRight(visit, 'voices-1-village', { whole: true })
  await visit.taps('村民的话')
  await visit.sees('9 条')
  await looksRight(visit, 'voices-2-read', { whole: true })
  const few = await admin('manage/voices/index', { village: 'V08' })
  await few.sees('少于 5 条不显示')
  await looksRight(few, 'voices-3-too-few')
  const [recused] = villagesOf(sampleRound2(), 'I01').recused
  const inspector = await phone.as('I01', 'manage/voices/index', { round: ROUND, village: recused! })
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
