import { strFromU8, unzipSync } from 'fflate'
import type { RoundDoc } from '../../cloudfunctions/common/documents'
import { newId } from '../vocabulary/cards'
import { type Day, day, type Person } from '../vocabulary/day'
import { type Phone, phoneOn, putAway } from '../vocabulary/phone'
import { change } from '../vocabulary/stored'
import { itsTime } from './engine/its-time'

let today: Day
beforeAll(async () => {
  today = await day({ state: 'running', empty: true })
})
afterAll(() => today.stop())
afterEach(putAway)

const phoneOf = (person: Person, { lost = 0 } = {}) =>
  phoneOn(today, person, { time: itsTime(), lost: Array.from({ length: lost }, () => 'printCards') })

const opensVillage = async (phone: Phone, village: string) => {
  await phone.opens('manage/cards/index', { round: today.roundId })
  await phone.sees(village)
  await phone.taps(village)
  await phone.sees('印之前')
}
const printsOf = (villageId: string) =>
  ((today.dump('rounds')[0] as unknown as RoundDoc).cardPrints ?? []).filter((one) => one.villageId === villageId)
const codesIn = (bytes: Uint8Array) =>
  new Set(
    strFromU8(unzipSync(new Uint8Array(bytes))['word/document.xml']!).match(
      /[2-9A-HJ-NP-Z]{4}(-[2-9A-HJ-NP-Z]{4}){2}/g,
    ),
  )

describe('户码: how many, then the file', () => {
  test('from the round’s page: the villages, the count, the file opened to be sent on, and gone with the page', async () => {
    const phone = phoneOf(today.administrator)
    await phone.opens('manage/round/index', { round: today.roundId })
    await phone.sees('给没有智能手机的村民')
    await phone.taps('户码')
    await phone.sees('412 户，还没有印')
    await phone.taps('云溪村')
    await phone.sees('还可印 412 张')
    for (const words of ['一张一户，不记名', '印出来的码别处不存', '补不出同一张', 'A4 纸 3 页'])
      expect(phone.shows()).toContain(words)
    await phone.taps('40 张')
    await phone.taps('张数，加 1')
    await phone.taps('生成 41 张户码')
    await phone.sees('已生成 41 张')
    expect(phone.shows()).toContain('离开这一页就删')
    expect([...phone.files.keys()]).toEqual([])

    await phone.taps('打开文件')
    const [opened] = phone.app.phone.opened
    expect(opened).toMatchObject({ fileName: '户码-云溪村-第2次拉练-41张.docx', showMenu: true })
    expect(codesIn(opened!.bytes).size).toBe(41)
    expect([...phone.files.keys()]).toEqual([opened!.fileName])
    expect(JSON.stringify([...phone.storage.entries()])).not.toMatch(/docx|[2-9A-HJ-NP-Z]{4}-[2-9A-HJ-NP-Z]{4}/)

    await phone.goesBack()
    expect(phone.app.route).toBe('manage/cards/index')
    await phone.sees('已印 41 张')
    expect([...phone.files.keys()]).toEqual([])
  })

  test('a phone that died with the file on it: removed when the cards are looked at next', async () => {
    const phone = phoneOf(today.administrator)
    await opensVillage(phone, '清港村')
    await phone.taps('生成 20 张户码')
    await phone.sees('已生成 20 张')
    await phone.taps('打开文件')
    phone.dies()
    expect([...phone.files.keys()]).toEqual(['户码-清港村-第2次拉练-20张.docx'])
    await phone.opens('manage/cards/index', { round: today.roundId })
    await phone.sees('已印 20 张')
    expect([...phone.files.keys()]).toEqual([])
  })

  test('a phone that is full says so, and the file is opened by the next tap', async () => {
    const phone = phoneOf(today.administrator)
    await opensVillage(phone, '金沙村')
    await phone.taps('生成 20 张户码')
    await phone.sees('已生成 20 张')
    phone.app.phone.filesAreFull = true
    await phone.taps('打开文件')
    await phone.sees('文件没有存成')
    expect(phone.app.phone.opened).toEqual([])
    phone.app.phone.filesAreFull = false
    await phone.taps('打开文件')
    expect(phone.app.phone.opened).toHaveLength(1)
    expect(phone.shows()).not.toContain('没有存成')
  })
})

