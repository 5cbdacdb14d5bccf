/** Goals and measured facts of a draft round: handed in by the village's officer, decided by somebody else; on the production build. */
import type { FileDoc, GoalDoc, MeasurementDoc } from '../../cloudfunctions/common/documents'
import { newId } from '../vocabulary/cards'
import type { Day, Person } from '../vocabulary/day'
import { phoneOn, putAway } from '../vocabulary/phone'
import { created, docOf, planned, programmeDay } from '../vocabulary/preparing'
import { itsTime } from './engine/its-time'

const PHOTO = new Uint8Array(2000).fill(7)

let today: Day
let roundId: string
beforeEach(async () => {
  today = await programmeDay()
  ;({ roundId } = await created(today))
  await planned(today)
})
afterEach(async () => {
  putAway()
  await today.stop()
})

const phoneOf = (person: Person, lost: string[] = []) =>
  phoneOn(today, person, { time: itsTime(), lost, takesPhoto: () => PHOTO })
const goal = (id: string) => docOf<GoalDoc>(today, 'goals', `${roundId}:${id}`)
const fact = (id: string) => docOf<MeasurementDoc>(today, 'measurements', `${roundId}:V01:${id}`)
const words = { title: '古民居修缮后年接待游客', baseline: '8000', target: '20000', unit: '人次' }

function declares(person: Person, more: Partial<typeof words> & { goalId?: string; revision?: number } = {}) {
  const { goalId = 'V01-G1', revision = null, ...rest } = more
  return person.does('programme', 'declareGoal', {
    roundId,
    goalId,
    villageId: 'V01',
    ...words,
    ...rest,
    revision,
    sendId: newId(),
  })
}

describe('goals', () => {
  test('declared from the home page, killed while typing, an answer lost: one goal, in the officer’s words', async () => {
    const phone = phoneOf(today.officer, ['declareGoal'])
    await phone.opens()
    await phone.sees('申报示范目标')
    await phone.taps('申报示范目标')
    await phone.sees('还没有报')
    await phone.taps('申报一条目标')
    await phone.sees('给云溪村申报一条目标')
    await phone.types('目标', words.title)
    phone.dies()
    await phone.opens('office/goals/form/index', { round: roundId, village: 'V01' })
    await phone.sees(words.title)
    await phone.types('起点', words.baseline)
    await phone.types('目标值', words.target)
    await phone.types('单位', words.unit)
    await phone.taps('申报这条目标')
    await phone.sees('写的都还在')
    await phone.taps('申报这条目标')
    await phone.sees('黄德明')
    expect(today.dump('goals')).toHaveLength(1)
    expect(goal('V01-G1')).toMatchObject({ ...words, state: 'declared', declaredBy: 'M05' })
  })

  test('an inspector who is not recused approves with a difficulty; who is recused does not see the village', async () => {
    await declares(today.officer)
    const phone = phoneOf(today.inspector('I01'))
    await phone.opens('office/goals/index', { round: roundId })
    await phone.sees('1 条等您批准')
    expect(phone.shows()).not.toContain('清港村')
    await phone.taps('云溪村')
    await phone.sees('还有 1 条没选难度')
    await phone.taps('0.9')
    await phone.taps('批准这 1 条')
    await phone.sees('已批准')
    expect(goal('V01-G1')).toMatchObject({ state: 'approved', difficulty: 0.9, decidedBy: 'I01' })
    const recused = phoneOf(today.inspector('I02'))
    await recused.opens('office/goals/index', { round: roundId })
    await recused.sees('清港村')
    expect(recused.shows()).not.toContain('云溪村')
  })

  test('returned with a reason, mended by the officer while somebody else changed it: both versions, a choice', async () => {
    await declares(today.officer)
    const phone = phoneOf(today.administrator)
    await phone.opens('office/goals/index', { round: roundId, village: 'V01' })
    await phone.sees(words.title)
    await phone.taps(`退回“${words.title}”`)
    await phone.types('为什么退回', '目标值没有写清是哪一年的')
    await phone.taps('退回这一条')
    await phone.sees('被退回')

    const officer = phoneOf(today.officer)
    await officer.opens('office/goals/index', { round: roundId })
    await officer.sees('退回理由：目标值没有写清是哪一年的')
    await officer.taps(`改“${words.title}”`)
    await officer.sees('王敏退回了这一条')
    await officer.types('目标值', '2026 年 20000')
    await declares(today.secondAdministrator, { target: '21000', revision: goal('V01-G1')!.revision })
    await officer.taps('改好了，重新申报')
    await officer.sees('陈立刚改过这里')
    expect(officer.shows()).toContain('别处：21000')
    expect(officer.shows()).toContain('我的：2026 年 20000')
    expect(goal('V01-G1')!.target).toBe('21000')
    await officer.taps('用我写的')
    await officer.sees('黄德明')
    expect(goal('V01-G1')).toMatchObject({ target: '2026 年 20000', state: 'declared', declaredBy: 'M05' })
  })

  test('who declared one does not decide on it, and is told why', async () => {
    await declares(today.administrator)
    const phone = phoneOf(today.administrator)
    await phone.opens('office/goals/index', { round: roundId, village: 'V01' })
    await phone.sees('您报的，要由别人批准')
    expect(phone.app.controls().some(({ name }) => name.startsWith('批准'))).toBe(false)
  })
})

