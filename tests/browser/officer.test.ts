/**
 * A deduction from the village's side, on the web build: the officer is told with a countdown, appeals, an administrator
 * proposes what becomes of it, an inspector who is neither of the two agrees, and the officer reads the outcome.
 * Pictures into tests/screenshots.
 */
import type { DeductionDoc } from '../../cloudfunctions/common/documents'
import { administrator, officer, openidOf } from '../../tools/seed/people'
import type { Visit } from '../vocabulary/browser'
import { newId } from '../vocabulary/cards'
import { looksRight as looksRightAs } from '../vocabulary/looks-right'
import { ROUND } from '../vocabulary/stages'
import { change } from '../vocabulary/stored'
import { webCloud } from '../vocabulary/web'

const VILLAGE = 'V01'
const MINUTE = 60_000
const SLOGAN = 'slogan-deduction-00001'
const VISIT = 'visit-deduction-000001'

const web = webCloud()
const phone = web.screen()
const stored = (id: string) => web.docs<DeductionDoc>('deductions').find(({ _id }) => _id === id)!

/** And no marks are told. */
async function looksRight(visit: Visit, picture: string) {
  await looksRightAs(visit, `officer-${picture}`)
  expect(await visit.shows()).not.toMatch(/\d ?分(?!钟)/)
}

const sent = () => ({ roundId: ROUND, villageId: VILLAGE, sendId: newId(), phone: newId(), at: Date.now() })

/** 彭志强 (of no district) proposes, 罗建华 (开发区) confirms. */
async function deducted(deductionId: string, itemId: string, occurrences: number, text: string, photos: string[] = []) {
  await web.does('I07', 'scoring', 'deduct', { ...sent(), deductionId, itemId, occurrences, text, photos })
  await web.does('I03', 'scoring', 'confirmDeduction', { ...sent(), deductionId })
}

/** A picture of a wall, in cloud storage. */
async function photographed(photoId: string) {
  const page = await phone.context.newPage()
  await page.setContent(
    '<body style="margin:0;background:#c9b79a;font:700 60px sans-serif;color:#8c1d18;padding:90px 30px">绿水青山就是<br>金山银<span style="opacity:.15">山</span></body>',
  )
  const picture = await page.screenshot({ type: 'jpeg', clip: { x: 0, y: 0, width: 390, height: 390 } })
  await page.close()
  const cloudPath = `photos/${ROUND}/${photoId}.jpg`
  const { fileID } = await web.cloud.sdk().uploadFile({ cloudPath, fileContent: picture })
  const photo = {
    roundId: ROUND,
    villageId: VILLAGE,
    photoId,
    fileId: fileID,
    bytes: picture.length,
    of: 'deduction' as const,
  }
  await web.does('I07', 'scoring', 'photo', photo)
}

test('before anything was confirmed the officer’s pages say so', async () => {
  const home = await phone.as(officer)
  await home.sees('今天还没有扣分')
  await looksRight(home, '1-home-quiet')
  await home.taps('看本村扣分')
  await home.sees('今天没有扣分')
  await looksRight(home, '2-none')
})

test('told at once, with the time that is left; the village’s own code leads to the same page', async () => {
  const photoId = newId()
  await photographed(photoId)
  await deducted(SLOGAN, 'K09', 2, '村口和文化广场各有一处标语缺字，“金山银山”的“山”掉了漆。', [photoId, newId()])
  await deducted(VISIT, 'K07', 1, '随机走访三户，两户说垃圾一周没人收，和汇报的日产日清不一样。')
  // 43 minutes and 59 seconds are left: for most of a minute it says 43.
  await change(web.cloud, 'deductions', VISIT, { confirmedAt: Date.now() - 16 * MINUTE - 1000 })

  const home = await phone.as(officer)
  await home.sees('云溪村 · 2 条扣分等您回应')
  await home.sees('还剩 43 分钟')
  await looksRight(home, '3-home-asked')
  await home.taps('云溪村 · 2 条扣分等您回应')
  await home.sees('不申诉即视为认可')
  await home.sees('还有 1 张照片没有传到')
  await looksRight(home, '4-deductions')

  const scanned = await phone.scans(openidOf(officer.memberId), `v=${VILLAGE}`)
  await scanned.sees('2 条等您回应')
})

