/** From a new round to ready, back, ready again, rehearsed and the rehearsal gone: every step from the screens, on the production build. */
import type { RoundDoc } from '../../cloudfunctions/common/documents'
import { suggestedRoute } from '../../src/domain/route-suggestion'
import { shanghaiDay } from '../../tools/seed/shanghai-time'
import { newId } from '../vocabulary/cards'
import type { Day, Person } from '../vocabulary/day'
import { type Phone, phoneOn, putAway } from '../vocabulary/phone'
import { complete, created, docOf, handIn, preparationFor, programmeDay, samplePlan } from '../vocabulary/preparing'
import { itsTime } from './engine/its-time'

const VILLAGES = 8
const PANEL = 11
const TWO_WEEKS = 14 * 24 * 60 * 60_000

let today: Day
beforeEach(async () => {
  today = await programmeDay()
})
afterEach(async () => {
  putAway()
  await today.stop()
})

const phoneOf = (person: Person, lost: string[] = []) => phoneOn(today, person, { time: itsTime(), lost })
const round = (id: string) => docOf<RoundDoc>(today, 'rounds', id)

/** A part of the checklist's page, by its row: title and note. */
async function opensPart(phone: Phone, title: string) {
  await phone.sees('各项都从这里办')
  const row = phone.app.controls().find(({ name }) => name.startsWith(`${title}\n`))
  await phone.taps(row!.name)
}

async function plansTheRoute(phone: Phone) {
  await opensPart(phone, '路线')
  await phone.sees('路线上还没有村')
  await phone.taps(`${VILLAGES} 个村都加上`)
  await phone.taps('保存路线')
}

async function seatsThePanel(phone: Phone) {
  await opensPart(phone, '评审组')
  await phone.sees('评审组 0 位')
  for (const { name } of today.file.panel) await phone.taps(`${name}，不在评审组里`)
  await phone.taps(`保存评审组，${PANEL} 位`)
}

describe('from nothing to ready', () => {
  test('new, route, panel, what does not apply, handed in, ready: frozen as it was planned on the screens', async () => {
    const roundId = `${shanghaiDay(Date.now() + TWO_WEEKS).slice(0, 4)}-1`
    const phone = phoneOf(today.administrator, ['create', 'ready'])
    await phone.opens()
    await phone.sees('还没有拉练')
    await phone.taps('开始筹备')
    await phone.sees('拉练之前要准备的')
    await phone.taps('新建拉练')
    await phone.sees('新建一次拉练')
    // The answer is lost, the press is not: done once.
    await phone.taps('新建第 1 次拉练')
    await phone.sees('结果还不确定')
    await phone.taps('新建第 1 次拉练')
    await phone.sees('还差')
    expect(today.dump('rounds')).toHaveLength(1)
    expect(phone.shows()).toContain('路线上至少要有两个村，现在有 0 个')

    await plansTheRoute(phone)
    await phone.sees('路线 8 个村')
    await seatsThePanel(phone)
    await phone.sees('每个村都有')

    await opensPart(phone, '不适用的指标')
    await phone.sees('每个村都看过以后点确认')
    await phone.taps('桥头村')
    await phone.sees('打勾的对这个村不适用')
    const { title } = today.file.scheme.indicators.find(({ id }) => id === 'C15')!
    await phone.taps(title)
    await phone.taps('保存桥头村的')
    await phone.sees('1 项不适用')
    await phone.taps('都看过了，就这些')
    await phone.sees('已确认：1 项指标不适用')
    expect(phone.shows()).toContain('还没有申报示范目标')
    expect(phone.app.control('样才能就绪').disabled).toBe(true)

    handIn(today, roundId)
    await phone.opens('prepare/round/index', { round: roundId })
    await phone.sees('都准备好了')
    await phone.taps('就绪')
    expect(phone.app.phone.questions.at(-1)).toContain('示范目标和实测数都定下来，不再改')
    // Its answer is lost: the page looks again, and sees that it is done.
    await phone.sees('第 1 次拉练已经就绪')
    await phone.taps('看这次拉练')
    await phone.sees('零点开放')
    const ready = round(roundId)!
    expect(ready).toMatchObject({ state: 'ready', number: 1, notApplicableDecided: true })
    expect(ready.stops.map(({ villageId }) => villageId)).toHaveLength(VILLAGES)
    expect(ready.panel.map(({ id }) => id)).toEqual(today.file.panel.map(({ id }) => id))
    expect(ready.notApplicable).toEqual([{ villageId: 'V07', indicatorId: 'C15' }])
    expect(ready.goals).toHaveLength(today.file.goals.length)
  })

  test('the suggested order is the shortest, taken by one press and given back by one', async () => {
    const { roundId } = await created(today)
    const phone = phoneOf(today.administrator)
    await phone.opens('prepare/round/plan/index', { round: roundId })
    await phone.sees('加村')
    await phone.taps('加清港村到路线最后')
    await phone.taps('加云溪村到路线最后')
    await phone.taps('加桥头村到路线最后')
    const { villages } = await preparationFor(today)
    const route = ['V02', 'V01', 'V07'].map((id) => villages.find((one) => one.id === id)!)
    const suggestion = suggestedRoute(route)
    expect(phone.shows()).toContain(`路上约 ${suggestion.kilometres} 公里`)
    expect(phone.shows()).toContain('这一天排得下')
    await phone.taps('用这个顺序和时间')
    await phone.sees('现在就是建议的顺序')
    await phone.taps('撤销，回到原来的顺序')
    await phone.sees('用这个顺序和时间')
    await phone.taps('用这个顺序和时间')
    await phone.taps('保存路线')
    await phone.sees('王敏')
    expect(round(roundId)!.stops.map(({ villageId, arrive, depart }) => ({ villageId, arrive, depart }))).toEqual(
      suggestion.stops,
    )
  })

  test('a stop moved up changes places and keeps the times; one taken off is no more', async () => {
    const { roundId } = await created(today)
    const phone = phoneOf(today.administrator)
    await phone.opens('prepare/round/plan/index', { round: roundId })
    await phone.sees('加村')
    await phone.taps(`${VILLAGES} 个村都加上`)
    await phone.taps('08:00 云溪村')
    await phone.taps('云溪村下移一站')
    await phone.taps('08:00 清港村')
    await phone.taps('清港村从路线去掉')
    await phone.taps('保存路线')
    await phone.sees('王敏')
    const { stops } = round(roundId)!
    expect(stops[0]).toMatchObject({ villageId: 'V01', arrive: '09:15', order: 1 })
    expect(stops).toHaveLength(VILLAGES - 1)
  })
})

