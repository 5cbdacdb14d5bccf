/**
 * The weeks before a round on the web build: new, checklist, route, panel, what does not apply, goals, facts, ready,
 * rehearsal; on a phone and on a computer. Pictures into tests/screenshots, axe on each.
 */
import type { GoalDoc, MeasurementDoc } from '../../cloudfunctions/common/documents'
import { rehearsalId } from '../../src/domain/rehearsal-id'
import { administrator, officer, secondAdministrator } from '../../tools/seed/people'
import { sampleRound2 } from '../../tools/seed/sample'
import { COMPUTER, type Visit } from '../vocabulary/browser'
import { DRAFT, draftRound } from '../vocabulary/draft-round'
import { eventually } from '../vocabulary/eventually'
import { looksRight as looksRightAs } from '../vocabulary/looks-right'
import { dayAhead } from '../vocabulary/preparing'
import { afternoon, type Stage } from '../vocabulary/stages'
import { type Screen, webCloud } from '../vocabulary/web'

/** A draft beside the day: one goal undecided, one returned; one fact missing, one unchecked, one returned. */
const withDraft: Stage = async (cloud, now) => {
  await afternoon(cloud, now)
  const { rounds, goals, measurements } = draftRound(sampleRound2())
  const changed = (goal: GoalDoc): GoalDoc => {
    if (goal.goalId === 'V01-G2')
      return { ...goal, state: 'declared', difficulty: null, decidedBy: null, decidedByName: null }
    if (goal.goalId !== 'V01-G3') return goal
    return { ...goal, state: 'returned', reason: '“建成”是指通车还是验收，请写清楚，并附上设计里程。' }
  }
  const facts = measurements.flatMap((one): MeasurementDoc[] => {
    if (one.villageId !== 'V01') return [one]
    if (one.indicatorId === 'C08') return []
    if (one.indicatorId === 'C09') return [{ ...one, checkedBy: null, checkedByName: null }]
    if (one.indicatorId === 'C10')
      return [{ ...one, checkedBy: null, returned: '名单和乡贤联谊会的对不上，请核实后重填。' }]
    return [one]
  })
  cloud.seed(
    'rounds',
    rounds.map((round) => ({ ...round, day: dayAhead() })),
  )
  cloud.seed('goals', goals.map(changed))
  cloud.seed('measurements', facts)
}

const web = webCloud({ seed: withDraft })
const phone = web.screen()
const computer = web.screen(COMPUTER)
const ofDraft = { round: DRAFT }

async function looksRight(visit: Visit, picture: string) {
  await looksRightAs(visit, `prepare-${picture}`, { whole: true })
  await visit.page.close()
}

/** A page as soon as these words stand on it. */
async function shown(on: Screen, who: string, page: string, query: object, words: string, picture: string) {
  const visit = await on.as(who, page, { ...query })
  await visit.sees(words)
  await looksRight(visit, picture)
}

const M01 = administrator.memberId

describe('an administrator', () => {
  test.each([
    ['prepare/round/new/index', {}, '新建一次拉练', 'new'],
    ['prepare/round/index', ofDraft, '还没办好', 'checklist'],
    ['prepare/round/basics/index', ofDraft, '拉练日', 'basics'],
    ['prepare/round/plan/index', ofDraft, '建议顺序', 'plan'],
    ['prepare/round/panel/index', ofDraft, '每个村有几位能评', 'panel'],
    ['prepare/round/scope/index', ofDraft, '云溪村', 'scope'],
    ['prepare/round/scope/index', { ...ofDraft, village: 'V01' }, '打勾的对这个村不适用', 'scope-village'],
    ['office/goals/index', ofDraft, '条等您批准', 'goals'],
    ['office/goals/index', { ...ofDraft, village: 'V01' }, '难度系数', 'goals-village'],
    ['office/measured/index', ofDraft, '个村', 'measured'],
    ['office/measured/index', { ...ofDraft, village: 'V01' }, '要由别人核对', 'measured-village'],
  ])('%s, on a phone and on a computer', async (page, query, words, picture) => {
    await shown(phone, M01, page, query, words, picture)
    await shown(computer, M01, page, query, words, `${picture}-wide`)
  })

  test('home leads to what is prepared, after the round at hand', async () => {
    const visit = await phone.as(administrator, 'pages/home/index')
    await visit.sees('筹备这次拉练')
    await looksRight(visit, 'home')
  })

  test('a stop is opened on the route; the suggestion is taken', async () => {
    const visit = await phone.as(administrator, 'prepare/round/plan/index', ofDraft)
    await visit.sees('建议顺序')
    await visit.taps('10:20 金沙村')
    await visit.sees('从路线去掉')
    await visit.taps('用这个顺序和时间')
    await visit.sees('撤销，回到原来的顺序')
    await visit.taps('云溪村')
    await looksRight(visit, 'plan-changed')
  })

  test('somebody changed the same meanwhile: both versions', async () => {
    const one = await computer.as(administrator, 'prepare/round/panel/index', ofDraft)
    await one.sees('评审组 11 位')
    await one.taps('叶青')
    const other = await phone.as(secondAdministrator, 'prepare/round/panel/index', ofDraft)
    await other.sees('评审组 11 位')
    await other.taps('余新民')
    await other.taps('保存评审组，10 位')
    await eventually(() => expect(web.round(DRAFT).panel).toHaveLength(10))
    await one.taps('保存评审组，12 位')
    await one.sees('刚改过这里')
    await looksRight(one, 'two-versions-wide')
  })
})

