/**
 * 试点和区, 村, Excel and 一村一码 on a phone and on a computer, in the web build; files as a browser downloads and uploads
 * them. Pictures into tests/screenshots.
 */
import { unzipSync } from 'fflate'
import type { VillageDoc } from '../../cloudfunctions/common/documents'
import { administrator } from '../../tools/seed/people'
import { COMPUTER } from '../vocabulary/browser'
import { edited } from '../vocabulary/excel'
import { looksRight } from '../vocabulary/looks-right'
import { webCloud } from '../vocabulary/web'

const web = webCloud()
const phone = web.screen()
const computer = web.screen(COMPUTER)
const village = (id: string) => web.docs<VillageDoc>('villages').find((one) => one.id === id)!
const workbook = (name: string, bytes: Uint8Array) => ({
  name,
  mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  buffer: Buffer.from(bytes),
})

describe('on a computer, 1280 × 800', () => {
  test('Excel out, a faulty file, a mended one written', async () => {
    const visit = await computer.as(administrator, 'prepare/villages/index')
    await visit.sees('个村')
    await looksRight(visit, 'tables-20-wide-villages')
    await visit.taps('用 Excel 导入导出')
    await visit.sees('区、村和包联责任')
    await looksRight(visit, 'tables-21-wide-excel')
    const { fileName, bytes } = await visit.downloads('现在的内容')
    expect(fileName).toBe('村庄.xlsx')

    const rows = [2, 3, 4, 5, 6, 7, 8, 9]
    const broken = Object.fromEntries(
      rows.flatMap((row) => [
        [`F${row}`, '很多'],
        [`D${row}`, '南岭区'],
      ]),
    )
    await visit.chooses('选 Excel 文件导入', workbook('村庄-填错.xlsx', edited(bytes, { sheet: '村', cells: broken })))
    await visit.sees('有 16 处要改，什么都没有写')
    await looksRight(visit, 'tables-22-wide-faults')
    await visit.taps('都看')
    await visit.sees('收起来')

    const cells = { F2: 418, F3: 540, B4: '新桥头村' }
    await visit.chooses('重新选 Excel 文件', workbook('村庄-改好.xlsx', edited(bytes, { sheet: '村', cells })))
    await visit.sees('写入以前，请看一遍')
    await looksRight(visit, 'tables-23-wide-preview')
    await visit.taps('写入 3 处')
    await visit.sees('写好了')
    await looksRight(visit, 'tables-24-wide-written')
    expect(village('V01').households).toBe(418)
  })

  test('a village’s form, the programme, the posters', async () => {
    const form = await computer.as(administrator, 'prepare/villages/one/index', { village: 'V01' })
    await form.sees('户数决定测评要收多少份')
    await looksRight(form, 'tables-25-wide-village', { whole: true })
    const programme = await computer.as(administrator, 'prepare/programme/index')
    await programme.sees('试点名称')
    await looksRight(programme, 'tables-26-wide-programme')
    const posters = await computer.as(administrator, 'prepare/posters/index')
    await posters.sees('两种都能在两米外看清')
    await looksRight(posters, 'tables-27-wide-posters')
    const { fileName, bytes } = await posters.downloads('打开全部村的海报')
    expect(fileName).toBe('一村一码-全部8个村-A4.docx')
    expect(Object.keys(unzipSync(bytes)).filter((path) => path.startsWith('word/media/'))).toHaveLength(8)
    await posters.sees('打开了 8 页')
    await looksRight(posters, 'tables-28-wide-posters-opened')
    const prepare = await computer.as(administrator, 'prepare/index')
    await prepare.sees('拉练之前要准备的')
    await looksRight(prepare, 'tables-29-wide-prepare')
  })
})

describe('on a phone', () => {
  test('villages: the list, one registered with who answers for it', async () => {
    const visit = await phone.as(administrator, 'prepare/villages/index')
    await visit.sees('个村')
    await looksRight(visit, 'tables-01-villages', { whole: true })
    await visit.taps('登记一个村')
    await visit.sees('户数决定测评要收多少份')
    await looksRight(visit, 'tables-02-village-new', { whole: true })
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
    await looksRight(visit, 'tables-03-village-typed', { whole: true })
  })

  test('a village there is; the programme; Excel; posters', async () => {
    const one = await phone.as(administrator, 'prepare/villages/one/index', { village: 'V01' })
    await one.sees('户数决定测评要收多少份')
    await looksRight(one, 'tables-04-village', { whole: true })
    const programme = await phone.as(administrator, 'prepare/programme/index')
    await programme.sees('试点名称')
    await looksRight(programme, 'tables-05-programme', { whole: true })
    const excel = await phone.as(administrator, 'prepare/table/index', { kind: 'villages' })
    await excel.sees('区、村和包联责任')
    await looksRight(excel, 'tables-06-excel')
    const { bytes } = await excel.downloads('现在的内容')
    const broken = edited(bytes, { sheet: '村', cells: { F2: '很多', D3: '南岭区' } })
    await excel.chooses('选 Excel 文件导入', workbook('村庄-填错.xlsx', broken))
    await excel.sees('有 2 处要改')
    await looksRight(excel, 'tables-07-faults')
    await excel.chooses(
      '重新选 Excel 文件',
      workbook('村庄-改好.xlsx', edited(bytes, { sheet: '村', cells: { F4: 300 } })),
    )
    await excel.sees('写入以前，请看一遍')
    await looksRight(excel, 'tables-08-preview')
    const posters = await phone.as(administrator, 'prepare/posters/index', { village: 'V05' })
    await posters.sees('两种都能在两米外看清')
    await looksRight(posters, 'tables-09-posters')
  })
})