describe('户码: once is once, and never more than households', () => {
  test('a lost answer: only the same cards can be sent for, and nothing is printed twice', async () => {
    const phone = phoneOf(today.administrator, { lost: 2 })
    await opensVillage(phone, '淳风村')
    await phone.taps('10 张')
    await phone.taps('生成 10 张户码')
    await phone.sees('没有等到回音')
    expect(phone.app.controls().map(({ name }) => name)).not.toContain('张数，加 1')
    const [first] = printsOf('V04')
    await phone.taps('再要这 10 张户码')
    await phone.sees('没有等到回音')
    await phone.taps('再要这 10 张户码')
    await phone.sees('已生成 10 张')
    expect(printsOf('V04')).toEqual([first])
  })

  test('what others printed meanwhile: how many are left, and then as many', async () => {
    const { households } = today.file.villages.find(({ id }) => id === 'V05')!
    const phone = phoneOf(today.administrator)
    await opensVillage(phone, '巧云村')
    await phone.taps('40 张')
    for (let left = households; left > 7; ) {
      const count = Math.min(200, left - 7)
      const send = { roundId: today.roundId, villageId: 'V05', sendId: newId(), count }
      await today.secondAdministrator.does('round', 'printCards', send)
      left -= count
    }
    await phone.taps('生成 40 张户码')
    await phone.sees('没有那么多可印')
    // It asks again how many are left.
    await phone.sees('还可印 7 张')
    await phone.taps('生成 7 张户码')
    await phone.sees('已生成 7 张')
    await phone.goesBack()
    await phone.sees('印满了')
    expect(() => phone.app.control('巧云村')).toThrow()
    await phone.opens('manage/cards/village/index', { round: today.roundId, village: 'V05' })
    await phone.sees('巧云村印满了')
    await phone.taps('看别的村')
    await phone.sees('各村')
  })

  test('closed while the page stood open: refused in words; and then nothing is printed any more', async () => {
    const phone = phoneOf(today.administrator)
    await opensVillage(phone, '红林村')
    await change(today.cloud, 'rounds', today.roundId, { state: 'closed' })
    await phone.taps('生成 20 张户码')
    await phone.sees('现在不印户码')
    await phone.opens('manage/cards/index', { round: today.roundId })
    await phone.sees('收卷以前印')
    await phone.opens('manage/round/index', { round: today.roundId })
    await phone.sees('已经收卷')
    expect(phone.shows()).not.toContain('户码')
    await change(today.cloud, 'rounds', today.roundId, { state: 'running' })
    expect(printsOf('V08')).toEqual([])
  })

  test('an inspector finds no way there, and is turned back at the door', async () => {
    const phone = phoneOf(today.inspector('I01'))
    await phone.opens('manage/round/index', { round: today.roundId })
    await phone.sees('今天的进度')
    expect(phone.shows()).not.toContain('户码')
    await phone.opens('manage/cards/index', { round: today.roundId })
    await phone.sees('您的身份不能做这件事')
  })

  test('ready: printed before the day; without a signal what to do, then the villages', async () => {
    await change(today.cloud, 'rounds', today.roundId, { state: 'ready' })
    const phone = phoneOf(today.administrator)
    await phone.opens('manage/round/index', { round: today.roundId })
    await phone.sees('村民答卷')
    await phone.losesSignal()
    await phone.taps('户码')
    await phone.sees('没有读到')
    await phone.hasSignal()
    await phone.taps('再读一次')
    await phone.sees('云溪村')
    await change(today.cloud, 'rounds', today.roundId, { state: 'running' })
  })
})
