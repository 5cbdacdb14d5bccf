/**
 * 试点和区, 村, Excel and 一村一码 on a phone and on a computer, in the web build; files as a browser downloads and uploads
 * them. Pictures into tests/screenshots.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { unzipSync } from 'fflate'
import type { VillageDoc } from '../../cloudfunctions/common/documents'
import { administrator, openidOf } from '../../tools/seed/people'
import { type Browser, openBrowser, type Visit } from '../vocabulary/browser'
import { edited } from '../vocabulary/excel'
import { webDay } from '../vocabulary/web-day'

jest.setTimeout(240_000)

let phone: Browser
let computer: Browser
let today: Awaited<ReturnType<typeof webDay>>
beforeAll(async () => {
  today = await webDay()
  phone = await openBrowser()
  computer = await openBrowser({ width: 1280, height: 800 })
}, 600_000)
afterAll(async () => {
  await phone?.close()
  await computer?.close()
  await today?.remove()
})

const as = (browser: Browser, page: string) =>
  browser.visit(`${today.cloud.url}/index.html?as=${openidOf(administrator.memberId)}#/${page}`)
const village = (id: string) => (today.cloud.dump('villages') as unknown as VillageDoc[]).find((one) => one.id === id)!

async function looksRight(visit: Visit, picture: string, whole = false) {
  await visit.page.waitForTimeout(300)
  await visit.keepPicture(picture, { whole })
  expect(await visit.barriers()).toEqual([])
  expect(visit.complaints.filter((line) => !line.includes('favicon') && !line.includes('404'))).toEqual([])
}

/** What the browser downloads when a control is pressed. */
async function downloaded(visit: Visit, name: string): Promise<{ fileName: string; bytes: Uint8Array }> {
  const [download] = await Promise.all([visit.page.waitForEvent('download'), visit.taps(name)])
  return { fileName: download.suggestedFilename(), bytes: new Uint8Array(readFileSync(await download.path())) }
}

async function chooses(visit: Visit, button: string, workbook: Uint8Array, fileName: string) {
  const path = join(tmpdir(), `${process.pid}-${fileName}`)
  writeFileSync(path, workbook)
  const [chooser] = await Promise.all([visit.page.waitForEvent('filechooser'), visit.taps(button)])
  await chooser.setFiles(path)
}

describe('on a computer, 1280 × 800', () => {
  test('Excel out, a faulty file, a mended one written', async () => {
    const visit = await as(computer, 'prepare/villages/index')
    await visit.sees('个村')
    await looksRight(visit, 'tables-20-wide-villages')
    await visit.taps('用 Excel 导入导出')
    await visit.sees('区、村和包联责任')
    await looksRight(visit, 'tables-21-wide-excel')
    const { fileName, bytes } = await downloaded(visit, '现在的内容')
    expect(fileName).toBe('村庄.xlsx')

    const rows = [2, 3, 4, 5, 6, 7, 8, 9]
    const broken = Object.fromEntries(
      rows.flatMap((row) => [
        [`F${row}`, '很多'],
        [`D${row}`, '南岭区'],
      ]),
    )
    await chooses(visit, '选 Excel 文件导入', edited(bytes, { sheet: '村', cells: broken }), '村庄-填错.xlsx')
    await visit.sees('有 16 处要改，什么都没有写')
    await looksRight(visit, 'tables-22-wide-faults')
    await visit.taps('都看')
    await visit.sees('收起来')

    const cells = { F2: 418, F3: 540, B4: '新桥头村' }
    await chooses(visit, '重新选 Excel 文件', edited(bytes, { sheet: '村', cells }), '村庄-改好.xlsx')
    await visit.sees('写入以前，请看一遍')
    await looksRight(visit, 'tables-23-wide-preview')
    await visit.taps('写入 3 处')
    await visit.sees('写好了')
    await looksRight(visit, 'tables-24-wide-written')
    expect(village('V01').households).toBe(418)
  })

  test('a village’s form, the programme, the posters', async () => {
    const form = await as(computer, 'prepare/villages/one/index?village=V01')
    await form.sees('户数决定测评要收多少份')
    await looksRight(form, 'tables-25-wide-village', true)
    const programme = await as(computer, 'prepare/programme/index')
    await programme.sees('试点名称')
    await looksRight(programme, 'tables-26-wide-programme')
    const posters = await as(computer, 'prepare/posters/index')
    await posters.sees('两种都能在两米外看清')
    await looksRight(posters, 'tables-27-wide-posters')
    const { fileName, bytes } = await downloaded(posters, '打开全部村的海报')
    expect(fileName).toBe('一村一码-全部8个村-A4.docx')
    expect(Object.keys(unzipSync(bytes)).filter((path) => path.startsWith('word/media/'))).toHaveLength(8)
    await posters.sees('打开了 8 页')
    await looksRight(posters, 'tables-28-wide-posters-opened')
    const prepare = await as(computer, 'prepare/index')
    await prepare.sees('拉练之前要准备的')
    await looksRight(prepare, 'tables-29-wide-prepare')
  })
})

describe('on a phone', () => {
  test('villages: the list, one registered with who answers for it', async () => {
    const visit = await as(phone, 'prepare/villages/index')
    await visit.sees('个村')
    await looksRight(visit, 'tables-01-villages', true)
    await visit.taps('登记一个村')
    await visit.sees('户数决定测评要收多少份')
    await looksRight(visit, 'tables-02-village-new', true)
    await visit.types('村名', '云溪村')
    await visit.sees('已经有一个云溪村')
    await visit.types('村名', '苏木塔什乡前进村')
    await visit.types('乡镇', '苏木塔什乡')
    await visit.types('编号', 'V01')
    await visit.sees('改用 V09')
    await visit.taps('改用 V09')
    await visit.types('户数', '206')
    await visit.types('经度', '112.9388')
    await visit.sees('经度和纬度要一起填')
    await visit.taps('加一个包联的人')
    await visit.taps('从登记过的人里选')
    await looksRight(visit, 'tables-03-village-typed', true)
  })

  test('a village there is; the programme; Excel; posters', async () => {
    const one = await as(phone, 'prepare/villages/one/index?village=V01')
    await one.sees('户数决定测评要收多少份')
    await looksRight(one, 'tables-04-village', true)
    const programme = await as(phone, 'prepare/programme/index')
    await programme.sees('试点名称')
    await looksRight(programme, 'tables-05-programme', true)
    const excel = await as(phone, 'prepare/table/index?kind=villages')
    await excel.sees('区、村和包联责任')
    await looksRight(excel, 'tables-06-excel')
    const { bytes } = await downloaded(excel, '现在的内容')
    const broken = edited(bytes, { sheet: '村', cells: { F2: '很多', D3: '南岭区' } })
    await chooses(excel, '选 Excel 文件导入', broken, '村庄-填错.xlsx')
    await excel.sees('有 2 处要改')
    await looksRight(excel, 'tables-07-faults')
    await chooses(excel, '重新选 Excel 文件', edited(bytes, { sheet: '村', cells: { F4: 300 } }), '村庄-改好.xlsx')
    await excel.sees('写入以前，请看一遍')
    await looksRight(excel, 'tables-08-preview')
    const posters = await as(phone, 'prepare/posters/index?village=V05')
    await posters.sees('两种都能在两米外看清')
    await looksRight(posters, 'tables-09-posters')
  })
})
