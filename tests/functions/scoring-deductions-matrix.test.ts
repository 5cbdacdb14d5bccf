/** Every role, in every state, at every action on a deduction: what is not allowed is refused and writes nothing. */
import { type RoundState, RoundState as RoundStates } from '../../src/contract/parts'
import { newId } from '../vocabulary/cards'
import { type Day, day } from '../vocabulary/day'
import { appealSend, confirmSend, decideSend, deductSend, seedDeduction } from '../vocabulary/deductions'
import { codeOf, everyone, type Who } from '../vocabulary/everyone'
import { change, stored } from '../vocabulary/stored'

jest.setTimeout(120_000)
let today: Day
beforeAll(async () => {
  today = await day({ state: 'running', empty: true })
})
afterAll(() => today.stop())

interface Row {
  who: Who[]
  states: RoundState[]
  /** Makes what the call is about; the call's payload. */
  payload(): object
}

const administrators: Who[] = ['administrator', 'secondAdministrator']
const openForSends: RoundState[] = ['running', 'closed']

const table: Record<'deduct' | 'confirmDeduction' | 'appeal' | 'decideAppeal' | 'deductions', Row> = {
  deduct: { who: ['inspector'], states: openForSends, payload: () => deductSend(today) },
  confirmDeduction: {
    who: ['inspector'],
    states: openForSends,
    payload: () => confirmSend(today, seedDeduction(today, 'proposed')),
  },
  appeal: {
    who: ['officer'],
    states: openForSends,
    payload: () => appealSend(today, seedDeduction(today, 'confirmed')),
  },
  decideAppeal: {
    who: administrators,
    states: openForSends,
    payload: () => decideSend(today, seedDeduction(today, 'appealed')),
  },
  deductions: {
    who: [...administrators, 'inspector', 'officer'],
    states: ['running', 'closed', 'sealing', 'sealed', 'announced', 'archived'],
    payload: () => ({ roundId: today.roundId, villageId: null }),
  },
}

describe.each(Object.entries(table))('scoring.%s', (action, { who, states, payload }) => {
  test.each(RoundStates.options)('%s', async (state) => {
    await change(today.cloud, 'rounds', today.roundId, { state })
    for (const person of everyone) {
      const send = payload()
      const before = stored(today.cloud)
      const code = await codeOf(today, person, 'scoring', action, send)
      const expected = who.includes(person) ? (states.includes(state) ? 'ok' : 'wrongState') : 'notAllowed'
      expect({ person, code }).toEqual({ person, code: expected })
      if (code !== 'ok' || action === 'deductions') expect(stored(today.cloud)).toEqual(before)
      else expect(stored(today.cloud)).not.toEqual(before)
    }
  })

  test('a field too many, a field missing, no field: invalid, and nothing is written', async () => {
    await change(today.cloud, 'rounds', today.roundId, { state: 'running' })
    const whole = payload()
    const before = stored(today.cloud)
    const without = Object.keys(whole).map((name) =>
      Object.fromEntries(Object.entries(whole).filter(([n]) => n !== name)),
    )
    for (const wrong of [...without, { ...whole, memberId: 'I02' }, {}, null])
      expect(await codeOf(today, who[0]!, 'scoring', action, wrong)).toBe('invalid')
    expect(stored(today.cloud)).toEqual(before)
  })

  test('a round nobody knows', async () => {
    const code = await codeOf(today, who[0]!, 'scoring', action, { ...payload(), roundId: 'nowhere' })
    // Who sits on a panel is asked of the round: an inspector is nobody where there is none.
    expect(code).toBe(who[0] === 'inspector' ? 'notAllowed' : 'notFound')
  })
})

describe('what the call is about must be there, and of this round', () => {
  test.each(['confirmDeduction', 'appeal', 'decideAppeal'] as const)('%s: a deduction nobody knows', async (action) => {
    await change(today.cloud, 'rounds', today.roundId, { state: 'running' })
    const who = table[action].who[0]!
    const before = stored(today.cloud)
    expect(await codeOf(today, who, 'scoring', action, { ...table[action].payload(), deductionId: newId() })).toBe(
      'notFound',
    )
    expect(stored(today.cloud).audits).toEqual(before.audits)
  })

  test.each(['confirmDeduction', 'appeal', 'decideAppeal'] as const)('%s: one of another round', async (action) => {
    const states = { confirmDeduction: 'proposed', appeal: 'confirmed', decideAppeal: 'appealed' } as const
    const deductionId = seedDeduction(today, states[action], { roundId: '2024-1' })
    const before = stored(today.cloud)
    const send = { ...table[action].payload(), deductionId }
    expect(await codeOf(today, table[action].who[0]!, 'scoring', action, send)).toBe('notFound')
    expect(stored(today.cloud).audits).toEqual(before.audits)
  })
})
