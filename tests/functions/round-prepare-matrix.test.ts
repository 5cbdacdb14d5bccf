/** Who may prepare a round, in which states, and which plans are refused: on one day, for nothing is written. */
import type { RoundDoc } from '../../cloudfunctions/common/documents'
import { newId } from '../vocabulary/cards'
import type { Day } from '../vocabulary/day'
import { allBut, codeOf } from '../vocabulary/everyone'
import { complete, creating, docOf, programmeDay, samplePlan } from '../vocabulary/preparing'
import { change, stored } from '../vocabulary/stored'

jest.setTimeout(60_000)
let today: Day
beforeAll(async () => {
  today = await programmeDay()
  await complete(today)
})
afterAll(() => today.stop())

const setRound = (data: object) => change(today.cloud, 'rounds', today.roundId, data)
const revisionOf = () => docOf<RoundDoc>(today, 'rounds', today.roundId)!.revision

describe('who may: administrators alone', () => {
  test.each(allBut('administrator', 'secondAdministrator'))('%s: none of it', async (who) => {
    const before = stored(today.cloud)
    const send = { roundId: today.roundId, revision: revisionOf(), sendId: newId() }
    const { revision: _, ...without } = send
    const sends: [string, object][] = [
      ['create', creating(today, { roundId: '2025-1', number: 3 })],
      ['preparation', { roundId: today.roundId }],
      ['plan', { ...send, plan: samplePlan(today) }],
      ['ready', send],
      ['backToDraft', send],
      ['removeDraft', send],
      ['rehearse', without],
      ['deleteRehearsal', { ...without, roundId: `${today.roundId}-x` }],
      ['archive', without],
    ]
    for (const [action, payload] of sends) expect(await codeOf(today, who, 'round', action, payload)).toBe('notAllowed')
    expect(stored(today.cloud)).toEqual(before)
  })
})

describe('when: each action in its states alone', () => {
  const states = ['draft', 'ready', 'running', 'closed', 'sealing', 'sealed', 'announced', 'archived']
  const allowed: Record<string, string[]> = {
    preparation: ['draft', 'ready'],
    plan: ['draft'],
    ready: ['draft'],
    backToDraft: ['ready'],
    removeDraft: ['draft'],
    rehearse: ['ready'],
    deleteRehearsal: [],
    archive: ['announced'],
  }
  test.each(Object.keys(allowed))('%s', async (action) => {
    for (const state of states.filter((one) => !allowed[action]!.includes(one))) {
      await setRound({ state })
      const before = stored(today.cloud)
      const revision = ['plan', 'ready', 'backToDraft', 'removeDraft'].includes(action) && { revision: revisionOf() }
      const payload = {
        roundId: today.roundId,
        ...(action !== 'preparation' && { sendId: newId() }),
        ...revision,
        ...(action === 'plan' && { plan: samplePlan(today) }),
      }
      expect([state, await codeOf(today, 'administrator', 'round', action, payload)]).toEqual([state, 'wrongState'])
      expect(stored(today.cloud)).toEqual(before)
    }
  })
})

describe('a plan that cannot be', () => {
  test.each([
    [{ stops: [{ villageId: 'V99', arrive: '08:00', depart: '08:45' }] }, 'plan.stops.0.villageId'],
    [
      {
        stops: [
          { villageId: 'V01', arrive: '08:00', depart: '08:45' },
          { villageId: 'V01', arrive: '09:00', depart: '09:45' },
        ],
      },
      'plan.stops.1.villageId',
    ],
    [{ stops: [{ villageId: 'V01', arrive: '24:00', depart: '08:45' }] }, 'plan.stops.0.arrive'],
    [{ stops: [{ villageId: 'V01', arrive: '08:00', depart: '08:60' }] }, 'plan.stops.0.depart'],
    [{ panel: ['M05'] }, 'plan.panel.0'],
    [{ panel: ['I01', 'I01'] }, 'plan.panel.1'],
    [{ notApplicable: [{ villageId: 'V99', indicatorId: 'C01' }] }, 'plan.notApplicable.0.villageId'],
    [{ notApplicable: [{ villageId: 'V01', indicatorId: 'C99' }] }, 'plan.notApplicable.0.indicatorId'],
    [{ day: '2026-02-30' }, 'plan.day'],
  ])('%j is refused where it stands, and nothing is written', async (more, path) => {
    await setRound({ state: 'draft' })
    const { roundId } = today
    const before = stored(today.cloud)
    const send = { roundId, plan: samplePlan(today, more), revision: revisionOf(), sendId: newId() }
    expect(await today.administrator.asks('round', 'plan', send)).toMatchObject({
      error: { code: 'invalid', details: { path } },
    })
    expect(stored(today.cloud)).toEqual(before)
  })
})

