import fc from 'fast-check'
import {
  appealed,
  appealUntil,
  confirmed,
  type DeductionState,
  decided,
  type LivingDeduction,
  shownState,
  whyNotAppeal,
  whyNotConfirm,
  whyNotDecide,
  whyNotDeduct,
} from '../../src/domain/deduction-life'
import { isOfficerOf } from '../../src/domain/officer'
import { whyNotAgree } from '../../src/domain/two-persons'
import { whyNotSeal } from '../../src/domain/why-not-seal'

const MINUTE = 60_000
const inspector = (id: string, districtId: string | null, recusedVillageIds: string[] = []) => ({
  id,
  districtId,
  recusedVillageIds,
})
/** V1 lies in the west, V2 is skipped, V3 is not on the route. */
const round = {
  state: 'running',
  closedAt: null as number | null,
  settings: { appealMinutes: 60 },
  villages: [
    { id: 'V1', town: '安宁镇' },
    { id: 'V2', town: '河口镇' },
  ],
  stops: [
    { villageId: 'V1', state: 'visited' },
    { villageId: 'V2', state: 'skipped' },
  ],
  scheme: { deductionItems: [{ id: 'K01' }] },
  panel: [
    inspector('east1', 'EAST'),
    inspector('east2', 'EAST'),
    inspector('south', 'SOUTH'),
    inspector('city1', null),
    inspector('city2', null),
    inspector('west', 'WEST', ['V1']),
  ],
}
const proposedBy = (proposer: string): LivingDeduction => ({
  villageId: 'V1',
  state: 'proposed',
  proposer,
  confirmer: null,
  confirmedAt: null,
})
const confirmedAt = (at: number) => confirmed(proposedBy('east1'), { memberId: 'south', name: '' }, at)

describe('who may propose: an inspector of the panel who may judge the village, by the scheme’s catalogue', () => {
  test.each([
    { who: 'east1', villageId: 'V1', itemId: 'K01', code: undefined },
    { who: 'west', villageId: 'V1', itemId: 'K01', code: 'recused' },
    { who: 'stranger', villageId: 'V1', itemId: 'K01', code: 'notAllowed' },
    { who: 'east1', villageId: 'V2', itemId: 'K01', code: 'wrongState' },
    { who: 'east1', villageId: 'V3', itemId: 'K01', code: 'outOfScope' },
    { who: 'east1', villageId: 'V1', itemId: 'K99', code: 'invalid' },
  ])('$who, $villageId, $itemId: $code', ({ who, code, ...what }) =>
    expect(whyNotDeduct(who, what, round)?.code).toBe(code),
  )

  test('an item that is none is named, with its path', () => {
    expect(whyNotDeduct('east1', { villageId: 'V1', itemId: 'K99' }, round)).toEqual({
      code: 'invalid',
      details: { path: 'itemId', problem: expect.stringContaining('K99') },
    })
  })
})

describe('who may confirm: another inspector, of another district, who may judge the village', () => {
  test.each([
    { proposer: 'east1', who: 'south', code: undefined, why: 'another district' },
    { proposer: 'east1', who: 'city1', code: undefined, why: 'without a district: one of their own' },
    { proposer: 'city1', who: 'city2', code: undefined, why: 'both without: two of their own' },
    { proposer: 'east1', who: 'east2', code: 'sameDistrict', why: 'the same district' },
    { proposer: 'east1', who: 'east1', code: 'samePerson', why: 'their own' },
    { proposer: 'city1', who: 'city1', code: 'samePerson', why: 'their own, without a district' },
    { proposer: '', who: 'east1', code: undefined, why: 'an overdue finding: any one' },
    { proposer: '', who: 'west', code: 'recused', why: 'but none who is recused' },
    { proposer: 'east1', who: 'stranger', code: 'notAllowed', why: 'not on the panel' },
  ])('$proposer’s by $who: $code ($why)', ({ proposer, who, code }) =>
    expect(whyNotConfirm(who, proposedBy(proposer), round)?.code).toBe(code),
  )

  test.each(['confirmed', 'appealed', 'upheld', 'revoked', 'lapsed'] as const)('%s: settled', (state) =>
    expect(whyNotConfirm('south', { ...proposedBy('east1'), state }, round)).toEqual({
      code: 'settled',
      details: { state },
    }),
  )
})

