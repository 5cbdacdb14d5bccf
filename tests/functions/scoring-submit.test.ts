import type { AuditDoc, LateDoc, ScorecardDoc } from '../../cloudfunctions/common/documents'
import type { CallIn } from '../../src/contract'
import { cardHash } from '../../src/domain/card-hash'
import { itemsOf, newId, plainCard, villagesOf } from '../vocabulary/cards'
import { type Day, day } from '../vocabulary/day'
import { change, stored } from '../vocabulary/stored'

type Send = CallIn<'scoring', 'submit'>

let today: Day
let villageId: string
const onePhone = newId()
const otherPhone = newId()

beforeAll(async () => {
  today = await day({ state: 'running', empty: true })
})
afterAll(() => today.stop())

/** Each test has a card of its own: an inspector's next village. */
const used = new Map<string, number>()
const inspectorWithNewVillage = (id = 'I01') => {
  const n = used.get(id) ?? 0
  used.set(id, n + 1)
  villageId = villagesOf(today.file, id).mine[n]!
  return today.inspector(id)
}
const submission = (more: Partial<Send> = {}): Send => ({
  roundId: today.roundId,
  villageId,
  sendId: newId(),
  phone: onePhone,
  device: '华为 nova 9',
  waiting: 0,
  seconds: 240,
  at: Date.now(),
  marks: plainCard(today.file, villageId),
  ...more,
})
const with_ = (id: string, mark: number, note = '', photos: string[] = []) => ({
  ...plainCard(today.file, villageId),
  [id]: { mark, note, photos },
})
/** A save of one mark. */
const save = (mark: number, base: number, note = '', more: Partial<CallIn<'scoring', 'saveMarks'>> = {}) => ({
  roundId: today.roundId,
  villageId,
  sendId: newId(),
  phone: onePhone,
  device: '华为 nova 9',
  waiting: 0,
  at: Date.now(),
  changes: [{ itemId: item().id, mark, note, photos: [], base }],
  ...more,
})
const item = (n = 0) => itemsOf(today.file, villageId)[n]!
const cardOf = (inspectorId = 'I01') =>
  (today.dump('scorecards') as unknown as ScorecardDoc[]).find(
    (card) => card._id === `${today.roundId}:${inspectorId}:${villageId}`,
  )
const numbers = (marks: Send['marks']) => Object.fromEntries(Object.entries(marks).map(([id, { mark }]) => [id, mark]))

describe('scoring.submit: who may not', () => {
  test.each(['administrator', 'leader', 'districtLeader', 'officer', 'reader'] as const)('%s', async (who) => {
    villageId = 'V01'
    const before = stored(today.cloud)
    expect(await today[who].asks('scoring', 'submit', submission())).toMatchObject({ error: { code: 'notAllowed' } })
    expect(stored(today.cloud)).toEqual(before)
  })

  test('a villager, and an inspector of the village’s own district', async () => {
    villageId = villagesOf(today.file, 'I01').recused[0]!
    expect(await today.villager(1).asks('scoring', 'submit', submission())).toMatchObject({
      error: { code: 'notAllowed' },
    })
    expect(await today.inspector('I01').asks('scoring', 'submit', submission())).toMatchObject({
      error: { code: 'recused' },
    })
    expect(today.dump('scorecards')).toEqual([])
  })
})

