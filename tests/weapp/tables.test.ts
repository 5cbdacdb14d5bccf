/** Excel on a phone: the export opened, changed, chosen out of a chat, looked through, written; villages by form; posters. */
import { strFromU8, unzipSync } from 'fflate'
import type { ProgrammeDoc, VillageDoc } from '../../cloudfunctions/common/documents'
import type { Village } from '../../src/contract/programme'
import { newId } from '../vocabulary/cards'
import { type Day, day } from '../vocabulary/day'
import { bytesOf, edited } from '../vocabulary/excel'
import { type Phone, phoneOn, putAway } from '../vocabulary/phone'
import { itsTime } from './engine/its-time'

let today: Day
beforeEach(async () => {
  today = await day({ state: 'none' })
})
afterEach(async () => {
  putAway()
  await today.stop()
})

const phoneOf = ({ lost }: { lost?: string[] } = {}) =>
  phoneOn(today, today.administrator, {
    time: itsTime(),
    lost,
    downloadFile: async (url) => new Uint8Array(await (await fetch(url)).arrayBuffer()),
  })

const villages = () => today.dump('villages') as unknown as VillageDoc[]
const village = (id: string) => villages().find((one) => one.id === id)!
const exported = async () =>
  bytesOf((await today.administrator.does('programme', 'exportTable', { kind: 'villages' })).base64)

async function kept(id: string) {
  const { villages } = await today.administrator.does('programme', 'villages', {})
  const { revision, inUse: _, ...stored } = villages.find((one) => one.id === id)!
  return { revision, stored }
}
/** The other administrator is faster. */
const savesFirst = (village: Village, revision: number) =>
  today.secondAdministrator.does('programme', 'saveVillage', { village, revision, sendId: newId() })

async function chooses(phone: Phone, workbook: Uint8Array, button = '选 Excel 文件导入') {
  phone.app.phone.messageFile = workbook
  await phone.taps(button)
}

describe('a workbook out and in', () => {
  test('opened from the list of villages; a faulty one names its cells and writes nothing; mended it is written', async () => {
    const phone = phoneOf()
    await phone.opens('prepare/villages/index')
    await phone.sees('个村')
    await phone.taps('用 Excel 导入导出')
    await phone.sees('区、村和包联责任')
    await phone.taps('现在的内容')
    await phone.app.until(() => phone.app.phone.opened.length === 1)
    const [opened] = phone.app.phone.opened
    expect(opened).toMatchObject({ fileName: '村庄.xlsx', fileType: 'xlsx', showMenu: true })

    const before = villages()
    const faulty = edited(opened!.bytes, { sheet: '村', cells: { F2: '很多', D3: '南岭区', B4: null } })
    await chooses(phone, faulty)
    await phone.sees('有 3 处要改，什么都没有写')
    for (const cell of ['F2', 'D3', 'B4']) expect(phone.shows()).toContain(cell)
    expect(villages()).toEqual(before)
    expect(today.storage().filter((path) => path.startsWith('imports/'))).toEqual([])

    const mended = edited(opened!.bytes, { sheet: '村', cells: { F2: 418 } })
    await chooses(phone, mended, '重新选 Excel 文件')
    await phone.sees('写入以前，请看一遍')
    expect(phone.shows()).toContain('户数 412')
    expect(phone.shows()).toContain('户数 418')
    expect(villages()).toEqual(before)
    await phone.taps('写入 1 处')
    await phone.sees('写好了')
    expect(village('V01').households).toBe(418)
    expect(today.storage().filter((path) => path.startsWith('imports/'))).toEqual([])
  })

  test('changed meanwhile: nothing is written that nobody saw, it is read again', async () => {
    const phone = phoneOf()
    await phone.opens('prepare/table/index', { kind: 'villages' })
    await phone.sees('区、村和包联责任')
    await chooses(phone, edited(await exported(), { sheet: '村', cells: { F2: 418 } }))
    await phone.sees('写入以前，请看一遍')
    const { revision, stored } = await kept('V01')
    await savesFirst({ ...stored, households: 500 }, revision)
    await phone.taps('写入 1 处')
    await phone.sees('刚才别处改过')
    expect(village('V01').households).toBe(500)
    expect(phone.shows()).toContain('户数 500')
    await phone.taps('写入 1 处')
    await phone.sees('写好了')
    expect(village('V01').households).toBe(418)
  })

  test('the answer to the writing is lost: pressed again it is written once', async () => {
    const lost: string[] = []
    const phone = phoneOf({ lost })
    await phone.opens('prepare/table/index', { kind: 'villages' })
    await chooses(phone, edited(await exported(), { sheet: '村', cells: { F2: 418 } }))
    await phone.sees('写入以前，请看一遍')
    lost.push('importTable')
    await phone.taps('写入 1 处')
    await phone.sees('没有等到回音')
    const { revision } = village('V01')
    await phone.taps('写入 1 处')
    await phone.sees('写好了')
    expect(village('V01')).toMatchObject({ households: 418, revision })
  })

  test('what is no workbook, and what is too large, is said; what is cancelled leaves the page as it was', async () => {
    const phone = phoneOf()
    await phone.opens('prepare/table/index', { kind: 'members' })
    phone.app.phone.messageFile = null
    await phone.taps('选 Excel 文件导入')
    await phone.sees('选 Excel 文件导入')
    await chooses(phone, Buffer.from('姓名,身份'))
    await phone.sees('请用下载的模板另存后再传')
    await chooses(phone, new Uint8Array(2_000_001), '重新选 Excel 文件')
    await phone.sees('文件超过 2 MB')
  })
})