describe('measured facts', () => {
  test('entered with what it rests on and a photo, checked by an inspector; again is once', async () => {
    const phone = phoneOf(today.officer, ['enterMeasurement'])
    await phone.opens('office/measured/index', { round: roundId })
    await phone.sees('12 项没有填'.replace('12', String(asked().length)))
    await phone.opens('office/measured/form/index', { round: roundId, village: 'V01', indicator: 'C08' })
    await phone.sees('村集体经营性收入')
    await phone.types('村集体经营性收入同比增长', '12.5')
    await phone.types('依据', '镇财政所盖章的年度报表')
    await phone.taps('村集体经营性收入的依据，拍照')
    phone.dies()
    await phone.opens('office/measured/form/index', { round: roundId, village: 'V01', indicator: 'C08' })
    await phone.sees('照片 1 张')
    await phone.taps('交上这一项')
    await phone.sees('写的都还在')
    await phone.taps('交上这一项')
    await phone.sees('黄德明')
    const stored = fact('C08')!
    expect(stored).toMatchObject({ value: 12.5, evidence: '镇财政所盖章的年度报表', enteredBy: 'M05', checkedBy: null })
    expect(stored.photos).toHaveLength(1)
    expect(docOf<FileDoc>(today, 'files', stored.photos![0]!)).toMatchObject({ of: 'measurement', villageId: 'V01' })

    const checker = phoneOf(today.inspector('I03'))
    await checker.opens()
    await checker.sees('核对各村填的数')
    await checker.taps('核对各村填的数')
    await checker.sees('1 项等您核对')
    await checker.taps('云溪村')
    await checker.sees('12.5%')
    await checker.taps('这 1 项都核对无误')
    await checker.sees('罗建华核对')
    expect(fact('C08')).toMatchObject({ checkedBy: 'I03' })
  })

  test('who entered it does not check it; returned with a reason, it is entered again', async () => {
    const enters = (person: Person) =>
      person.does('programme', 'enterMeasurement', {
        roundId,
        villageId: 'V01',
        indicatorId: 'C08',
        value: 3,
        evidence: '',
        photos: [],
        revision: null,
        sendId: newId(),
      })
    await enters(today.administrator)
    const own = phoneOf(today.administrator)
    await own.opens('office/measured/index', { round: roundId, village: 'V01' })
    await own.sees('您填的，要由别人核对')
    const other = phoneOf(today.secondAdministrator)
    await other.opens('office/measured/index', { round: roundId, village: 'V01' })
    await other.sees('都核对无误')
    await other.taps('退回“村集体经营性收入”')
    await other.types('为什么退回', '和报表对不上')
    await other.taps('退回这一条')
    await other.sees('退回理由：和报表对不上')
    const officer = phoneOf(today.officer)
    await officer.opens('office/measured/form/index', { round: roundId, village: 'V01', indicator: 'C08' })
    await officer.sees('和报表对不上')
    await officer.types('村集体经营性收入同比增长', '十二')
    expect(officer.app.control('数值只能是数字').disabled).toBe(true)
    await officer.types('村集体经营性收入同比增长', '１２．５')
    await officer.taps('改好了，重新交')
    await officer.sees('黄德明')
    expect(fact('C08')).toMatchObject({ value: 12.5, enteredBy: 'M05', returned: null })
  })

  const asked = () => today.file.scheme.indicators.filter(({ kind }) => kind === 'measured')
})
