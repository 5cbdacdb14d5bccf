import type { LateDoc, ScorecardDoc } from '../../cloudfunctions/common/documents'
import type { CallIn } from '../../src/contract'
import { itemsOf, newId, villagesOf } from '../vocabulary/cards'
import { type Day, day } from '../vocabulary/day'
import { change, stored } from '../vocabulary/stored'

type Send = CallIn<'scoring', 'saveMarks'>
type Change = Send['changes'][number]

let today: Day
let villageId: string
const onePhone = newId()
const otherPhone = newId()

beforeAll(async () => {
  today = await day({ state: 'running', empty: true })
})
afterAll(() => today.stop())

const mine = () => villagesOf(today.file, 'I01').mine
const item = (n = 0) => itemsOf(today.file, villageId)[n]!
const save = (changes: Change[], more: Partial<Send> = {}): Send => ({
  roundId: today.roundId,
  villageId,
  sendId: newId(),
  phone: onePhone,
  device: '华为 nova 9',
  waiting: 0,
  at: Date.now(),
  changes,
  ...more,
})
const one = (mark: number | null, base: number, note = '', n = 0, photos: string[] = []): Change => ({
  itemId: item(n).id,
  mark,
  note,
  photos,
  base,
})
const cardOf = (inspectorId = 'I01') =>
  (today.dump('scorecards') as unknown as ScorecardDoc[]).find(
    (card) => card._id === `${today.roundId}:${inspectorId}:${villageId}`,
  )!

/** Each test has a village of its own. */
let next = 0
beforeEach(() => {
  villageId = mine()[next++ % mine().length]!
})

describe('scoring.saveMarks: who may not', () => {
  test.each(['administrator', 'leader', 'districtLeader', 'officer', 'reader'] as const)('%s', async (who) => {
    const before = stored(today.cloud)
    expect(await today[who].asks('scoring', 'saveMarks', save([one(1, 0)]))).toMatchObject({
      error: { code: 'notAllowed' },
    })
    expect(stored(today.cloud)).toEqual(before)
  })

  test('a villager, and an inspector whose binding was revoked', async () => {
    expect(await today.villager(1).asks('scoring', 'saveMarks', save([one(1, 0)]))).toMatchObject({
      error: { code: 'notAllowed' },
    })
    const dismissed = today.inspector('I11')
    await change(today.cloud, 'members', dismissed.openid, { revoked: true })
    expect(await dismissed.asks('scoring', 'saveMarks', save([one(1, 0)]))).toMatchObject({
      error: { code: 'notAllowed' },
    })
    expect(today.dump('scorecards')).toEqual([])
  })

  test('an inspector of the village’s own district', async () => {
    villageId = villagesOf(today.file, 'I01').recused[0]!
    expect(await today.inspector('I01').asks('scoring', 'saveMarks', save([one(1, 0)]))).toMatchObject({
      error: { code: 'recused' },
    })
    expect(today.dump('scorecards')).toEqual([])
  })
})

describe('scoring.saveMarks: one bad mark, and nothing of the send is written', () => {
  const measured = () => today.file.scheme.indicators.find(({ kind }) => kind === 'measured')!.id
  const elsewhere = () => itemsOf(today.file, mine().find((id) => id !== villageId)!).at(-1)!.id
  const cases: Record<string, () => Change[]> = {
    'off the step': () => [one(0.25, 0)],
    'above full': () => [one(item().full + item().step, 0)],
    'a finer decimal than a step can be': () => [one(0.500_01, 0)],
    'a measured indicator': () => [{ ...one(1, 0), itemId: measured() }],
    'another village’s goal': () => [{ ...one(1, 0), itemId: elsewhere() }],
    'an unknown item, and a name that every object has': () => [{ ...one(1, 0), itemId: 'constructor' }],
    'one item twice': () => [one(1, 0), one(2, 1)],
  }
  test.each(Object.keys(cases))('%s', async (why) => {
    const before = stored(today.cloud)
    const changes = [one(1, 0, '', 1), ...cases[why]!()]
    const answer = await today.inspector('I01').asks('scoring', 'saveMarks', save(changes))
    expect(answer).toMatchObject({
      error: { code: 'invalid', details: { path: expect.stringMatching(/^changes\./), problem: expect.any(String) } },
    })
    expect(stored(today.cloud)).toEqual(before)
  })

  test('the complaint names the item, its full mark and its step', async () => {
    const { title, full, step } = item()
    const answer = await today.inspector('I01').asks('scoring', 'saveMarks', save([one(full + 1, 0)]))
    const problem = `“${title}”的得分应在 0 到 ${full} 之间，每档 ${step} 分`
    expect(answer).toMatchObject({ error: { details: { path: 'changes.0.mark', problem } } })
  })

  test('what the schema refuses: a field too many, a negative mark, no change, a long note, another’s card', async () => {
    const before = stored(today.cloud)
    const good = save([one(1, 0)])
    for (const payload of [
      { ...good, inspectorId: 'I02' },
      { ...good, changes: [{ ...one(1, 0), mark: -1 }] },
      { ...good, changes: [{ ...one(1, 0), mark: '1' }] },
      { ...good, changes: [] },
      { ...good, changes: [{ ...one(1, 0), note: '好'.repeat(301) }] },
      { ...good, changes: [{ ...one(1, 0), extra: true }] },
      { ...good, changes: [one(1, 0, '', 0, Array.from({ length: 7 }, newId))] },
      { ...good, changes: [one(1, 0, '', 0, ['short'])] },
      { ...good, waiting: -1 },
      { ...good, device: '长'.repeat(41) },
      { ...good, sendId: 'short' },
    ]) {
      const answer = await today.inspector('I01').sends('scoring', { action: 'saveMarks', payload })
      expect(answer).toMatchObject({ ok: false, error: { code: 'invalid' } })
    }
    expect(stored(today.cloud)).toEqual(before)
  })
})