describe('who may appeal: an officer of the village, within its time', () => {
  const officer = [{ role: 'officer', scope: 'V1' }]
  test.each([
    { roles: officer, now: 0, code: undefined },
    { roles: [{ role: 'officer', scope: '安宁镇' }], now: 0, code: undefined },
    { roles: [{ role: 'officer', scope: 'V2' }], now: 0, code: 'outOfScope' },
    { roles: [{ role: 'officer', scope: 'city' }], now: 0, code: 'outOfScope' },
    { roles: [{ role: 'leader', scope: 'V1' }], now: 0, code: 'outOfScope' },
    { roles: officer, now: 60 * MINUTE - 1, code: undefined },
    { roles: officer, now: 60 * MINUTE, code: 'expired' },
  ])('$roles.0 at $now ms: $code', ({ roles, now, code }) =>
    expect(whyNotAppeal(roles, confirmedAt(0), round, now)?.code).toBe(code),
  )

  test('of what nobody confirmed the village has not been told', () => {
    expect(whyNotAppeal(officer, proposedBy('east1'), round, 0)).toEqual({ code: 'notFound' })
  })

  test.each(['appealed', 'upheld', 'revoked'] as const)('%s: settled', (state) =>
    expect(whyNotAppeal(officer, { ...confirmedAt(0), state }, round, 1)?.code).toBe('settled'),
  )

  test.each([
    { confirmed: 30, closed: null, until: 90, why: 'an hour' },
    { confirmed: 30, closed: 80, until: 90, why: 'an hour, closing in between' },
    { confirmed: 85, closed: 80, until: 140, why: 'written as the round closed: an hour from closing' },
  ])('$why: until minute $until', ({ confirmed, closed, until }) => {
    const closing = { ...round, closedAt: closed === null ? null : closed * MINUTE }
    expect(appealUntil(confirmedAt(confirmed * MINUTE), closing)).toBe(until * MINUTE)
  })

  test('not confirmed: no time runs', () => expect(appealUntil(proposedBy('east1'), round)).toBeNull())
})

describe('only an appeal is decided', () => {
  test.each([
    ['appealed', undefined],
    ['proposed', 'settled'],
    ['confirmed', 'settled'],
    ['upheld', 'settled'],
    ['revoked', 'settled'],
    ['lapsed', 'settled'],
  ] as const)('%s: %s', (state, code) => expect(whyNotDecide({ state })?.code).toBe(code))
})

describe('a proposal that nobody confirmed has lapsed once the round no longer runs', () => {
  test.each(['draft', 'ready', 'running'])('%s: it waits', (state) =>
    expect(shownState('proposed', state)).toBe('proposed'),
  )
  test.each(['closed', 'sealing', 'sealed', 'announced', 'archived'])('%s: lapsed', (state) => {
    expect(shownState('proposed', state)).toBe('lapsed')
    for (const other of ['confirmed', 'appealed', 'upheld', 'revoked'] as const)
      expect(shownState(other, state)).toBe(other)
  })
})

describe('an officer of a village', () => {
  test.each([
    { scope: 'V1', is: true },
    { scope: '安宁镇', is: true },
    { scope: 'V2', is: false },
    { scope: '', is: false },
    { scope: 'undefined', is: false },
  ])('of $scope: $is', ({ scope, is }) => {
    expect(isOfficerOf([{ role: 'officer', scope }], { id: 'V1', town: '安宁镇' })).toBe(is)
    expect(isOfficerOf([{ role: 'officer', scope }], { id: 'V1' })).toBe(is && scope === 'V1')
  })
})