describe('a village by form', () => {
  test('registered with who answers for it; half typed it outlives the app', async () => {
    const phone = phoneOf()
    await phone.opens('prepare/villages/one/index')
    await phone.sees('户数决定测评要收多少份')
    await phone.types('村名', '石桥村')
    await phone.types('乡镇', '青山镇')
    await phone.taps('东江区')
    await phone.types('户数', '２０６')
    phone.dies()
    await phone.opens('prepare/villages/one/index')
    await phone.sees('接着上次没保存的写')
    await phone.taps('绿色')
    await phone.taps('加一个包联的人')
    await phone.taps('第一书记')
    await phone.types('职务', '副科长')
    await phone.taps('从登记过的人里选')
    await phone.sees('没有账号')
    const inspector = (today.dump('members') as unknown as { memberId: string; name: string }[]).find(
      ({ memberId }) => memberId === 'I01',
    )!
    await phone.taps(inspector.name)
    await phone.taps('这一条写好了')
    await phone.taps('登记石桥村')
    await phone.app.until(() => village('V09') !== undefined)
    expect(village('V09')).toMatchObject({
      name: '石桥村',
      households: 206,
      themes: ['green'],
      location: null,
      responsibilities: [{ duty: 'first-secretary', title: '副科长', name: inspector.name, memberId: 'I01' }],
    })
    // Kept no longer: the next one begins blank, under the next id.
    await phone.opens('prepare/villages/one/index')
    await phone.sees('户数决定测评要收多少份')
    expect(phone.shows()).not.toContain('接着上次没保存的写')
  })

  test('changed by another administrator meanwhile: both versions, and what was typed is still there', async () => {
    const phone = phoneOf()
    await phone.opens('prepare/villages/one/index', { village: 'V01' })
    await phone.sees('云溪村')
    await phone.types('户数', '418')
    const { revision, stored } = await kept('V01')
    await savesFirst({ ...stored, town: '新溪镇' }, revision)
    await phone.taps('保存改动')
    await phone.sees('用我写的')
    expect(phone.shows()).toContain('别处：新溪镇')
    expect(phone.shows()).toContain('我的：418')
    await phone.taps('用我写的')
    await phone.app.until(() => village('V01').households === 418)
    expect(village('V01').town).toBe(stored.town)
  })

  test('one that an officer answers for stays, and it is said where to look', async () => {
    const phone = phoneOf()
    await phone.opens('prepare/villages/one/index', { village: 'V01' })
    await phone.sees('云溪村')
    await phone.taps('删掉云溪村')
    await phone.sees('村里的经办人用着这个村')
    expect(village('V01')).toBeDefined()
  })
})

describe('试点和区', () => {
  const programme = () => today.dump('programme')[0] as unknown as ProgrammeDoc
  test('a district is added; one in use stays, and is put back', async () => {
    const phone = phoneOf()
    await phone.opens('prepare/programme/index')
    await phone.sees('试点名称')
    await phone.taps('再加一个区')
    await phone.types(`第 ${programme().districts.length + 1} 个区`, '南山区')
    await phone.taps('保存试点和区')
    await phone.sees('还没有改动')
    expect(programme().districts.at(-1)).toEqual({ id: 'D01', name: '南山区' })
    const [first] = programme().districts
    await phone.taps(`去掉${first!.name}`)
    await phone.taps('保存试点和区')
    await phone.sees(`${first!.name}不能去掉`)
    await phone.taps('放回来')
    expect(programme().districts.map(({ name }) => name)).toContain(first!.name)
    expect(phone.shows()).not.toContain('不能去掉')
  })
})

describe('一村一码', () => {
  test('one village on A3: opened as a Word file of its name', async () => {
    const phone = phoneOf()
    await phone.opens('prepare/posters/index', { village: 'V01' })
    await phone.sees('两种都能在两米外看清')
    await phone.taps('A3，更大')
    await phone.taps('打开云溪村的海报')
    await phone.app.until(() => phone.app.phone.opened.length === 1)
    const [opened] = phone.app.phone.opened
    expect(opened).toMatchObject({ fileName: '一村一码-云溪村-A3.docx', fileType: 'docx', showMenu: true })
    expect(strFromU8(unzipSync(opened!.bytes)['word/document.xml']!)).toContain('云溪村')
  })
})
