/** Small rules of the day: which stop, how fast, who agrees, who reads, when a card is whole. */
import { mayReadBoard } from '../../src/domain/board-access'
import { itemsWithoutNote, markProblem, missingItems } from '../../src/domain/card-check'
import { currentStop } from '../../src/domain/current-stop'
import { isTooFast } from '../../src/domain/survey-pace'
import { whyNotAgree } from '../../src/domain/two-persons'

describe('current stop: the one whose time it is, or the next one coming', () => {
  const stops = [
    { order: 2, villageId: 'B', depart: '10:00', state: 'visited' as const },
    { order: 1, villageId: 'A', depart: '08:45', state: 'visited' as const },
    { order: 3, villageId: 'C', depart: '11:00', state: 'skipped' as const },
    { order: 4, villageId: 'D', depart: '12:00', state: 'visited' as const },
  ]
  test.each([
    { day: '2026-11-23', clock: '23:59', at: 'A', why: 'the day before: the first' },
    { day: '2026-11-24', clock: '07:00', at: 'A', why: 'before setting out' },
    { day: '2026-11-24', clock: '08:44', at: 'A', why: 'its last minute' },
    { day: '2026-11-24', clock: '08:45', at: 'B', why: 'departing is departed' },
    { day: '2026-11-24', clock: '10:30', at: 'D', why: 'C is skipped' },
    { day: '2026-11-24', clock: '18:00', at: 'D', why: 'after the last departure: the last' },
    { day: '2026-11-25', clock: '00:10', at: 'D', why: 'past midnight: still the last' },
  ])('$day $clock → $at: $why', ({ at, ...now }) => expect(currentStop(stops, '2026-11-24', now)?.villageId).toBe(at))

  test('every stop skipped: none', () => {
    const skipped = stops.map((stop) => ({ ...stop, state: 'skipped' as const }))
    expect(currentStop(skipped, '2026-11-24', { day: '2026-11-24', clock: '09:00' })).toBeUndefined()
  })
})

describe('too fast: under the scheme’s seconds for each item answered', () => {
  test.each([
    { seconds: 19.9, answered: 10, tooFast: true },
    { seconds: 20, answered: 10, tooFast: false },
    { seconds: 12, answered: 6, tooFast: false },
    { seconds: 0, answered: 0, tooFast: false },
  ])('$seconds s for $answered items → $tooFast', ({ seconds, answered, tooFast }) =>
    expect(isTooFast(seconds, answered, 2)).toBe(tooFast),
  )
})

describe('two persons: another administrator or a panel inspector agrees', () => {
  const proposal = { by: 'M01', agreedBy: null }
  test.each([
    { memberId: 'M02', isAdministrator: true, seat: null, why: undefined },
    { memberId: 'I01', isAdministrator: false, seat: { recusedVillageIds: ['V01'] }, why: undefined },
    { memberId: 'M01', isAdministrator: true, seat: { recusedVillageIds: [] }, why: { code: 'samePerson' } },
    { memberId: 'M03', isAdministrator: false, seat: null, why: { code: 'notAllowed' } },
  ])('$memberId', ({ why, ...person }) => expect(whyNotAgree(proposal, person)).toEqual(why))

  test('agreed once is agreed', () => {
    const third = { memberId: 'I02', isAdministrator: false, seat: { recusedVillageIds: [] } }
    expect(whyNotAgree({ by: 'M01', agreedBy: 'I01' }, third)).toEqual({ code: 'wrongState' })
  })
})