describe('whatever is tried, in whatever order', () => {
  type Act = {
    act: 'confirm' | 'appeal' | 'decide' | 'close'
    by: string
    agreedBy: string
    outcome: Outcome
    after: number
  }
  type Outcome = 'upheld' | 'revoked'
  // Those who take the later steps stand here several times, so that most days get as far.
  const officers = ['M1', 'M2', 'officer'].flatMap((who) => [who, who, who, who])
  const people = [...round.panel.map(({ id }) => id), ...officers, 'stranger']
  const wanted = (['confirm', 'appeal', 'decide'] as const).flatMap((act) => [act, act, act, act])
  const act: fc.Arbitrary<Act> = fc.record({
    act: fc.constantFrom(...wanted, ...wanted, 'close'),
    by: fc.constantFrom(...people),
    agreedBy: fc.constantFrom(...people),
    outcome: fc.constantFrom('upheld', 'revoked'),
    after: fc.integer({ min: 0, max: 10 * MINUTE }),
  })
  // Long days: the default size leans to a handful of acts, which seldom reach a decision.
  const acts = fc.array(act, { maxLength: 60, size: 'max' })
  const proposer = fc.constantFrom('', 'east1', 'east2', 'south', 'city1')

  type Day = { deduction: LivingDeduction; state: string; closedAt: number | null; now: number; past: DeductionState[] }
  const rolesOf = (who: string) => (who === 'officer' ? [{ role: 'officer', scope: 'V1' }] : [])
  const isAdministrator = (who: string) => who === 'M1' || who === 'M2'

  /** One act as the functions take it: refused by the rules, it changes nothing. */
  function take(day: Day, { act, by, agreedBy, outcome, after }: Act): Day {
    const now = day.now + after
    const { deduction, closedAt } = day
    const become = (next: LivingDeduction) => ({ ...day, now, deduction: next, past: [...day.past, next.state] })
    const plan = { ...round, closedAt }
    if (act === 'close') return { ...day, now, state: 'closed', closedAt: closedAt ?? now }
    if (act === 'confirm' && day.state === 'running' && !whyNotConfirm(by, deduction, round))
      return become(confirmed(deduction, { memberId: by, name: '' }, now))
    if (act === 'appeal' && !whyNotAppeal(rolesOf(by), deduction, plan, now)) return become(appealed(deduction, {}))
    if (act === 'decide' && isAdministrator(by) && !whyNotDecide(deduction)) {
      const { villageId, proposer, confirmer } = deduction
      const proposal = { by, agreedBy: null, appeal: { villageId, parties: [proposer, confirmer!] } }
      const seat = round.panel.find(({ id }) => id === agreedBy) ?? null
      const refused = whyNotAgree(proposal, { memberId: agreedBy, isAdministrator: isAdministrator(agreedBy), seat })
      if (!refused) return become(decided(deduction, outcome, { by, agreedBy }))
    }
    return { ...day, now }
  }
  const begun = (proposer: string): Day => ({
    deduction: proposedBy(proposer),
    state: 'running',
    closedAt: null,
    now: 0,
    past: ['proposed'],
  })

  test('it goes one way, and stands only by two persons of different districts', () => {
    const order = ['proposed', 'confirmed', 'appealed', 'decided']
    fc.assert(
      fc.property(proposer, acts, (proposer, acts) => {
        const { deduction, past } = acts.reduce(take, begun(proposer))
        const steps = past.map((state) => (state === 'upheld' || state === 'revoked' ? 'decided' : state))
        expect(steps).toEqual(order.slice(0, steps.length))

        if (deduction.state === 'proposed') return expect(deduction.confirmer).toBeNull()
        const seat = (who: string) => round.panel.find(({ id }) => id === who)
        const second = seat(deduction.confirmer!)!
        expect(second.recusedVillageIds).not.toContain('V1')
        expect(deduction.confirmer).not.toBe(proposer)
        const first = seat(proposer)
        if (first && first.districtId !== null) expect(second.districtId).not.toBe(first.districtId)
      }),
      { numRuns: 2000 },
    )
  })

  test('once the round is closed it ends, in exactly one state; while the village may appeal, or an appeal is undecided, nothing is sealed', () => {
    const ends: Record<string, number> = {}
    fc.assert(
      fc.property(proposer, acts, (proposer, acts) => {
        const close: Act = { act: 'close', by: 'M1', agreedBy: 'M1', outcome: 'upheld', after: 0 }
        const day = take(acts.reduce(take, begun(proposer)), close)
        const closing = { closedAt: day.closedAt!, appealMinutes: 60 }
        const much = day.now + 1000 * MINUTE
        const shown = shownState(day.deduction.state, 'closed')
        const mayBeSealed = whyNotSeal(much, closing, [{ ...day.deduction, state: shown }]) === undefined
        expect(mayBeSealed).toBe(shown !== 'appealed')
        expect(['lapsed', 'confirmed', 'appealed', 'upheld', 'revoked']).toContain(shown)
        // And while it may still be appealed against it may not be sealed.
        const until = appealUntil(day.deduction, { ...round, closedAt: day.closedAt })
        if (shown === 'confirmed') {
          expect(
            whyNotAppeal(rolesOf('officer'), day.deduction, { ...round, closedAt: day.closedAt }, until! - 1),
          ).toBe(undefined)
          expect(whyNotSeal(until!, closing, [day.deduction])).toBeDefined()
        }
        ends[shown] = (ends[shown] ?? 0) + 1
      }),
      { numRuns: 2000 },
    )
    expect(Object.keys(ends).sort()).toEqual(['appealed', 'confirmed', 'lapsed', 'revoked', 'upheld'])
  })
})
