import type { LateDoc, ScorecardDoc } from '../../cloudfunctions/common/documents'
import { cardHash } from '../../src/domain/card-hash'
import { newId, plainCard, villagesOf } from '../vocabulary/cards'
import { type Day, day } from '../vocabulary/day'
import { fewAnswers } from '../vocabulary/few-answers'
import { sealed, snapshotOf } from '../vocabulary/rounds'
import { change, stored } from '../vocabulary/stored'

let today: Day
beforeAll(async () => {
  today = await day({ state: 'running' })
})
afterAll(() => today.stop())

const ask = () => ({ roundId: today.roundId })

describe('scoring.mine: who may not', () => {
  test.each(['administrator', 'leader', 'districtLeader', 'officer', 'reader'] as const)('%s', async (who) => {
    expect(await today[who].asks('scoring', 'mine', ask())).toMatchObject({ error: { code: 'notAllowed' } })
  })
  test('a villager; and nobody asks for another’s', async () => {
    expect(await today.villager(1).asks('scoring', 'mine', ask())).toMatchObject({ error: { code: 'notAllowed' } })
    const payload = { ...ask(), inspectorId: 'I02' }
    expect(await today.inspector('I01').sends('scoring', { action: 'mine', payload })).toMatchObject({
      error: { code: 'invalid' },
    })
  })
})

describe('scoring.mine: my own cards and arrivals', () => {
  test('all of mine with their marks, submitted as they stand, and none of anybody else', async () => {
    const before = stored(today.cloud)
    const { cards, arrivals, late, sealed } = await today.inspector('I01').does('scoring', 'mine', ask())
    expect({ late, sealed }).toEqual({ late: [], sealed: null })
    const own = today.file.scorecards.filter(({ inspectorId }) => inspectorId === 'I01')
    expect(cards.map(({ villageId, state, submitted }) => ({ villageId, state, marks: submitted!.marks }))).toEqual(
      own.map(({ villageId, marks }) => ({ villageId, state: 'submitted', marks })),
    )
    expect(Object.keys(arrivals).sort()).toEqual(own.map(({ villageId }) => villageId).sort())
    expect(stored(today.cloud)).toEqual(before)
  })

  test('each mark with its photos and the phone it was typed on; an older card’s with neither', async () => {
    const id = `${today.roundId}:I01:${today.file.scorecards.find(({ inspectorId }) => inspectorId === 'I01')!.villageId}`
    const card = today.dump('scorecards').find(({ _id }) => _id === id) as unknown as ScorecardDoc
    const first = async () => (await today.inspector('I01').does('scoring', 'mine', ask())).cards[0]!
    expect(Object.values((await first()).marks)[0]).toMatchObject({ photos: [], device: '华为 nova 9' })

    const set = (value: unknown) => today.cloud.sdk().database().command.set(value)
    const stripped = Object.entries(card.marks).map(([item, { photos: _p, device: _d, ...mark }]) => [item, mark])
    const { device: _, ...submitted } = card.submitted!
    const older = { marks: set(Object.fromEntries(stripped)), submitted: set(submitted) }
    await change(today.cloud, 'scorecards', id, older)
    const read = await first()
    expect(Object.values(read.marks)[0]).toMatchObject({ photos: [], device: '' })
    expect(read).toMatchObject({ state: 'submitted', submitted: { hash: card.submitted!.hash } })
    await change(today.cloud, 'scorecards', id, { marks: set(card.marks), submitted: set(card.submitted) })
  })

  test('neither phone nor history leaves, nor another inspector’s id', async () => {
    const text = JSON.stringify(await today.inspector('I01').asks('scoring', 'mine', ask()))
    for (const word of ['phone', 'sendId', 'history', 'I02', 'I07']) expect(text).not.toContain(word)
  })

  test('four database requests', async () => {
    expect(await today.cloud.requests.during(() => today.inspector('I01').does('scoring', 'mine', ask()))).toBe(4)
  })

  test.each(['draft', 'ready', 'closed', 'sealing', 'sealed', 'announced', 'archived'])(
    'always: %s too',
    async (state) => {
      await change(today.cloud, 'rounds', today.roundId, { state })
      const { cards } = await today.inspector('I01').does('scoring', 'mine', ask())
      expect(cards.length).toBeGreaterThan(0)
    },
  )
})