describe('who hands in', () => {
  test('the officer’s home, goals and forms', async () => {
    await shown(phone, officer.memberId, 'pages/home/index', {}, '示范目标', 'officer-home')
    await shown(phone, officer.memberId, 'office/goals/index', ofDraft, '退回理由', 'officer-goals')
    const returned = ['office/goals/form/index', { ...ofDraft, village: 'V01', goal: 'V01-G3' }] as const
    await shown(phone, officer.memberId, ...returned, '退回了这一条', 'officer-goal-form')
    await shown(phone, officer.memberId, 'office/measured/index', ofDraft, '填这一项', 'officer-measured')
    const fact = ['office/measured/form/index', { ...ofDraft, village: 'V01', indicator: 'C08' }] as const
    await shown(phone, officer.memberId, ...fact, '依据', 'officer-fact-form')
  })

  test('an inspector of the draft’s panel', async () => {
    await shown(phone, 'I01', 'pages/home/index', {}, '核对', 'inspector-home')
    await shown(phone, 'I01', 'office/goals/index', { ...ofDraft, village: 'V01' }, '没选难度', 'inspector-goals')
    await shown(phone, 'I01', 'office/measured/index', { ...ofDraft, village: 'V01' }, '核对无误', 'inspector-measured')
  })
})

describe('ready, and rehearsed', () => {
  const READY = '2026-9'
  const real = () => {
    const file = sampleRound2()
    const { rounds } = draftRound(file)
    return { ...rounds[0]!, _id: READY, number: 9, day: dayAhead(), state: 'ready' as const, goals: file.goals }
  }
  const rehearsal = () => ({
    ...real(),
    _id: rehearsalId(READY, 1),
    rehearsal: true,
    state: 'running' as const,
    startedAt: Date.now(),
  })

  test('what a rehearsal is, before one begins', async () => {
    web.cloud.seed('rounds', [real()])
    const visit = await phone.as(M01, 'manage/round/index', { round: READY })
    await visit.taps('演练一遍')
    await visit.page.getByText('演练不问村民').waitFor()
    await visit.keepPicture('prepare-rehearse')
    await visit.page.close()
    web.cloud.seed('rounds', [rehearsal()])
  })

  test('what is laid down, the way back, and the rehearsal there is', async () => {
    const page = ['manage/round/index', { round: READY }] as const
    await shown(phone, M01, ...page, '退回草稿再改', 'ready')
    await shown(computer, M01, ...page, '退回草稿再改', 'ready-wide')
  })

  test.each([
    [M01, 'manage/round/index', '删掉演练', 'rehearsal-round'],
    [M01, 'manage/progress/index', '云溪村', 'rehearsal-progress'],
    ['I01', 'inspect/route/index', '云溪村', 'rehearsal-route'],
  ])('every page of a rehearsal says so: %s %s', async (memberId, page, words, picture) => {
    const visit = await phone.as(memberId, page, { round: rehearsalId(READY, 1) })
    await visit.sees('演练，不算数')
    await visit.sees(words)
    await looksRight(visit, picture)
  })
})
