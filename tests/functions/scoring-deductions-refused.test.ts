/** What a call on a deduction lacks, or is about, is refused and writes nothing. Who may, and when: tools/prove/matrix. */
import { newId } from '../vocabulary/cards'
import { type Day, day } from '../vocabulary/day'
import { appealSend, confirmSend, decideSend, deductSend, seedDeduction } from '../vocabulary/deductions'
import { codeOf, type Who } from '../vocabulary/everyone'
import { stored } from '../vocabulary/stored'

let today: Day
beforeAll(async () => {
  today = await day({ state: 'running', empty: true })
})
afterAll(() => today.stop())

/** Who may, and a payload with what it is about. */
const table = {
  deduct: ['inspector', () => deductSend(today)],
  confirmDeduction: ['inspector', () => confirmSend(today, seedDeduction(today, 'proposed'))],
  appeal: ['officer', () => appealSend(today, seedDeduction(today, 'confirmed'))],
  decideAppeal: ['administrator', () => decideSend(today, seedDeduction(today, 'appealed'))],
  deductions: ['administrator', () => ({ roundId: today.roundId, villageId: null })],
} satisfies Record<string, [Who, () => object]>

test.each(Object.entries(table))('scoring.%s: a field missing, no field: invalid', async (action, [who, payload]) => {
  const whole = payload()
  const before = stored(today.cloud)
  const without = Object.keys(whole).map((name) =>
    Object.fromEntries(Object.entries(whole).filter(([n]) => n !== name)),
  )
  for (const wrong of [...without, {}, null]) expect(await codeOf(today, who, 'scoring', action, wrong)).toBe('invalid')
  expect(stored(today.cloud)).toEqual(before)
})

describe('what the call is about must be there, and of this round', () => {
  test.each(['confirmDeduction', 'appeal', 'decideAppeal'] as const)('%s: a deduction nobody knows', async (action) => {
    const [who, payload] = table[action]
    const before = stored(today.cloud)
    expect(await codeOf(today, who, 'scoring', action, { ...payload(), deductionId: newId() })).toBe('notFound')
    expect(stored(today.cloud).audits).toEqual(before.audits)
  })

  test.each(['confirmDeduction', 'appeal', 'decideAppeal'] as const)('%s: one of another round', async (action) => {
    const states = { confirmDeduction: 'proposed', appeal: 'confirmed', decideAppeal: 'appealed' } as const
    const deductionId = seedDeduction(today, states[action], { roundId: '2024-1' })
    const before = stored(today.cloud)
    const [who, payload] = table[action]
    const send = { ...payload(), deductionId }
    expect(await codeOf(today, who, 'scoring', action, send)).toBe('notFound')
    expect(stored(today.cloud).audits).toEqual(before.audits)
  })
})