describe('scoring.saveMarks: a card grows mark by mark', () => {
  test('saved with revision 1; the draft is the inspector’s own; no audit line', async () => {
    const at = Date.now() - 5_000
    const answer = await today.inspector('I01').does('scoring', 'saveMarks', save([one(1.5, 0, '台账齐全')], { at }))
    expect(answer).toEqual({
      saved: { [item().id]: { mark: 1.5, note: '台账齐全', photos: [], revision: 1, at, device: '华为 nova 9' } },
      conflicts: {},
      late: false,
    })
    expect(cardOf()).toMatchObject({ inspectorId: 'I01', revision: 1, submitted: null })
    expect(today.dump('audits')).toEqual([])
  })

  test('going on from what one has seen; a cleared mark is null; every change stays in the history', async () => {
    const inspector = today.inspector('I01')
    await inspector.does('scoring', 'saveMarks', save([one(1, 0)]))
    await inspector.does('scoring', 'saveMarks', save([one(2, 1)]))
    const { saved } = await inspector.does('scoring', 'saveMarks', save([one(null, 2)]))
    expect(saved[item().id]).toMatchObject({ mark: null, revision: 3 })
    expect(cardOf().history.map(({ mark, lost }) => [mark, lost])).toEqual([
      [1, false],
      [2, false],
      [null, false],
    ])
  })

  test('photos stay with their mark in their order; the card knows which it names, and what waits on the phone', async () => {
    const inspector = today.inspector('I01')
    const photos = [newId(), newId(), newId()]
    const changes = [one(1, 0, '', 0, [photos[0]!, photos[1]!]), one(1, 0, '', 1, [photos[2]!])]
    const { saved } = await inspector.does('scoring', 'saveMarks', save(changes, { waiting: 12 }))
    expect(saved[item().id]!.photos).toEqual([photos[0], photos[1]])
    expect(cardOf()).toMatchObject({ photos, waiting: { count: 12 } })
    await inspector.does('scoring', 'saveMarks', save([one(1, 1, '', 0, [photos[1]!])], { waiting: 0 }))
    expect(cardOf()).toMatchObject({ photos: [photos[1], photos[2]], waiting: { count: 0 } })
    expect(cardOf().history[0]!.photos).toEqual([photos[0], photos[1]])
  })

  test('the same send again answers as the first time and writes nothing', async () => {
    const inspector = today.inspector('I01')
    const send = save([one(1, 0), one(1, 0, '', 1)])
    const first = await inspector.does('scoring', 'saveMarks', send)
    const before = stored(today.cloud)
    expect(await inspector.does('scoring', 'saveMarks', send)).toEqual(first)
    expect(stored(today.cloud)).toEqual(before)
  })

  test('four database requests, three for a repeat', async () => {
    const inspector = today.inspector('I01')
    const send = save([one(1, 0), one(1, 0, '', 1), one(1, 0, '', 2)])
    expect(await today.cloud.requests.during(() => inspector.does('scoring', 'saveMarks', send))).toBe(4)
    expect(await today.cloud.requests.during(() => inspector.does('scoring', 'saveMarks', send))).toBe(3)
  })
})