describe('an appeal is decided by nobody who is recused there, and by neither of those who made the deduction', () => {
  const proposal = { by: 'M01', agreedBy: null, appeal: { villageId: 'V01', parties: ['I01', 'I02'] } }
  const seat = { recusedVillageIds: [] }
  test.each([
    { memberId: 'M02', isAdministrator: true, seat: null, why: undefined },
    { memberId: 'I03', isAdministrator: false, seat: { recusedVillageIds: ['V02'] }, why: undefined },
    { memberId: 'I04', isAdministrator: false, seat: { recusedVillageIds: ['V01'] }, why: { code: 'recused' } },
    { memberId: 'M02', isAdministrator: true, seat: { recusedVillageIds: ['V01'] }, why: { code: 'recused' } },
    { memberId: 'I01', isAdministrator: false, seat, why: { code: 'samePerson' } },
    { memberId: 'I02', isAdministrator: true, seat, why: { code: 'samePerson' } },
    { memberId: 'M01', isAdministrator: true, seat: null, why: { code: 'samePerson' } },
    { memberId: 'M05', isAdministrator: false, seat: null, why: { code: 'notAllowed' } },
  ])('$memberId, administrator $isAdministrator: $why.code', ({ why, ...person }) =>
    expect(whyNotAgree(proposal, person)).toEqual(why),
  )
})

describe('who may read the board', () => {
  const may = (state: string, role: string, announceTo: string[] = [], isOnPanel = false) =>
    mayReadBoard({ state, announceTo }, { roles: [role], isOnPanel })
  test.each(['draft', 'ready', 'running', 'closed', 'sealing'])('%s: nobody, the administrator included', (state) => {
    for (const role of ['administrator', 'leader', 'inspector', 'officer', 'reader'])
      expect(may(state, role, ['inspector', 'officer', 'reader'], true)).toBe(false)
  })
  test('sealed: the administrator alone', () => {
    expect(may('sealed', 'administrator')).toBe(true)
    expect(may('sealed', 'leader')).toBe(false)
    expect(may('sealed', 'inspector', ['inspector'], true)).toBe(false)
  })
  test.each(['announced', 'archived'])('%s: leaders, and whom announceTo names', (state) => {
    expect(may(state, 'leader')).toBe(true)
    expect(may(state, 'officer')).toBe(false)
    expect(may(state, 'officer', ['officer'])).toBe(true)
    expect(may(state, 'guest', ['inspector'], true)).toBe(true)
  })
  test('nobody’s roles open nothing', () => {
    const nobody = { roles: [], isOnPanel: false }
    expect(mayReadBoard({ state: 'announced', announceTo: ['inspector'] }, nobody)).toBe(false)
  })
})

describe('a card is whole when every mark is valid, every item marked, 0 and full reasoned', () => {
  const items = [
    { id: 'C01', title: '党支部战斗堡垒作用', full: 5, step: 0.5 },
    { id: 'G1', title: '年接待 3000 人次', full: 10, step: 1 },
  ]
  const seen = (c01: number | null, g1: number | null, note = '') => ({
    C01: { mark: c01, note },
    G1: { mark: g1, note },
  })
  test.each([
    ['C01', 4.5, undefined],
    ['C01', 0, undefined],
    ['C01', null, undefined],
    ['C01', 4.25, '“党支部战斗堡垒作用”的得分应在 0 到 5 之间，每档 0.5 分'],
    ['C01', 5.5, '“党支部战斗堡垒作用”的得分应在 0 到 5 之间，每档 0.5 分'],
    ['G1', 4.5, '“年接待 3000 人次”的得分应在 0 到 10 之间，每档 1 分'],
    ['constructor', 1, '这个村不评这一项，请重新下载今日资料后再评'],
  ] as const)('%s at %s → %s', (id, mark, problem) => expect(markProblem(items, id, mark)).toBe(problem))

  test('a cleared mark is missing, as one never given', () => {
    expect(missingItems(items, seen(3, null))).toEqual(['G1'])
    expect(missingItems(items, {})).toEqual(['C01', 'G1'])
    expect(missingItems(items, seen(0, 0))).toEqual([])
  })

  test('0 and full need a reason, blanks are none', () => {
    expect(itemsWithoutNote(items, seen(0, 10))).toEqual(['C01', 'G1'])
    expect(itemsWithoutNote(items, seen(0, 10, '  '))).toEqual(['C01', 'G1'])
    expect(itemsWithoutNote(items, seen(0, 10, '现场没有'))).toEqual([])
    expect(itemsWithoutNote(items, seen(4.5, 9))).toEqual([])
  })
})
