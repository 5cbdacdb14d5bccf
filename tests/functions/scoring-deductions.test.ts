/** 扣分: one inspector proposes, another of another district confirms; who sees what. */
import type { LateDoc } from '../../cloudfunctions/common/documents'
import { newId } from '../vocabulary/cards'
import { type Day, day } from '../vocabulary/day'
import { confirmSend, deductionOf, deductSend, seedDeduction, shownTo } from '../vocabulary/deductions'
import { linesOf } from '../vocabulary/rounds'
import { change, stored, uploadedPhoto } from '../vocabulary/stored'

let today: Day
beforeAll(async () => {
  today = await day({ state: 'running', empty: true })
})
afterAll(() => today.stop())
afterEach(async () => {
  today.cloud.faults.clear()
  await setRound({ state: 'running', closedAt: null })
})

const setRound = (data: object) => change(today.cloud, 'rounds', today.roundId, data)
const closed = () => setRound({ state: 'closed', closedAt: Date.now() })
const refused = (code: string, details?: object) => ({ ok: false, error: { code, ...(details && { details }) } })
const lateOf = (sendId: string) => (today.dump('late') as unknown as LateDoc[]).find(({ _id }) => _id === sendId)

describe('scoring.deduct', () => {
  const deduct = (id: string, send: ReturnType<typeof deductSend>) =>
    today.inspector(id).asks('scoring', 'deduct', send)

  test('kept as it was seen, with the phone’s time and a line; the same send again is the same and writes nothing', async () => {
    const send = deductSend(today, { photos: [newId(), newId()] })
    expect(await deduct('I03', send)).toEqual({ ok: true, data: { kept: true, late: false } })
    expect(deductionOf(today, send.deductionId)).toEqual({
      _id: send.deductionId,
      id: send.deductionId,
      revision: 1,
      roundId: today.roundId,
      villageId: 'V01',
      itemId: 'K09',
      occurrences: 2,
      text: send.text,
      photos: send.photos,
      state: 'proposed',
      proposer: 'I03',
      proposerName: today.file.panel.find(({ id }) => id === 'I03')!.name,
      proposedAt: send.at,
      findingId: null,
      confirmer: null,
      confirmerName: null,
      confirmedAt: null,
      appeal: null,
      decision: null,
    })
    expect(linesOf(today, 'deduct')).toEqual([
      expect.objectContaining({
        memberId: 'I03',
        on: send.deductionId,
        after: { villageId: 'V01', itemId: 'K09', occurrences: 2, late: false },
      }),
    ])
    const before = stored(today.cloud)
    for (const again of [send, { ...send, sendId: newId() }])
      expect(await deduct('I03', again)).toEqual({ ok: true, data: { kept: true, late: false } })
    expect(stored(today.cloud)).toEqual(before)
  })

  test('its answer lost: it is kept, and the same send says so; killed before its line, it writes that', async () => {
    const send = deductSend(today)
    today.cloud.faults.inject({ on: 'database.insertDocument', collection: 'deductions', what: 'drop' })
    expect(await deduct('I03', send)).toMatchObject({ ok: false, error: { code: 'tryAgain' } })
    expect(deductionOf(today, send.deductionId).state).toBe('proposed')
    expect(linesOf(today, 'deduct').filter(({ on }) => on === send.deductionId)).toEqual([])
    expect(await deduct('I03', send)).toMatchObject({ ok: true })
    expect(linesOf(today, 'deduct').filter(({ on }) => on === send.deductionId)).toHaveLength(1)
  })

  test('confirmed meanwhile, the same send still answers as the first time', async () => {
    const send = deductSend(today)
    await today.inspector('I03').does('scoring', 'deduct', send)
    await today.inspector('I01').does('scoring', 'confirmDeduction', confirmSend(today, send.deductionId))
    expect(await deduct('I03', send)).toEqual({ ok: true, data: { kept: true, late: false } })
    expect(deductionOf(today, send.deductionId).state).toBe('confirmed')
  })

  test('another’s id, or another content under one’s own: refused, what stands stays', async () => {
    const send = deductSend(today)
    await today.inspector('I03').does('scoring', 'deduct', send)
    const before = stored(today.cloud)
    expect(await deduct('I01', send)).toMatchObject(refused('changed'))
    const changes = [
      { text: '另一处' },
      { occurrences: 3 },
      { itemId: 'K01' },
      { villageId: 'V02' },
      { photos: [newId()] },
    ]
    for (const other of changes) expect(await deduct('I03', { ...send, ...other })).toMatchObject(refused('changed'))
    expect(stored(today.cloud)).toEqual(before)
  })

  test('no phone can take the id under which an overdue finding proposes itself', async () => {
    const send = deductSend(today, { deductionId: `overdue:${today.roundId}:${newId()}` })
    expect(await deduct('I03', send)).toMatchObject(refused('invalid'))
  })

  test('where one is recused, off the route, in a village that was skipped, beyond the catalogue: nothing is written', async () => {
    const before = stored(today.cloud)
    expect(await deduct('I02', deductSend(today))).toMatchObject(refused('recused'))
    expect(await deduct('I03', deductSend(today, { villageId: 'V99' }))).toMatchObject(refused('outOfScope'))
    expect(await deduct('I03', deductSend(today, { itemId: 'K99' }))).toMatchObject(
      refused('invalid', { path: 'itemId', problem: expect.stringContaining('K99') }),
    )
    await skip('V01')
    expect(await deduct('I03', deductSend(today))).toMatchObject(refused('wrongState', { stop: 'skipped' }))
    await setRound({ stops: today.file.stops })
    expect(stored(today.cloud).deductions).toEqual(before.deductions)
    expect(stored(today.cloud).audits).toEqual(before.audits)
  })

  test.each([
    { occurrences: 0 },
    { occurrences: 1.5 },
    { occurrences: 100 },
    { text: '短' },
    { text: '长'.repeat(501) },
  ])('%p: invalid', async (wrong) => {
    expect(await deduct('I03', deductSend(today, wrong))).toMatchObject(refused('invalid'))
  })

  test('a phone whose clock runs ahead does not propose in the future', async () => {
    const send = deductSend(today, { at: Date.now() + 3_600_000 })
    await today.inspector('I03').does('scoring', 'deduct', send)
    expect(deductionOf(today, send.deductionId).proposedAt).toBeLessThanOrEqual(Date.now())
  })

  test('closed: kept as late work, with its own line; what had been kept before closing is no late work', async () => {
    const early = deductSend(today)
    await today.inspector('I03').does('scoring', 'deduct', early)
    await closed()
    expect(await deduct('I03', early)).toEqual({ ok: true, data: { kept: true, late: false } })

    const send = deductSend(today)
    const before = today.dump('deductions')
    expect(await deduct('I03', send)).toEqual({ ok: true, data: { kept: true, late: true } })
    expect(await deduct('I03', send)).toEqual({ ok: true, data: { kept: true, late: true } })
    expect(today.dump('deductions')).toEqual(before)
    expect(lateOf(send.sendId)).toMatchObject({
      action: 'deduct',
      memberId: 'I03',
      villageId: 'V01',
      at: send.at,
      state: 'waiting',
      payload: send,
    })
    expect(linesOf(today, 'deduct').filter(({ on }) => on === send.deductionId)).toEqual([
      expect.objectContaining({ after: expect.objectContaining({ late: true }) }),
    ])
    expect(await deduct('I02', deductSend(today))).toMatchObject(refused('recused'))
    expect(await deduct('I03', deductSend(today, { itemId: 'K99' }))).toMatchObject(refused('invalid'))
  })

  test('five database requests, closed as well', async () => {
    const cost = () =>
      today.cloud.requests.during(() => today.inspector('I03').does('scoring', 'deduct', deductSend(today)))
    expect(await cost()).toBe(5)
    await closed()
    expect(await cost()).toBe(5)
  })
})