describe('scoring.mine: late work and the sealed cards', () => {
  let day2: Day
  let villageId: string
  const asks = () => ({ roundId: day2.roundId })
  const mineOf = (id: string) => day2.inspector(id).does('scoring', 'mine', asks())
  const submits = (id: string, village: string) =>
    day2.inspector(id).does('scoring', 'submit', {
      ...asks(),
      villageId: village,
      sendId: newId(),
      phone: newId(),
      device: '小米 13',
      waiting: 0,
      seconds: 90,
      at: Date.now(),
      marks: plainCard(day2.file, village),
    })
  beforeAll(async () => {
    day2 = await day({ state: 'running' })
    // The sample's one card that is still out.
    villageId = 'V08'
  })
  afterAll(() => day2.stop())

  test('what I sent after closing, without its content, and nobody else’s; five database requests', async () => {
    await submits('I07', villageId)
    await change(day2.cloud, 'rounds', day2.roundId, { state: 'closed', closedAt: Date.now() - 120_000 })
    await submits('I02', villagesOf(day2.file, 'I02').mine[0]!)
    await submits('I07', villagesOf(day2.file, 'I07').mine[1]!)
    const [kept] = (day2.dump('late') as unknown as LateDoc[]).filter(({ memberId }) => memberId === 'I07')
    expect(await mineOf('I07')).toMatchObject({
      late: [{ sendId: kept!._id, villageId: kept!.villageId, action: 'submit', state: 'waiting' }],
      sealed: null,
    })
    expect(Object.keys((await mineOf('I07')).late[0]!).sort()).toEqual([
      'action',
      'at',
      'receivedAt',
      'sendId',
      'state',
      'villageId',
      'why',
    ])
    expect(await day2.cloud.requests.during(() => mineOf('I07'))).toBe(5)
  })

  test('sealed: my cards as the snapshot has them, with the phone they came from; six database requests', async () => {
    await sealed(day2)
    const own = day2.file.scorecards.filter(({ inspectorId }) => inspectorId === 'I07')
    const told = (await mineOf('I07')).sealed!
    expect(told.map((card) => card.villageId).sort()).toEqual([...own.map((card) => card.villageId), villageId].sort())
    for (const { hash, marks, villageId } of told) expect(hash).toBe(cardHash({ inspectorId: 'I07', villageId, marks }))
    expect(told.find((card) => card.villageId === villageId)).toMatchObject({ device: '小米 13', late: false })
    expect(await day2.cloud.requests.during(() => mineOf('I07'))).toBe(6)
  })

  test('the snapshot names every sealed card once', () => {
    const { cards } = snapshotOf(day2)
    expect(cards).toHaveLength(day2.file.scorecards.length + 1)
    expect(new Set(cards!.map((card) => `${card.inspectorId} ${card.villageId}`)).size).toBe(cards!.length)
  })

  test('a stored card that was altered after sealing does not alter what was sealed', async () => {
    const before = (await mineOf('I07')).sealed!.find((card) => card.villageId === villageId)!
    const id = `${day2.roundId}:I07:${villageId}`
    const hash = cardHash({ inspectorId: 'I07', villageId, marks: {} })
    await change(day2.cloud, 'scorecards', id, { 'submitted.hash': hash, 'submitted.phone': newId() })
    const after = (await mineOf('I07')).sealed!.find((card) => card.villageId === villageId)!
    expect(after).toEqual({ ...before, marks: {} })
  })

  test.each(['announced', 'archived'])('%s: told as well', async (state) => {
    await change(day2.cloud, 'rounds', day2.roundId, { state })
    expect((await mineOf('I07')).sealed).not.toHaveLength(0)
  })

  test.each(['running', 'closed', 'sealing'])(
    '%s: not told, whatever snapshot an earlier sealing left',
    async (state) => {
      await change(day2.cloud, 'rounds', day2.roundId, { state })
      expect((await mineOf('I07')).sealed).toBeNull()
    },
  )
})

describe('sealing stops at a card that is not the one that was frozen', () => {
  test('its marks altered behind the functions’ back, its hash left: back to closed, nothing deleted', async () => {
    const day3 = await day({ state: 'closed', file: fewAnswers() })
    try {
      const { _id, submitted } = day3.dump('scorecards')[0] as unknown as ScorecardDoc
      const [item, mark] = Object.entries(submitted!.marks)[0]!
      await change(day3.cloud, 'scorecards', _id, { [`submitted.marks.${item}`]: mark === 1 ? 1.5 : 1 })
      await expect(sealed(day3)).rejects.toThrow('sealingFailed {"step":"write"')
      expect(day3.dump('rounds')[0]).toMatchObject({ state: 'closed', sealing: null })
      expect(day3.dump('answers').length).toBeGreaterThan(0)
      expect(day3.dump('secrets')).toHaveLength(1)
    } finally {
      await day3.stop()
    }
  })
})
