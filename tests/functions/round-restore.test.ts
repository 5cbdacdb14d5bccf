import type { AnswerDoc } from '../../cloudfunctions/common/documents'
import type { AuditEdition } from '../../src/domain/round-file'
import { newId } from '../vocabulary/cards'
import { type Day, day, type Person } from '../vocabulary/day'
import { codeOf } from '../vocabulary/everyone'
import { drive, driveToTheEnd, linesOf, roundOf, snapshotOf } from '../vocabulary/rounds'
import { change, stored } from '../vocabulary/stored'

let today: Day
let VILLAGE = ''
const reason = '镇里开会时一起扫的，都是本村人。'
const propose = (more: object = {}) => ({
  roundId: today.roundId,
  villageId: VILLAGE,
  sendId: newId(),
  excludedFor: 'channel' as const,
  reason,
  ...more,
})
const agree = (proposalId: string) => ({ roundId: today.roundId, proposalId })
const answersOf = (villageId: string) =>
  (today.dump('answers') as unknown as AnswerDoc[]).filter((one) => one.villageId === villageId)
const isExcludedFor = (reasonOf: 'channel' | 'tooFast') => (one: AnswerDoc) => {
  const isScored = today.file.scheme.survey.scoredChannels.includes(one.channel)
  return reasonOf === 'channel' ? !isScored && !one.tooFast : isScored && one.tooFast
}

/** The second round, its picture responses all fresh, and in one village enough of them, one with too few answers. */
async function closedDay(): Promise<Day> {
  const sample = await import('../../tools/seed/sample')
  const file = sample.readSample<AuditEdition>('round-2.json')
  VILLAGE = file.stops[0]!.villageId
  const own = file.responses.filter(({ villageId }) => villageId === VILLAGE)
  const [first, ...others] = own.filter(({ channel, tooFast }) => channel === 'poster' && !tooFast)
  const pictures = others.slice(0, 7).map((one) => ({ ...one, channel: 'picture' as const }))
  const silent = { ...first!, channel: 'picture' as const, answers: { Q01: 5 } }
  const both = { ...first!, channel: 'picture' as const, tooFast: true }
  const kept = file.responses
    .filter(({ villageId, channel, tooFast }) => villageId !== VILLAGE || (channel !== 'picture' && !tooFast))
    .map((one) => ({ ...one, restored: false }))
  return day({ state: 'closed', file: { ...file, responses: [...kept, ...pictures, silent, both] } })
}

describe('round.restore: an administrator proposes, unseen, from five on', () => {
  beforeAll(async () => {
    today = await closedDay()
  })
  afterAll(() => today.stop())

  test('four and none are refused alike; so is a village that is not on the route', async () => {
    const { _id } = answersOf(VILLAGE).find(isExcludedFor('channel'))!
    expect(await today.administrator.asks('round', 'restore', propose({ excludedFor: 'tooFast' }))).toEqual({
      ok: false,
      error: expect.objectContaining({ code: 'tooFew' }),
    })
    const others = answersOf(VILLAGE).filter(isExcludedFor('channel')).slice(4)
    for (const one of others) await change(today.cloud, 'answers', one._id, { channel: 'poster' })
    const four = await today.administrator.asks('round', 'restore', propose())
    expect(four).toMatchObject({ error: { code: 'tooFew' } })
    expect(JSON.stringify(four)).not.toContain('4')
    for (const one of others) await change(today.cloud, 'answers', one._id, { channel: 'picture' })
    expect(_id).toBeDefined()
    expect(await codeOf(today, 'administrator', 'round', 'restore', propose({ villageId: 'V99' }))).toBe('outOfScope')
  })

  test('proposed once: the same send again is the same, a second one is refused; nothing counts yet', async () => {
    const send = propose()
    const before = answersOf(VILLAGE)
    const first = await today.administrator.does('round', 'restore', send)
    expect(first.proposal).toMatchObject({ kind: 'restore', by: 'M01', isMine: true, mayAgree: false, reason })
    expect(await today.administrator.does('round', 'restore', send)).toEqual(first)
    expect(await codeOf(today, 'secondAdministrator', 'round', 'restore', propose())).toBe('alreadyProposed')
    expect(answersOf(VILLAGE)).toEqual(before)
    expect(linesOf(today, 'restore')).toEqual([
      expect.objectContaining({
        memberId: 'M01',
        reason,
        after: { proposed: 'restore', villageId: VILLAGE, excludedFor: 'channel' },
      }),
    ])
  })

  test('agreed to by neither its proposer nor one who is recused for the village, who is not told of it', async () => {
    const { id } = roundOf(today).proposals[0]!
    const seatOf = (isRecused: boolean) =>
      roundOf(today).panel.find(({ recusedVillageIds }) => recusedVillageIds.includes(VILLAGE) === isRecused)!.id
    const codes = async (who: Person) => {
      const answer = await who.asks('round', 'agree', agree(id))
      return answer.ok ? 'ok' : answer.error.code
    }
    expect(await codes(today.administrator)).toBe('samePerson')
    expect(await codes(today.leader)).toBe('notAllowed')
    expect(await codes(today.inspector(seatOf(true)))).toBe('recused')
    const heard = async (who: Person) => (await who.does('member', 'me', {})).proposals.map((one) => one.id)
    expect(await heard(today.inspector(seatOf(true)))).not.toContain(id)
    expect(await heard(today.inspector(seatOf(false)))).toContain(id)
    expect(answersOf(VILLAGE).filter(({ restored }) => restored)).toEqual([])

    expect(await codes(today.inspector(seatOf(false)))).toBe('ok')
    expect(linesOf(today, 'agree')).toEqual([
      expect.objectContaining({ memberId: seatOf(false), after: expect.objectContaining({ agreed: 'restore' }) }),
    ])
  })

  test('all of that village and that reason, and no other: one with too few answers is restored and counts all the same not', () => {
    const of = answersOf(VILLAGE)
    expect(of.filter(({ restored }) => restored)).toHaveLength(8)
    expect(of.filter(isExcludedFor('channel')).every(({ restored }) => restored)).toBe(true)
    expect(
      of
        .filter(isExcludedFor('channel'))
        .map(({ counts }) => counts)
        .sort(),
    ).toEqual([false, ...Array(7).fill(true)])
    // Too fast as well: excluded for two reasons, and only one was lifted.
    expect(of.filter(({ channel, tooFast }) => channel === 'picture' && tooFast)).toEqual([
      expect.objectContaining({ restored: false, counts: false }),
    ])
    expect(
      (today.dump('answers') as unknown as AnswerDoc[]).filter((one) => one.restored && one.villageId !== VILLAGE),
    ).toEqual([])
  })

  test('agreed again, its first answer lost: nothing changes; proposed again: it is done', async () => {
    const before = stored(today.cloud)
    const { id, agreedBy } = roundOf(today).proposals[0]!
    await today.inspector(agreedBy!).does('round', 'agree', agree(id))
    expect(stored(today.cloud)).toEqual(before)
    expect(await codeOf(today, 'secondAdministrator', 'round', 'agree', agree(id))).toBe('wrongState')
    const again = await codeOf(today, 'administrator', 'round', 'restore', propose())
    expect(['alreadyProposed', 'wrongState']).toContain(again)
  })

  test('the warnings stay as they were, so nobody sees what the decision did', async () => {
    const { warnings } = await today.administrator.does('ranking', 'warnings', { roundId: today.roundId })
    const excluded = warnings.find((one) => one.villageId === VILLAGE && one.excludedFor === 'channel')!
    expect(excluded).toMatchObject({ mayRestore: false, text: expect.stringContaining('两人已同意恢复计分') })
  })
})