describe('archived: read-only', () => {
  test('nothing of an archived round is written any more', async () => {
    await setRound({ state: 'archived' })
    const roundId = today.roundId
    const before = stored(today.cloud)
    const sendId = newId()
    const reason = '归档以后不再改动'
    const record = { roundId, villageId: 'V01', sendId, phone: newId(), at: 1 }
    const goal = { roundId, goalId: 'V01-G1', villageId: 'V01', title: '目标', baseline: '', target: '', unit: '' }
    const byAdministrator: [string, string, object][] = [
      ['round', 'plan', { roundId, plan: samplePlan(today), revision: revisionOf(), sendId }],
      ['round', 'ready', { roundId, revision: revisionOf(), sendId }],
      ['round', 'backToDraft', { roundId, revision: revisionOf(), sendId }],
      ['round', 'removeDraft', { roundId, revision: revisionOf(), sendId }],
      ['round', 'rehearse', { roundId, sendId }],
      ['round', 'deleteRehearsal', { roundId, sendId }],
      ['round', 'start', { roundId, sendId }],
      ['round', 'changeDay', { roundId, sendId, change: { kind: 'skip', villageId: 'V01' }, reason, preview: false }],
      ['round', 'close', { roundId, sendId }],
      ['round', 'printCards', { roundId, villageId: 'V01', sendId, count: 1 }],
      ['round', 'restore', { roundId, villageId: 'V01', sendId, excludedFor: 'channel', reason }],
      ['round', 'admitLate', { roundId, sendId, lateIds: ['a'], reason }],
      ['round', 'acceptVillage', { roundId, villageId: 'V01', sendId, reason }],
      [
        'round',
        'correct',
        {
          roundId,
          sendId,
          correction: { kind: 'measurement', villageId: 'V01', indicatorId: 'C03', value: 1 },
          reason,
        },
      ],
      ['round', 'reopen', { roundId, sendId, reason }],
      ['round', 'seal', { roundId, sendId }],
      ['round', 'announce', { roundId, sendId }],
      ['programme', 'declareGoal', { ...goal, revision: 1, sendId }],
      ['programme', 'removeGoal', { roundId, goalId: 'V01-G1', revision: 1, sendId }],
      [
        'programme',
        'approveGoals',
        { roundId, villageId: 'V01', goals: [{ goalId: 'V01-G1', revision: 1, difficulty: 1 }], sendId },
      ],
      ['programme', 'returnGoal', { roundId, goalId: 'V01-G1', revision: 1, reason, sendId }],
      [
        'programme',
        'enterMeasurement',
        { roundId, villageId: 'V01', indicatorId: 'C03', value: 1, evidence: '', photos: [], revision: 1, sendId },
      ],
      [
        'programme',
        'checkMeasurements',
        { roundId, villageId: 'V01', measurements: [{ indicatorId: 'C03', revision: 1 }], sendId },
      ],
      [
        'programme',
        'returnMeasurement',
        { roundId, villageId: 'V01', indicatorId: 'C03', revision: 1, reason, sendId },
      ],
      ['programme', 'evidencePhoto', { roundId, villageId: 'V01', photoId: newId(), fileId: 'cloud://a/b', bytes: 1 }],
      ['scoring', 'decideAppeal', { roundId, sendId, deductionId: 'D1', outcome: 'upheld', reason }],
    ]
    for (const [fn, action, payload] of byAdministrator)
      expect([action, await codeOf(today, 'administrator', fn, action, payload)]).toEqual([action, 'wrongState'])
    const sent = { ...record, device: '手机', waiting: 0 }
    const byInspector: [string, object][] = [
      ['arrive', { roundId, villageId: 'V01', at: 1 }],
      ['saveMarks', { ...sent, changes: [{ itemId: 'C01', mark: 1, note: '', photos: [], base: 0 }] }],
      ['submit', { ...sent, seconds: 1, marks: {} }],
      ['finding', { ...record, findingId: newId(), category: 'detail', text: '标语褪色', photos: [] }],
      ['highlight', { ...record, highlightId: newId(), itemId: null, text: '议事厅', photos: [] }],
      ['photo', { roundId, villageId: 'V01', photoId: newId(), fileId: 'cloud://a/b', bytes: 1, of: 'mark' }],
      ['deduct', { ...record, deductionId: newId(), itemId: 'K01', occurrences: 1, text: '不实', photos: [] }],
      ['confirmDeduction', { ...record, deductionId: newId() }],
    ]
    for (const [action, payload] of byInspector) {
      const code = await codeOf(today, 'inspector', 'scoring', action, payload)
      expect([action, code]).toEqual([action, 'wrongState'])
    }
    expect(stored(today.cloud)).toEqual(before)
  })
})