describe('scoring.submit: what is not whole is not written', () => {
  test('missing items are named in the card’s order', async () => {
    const inspector = inspectorWithNewVillage()
    const marks = plainCard(today.file, villageId)
    delete marks[item(0).id]
    delete marks[item(2).id]
    const before = stored(today.cloud)
    expect(await inspector.asks('scoring', 'submit', submission({ marks }))).toMatchObject({
      error: { code: 'incomplete', details: { missing: [item(0).id, item(2).id] } },
    })
    expect(stored(today.cloud)).toEqual(before)
  })

  test('0 and full ask for a reason, and blanks are none', async () => {
    const inspector = inspectorWithNewVillage()
    const marks = { ...with_(item(0).id, 0), [item(1).id]: { mark: item(1).full, note: '  ', photos: [] } }
    const before = stored(today.cloud)
    expect(await inspector.asks('scoring', 'submit', submission({ marks }))).toMatchObject({
      error: { code: 'noteMissing', details: { items: [item(0).id, item(1).id] } },
    })
    expect(stored(today.cloud)).toEqual(before)
    const reasoned = {
      ...with_(item(0).id, 0, '现场没有'),
      [item(1).id]: { mark: item(1).full, note: '样样齐全', photos: [] },
    }
    await inspector.does('scoring', 'submit', submission({ marks: reasoned }))
  })

  test.each([
    ['off the step', (): Send['marks'] => with_(item().id, 0.25)],
    ['above full', () => with_(item().id, item().full + 1)],
    ['an item of another village', () => with_('V99-G1', 1)],
    ['a measured indicator', () => with_(today.file.scheme.indicators.find(({ kind }) => kind === 'measured')!.id, 1)],
  ] as const)('%s', async (_why, marks) => {
    const inspector = today.inspector('I01')
    villageId = villagesOf(today.file, 'I01').mine[2]!
    const before = stored(today.cloud)
    expect(await inspector.asks('scoring', 'submit', submission({ marks: marks() }))).toMatchObject({
      error: { code: 'invalid', details: { path: expect.stringMatching(/^marks\./) } },
    })
    expect(stored(today.cloud)).toEqual(before)
  })

  test('what the schema refuses: a hash of one’s own, a cleared mark, an unknown field', async () => {
    const before = stored(today.cloud)
    villageId = villagesOf(today.file, 'I01').mine[2]!
    for (const payload of [
      { ...submission(), hash: 'sha256:0' },
      { ...submission(), marks: { [item().id]: { mark: null, note: '', photos: [] } } },
      { ...submission(), marks: { [item().id]: 1 } },
      { ...submission(), inspectorId: 'I02' },
      { ...submission(), seconds: -1 },
      { ...submission(), seconds: 86_401 },
    ]) {
      const answer = await today.inspector('I01').sends('scoring', { action: 'submit', payload })
      expect(answer).toMatchObject({ error: { code: 'invalid' } })
    }
    expect(stored(today.cloud)).toEqual(before)
  })
})

describe('scoring.submit: what was seen is what counts', () => {
  test('marks not saved yet are saved with it; the hash is that of the sealed card; one audit line', async () => {
    const inspector = inspectorWithNewVillage('I02')
    const send = submission()
    const answer = await inspector.does('scoring', 'submit', send)
    const marks = numbers(send.marks)
    const hash = cardHash({ inspectorId: 'I02', villageId, marks })
    expect(answer).toEqual({ submittedAt: send.at, hash, late: false })
    expect(cardOf('I02')!.submitted).toMatchObject({
      hash,
      marks,
      sendId: send.sendId,
      at: send.at,
      device: '华为 nova 9',
    })
    expect(numbers(cardOf('I02')!.marks as never)).toEqual(marks)
    const lines = (today.dump('audits') as unknown as AuditDoc[]).filter((line) => line._id.endsWith(send.sendId))
    expect(lines).toEqual([
      expect.objectContaining({ action: 'submit', memberId: 'I02', on: villageId, after: { hash, late: false } }),
    ])
  })

  test('how long the card was open is kept by phone, what waits on the phone beside it, and photos with their marks', async () => {
    const inspector = inspectorWithNewVillage('I06')
    const photos = [newId(), newId()]
    const marks = with_(item().id, 1.5, '', photos)
    const { hash } = await inspector.does('scoring', 'submit', submission({ marks, seconds: 240, waiting: 4 }))
    expect(cardOf('I06')).toMatchObject({ durations: { [onePhone]: 240 }, waiting: { count: 4 }, photos })
    // The other phone’s, nothing but a photo less: shown first, for it is another version.
    const other = { phone: otherPhone, device: '小米 13', seconds: 60 }
    expect(
      await inspector.asks(
        'scoring',
        'submit',
        submission({ ...other, marks: with_(item().id, 1.5, '', [photos[0]!]) }),
      ),
    ).toMatchObject({ error: { code: 'changed', details: { items: { [item().id]: { theirs: { photos } } } } } })
    // As it stands: no other hash, for photos are not scored.
    expect(await inspector.does('scoring', 'submit', submission({ ...other, marks }))).toMatchObject({ hash })
    expect(cardOf('I06')).toMatchObject({
      durations: { [onePhone]: 240, [otherPhone]: 60 },
      submitted: { phone: otherPhone, device: '小米 13' },
    })
  })

  test('the same send again answers as the first time and writes nothing', async () => {
    const inspector = inspectorWithNewVillage('I02')
    const send = submission()
    const first = await inspector.does('scoring', 'submit', send)
    const before = stored(today.cloud)
    expect(await inspector.does('scoring', 'submit', send)).toEqual(first)
    expect(stored(today.cloud)).toEqual(before)
  })

  test('ten times at once is once', async () => {
    const inspector = inspectorWithNewVillage('I02')
    const send = submission()
    const answers = await Promise.all(Array.from({ length: 10 }, () => inspector.does('scoring', 'submit', send)))
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1)
    expect(cardOf('I02')!.revision).toBe(1)
  })

  test('a mark changed afterwards is a draft: the submitted version counts until the next submission', async () => {
    const inspector = inspectorWithNewVillage('I02')
    const first = await inspector.does('scoring', 'submit', submission())
    await inspector.does('scoring', 'saveMarks', save(1.5, 1))
    expect(cardOf('I02')).toMatchObject({
      submitted: { hash: first.hash },
      marks: { [item().id]: { mark: 1.5 } },
    })
    const { cards } = await inspector.does('scoring', 'mine', { roundId: today.roundId })
    expect(cards.find((card) => card.villageId === villageId)).toMatchObject({
      state: 'draft',
      submitted: { hash: first.hash },
    })

    const second = await inspector.does('scoring', 'submit', submission({ marks: with_(item().id, 1.5) }))
    expect(second.hash).not.toBe(first.hash)
    expect(cardOf('I02')).toMatchObject({ submitted: { hash: second.hash } })
  })

  test('five database requests, the line among them', async () => {
    const inspector = inspectorWithNewVillage('I02')
    const send = submission()
    expect(await today.cloud.requests.during(() => inspector.does('scoring', 'submit', send))).toBe(5)
    expect(await today.cloud.requests.during(() => inspector.does('scoring', 'submit', send))).toBe(4)
  })
})

