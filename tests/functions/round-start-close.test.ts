import type { FindingDoc, SecretDoc } from '../../cloudfunctions/common/documents'
import { newId } from '../vocabulary/cards'
import { type Day, day } from '../vocabulary/day'
import { codeOf } from '../vocabulary/everyone'
import { linesOf, roundOf } from '../vocabulary/rounds'
import { change, stored } from '../vocabulary/stored'

let today: Day
beforeAll(async () => {
  today = await day({ state: 'ready', empty: true })
})
afterAll(() => today.stop())

const send = (sendId = newId()) => ({ roundId: today.roundId, sendId })
const gate = () => today.dump('secrets')[0] as unknown as SecretDoc

describe('round.start', () => {
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

describe('round.start: what an earlier round found, is overdue and not verified, proposes itself', () => {
  let morning: Day
  beforeAll(async () => {
    morning = await day({ state: 'ready', empty: true })
    morning.cloud.seed('findings', [
      finding('overdue-a', { villageId: 'V01', photos: [{ id: 'photo-0000000000001', ring: null }] }),
      finding('overdue-b', { villageId: 'V07', state: 'returned' }),
      finding('overdue-c', { villageId: 'V08', state: 'submitted' }),
      finding('verified', { state: 'verified' }),
      finding('due-today', { dueOn: roundOf(morning).day }),
      finding('no-deadline', { dueOn: null }),
      finding('of-no-village-here', { villageId: 'V99' }),
      finding('of-this-round', { roundId: morning.roundId, roundNumber: 2 }),
    ])
  })
  afterAll(() => morning.stop())

  const finding = (_id: string, more: Partial<FindingDoc> = {}): FindingDoc => ({
    _id,
    revision: 1,
    roundId: '2024-1',
    roundNumber: 1,
    villageId: 'V01',
    source: 'round',
    category: 'environment',
    text: '河道垃圾未清理',
    photos: [],
    photosAfter: [],
    state: 'assigned',
    dueOn: '2024-06-30',
    by: 'I01',
    byName: '周明远',
    at: 1,
    phone: 'phone-of-an-inspector',
    sendId: newId(),
    sends: {},
    history: [],
    ...more,
  })
  const start = (who: 'administrator' | 'secondAdministrator') =>
    morning[who].asks('round', 'start', { roundId: morning.roundId, sendId: newId() })
  const proposed = () => morning.dump('deductions').map(({ _id }) => String(_id))
  const idOf = (name: string) => `overdue:${morning.roundId}:${name}`

  test('killed in between, the round has not started; started again, by the other one, the rest is added, none twice', async () => {
    morning.cloud.faults.inject({ on: 'database.insertDocument', collection: 'deductions', what: 'conflict', after: 1 })
    expect(await start('administrator')).toMatchObject({ error: { code: 'tryAgain' } })
    morning.cloud.faults.clear()
    expect(roundOf(morning).state).toBe('ready')
    expect(proposed()).toHaveLength(2)

    expect(await start('secondAdministrator')).toMatchObject({ ok: true })
    expect(roundOf(morning).state).toBe('running')
    expect(proposed()).toEqual(['overdue-a', 'overdue-b', 'overdue-c'].map(idOf))
    expect(morning.dump('deductions')[0]).toEqual({
      _id: idOf('overdue-a'),
      id: idOf('overdue-a'),
      revision: 1,
      roundId: morning.roundId,
      villageId: 'V01',
      itemId: 'K03',
      occurrences: 1,
      text: '河道垃圾未清理',
      photos: ['photo-0000000000001'],
      state: 'proposed',
      proposer: '',
      proposerName: '',
      proposedAt: expect.any(Number),
      findingId: 'overdue-a',
      confirmer: null,
      confirmerName: null,
      confirmedAt: null,
      appeal: null,
      decision: null,
    })
  })

  test('one inspector who may judge the village confirms it; it says where it comes from', async () => {
    const payload = { roundId: morning.roundId, villageId: 'V01', sendId: newId(), phone: newId(), at: 1 }
    const [shown] = (
      await morning.inspector('I01').does('scoring', 'deductions', { roundId: morning.roundId, villageId: 'V01' })
    ).deductions
    expect(shown).toMatchObject({ id: idOf('overdue-a'), source: 'overdue', proposerName: '', may: { confirm: true } })
    await morning.inspector('I01').does('scoring', 'confirmDeduction', { ...payload, deductionId: idOf('overdue-a') })
    expect(morning.dump('deductions')[0]).toMatchObject({ state: 'confirmed', confirmer: 'I01' })
  })

  test.each([{ overdueItemId: null }, { overdueItemId: 'K99' }, { overdueItemId: undefined }])(
    'a scheme that takes nothing off for it (%p): nothing is proposed',
    async (settings) => {
      const another = await day({ state: 'ready', empty: true, settings })
      try {
        another.cloud.seed('findings', [finding('overdue-a')])
        await another.administrator.does('round', 'start', { roundId: another.roundId, sendId: newId() })
        expect(another.dump('deductions')).toEqual([])
      } finally {
        await another.stop()
      }
    },
  )
})

describe('round.close', () => {
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
