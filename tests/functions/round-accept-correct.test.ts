import type { AuditEdition } from '../../src/domain/round-file'
import { newId } from '../vocabulary/cards'
import { type Day, day, type Person } from '../vocabulary/day'
import { codeOf } from '../vocabulary/everyone'
import { agreedToSeal, driveToTheEnd, linesOf, roundOf, snapshotOf } from '../vocabulary/rounds'
import { change, stored } from '../vocabulary/stored'

let today: Day
const reason = '雨天山路不通，来填的人少，情况都看过。'
const agree = (proposalId: string) => ({ roundId: today.roundId, proposalId })
const setRound = (data: object) => change(today.cloud, 'rounds', today.roundId, data)
const codes = async (who: Person, proposalId: string) => {
  const answer = await who.asks('round', 'agree', agree(proposalId))
  return answer.ok ? 'ok' : answer.error.code
}
const sealed = async () => {
  await agreedToSeal(today)
  await driveToTheEnd(today)
}

/** V01 with seven responses that count, V02 with four, of V03 two cards in. */
async function thinDay(): Promise<Day> {
  const sample = await import('../../tools/seed/sample')
  const file = sample.readSample<AuditEdition>('round-2.json')
  const isPlain = ({ channel, tooFast }: AuditEdition['responses'][number]) => channel === 'poster' && !tooFast
  const few = (villageId: string, n: number) =>
    file.responses.filter((one) => one.villageId === villageId && isPlain(one)).slice(0, n)
  const others = file.responses.filter(({ villageId }) => villageId !== 'V01' && villageId !== 'V02')
  const scorecards = file.scorecards.filter(
    ({ villageId, inspectorId }) => villageId !== 'V03' || ['I03', 'I04'].includes(inspectorId),
  )
  return day({
    state: 'closed',
    file: { ...file, scorecards, responses: [...others, ...few('V01', 7), ...few('V02', 4)] },
  })
}

describe('round.acceptVillage: a provisional village is ranked all the same', () => {
  const propose = (villageId = 'V01', more: object = {}) => ({
    roundId: today.roundId,
    villageId,
    sendId: newId(),
    reason,
    ...more,
  })
  beforeAll(async () => {
    today = await thinDay()
  })
  afterAll(() => today.stop())

  test('fewer than five responses that count: refused without how many; one that is not provisional, one not on the route', async () => {
    const refused = await today.administrator.asks('round', 'acceptVillage', propose('V02'))
    expect(refused).toMatchObject({ ok: false, error: { code: 'tooFew' } })
    expect(JSON.stringify(refused)).not.toContain('4')
    expect(await codeOf(today, 'administrator', 'round', 'acceptVillage', propose('V04'))).toBe('notProvisional')
    expect(await codeOf(today, 'administrator', 'round', 'acceptVillage', propose('V99'))).toBe('outOfScope')
    const { stops } = roundOf(today)
    await setRound({ stops: stops.map((one) => (one.villageId === 'V01' ? { ...one, state: 'skipped' } : one)) })
    expect(await codeOf(today, 'administrator', 'round', 'acceptVillage', propose())).toBe('outOfScope')
    await setRound({ stops })
    expect(roundOf(today).proposals).toEqual([])
  })

  test('proposed once; two at once: one stands; nobody who is recused agrees; nothing is accepted yet', async () => {
    const send = propose()
    const [first, other] = await Promise.all([
      today.administrator.asks('round', 'acceptVillage', send),
      today.secondAdministrator.asks('round', 'acceptVillage', propose()),
    ])
    expect([first.ok, other.ok].filter(Boolean)).toHaveLength(1)
    expect(roundOf(today).proposals).toHaveLength(1)
    const standing = roundOf(today).proposals[0]!
    expect(standing).toMatchObject({ kind: 'acceptVillage', about: '云溪村', reason })
    expect(await codeOf(today, 'administrator', 'round', 'acceptVillage', propose())).toBe('alreadyProposed')
    // I02 is recused for V01.
    expect(await codes(today.inspector('I02'), standing.id)).toBe('recused')
    expect(await codes(today.leader, standing.id)).toBe('notAllowed')
    expect(roundOf(today).accepted).toEqual([])
  })

  test('agreed to, it enters the round file’s accepted; again: the same; proposed again: done', async () => {
    const { id } = roundOf(today).proposals[0]!
    expect(await codes(today.inspector('I03'), id)).toBe('ok')
    const before = stored(today.cloud)
    expect(roundOf(today).accepted).toEqual(['V01'])
    expect(await codes(today.inspector('I03'), id)).toBe('ok')
    expect(stored(today.cloud)).toEqual(before)
    expect(await codeOf(today, 'administrator', 'round', 'acceptVillage', propose())).toBe('wrongState')
    expect(linesOf(today, 'acceptVillage')).toEqual([
      expect.objectContaining({ reason, after: { proposed: 'acceptVillage', villageId: 'V01' } }),
    ])
    expect(linesOf(today, 'agree')).toEqual([
      expect.objectContaining({ memberId: 'I03', after: expect.objectContaining({ agreed: 'acceptVillage' }) }),
    ])
  })

  test('one with too few cards, too; requests, the audit’s line included: seven, and agreeing seven', async () => {
    const send = propose('V03')
    const cost = await today.cloud.requests.during(() => today.administrator.does('round', 'acceptVillage', send))
    const agreeing = await today.cloud.requests.during(() =>
      today.secondAdministrator.does('round', 'agree', agree(send.sendId)),
    )
    expect([cost, agreeing]).toEqual([7, 7])
  })

  test('sealed: the accepted are ranked, the other is deferred', async () => {
    await sealed()
    const of = (id: string) => snapshotOf(today).result.ranking.find(({ villageId }) => villageId === id)!
    expect([of('V01').deferred, of('V02').deferred, of('V03').deferred]).toEqual([false, true, false])
  })
})