describe('what is changed is not lost', () => {
  test('killed before saving: it is there again, and given up on demand', async () => {
    const { roundId } = await created(today)
    const phone = phoneOf(today.administrator)
    await phone.opens('prepare/round/panel/index', { round: roundId })
    await phone.sees('评审组 0 位')
    await phone.taps('周明远，不在评审组里')
    phone.dies()
    await phone.opens('prepare/round/panel/index', { round: roundId })
    await phone.sees('评审组 1 位')
    await phone.taps('不要这些改动，回到保存过的')
    await phone.sees('评审组 0 位')
    expect(round(roundId)!.panel).toEqual([])
  })

  test('somebody saves another part meanwhile: both are kept without a question', async () => {
    const { roundId } = await created(today)
    const phone = phoneOf(today.administrator)
    await phone.opens('prepare/round/panel/index', { round: roundId })
    await phone.sees('评审组 0 位')
    await phone.taps('周明远，不在评审组里')
    await saves(samplePlan(today, { panel: [] }), roundId)
    await phone.taps('保存评审组，1 位')
    await phone.sees('王敏')
    expect(round(roundId)).toMatchObject({ panel: [{ id: 'I01' }], stops: { length: VILLAGES } })
  })

  test('somebody changes the same part meanwhile: both versions are shown, and one is chosen', async () => {
    const { roundId } = await created(today)
    const phone = phoneOf(today.administrator)
    await phone.opens('prepare/round/panel/index', { round: roundId })
    await phone.sees('评审组 0 位')
    await phone.taps('周明远，不在评审组里')
    await saves(samplePlan(today, { panel: ['I02', 'I03'] }), roundId)
    await phone.taps('保存评审组，1 位')
    await phone.sees('刚改过这里')
    expect(phone.shows()).toContain('别处：何秋平、罗建华')
    expect(phone.shows()).toContain('我的：周明远')
    expect(round(roundId)!.panel.map(({ id }) => id)).toEqual(['I02', 'I03'])
    await phone.taps('用我写的')
    await phone.sees('王敏')
    expect(round(roundId)!.panel.map(({ id }) => id)).toEqual(['I01'])
  })

  async function saves(plan: ReturnType<typeof samplePlan>, roundId: string) {
    const { revision } = await preparationFor(today, roundId)
    await today.secondAdministrator.does('round', 'plan', { roundId, plan, revision, sendId: newId() })
  }
})

describe('ready, and back', () => {
  test('back to draft before the survey opens; a rehearsal in two taps, marked, and gone in two', async () => {
    const { round: head, revision } = await complete(today)
    await today.administrator.does('round', 'ready', { roundId: head.id, revision, sendId: newId() })
    const phone = phoneOf(today.administrator)
    await phone.opens('manage/round/index', { round: head.id })
    await phone.sees('退回草稿再改')
    expect(phone.shows()).not.toContain('演练，不算数')
    await phone.taps('演练一遍')
    expect(phone.app.phone.questions.at(-1)).toContain('每一页都标着“演练”')
    await phone.sees('演练，不算数')
    const { _id: id } = today.dump('rounds').find(({ rehearsal }) => rehearsal) as unknown as RoundDoc
    expect(round(id)).toMatchObject({ state: 'running', rehearsal: true })

    const inspector = phoneOf(today.inspector('I01'))
    await inspector.opens()
    await inspector.sees('演练：第 2 次拉练')
    for (const page of ['inspect/route/index', 'inspect/mine/index', 'inspect/deduct/index']) {
      await inspector.opens(page, { round: id })
      await inspector.sees('演练，不算数')
    }

    await phone.taps('删掉演练，什么都不留')
    expect(phone.app.phone.questions.at(-1)).toContain('真的那一次不受影响')
    await phone.sees('王敏')
    expect(round(id)).toBeUndefined()

    await phone.opens('manage/round/index', { round: head.id })
    await phone.sees('退回草稿再改')
    await phone.taps('退回草稿再改')
    await phone.sees('都准备好了')
    expect(round(head.id)).toMatchObject({ state: 'draft' })
  })
})
