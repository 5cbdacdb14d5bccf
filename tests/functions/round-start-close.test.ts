import type { SecretDoc } from '../../cloudfunctions/common/documents'
import { newId } from '../vocabulary/cards'
import { type Day, day } from '../vocabulary/day'
import { allBut, codeOf } from '../vocabulary/everyone'
import { linesOf, roundOf } from '../vocabulary/rounds'
import { change, stored } from '../vocabulary/stored'

jest.setTimeout(60_000)
let today: Day
beforeAll(async () => {
  today = await day({ state: 'ready', empty: true })
})
afterAll(() => today.stop())

const send = (sendId = newId()) => ({ roundId: today.roundId, sendId })
const gate = () => today.dump('secrets')[0] as unknown as SecretDoc

describe('round.start', () => {
  test.each(allBut('administrator', 'secondAdministrator'))('%s may not', async (who) => {
    const before = stored(today.cloud)
    expect(await codeOf(today, who, 'round', 'start', send())).toBe('notAllowed')
    expect(stored(today.cloud)).toEqual(before)
  })

  test('not a round nobody knows, and not with an id too short', async () => {
    expect(await codeOf(today, 'administrator', 'round', 'start', { ...send(), roundId: 'nowhere' })).toBe('notFound')
    expect(await codeOf(today, 'administrator', 'round', 'start', send('short'))).toBe('invalid')
  })

  test('two start at once: one does, the other is told; the line names the one', async () => {
    const people = [today.administrator, today.secondAdministrator]
    const answers = await Promise.all(people.map((person) => person.asks('round', 'start', send())))
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1)
    expect(answers.find(({ ok }) => !ok)).toMatchObject({
      error: { code: 'wrongState', details: { state: 'running' } },
    })

    const { state, startedAt, moved } = roundOf(today)
    expect({ state, isStarted: startedAt !== null }).toEqual({ state: 'running', isStarted: true })
    expect(linesOf(today, 'start')).toEqual([
      expect.objectContaining({ memberId: moved!.by, on: today.roundId, before: 'ready', after: 'running' }),
    ])
  })

  test('the same send again answers as the first time and writes nothing; killed before its line, it writes that', async () => {
    const { by, sendId } = roundOf(today).moved!
    const starter = by === 'M01' ? today.administrator : today.secondAdministrator
    const before = stored(today.cloud)
    expect(await starter.does('round', 'start', send(sendId))).toMatchObject({ round: { state: 'running' } })
    expect(stored(today.cloud)).toEqual(before)

    await today.cloud.sdk().database().collection('audits').doc(`${today.roundId}:${sendId}`).remove({})
    await starter.does('round', 'start', send(sendId))
    expect(linesOf(today, 'start')).toHaveLength(1)
  })
})

describe('round.close', () => {
  test.each(allBut('administrator', 'secondAdministrator'))('%s may not', async (who) => {
    const before = stored(today.cloud)
    expect(await codeOf(today, who, 'round', 'close', send())).toBe('notAllowed')
    expect(stored(today.cloud)).toEqual(before)
  })

  test('killed after the gate closed: nobody answers any more, and closing again, by the other one, ends it', async () => {
    today.cloud.faults.inject({ on: 'database.modifyDocument', collection: 'rounds', what: 'conflict', times: 20 })
    expect(await today.administrator.asks('round', 'close', send())).toMatchObject({ error: { code: 'tryAgain' } })
    today.cloud.faults.clear()
    expect(roundOf(today).state).toBe('running')
    const gateClosedAt = gate().closedAt
    expect(gateClosedAt).not.toBeNull()

    const sendId = newId()
    const closed = await today.secondAdministrator.does('round', 'close', send(sendId))
    expect(closed.round.state).toBe('closed')
    expect(closed.closedAt).toBeGreaterThanOrEqual(gateClosedAt!)
    expect(gate().closedAt).toBe(gateClosedAt)
    expect(linesOf(today, 'close')).toEqual([
      expect.objectContaining({ memberId: 'M02', before: 'running', after: 'closed' }),
    ])
    const before = stored(today.cloud)
    expect(await today.secondAdministrator.does('round', 'close', send(sendId))).toEqual(closed)
    expect(stored(today.cloud)).toEqual(before)
  })

  test('whoever comes later is told that it is closed', async () => {
    expect(await today.administrator.asks('round', 'close', send())).toMatchObject({
      error: { code: 'wrongState', details: { state: 'closed' } },
    })
  })

  test('the answer to the closing was lost: the same send says closed', async () => {
    await change(today.cloud, 'rounds', today.roundId, { state: 'running' })
    today.cloud.faults.inject({ on: 'database.modifyDocument', collection: 'rounds', what: 'drop' })
    const sendId = newId()
    expect(await today.administrator.asks('round', 'close', send(sendId))).toMatchObject({
      error: { code: 'tryAgain' },
    })
    expect(await today.administrator.does('round', 'close', send(sendId))).toMatchObject({ round: { state: 'closed' } })
    expect(linesOf(today, 'close').filter(({ memberId }) => memberId === 'M01')).toHaveLength(1)
  })

  test.each(['draft', 'ready', 'sealing', 'sealed', 'announced', 'archived'])('not in %s', async (state) => {
    await change(today.cloud, 'rounds', today.roundId, { state })
    const before = stored(today.cloud)
    expect(await codeOf(today, 'administrator', 'round', 'close', send())).toBe('wrongState')
    expect(stored(today.cloud)).toEqual(before)
  })
})