describe('round.correct: a mistyped measured value, or a goal', () => {
  const measurement = { kind: 'measurement', villageId: 'V01', indicatorId: 'C03', value: 78 } as const
  const goal = { kind: 'goal', goalId: 'V01-G1', title: '“山水乡愁”研学路线年接待 300 人次', difficulty: 0.9 } as const
  const propose = (correction: object = measurement) => ({
    roundId: today.roundId,
    sendId: newId(),
    correction,
    reason: '村里报表是 78，录入时看错了。',
  })
  const corrects = async (correction: object) => {
    const send = propose(correction)
    const { proposal } = await today.administrator.does('round', 'correct', send as never)
    return proposal
  }
  beforeEach(async () => {
    today = await day({ state: 'closed' })
  })
  afterEach(() => today.stop())

  test.each([
    ['five decimals', { ...measurement, value: 78.00001 }],
    ['as it is', { ...measurement, value: 87 }],
    ['a judged indicator', { ...measurement, indicatorId: 'C01' }],
    ['not applicable there', { ...measurement, villageId: 'V07', indicatorId: 'C07' }],
    ['no such village', { ...measurement, villageId: 'V99' }],
    ['no such goal', { ...goal, goalId: 'V01-G9' }],
    ['a difficulty above 1', { ...goal, difficulty: 1.1 }],
    ['three decimals of difficulty', { ...goal, difficulty: 0.855 }],
    ['a goal’s full mark, which marks were given against', { ...goal, full: 20 }],
    ['no title', { ...goal, title: ' ' }],
  ])('refused: %s', async (_why, correction) => {
    expect(await codeOf(today, 'administrator', 'round', 'correct', propose(correction))).toBe('invalid')
    expect(roundOf(today).proposals).toEqual([])
  })

  test('proposed once, in words, agreed to by nobody recused; only then it stands, and what was entered stays too', async () => {
    const proposal = await corrects(measurement)
    expect(proposal.about).toBe('云溪村 · 党员联户与先锋模范（联户覆盖率 %）：87 改为 78')
    expect(await codeOf(today, 'secondAdministrator', 'round', 'correct', propose({ ...measurement, value: 79 }))).toBe(
      'alreadyProposed',
    )
    expect(await codes(today.inspector('I02'), proposal.id)).toBe('recused')
    expect(roundOf(today).corrected).toBeUndefined()
    expect(await codes(today.inspector('I03'), proposal.id)).toBe('ok')
    expect(await codes(today.inspector('I03'), proposal.id)).toBe('ok')
    expect(roundOf(today).corrected).toEqual([
      { proposalId: proposal.id, villageId: 'V01', indicatorId: 'C03', value: 78 },
    ])
    const entered = today.dump('measurements').find(({ _id }) => _id === `${today.roundId}:V01:C03`)
    expect(entered).toMatchObject({ value: 87 })
    expect(linesOf(today, 'correct')).toEqual([
      expect.objectContaining({ memberId: 'M01', after: expect.objectContaining({ ...measurement }) }),
    ])
  })

  test('corrected twice, the last one stands, and is what the sealed file holds', async () => {
    for (const value of [78, 77.5]) {
      const { id } = await corrects({ ...measurement, value })
      await today.secondAdministrator.does('round', 'agree', agree(id))
    }
    await sealed()
    const { details } = snapshotOf(today)
    const items = details.villages.find(({ villageId }) => villageId === 'V01')!.items
    expect(items.find(({ id }) => id === 'C03')).toMatchObject({ value: 77.5 })
  })

  test('a goal’s words and difficulty; its full mark and step stay', async () => {
    const before = roundOf(today).goals.find(({ id }) => id === 'V01-G1')!
    const { id, about } = await corrects(goal)
    expect(about).toBe(
      '云溪村 · 示范目标“‘山水乡愁’研学路线年接待 3000 人次”改为“‘山水乡愁’研学路线年接待 300 人次”，难度系数 0.8 改为 0.9',
    )
    expect(await codes(today.secondAdministrator, id)).toBe('ok')
    const after = roundOf(today).goals.find((one) => one.id === 'V01-G1')!
    expect(after).toEqual({ ...before, title: goal.title, difficulty: 0.9 })
    await sealed()
    expect(snapshotOf(today).result.ranking).toHaveLength(8)
  })

  test('what was there changed in between: both must see the same', async () => {
    const { id } = await corrects(goal)
    const goals = roundOf(today).goals.map((one) => (one.id === 'V01-G1' ? { ...one, difficulty: 1 } : one))
    await setRound({ goals })
    expect(await codes(today.secondAdministrator, id)).toBe('changed')
  })

  test('a seal proposed before cannot be agreed to after; withdrawn, it does not come back', async () => {
    const { proposal } = await today.administrator.does('round', 'seal', { roundId: today.roundId, sendId: newId() })
    const { id } = await corrects(measurement)
    await today.secondAdministrator.does('round', 'agree', agree(id))
    expect(await codes(today.secondAdministrator, proposal!.id)).toBe('changed')

    const send = propose({ ...measurement, value: 76 })
    await today.administrator.does('round', 'correct', send as never)
    await today.administrator.does('round', 'withdraw', agree(send.sendId))
    expect(await codeOf(today, 'administrator', 'round', 'correct', send)).toBe('notFound')
  })

  test('two agree at once: one is the second person', async () => {
    const { id } = await corrects(measurement)
    const both = await Promise.all([today.secondAdministrator, today.inspector('I03')].map((who) => codes(who, id)))
    expect(both.sort()).toEqual(['ok', 'wrongState'])
    expect(roundOf(today).corrected).toHaveLength(1)
  })

  test('requests, the audit’s line included: six, and agreeing six', async () => {
    const send = propose()
    const cost = await today.cloud.requests.during(() => today.administrator.does('round', 'correct', send as never))
    const agreeing = await today.cloud.requests.during(() =>
      today.secondAdministrator.does('round', 'agree', agree(send.sendId)),
    )
    expect([cost, agreeing]).toEqual([6, 6])
  })
})