describe('scoring.saveMarks: a phone whose clock is wrong', () => {
  test.each([3_600_000, 5_000, -3_600_000])(
    '%d ms: its send, come again after a newer one, does not undo it',
    async (skew) => {
      const inspector = today.inspector('I05')
      villageId = villagesOf(today.file, 'I05').mine[next % 4]!
      const first = save([one(1, 0)], { at: Date.now() + skew })
      const newer = save([one(2, 1)], { at: Date.now() + skew + 10 })
      const answer = await inspector.does('scoring', 'saveMarks', first)
      expect(answer.saved[item().id]!.at).toBeLessThanOrEqual(Date.now())
      await inspector.does('scoring', 'saveMarks', newer)
      const before = stored(today.cloud)
      expect(await inspector.does('scoring', 'saveMarks', first)).toMatchObject({
        saved: { [item().id]: { mark: 2, revision: 2 } },
        conflicts: {},
      })
      expect(stored(today.cloud)).toEqual(before)
    },
  )
})

describe('scoring.saveMarks: two phones, one mark', () => {
  test('changed on the other phone meanwhile: both versions stand, the rest of the send is saved', async () => {
    villageId = villagesOf(today.file, 'I02').mine[0]!
    const inspector = today.inspector('I02')
    await inspector.does('scoring', 'saveMarks', save([one(1, 0)]))
    const answer = await inspector.does(
      'scoring',
      'saveMarks',
      save([one(2, 0, '另一台'), one(1.5, 0, '', 1)], { phone: otherPhone }),
    )
    expect(answer.conflicts).toEqual({
      [item().id]: expect.objectContaining({ mark: 1, revision: 1, device: '华为 nova 9' }),
    })
    expect(answer.saved).toEqual({ [item(1).id]: expect.objectContaining({ mark: 1.5, revision: 1 }) })
    expect(cardOf('I02').marks[item().id]).toMatchObject({ mark: 1, phone: onePhone })
    expect(cardOf('I02').history).toContainEqual(expect.objectContaining({ mark: 2, note: '另一台', lost: true }))
  })

  test('the choice is a change like any other, and the loser stays in the history', async () => {
    villageId = villagesOf(today.file, 'I02').mine[0]!
    const inspector = today.inspector('I02')
    const { saved } = await inspector.does('scoring', 'saveMarks', save([one(2, 1)], { phone: otherPhone }))
    expect(saved[item().id]).toMatchObject({ mark: 2, revision: 2 })
    const history = cardOf('I02').history.filter(({ itemId }) => itemId === item().id)
    expect(history.map(({ mark, lost }) => [mark, lost])).toEqual([
      [1, false],
      [2, true],
      [2, false],
    ])
  })

  test('a retry of the losing send loses again, and is kept once', async () => {
    villageId = villagesOf(today.file, 'I02').mine[1]!
    const inspector = today.inspector('I02')
    await inspector.does('scoring', 'saveMarks', save([one(1, 0)]))
    const losing = save([one(2, 0)], { phone: otherPhone })
    const first = await inspector.does('scoring', 'saveMarks', losing)
    expect(await inspector.does('scoring', 'saveMarks', losing)).toEqual(first)
    expect(cardOf('I02').history.filter(({ lost }) => lost)).toHaveLength(1)
  })

  test('the same mark with another photo is another version', async () => {
    villageId = villagesOf(today.file, 'I06').mine[0]!
    const inspector = today.inspector('I06')
    const photos = [newId()]
    await inspector.does('scoring', 'saveMarks', save([one(1, 0, '', 0, photos)]))
    const { conflicts } = await inspector.does('scoring', 'saveMarks', save([one(1, 0)], { phone: otherPhone }))
    expect(conflicts[item().id]).toMatchObject({ mark: 1, photos })
  })

  test('both phones came to the same mark: nothing to choose', async () => {
    villageId = villagesOf(today.file, 'I02').mine[2]!
    const inspector = today.inspector('I02')
    await inspector.does('scoring', 'saveMarks', save([one(1, 0, '一致')]))
    const answer = await inspector.does('scoring', 'saveMarks', save([one(1, 0, '一致')], { phone: otherPhone }))
    expect(answer).toMatchObject({ saved: { [item().id]: { mark: 1, revision: 1 } }, conflicts: {} })
  })

  test('a send whose answer was lost, after the other phone went on from it: no question', async () => {
    villageId = villagesOf(today.file, 'I02').mine[3]!
    const inspector = today.inspector('I02')
    const lostAnswer = save([one(1, 0)])
    await inspector.does('scoring', 'saveMarks', lostAnswer)
    await inspector.does('scoring', 'saveMarks', save([one(2, 1)], { phone: otherPhone }))
    expect(await inspector.does('scoring', 'saveMarks', lostAnswer)).toMatchObject({
      saved: { [item().id]: { mark: 2, revision: 2 } },
      conflicts: {},
    })
  })

  test('one phone’s queue, typed offline on the same base: what was typed last stands, in whatever order it comes', async () => {
    villageId = villagesOf(today.file, 'I02').mine[4]!
    const inspector = today.inspector('I02')
    const at = Date.now() - 10_000
    const [first, second, third] = [1, 1.5, 2].map((mark, i) => save([one(mark, 0)], { at: at + i * 1_000 }))
    await inspector.does('scoring', 'saveMarks', first!)
    expect(await inspector.does('scoring', 'saveMarks', third!)).toMatchObject({ saved: { [item().id]: { mark: 2 } } })
    expect(await inspector.does('scoring', 'saveMarks', second!)).toMatchObject({ saved: { [item().id]: { mark: 2 } } })
    expect(cardOf('I02').history.map(({ mark, lost }) => [mark, lost])).toEqual([
      [1, false],
      [2, false],
      [1.5, true],
    ])
  })

  test('both phones at the same moment: each mark goes to exactly one, no touch is lost', async () => {
    villageId = villagesOf(today.file, 'I04').mine[0]!
    const inspector = today.inspector('I04')
    const items = itemsOf(today.file, villageId)
    const sends = items.flatMap((_, n) => [save([one(1, 0, '', n)]), save([one(1.5, 0, '', n)], { phone: otherPhone })])
    const answers = await Promise.all(sends.map((send) => inspector.does('scoring', 'saveMarks', send)))
    const saved = answers.flatMap((answer) => Object.keys(answer.saved))
    const conflicts = answers.flatMap((answer) => Object.keys(answer.conflicts))
    const ids = items.map(({ id }) => id).sort()
    expect(saved.sort()).toEqual(ids)
    expect(conflicts.sort()).toEqual(ids)
    expect(cardOf('I04').history).toHaveLength(2 * items.length)
  })
})