describe('scoring.confirmDeduction', () => {
  const confirm = (who: string, deductionId: string, more: object = {}) =>
    today.inspector(who).asks('scoring', 'confirmDeduction', confirmSend(today, deductionId, more))

  test('the second person, named, by the server’s clock: the village’s time begins when it can hear of it', async () => {
    const id = seedDeduction(today, 'proposed')
    const from = Date.now()
    const answer = await confirm('I01', id, { at: from - 3_600_000 })
    const { state, confirmer, confirmerName, confirmedAt, revision } = deductionOf(today, id)
    expect({ state, confirmer, confirmerName, revision }).toEqual({
      state: 'confirmed',
      confirmer: 'I01',
      confirmerName: today.file.panel[0]!.name,
      revision: 2,
    })
    expect(confirmedAt).toBeGreaterThanOrEqual(from)
    expect(answer).toEqual({ ok: true, data: { confirmedAt, late: false } })
    expect(linesOf(today, 'confirmDeduction').filter(({ on }) => on === id)).toEqual([
      expect.objectContaining({ memberId: 'I01', before: 'proposed', after: { villageId: 'V01', late: false } }),
    ])

    const before = stored(today.cloud)
    expect(await confirm('I01', id)).toEqual(answer)
    expect(stored(today.cloud)).toEqual(before)
  })

  test.each([
    { who: 'I03', code: 'samePerson', why: 'their own' },
    { who: 'I02', code: 'recused', why: 'recused there' },
  ])('$who: $code ($why)', async ({ who, code }) => {
    const id = seedDeduction(today, 'proposed')
    const before = stored(today.cloud)
    expect(await confirm(who, id)).toMatchObject(refused(code))
    expect(stored(today.cloud)).toEqual(before)
  })

  test('not by one of the same district, but by one without; two without are two', async () => {
    const ofEast = seedDeduction(today, 'proposed', { proposer: 'I01' })
    expect(await confirm('I08', ofEast)).toMatchObject(refused('sameDistrict'))
    expect(deductionOf(today, ofEast).state).toBe('proposed')
    expect(await confirm('I06', ofEast)).toMatchObject({ ok: true })
    const ofNone = seedDeduction(today, 'proposed', { proposer: 'I06' })
    expect(await confirm('I07', ofNone)).toMatchObject({ ok: true })
  })

  test('what proposed itself takes one inspector, any but a recused one', async () => {
    const overdue = { proposer: '', proposerName: '', findingId: 'F1' }
    const id = seedDeduction(today, 'proposed', { ...overdue, _id: `overdue:${today.roundId}:F1` })
    expect(await confirm('I02', id)).toMatchObject(refused('recused'))
    expect(await confirm('I01', id)).toMatchObject({ ok: true })
  })

  test.each(['confirmed', 'appealed', 'upheld', 'revoked'] as const)('%s by another: settled', async (state) => {
    const id = seedDeduction(today, state)
    const before = stored(today.cloud)
    expect(await confirm('I06', id)).toMatchObject(refused('settled', { state }))
    expect(stored(today.cloud)).toEqual(before)
  })

  test('named under another village: not found', async () => {
    const id = seedDeduction(today, 'proposed')
    expect(await confirm('I01', id, { villageId: 'V05' })).toMatchObject(refused('notFound'))
  })

  test('two at once: one is the second person, the other is told', async () => {
    const id = seedDeduction(today, 'proposed')
    const answers = await Promise.all(['I01', 'I06', 'I04', 'I10'].map((who) => confirm(who, id)))
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1)
    for (const answer of answers.filter(({ ok }) => !ok)) expect(answer).toMatchObject(refused('settled'))
    const winner = ['I01', 'I06', 'I04', 'I10'][answers.findIndex(({ ok }) => ok)]
    expect(deductionOf(today, id)).toMatchObject({ confirmer: winner, revision: 2 })
    expect(linesOf(today, 'confirmDeduction').filter(({ on }) => on === id)).toEqual([
      expect.objectContaining({ memberId: winner }),
    ])
  })

  test('its answer lost: confirmed, and the same send says when', async () => {
    const id = seedDeduction(today, 'proposed')
    today.cloud.faults.inject({ on: 'database.modifyDocument', collection: 'deductions', what: 'drop' })
    expect(await confirm('I01', id)).toMatchObject({ ok: false, error: { code: 'tryAgain' } })
    const { confirmedAt } = deductionOf(today, id)
    expect(await confirm('I01', id)).toEqual({ ok: true, data: { confirmedAt, late: false } })
    expect(deductionOf(today, id).revision).toBe(2)
  })

  test('closed: kept as late work, unless it had been written; who may not is refused all the same', async () => {
    const done = seedDeduction(today, 'confirmed')
    const id = seedDeduction(today, 'proposed')
    await closed()
    expect(await confirm('I01', done)).toEqual({
      ok: true,
      data: { confirmedAt: deductionOf(today, done).confirmedAt, late: false },
    })
    const send = confirmSend(today, id)
    const before = deductionOf(today, id)
    expect(await today.inspector('I01').does('scoring', 'confirmDeduction', send)).toEqual({
      confirmedAt: null,
      late: true,
    })
    expect(deductionOf(today, id)).toEqual(before)
    // Pressed again by a phone that does not know: the same confirmation, once.
    expect(await confirm('I01', id)).toMatchObject({ ok: true, data: { late: true } })
    expect(
      today.dump('late').filter(({ payload }) => (payload as { deductionId?: string }).deductionId === id),
    ).toHaveLength(1)
    expect(lateOf(`confirm:I01:${id}`)).toMatchObject({
      action: 'confirmDeduction',
      memberId: 'I01',
      at: send.at,
      payload: send,
    })
    expect(await confirm('I03', id)).toMatchObject(refused('samePerson'))
    expect(await confirm('I02', id)).toMatchObject(refused('recused'))
    expect(await confirm('I06', done)).toMatchObject(refused('settled'))
  })

  test('five database requests, closed as well', async () => {
    const cost = () => {
      const send = confirmSend(today, seedDeduction(today, 'proposed'))
      return today.cloud.requests.during(() => today.inspector('I01').does('scoring', 'confirmDeduction', send))
    }
    expect(await cost()).toBe(5)
    await closed()
    expect(await cost()).toBe(5)
  })
})