describe('restoring and sealing', () => {
  beforeEach(async () => {
    today = await closedDay()
  })
  afterEach(() => today.stop())

  const restored = async () => {
    const { proposal } = await today.administrator.does('round', 'restore', propose())
    await today.secondAdministrator.does('round', 'agree', agree(proposal.id))
  }
  const proposesSeal = () => today.administrator.does('round', 'seal', { roundId: today.roundId, sendId: newId() })

  test('a seal proposed before cannot be agreed to after: its hash is of other inputs', async () => {
    const { proposal } = await proposesSeal()
    await restored()
    expect(await codeOf(today, 'secondAdministrator', 'round', 'agree', agree(proposal!.id))).toBe('changed')
  })

  test('the sealed file carries it: received stays, valid grows by those with enough answers', async () => {
    const counting = answersOf(VILLAGE).filter(({ counts }) => counts).length
    const received = answersOf(VILLAGE).length
    const invalid = answersOf(VILLAGE).filter(({ index, ...one }) => index === null && !one.tooFast).length
    await restored()
    const { proposal } = await proposesSeal()
    await today.secondAdministrator.does('round', 'agree', agree(proposal!.id))
    await driveToTheEnd(today)
    const { survey } = snapshotOf(today).result.ranking.find((row) => row.villageId === VILLAGE)!
    expect(survey).toMatchObject({ received, excluded: 1, invalid, valid: counting + 7 })
  })

  test('killed between the round’s write and the answers’: agreeing again goes on, and so does sealing', async () => {
    const undo = async () => {
      for (const { _id, restored: is } of answersOf(VILLAGE))
        if (is) await change(today.cloud, 'answers', _id, { restored: false, counts: false })
    }
    await restored()
    await undo()
    const { id } = roundOf(today).proposals[0]!
    await today.secondAdministrator.does('round', 'agree', agree(id))
    expect(answersOf(VILLAGE).filter((one) => one.restored)).toHaveLength(8)

    await undo()
    const { proposal } = await proposesSeal()
    await today.secondAdministrator.does('round', 'agree', agree(proposal!.id))
    await drive(today)
    expect(answersOf(VILLAGE).filter((one) => one.restored)).toHaveLength(8)
  })

  test('withdrawn, it cannot be agreed to, and the same send does not bring it back', async () => {
    const send = propose()
    const { proposal } = await today.administrator.does('round', 'restore', send)
    await today.administrator.does('round', 'withdraw', agree(proposal.id))
    expect(await codeOf(today, 'secondAdministrator', 'round', 'agree', agree(proposal.id))).toBe('notFound')
    expect(await codeOf(today, 'administrator', 'round', 'restore', send)).toBe('notFound')
    expect(await codeOf(today, 'administrator', 'round', 'restore', propose())).toBe('ok')
  })

  test('requests, the audit’s line included: proposing six, agreeing eight', async () => {
    const send = propose()
    const cost = await today.cloud.requests.during(() => today.administrator.does('round', 'restore', send))
    const { id } = roundOf(today).proposals[0]!
    const agreeing = await today.cloud.requests.during(() =>
      today.secondAdministrator.does('round', 'agree', agree(id)),
    )
    expect([cost, agreeing]).toEqual([6, 8])
  })
})