describe('scoring.submit: two phones', () => {
  test('what another phone changed is shown first, both versions; nothing is written', async () => {
    const inspector = inspectorWithNewVillage('I03')
    const other = { phone: otherPhone, device: '小米 13' }
    await inspector.does('scoring', 'saveMarks', save(2, 0, '另一台手机', other))
    const before = stored(today.cloud)
    const answer = await inspector.asks('scoring', 'submit', submission())
    expect(answer).toMatchObject({
      error: {
        code: 'changed',
        details: {
          items: {
            [item().id]: {
              mine: { mark: item().step, note: '', photos: [] },
              theirs: { mark: 2, note: '另一台手机', photos: [], revision: 1, device: '小米 13' },
            },
          },
        },
      },
    })
    expect(JSON.stringify(answer)).not.toContain(otherPhone)
    expect(stored(today.cloud)).toEqual(before)

    await inspector.does('scoring', 'saveMarks', save(item().step, 1))
    await inspector.does('scoring', 'submit', submission())
    expect(cardOf('I03')!.submitted!.marks[item().id]).toBe(item().step)
  })

  test('two phones submit different cards at once: one counts, the other is asked', async () => {
    const inspector = inspectorWithNewVillage('I03')
    const [one, other] = await Promise.all([
      inspector.asks('scoring', 'submit', submission()),
      inspector.asks('scoring', 'submit', submission({ phone: otherPhone, marks: with_(item().id, 1.5) })),
    ])
    expect([one.ok, other.ok].sort()).toEqual([false, true])
    expect([one, other].find(({ ok }) => !ok)).toMatchObject({ error: { code: 'changed' } })
    const counted = cardOf('I03')!
    expect(counted.revision).toBe(1)
    expect(numbers(counted.marks as never)).toEqual(counted.submitted!.marks)
  })

  test('a submission that a later one of the same phone overtook does not come back', async () => {
    const inspector = inspectorWithNewVillage('I03')
    const at = Date.now() - 10_000
    const late = submission({ at })
    const newer = submission({ at: at + 5_000, marks: with_(item().id, 1.5) })
    const { hash } = await inspector.does('scoring', 'submit', newer)
    const before = stored(today.cloud).scorecards
    const overtaken = await inspector.does('scoring', 'submit', late)
    expect(overtaken.hash).toBe(cardHash({ inspectorId: 'I03', villageId, marks: numbers(late.marks) }))
    expect(cardOf('I03')!.submitted!.hash).toBe(hash)
    expect(stored(today.cloud).scorecards).toEqual(before)
  })

  test.each([3_600_000, -3_600_000])(
    'a phone %d ms off: an earlier submission, come again, does not come back',
    async (skew) => {
      const inspector = inspectorWithNewVillage('I05')
      const first = submission({ at: Date.now() + skew })
      const newer = submission({ at: Date.now() + skew + 10, marks: with_(item().id, 1.5) })
      await inspector.does('scoring', 'submit', first)
      const { hash } = await inspector.does('scoring', 'submit', newer)
      await inspector.does('scoring', 'submit', first)
      expect(cardOf('I05')!.submitted!.hash).toBe(hash)
    },
  )

  test('one that the other phone’s has replaced meanwhile answers as the first time, and does not come back', async () => {
    const inspector = inspectorWithNewVillage('I05')
    const first = submission()
    const answer = await inspector.does('scoring', 'submit', first)
    await inspector.does('scoring', 'saveMarks', save(1.5, 1))
    const other = submission({ phone: otherPhone, marks: with_(item().id, 1.5) })
    const { hash } = await inspector.does('scoring', 'submit', other)
    const before = stored(today.cloud).scorecards
    expect(await inspector.does('scoring', 'submit', first)).toEqual(answer)
    expect(stored(today.cloud).scorecards).toEqual(before)
    expect(cardOf('I05')!.submitted).toMatchObject({ hash, phone: otherPhone })
  })

  test('what the same phone typed after submitting, but sent before, stays as the draft', async () => {
    const inspector = inspectorWithNewVillage('I03')
    const at = Date.now() - 10_000
    await inspector.does('scoring', 'saveMarks', save(1.5, 0, '', { at: at + 5_000 }))
    await inspector.does('scoring', 'submit', submission({ at }))
    expect(cardOf('I03')).toMatchObject({
      marks: { [item().id]: { mark: 1.5 } },
      submitted: { marks: { [item().id]: item().step } },
    })
  })
})