test('appeals with a reason; what was written outlives a reload', async () => {
  const page = await phone.as(officer, 'office/deductions/index', { round: ROUND, village: VILLAGE })
  await page.taps('申诉：标语错误或破损严重')
  await page.sees('先写申诉理由')
  const reason = '文化广场那处昨晚下雨刚掉漆，今早已经补好，照片是补之前拍的；村口那处我们认。'
  await page.types('申诉理由', reason)
  await page.page.reload()
  await page.taps('申诉：标语错误或破损严重')
  await page.sees('提交这条申诉')
  await looksRight(page, '5-writing')
  await page.taps('提交这条申诉')
  await page.sees('申诉已经收到')
  expect(stored(SLOGAN)).toMatchObject({ state: 'appealed', appeal: { reason } })
  await looksRight(page, '6-appealed')
})

test('an administrator proposes; an inspector who is neither of the two reads it and agrees; the officer sees why', async () => {
  const admin = await phone.as(administrator, 'manage/deductions/index', { round: ROUND })
  await admin.sees('申诉待定')
  await looksRight(admin, '7-all')
  await admin.taps('云溪村：标语错误或破损严重')
  await admin.sees('先选维持还是撤销')
  await looksRight(admin, '8-one')
  await admin.taps('建议撤销')
  await admin.types('为什么撤销', '雨后掉漆、当天补好，拍照时间和村里说的对得上，撤销。')
  await admin.toTheEnd()
  await looksRight(admin, '9-reason')
  await admin.taps('提请撤销这条扣分')
  await admin.sees('撤回提请')
  expect(stored(SLOGAN).state).toBe('appealed')
  await looksRight(admin, '10-proposed')

  const party = await phone.as('I07')
  await party.sees('今日路线')
  expect(await party.shows()).not.toContain('等您同意')

  const second = await phone.as('I05')
  await second.sees('等您同意')
  await looksRight(second, '11-second-home')
  await second.taps('等您同意')
  await second.sees('文化广场那处昨晚下雨刚掉漆')
  await looksRight(second, '12-second')
  await second.taps('同意这样处理')
  await second.sees('王敏提请，万里同意')
  expect(stored(SLOGAN)).toMatchObject({ state: 'revoked', decision: { byName: '王敏', agreedByName: '万里' } })

  const told = await phone.as(officer, 'office/deductions/index', { round: ROUND, village: VILLAGE })
  await told.sees('雨后掉漆、当天补好')
  await told.sees('王敏提请，万里同意')
  await told.toTheEnd()
  await looksRight(told, '13-outcome')
})

test('after the window there is nothing to press, and the page says why', async () => {
  await change(web.cloud, 'deductions', VISIT, { confirmedAt: Date.now() - 61 * MINUTE })
  const late = await phone.as(officer, 'office/deductions/index', { round: ROUND, village: VILLAGE })
  await late.sees('已过申诉时间')
  expect(await late.shows()).not.toContain('申诉这一条')
  await looksRight(late, '14-over')
  const home = await phone.as(officer)
  await home.sees('1 条已确认，1 条有了结论')
  expect(await home.shows()).not.toContain('等您回应')
})

test('without a network the page says so and keeps what was read', async () => {
  const page = await phone.as(officer, 'office/deductions/index', { round: ROUND, village: VILLAGE })
  await page.sees('已过申诉时间')
  await phone.context.setOffline(true)
  await page.sees('离线')
  await page.keepPicture('officer-15-offline')
  expect(await page.shows()).toContain('已过申诉时间')
  await phone.context.setOffline(false)
})