describe('scoring.deductions: each sees what is theirs', () => {
  let ids: Record<'proposed' | 'confirmed' | 'appealed' | 'upheld' | 'revoked' | 'elsewhere', string>
  const ask = (who: string) => shownTo(today, today.inspector(who))
  const idsOf = (deductions: { id: string }[]) => deductions.map(({ id }) => id).sort()

  beforeAll(() => {
    today.cloud.clear('deductions')
    ids = {
      proposed: seedDeduction(today, 'proposed'),
      confirmed: seedDeduction(today, 'confirmed'),
      appealed: seedDeduction(today, 'appealed'),
      upheld: seedDeduction(today, 'upheld'),
      revoked: seedDeduction(today, 'revoked'),
      elsewhere: seedDeduction(today, 'confirmed', { villageId: 'V05', proposer: 'I01', confirmer: 'I04' }),
    }
  })

  test('administrators all, of one village or of every one', async () => {
    const all = await shownTo(today, today.administrator)
    expect(idsOf(all)).toEqual(Object.values(ids).sort())
    expect(idsOf(await shownTo(today, today.secondAdministrator, 'V05'))).toEqual([ids.elsewhere])
    expect(all.find(({ id }) => id === ids.confirmed)).toMatchObject({
      villageName: '云溪村',
      title: '标语错误或破损严重',
      marks: 10_000,
      cap: 30_000,
      source: 'inspector',
      state: 'confirmed',
      proposerName: '罗建华',
      isMine: false,
      appealUntil: deductionOf(today, ids.confirmed).confirmedAt! + 60 * 60_000,
      whyNotConfirm: '',
    })
    const mayDecide = all.filter(({ may }) => may.decide).map(({ id }) => id)
    expect(mayDecide).toEqual([ids.appealed])
  })

  test('an officer: their village’s, from the confirmation on, and none of another', async () => {
    const told = await shownTo(today, today.officer)
    expect(idsOf(told)).toEqual([ids.confirmed, ids.appealed, ids.upheld, ids.revoked].sort())
    expect(told.filter(({ may }) => may.appeal).map(({ id }) => id)).toEqual([ids.confirmed])
    expect(told.some(({ may }) => may.confirm || may.decide)).toBe(false)
    const ask = { roundId: today.roundId, villageId: 'V05' }
    expect(await today.officer.asks('scoring', 'deductions', ask)).toMatchObject(refused('outOfScope'))
    expect(await today.officer.asks('scoring', 'deductions', { ...ask, villageId: 'V99' })).toMatchObject(
      refused('notFound'),
    )
  })

  test('an inspector: those they proposed, those they confirmed, and those they may confirm', async () => {
    const mine = [ids.proposed, ids.confirmed, ids.appealed, ids.upheld, ids.revoked].sort()
    expect(idsOf(await ask('I03'))).toEqual(mine)
    expect((await ask('I03')).find(({ id }) => id === ids.proposed)).toMatchObject({
      isMine: true,
      may: { confirm: false },
      whyNotConfirm: expect.stringContaining('您提出的'),
    })
    // I01 confirmed the same four, may confirm the fifth and proposed one elsewhere.
    expect(idsOf(await ask('I01'))).toEqual([...mine, ids.elsewhere].sort())
    // I06 had no part in any: only what waits for a second person.
    expect(await ask('I06')).toEqual([
      expect.objectContaining({
        id: ids.proposed,
        may: { confirm: true, appeal: false, decide: false },
        whyNotConfirm: '',
      }),
    ])
    // I02 is recused there.
    expect(await ask('I02')).toEqual([])
  })

  test('closed: what nobody confirmed has lapsed, and is nobody’s to confirm', async () => {
    await closed()
    expect(await ask('I06')).toEqual([])
    expect((await ask('I03')).find(({ id }) => id === ids.proposed)).toMatchObject({
      state: 'lapsed',
      may: { confirm: false },
    })
    expect(deductionOf(today, ids.proposed).state).toBe('proposed')
  })

  test('photos come with addresses, those not uploaded without; one call of storage, four of the database', async () => {
    const [there, missing] = [newId(), newId()]
    const fileId = await uploadedPhoto(today.cloud, today.roundId, there)
    today.cloud.seed('files', [
      {
        _id: there,
        roundId: today.roundId,
        villageId: 'V01',
        uploader: 'I03',
        of: 'deduction',
        fileId,
        bytes: 34,
        at: 1,
      },
    ])
    const id = seedDeduction(today, 'confirmed', { photos: [there, missing] })
    const shown = (await shownTo(today, today.officer)).find((one) => one.id === id)!
    expect(shown.photos).toEqual([
      { id: there, url: expect.stringMatching(/^http/) },
      { id: missing, url: null },
    ])
    expect((await fetch(shown.photos[0]!.url!)).status).toBe(200)

    for (const person of [today.administrator, today.officer, today.inspector('I03')]) {
      expect(await today.cloud.requests.during(() => shownTo(today, person))).toBe(4)
      expect(today.cloud.requests.of('storage.batchGetDownloadUrl')).toBe(1)
    }
  })
})

async function skip(villageId: string): Promise<void> {
  const stops = today.file.stops.map((stop) => (stop.villageId === villageId ? { ...stop, state: 'skipped' } : stop))
  await setRound({ stops })
}
