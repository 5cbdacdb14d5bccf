/**
 * The weeks before a round on the web build: new, checklist, route, panel, what does not apply, goals, facts, ready,
 * rehearsal; on a phone and on a computer. Pictures into tests/screenshots, axe on each.
 */
import type { GoalDoc, MeasurementDoc } from '../../cloudfunctions/common/documents'
import { rehearsalId } from '../../src/domain/rehearsal-id'
import { administrator, officer, openidOf, secondAdministrator } from '../../tools/seed/people'
import { sampleRound2 } from '../../tools/seed/sample'
import { type Browser, openBrowser, type Visit } from '../vocabulary/browser'
import { DRAFT, draftRound } from '../vocabulary/draft-round'
import { dayAhead } from '../vocabulary/preparing'
import { webDay } from '../vocabulary/web-day'

jest.setTimeout(300_000)

let today: Awaited<ReturnType<typeof webDay>>
let phone: Browser
let computer: Browser
beforeAll(async () => {
  today = await webDay()
  phone = await openBrowser()
  computer = await openBrowser({ width: 1280, height: 800 })
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
  today.cloud.seed(
    'rounds',
    rounds.map((round) => ({ ...round, day: dayAhead() })),
  )
  today.cloud.seed('goals', goals.map(changed))
  today.cloud.seed('measurements', facts)
})
afterAll(async () => {
  await phone?.close()
  await computer?.close()
  await today?.remove()
})

const as = (browser: Browser, memberId: string, page: string) =>
  browser.visit(`${today.cloud.url}/index.html?as=${openidOf(memberId)}#/${page}`)
const admin = (browser: Browser, page: string) => as(browser, administrator.memberId, page)
const ofDraft = (page: string, more = '') => `${page}?round=${DRAFT}${more}`

async function looksRight(visit: Visit, picture: string, whole = true) {
  await visit.page.waitForTimeout(300)
  await visit.keepPicture(`prepare-${picture}`, { whole })
  expect(await visit.barriers()).toEqual([])
  expect(visit.complaints.filter((line) => !line.includes('favicon') && !line.includes('404'))).toEqual([])
  await visit.page.close()
}

/** A page as soon as these words stand on it. */
async function shown(browser: Browser, memberId: string, page: string, words: string, picture: string) {
  const visit = await as(browser, memberId, page)
  await visit.sees(words)
  await looksRight(visit, picture)
}

const M01 = administrator.memberId

describe('an administrator', () => {
  test.each([
    ['prepare/round/new/index', '新建一次拉练', 'new'],
    [ofDraft('prepare/round/index'), '还没办好', 'checklist'],
    [ofDraft('prepare/round/basics/index'), '拉练日', 'basics'],
    [ofDraft('prepare/round/plan/index'), '建议顺序', 'plan'],
    [ofDraft('prepare/round/panel/index'), '每个村有几位能评', 'panel'],
    [ofDraft('prepare/round/scope/index'), '云溪村', 'scope'],
    [ofDraft('prepare/round/scope/index', '&village=V01'), '打勾的对这个村不适用', 'scope-village'],
    [ofDraft('office/goals/index'), '条等您批准', 'goals'],
    [ofDraft('office/goals/index', '&village=V01'), '难度系数', 'goals-village'],
    [ofDraft('office/measured/index'), '个村', 'measured'],
    [ofDraft('office/measured/index', '&village=V01'), '要由别人核对', 'measured-village'],
  ])('%s, on a phone and on a computer', async (page, words, picture) => {
    await shown(phone, M01, page, words, picture)
    await shown(computer, M01, page, words, `${picture}-wide`)
  })

  test('home leads to what is prepared, after the round at hand', async () => {
    const visit = await admin(phone, 'pages/home/index')
    await visit.sees('筹备这次拉练')
    await looksRight(visit, 'home')
  })

  test('a stop is opened on the route; the suggestion is taken', async () => {
    const visit = await admin(phone, ofDraft('prepare/round/plan/index'))
    await visit.sees('建议顺序')
    await visit.taps('10:20 金沙村')
    await visit.sees('从路线去掉')
    await visit.taps('用这个顺序和时间')
    await visit.sees('撤销，回到原来的顺序')
    await visit.taps('云溪村')
    await looksRight(visit, 'plan-changed')
  })

  test('somebody changed the same meanwhile: both versions', async () => {
    const one = await admin(computer, ofDraft('prepare/round/panel/index'))
    await one.sees('评审组 11 位')
    await one.taps('叶青')
    const other = await as(phone, secondAdministrator.memberId, ofDraft('prepare/round/panel/index'))
    await other.sees('评审组 11 位')
    await other.taps('余新民')
    await other.taps('保存评审组，10 位')
    await other.page.waitForTimeout(1500)
    await one.taps('保存评审组，12 位')
    await one.sees('刚改过这里')
    await looksRight(one, 'two-versions-wide')
  })
})

describe('who hands in', () => {
  test('the officer’s home, goals and forms', async () => {
    await shown(phone, officer.memberId, 'pages/home/index', '示范目标', 'officer-home')
    await shown(phone, officer.memberId, ofDraft('office/goals/index'), '退回理由', 'officer-goals')
    const returned = ofDraft('office/goals/form/index', '&village=V01&goal=V01-G3')
    await shown(phone, officer.memberId, returned, '退回了这一条', 'officer-goal-form')
    await shown(phone, officer.memberId, ofDraft('office/measured/index'), '填这一项', 'officer-measured')
    const fact = ofDraft('office/measured/form/index', '&village=V01&indicator=C08')
    await shown(phone, officer.memberId, fact, '依据', 'officer-fact-form')
  })

  test('an inspector of the draft’s panel', async () => {
    await shown(phone, 'I01', 'pages/home/index', '核对', 'inspector-home')
    await shown(phone, 'I01', ofDraft('office/goals/index', '&village=V01'), '没选难度', 'inspector-goals')
    await shown(phone, 'I01', ofDraft('office/measured/index', '&village=V01'), '核对无误', 'inspector-measured')
  })
})

describe('ready, and rehearsed', () => {
  const READY = '2026-9'
  beforeAll(() => {
    const file = sampleRound2()
    const { rounds } = draftRound(file)
    const real = { ...rounds[0]!, _id: READY, number: 9, day: dayAhead(), state: 'ready' as const, goals: file.goals }
    const copy = { ...real, _id: rehearsalId(READY), rehearsal: true, state: 'running' as const, startedAt: Date.now() }
    today.cloud.seed('rounds', [real, copy])
  })

  test('what is laid down, the way back, and the rehearsal there is', async () => {
    const page = `manage/round/index?round=${READY}`
    await shown(phone, M01, page, '退回草稿再改', 'ready')
    await shown(computer, M01, page, '退回草稿再改', 'ready-wide')
  })

  test.each([
    [M01, 'manage/round/index', '删掉演练', 'rehearsal-round'],
    [M01, 'manage/progress/index', '云溪村', 'rehearsal-progress'],
    ['I01', 'inspect/route/index', '云溪村', 'rehearsal-route'],
  ])('every page of a rehearsal says so: %s %s', async (memberId, page, words, picture) => {
    const visit = await as(phone, memberId, `${page}?round=${rehearsalId(READY)}`)
    await visit.sees('演练，不算数')
    await visit.sees(words)
    await looksRight(visit, picture)
  })
})