describe('scoring.saveMarks: after closing', () => {
  test('late work with the phone’s time; what had been saved before is none; a bad mark is none either', async () => {
    villageId = villagesOf(today.file, 'I03').mine[0]!
    const inspector = today.inspector('I03')
    const before = save([one(1, 0)])
    const first = await inspector.does('scoring', 'saveMarks', before)
    await change(today.cloud, 'rounds', today.roundId, { state: 'closed' })

    expect(await inspector.does('scoring', 'saveMarks', before)).toEqual(first)
    expect(today.dump('late')).toEqual([])

    // Overtaken on the other phone before closing: still no news.
    await change(today.cloud, 'rounds', today.roundId, { state: 'running' })
    await inspector.does('scoring', 'saveMarks', save([one(1.5, 1)], { phone: otherPhone }))
    await change(today.cloud, 'rounds', today.roundId, { state: 'closed' })
    expect(await inspector.does('scoring', 'saveMarks', before)).toMatchObject({
      saved: { [item().id]: { mark: 1.5, revision: 2 } },
      late: false,
    })
    expect(today.dump('late')).toEqual([])

    const late = save([one(2, 1)])
    const card = cardOf('I03')
    expect(await inspector.does('scoring', 'saveMarks', late)).toEqual({ saved: {}, conflicts: {}, late: true })
    expect(await today.cloud.requests.during(() => inspector.does('scoring', 'saveMarks', late))).toBe(4)
    expect(cardOf('I03')).toEqual(card)
    expect(today.dump('late') as unknown as LateDoc[]).toEqual([
      expect.objectContaining({ _id: late.sendId, memberId: 'I03', action: 'saveMarks', payload: late, at: late.at }),
    ])

    expect(await inspector.asks('scoring', 'saveMarks', save([one(0.3, 1)]))).toMatchObject({
      error: { code: 'invalid' },
    })
    expect(today.dump('late')).toHaveLength(1)
  })

  test.each(['draft', 'ready', 'sealing', 'sealed', 'announced', 'archived'])('%s: refused', async (state) => {
    await change(today.cloud, 'rounds', today.roundId, { state })
    const before = stored(today.cloud)
    expect(await today.inspector('I01').asks('scoring', 'saveMarks', save([one(1, 0)]))).toMatchObject({
      error: { code: 'wrongState', details: { state } },
    })
    expect(stored(today.cloud)).toEqual(before)
  })
})