describe('scoring.submit: after closing', () => {
  test('late work, with its line; what was submitted before closing is none; an incomplete card is refused', async () => {
    const inspector = inspectorWithNewVillage('I04')
    const inTime = submission()
    const first = await inspector.does('scoring', 'submit', inTime)
    await change(today.cloud, 'rounds', today.roundId, { state: 'closed' })
    expect(await inspector.does('scoring', 'submit', inTime)).toEqual(first)
    expect(today.dump('late')).toEqual([])

    // Replaced by the other phone before closing: no late work either.
    await change(today.cloud, 'rounds', today.roundId, { state: 'running' })
    await inspector.does('scoring', 'submit', submission({ phone: otherPhone }))
    await change(today.cloud, 'rounds', today.roundId, { state: 'closed' })
    expect(await inspector.does('scoring', 'submit', inTime)).toEqual(first)
    expect(today.dump('late')).toEqual([])

    const card = cardOf('I04')
    const late = submission({ marks: with_(item().id, 1.5) })
    const marks = numbers(late.marks)
    const hash = cardHash({ inspectorId: 'I04', villageId, marks })
    expect(await inspector.does('scoring', 'submit', late)).toEqual({ submittedAt: late.at, hash, late: true })
    expect(await today.cloud.requests.during(() => inspector.does('scoring', 'submit', late))).toBe(5)
    expect(today.dump('late') as unknown as LateDoc[]).toEqual([
      expect.objectContaining({ _id: late.sendId, memberId: 'I04', action: 'submit', payload: late, at: late.at }),
    ])
    expect(today.dump('audits')).toContainEqual(
      expect.objectContaining({ _id: `${today.roundId}:${late.sendId}`, after: { hash, late: true } }),
    )
    expect(cardOf('I04')).toEqual(card)
    expect(await inspector.asks('scoring', 'submit', submission({ marks: {} }))).toMatchObject({
      error: { code: 'incomplete' },
    })
    expect(today.dump('late')).toHaveLength(1)
  })

  test.each(['draft', 'ready', 'sealing', 'sealed', 'announced', 'archived'])('%s: refused', async (state) => {
    villageId = villagesOf(today.file, 'I01').mine[0]!
    await change(today.cloud, 'rounds', today.roundId, { state })
    const before = stored(today.cloud)
    expect(await today.inspector('I01').asks('scoring', 'submit', submission())).toMatchObject({
      error: { code: 'wrongState', details: { state } },
    })
    expect(stored(today.cloud)).toEqual(before)
  })
})
