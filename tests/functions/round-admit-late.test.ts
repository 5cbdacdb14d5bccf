import type { LateDoc, ScorecardDoc } from '../../cloudfunctions/common/documents'
import { itemsOf, newId, plainCard } from '../vocabulary/cards'
import { type Day, day, type Person } from '../vocabulary/day'
import { confirmSend, deductionOf, deductSend, seedDeduction } from '../vocabulary/deductions'
import { codeOf } from '../vocabulary/everyone'
import { fewAnswers } from '../vocabulary/few-answers'
import { agreedToSeal, drive, driveToTheEnd, linesOf, roundOf, snapshotOf } from '../vocabulary/rounds'
import { change, stored } from '../vocabulary/stored'

let today: Day
const reason = '镇上没有信号，到宾馆才传上来，照片有时间。'
const HOUR = 3_600_000
/** The sample's one card that is still out. */
const OUT = { inspector: 'I07', village: 'V08' }

const propose = (...lateIds: string[]) => ({ roundId: today.roundId, sendId: newId(), lateIds, reason })
const agree = (proposalId: string) => ({ roundId: today.roundId, proposalId })
const setRound = (data: object) => change(today.cloud, 'rounds', today.roundId, data)
const lateOf = (id: string) => (today.dump('late') as unknown as LateDoc[]).find(({ _id }) => _id === id)!
const cardOf = (inspectorId: string, villageId: string) =>
  (today.dump('scorecards') as unknown as ScorecardDoc[]).find(
    ({ _id }) => _id === `${today.roundId}:${inspectorId}:${villageId}`,
  )
const codes = async (who: Person, proposalId: string) => {
  const answer = await who.asks('round', 'agree', agree(proposalId))
  return answer.ok ? 'ok' : answer.error.code
}

async function submitsLate(inspectorId: string, villageId: string, more: object = {}): Promise<string> {
  const sendId = newId()
  const answer = await today.inspector(inspectorId).does('scoring', 'submit', {
    roundId: today.roundId,
    villageId,
    sendId,
    phone: 'phone-of-an-inspector',
    device: '小米 13',
    waiting: 0,
    seconds: 90,
    at: Date.now() - HOUR,
    marks: plainCard(today.file, villageId),
    ...more,
  })
  expect(answer.late).toBe(true)
  return sendId
}

async function admitted(...lateIds: string[]): Promise<string> {
  const { proposal } = await today.administrator.does('round', 'admitLate', propose(...lateIds))
  await today.secondAdministrator.does('round', 'agree', agree(proposal.id))
  return proposal.id
}

describe('round.admitLate: an administrator proposes late sends, without seeing a mark', () => {
  let late = ''
  beforeAll(async () => {
    today = await day({ state: 'closed', file: fewAnswers() })
    late = await submitsLate(OUT.inspector, OUT.village)
  })
  afterAll(() => today.stop())

  test('one that nobody kept, one of another round, more than thirty, none', async () => {
    const elsewhere = { ...lateOf(late), _id: newId(), roundId: '2024-1' }
    today.cloud.seed('late', [elsewhere])
    expect(await codeOf(today, 'administrator', 'round', 'admitLate', propose(late, newId()))).toBe('notFound')
    expect(await codeOf(today, 'administrator', 'round', 'admitLate', propose(elsewhere._id))).toBe('notFound')
    const many = Array.from({ length: 31 }, newId)
    expect(await codeOf(today, 'administrator', 'round', 'admitLate', propose(...many))).toBe('invalid')
    expect(await codeOf(today, 'administrator', 'round', 'admitLate', propose())).toBe('invalid')
    expect(roundOf(today).proposals).toEqual([])
  })

  test('proposed once: whose, of which village, when; no mark of it, to nobody; nothing counts yet', async () => {
    const send = propose(late)
    const first = await today.administrator.does('round', 'admitLate', send)
    expect(first.proposal).toMatchObject({ kind: 'admitLate', by: 'M01', isMine: true, mayAgree: false, reason })
    expect(first.proposal.about).toMatch(/^彭志强 · \S+：提交评分表（\d\d:\d\d 做的）$/)
    expect(JSON.stringify(first)).not.toMatch(/mark|payload|0\.5/)
    expect(await today.administrator.does('round', 'admitLate', send)).toEqual(first)
    expect(await codeOf(today, 'secondAdministrator', 'round', 'admitLate', propose(late))).toBe('alreadyProposed')
    expect(cardOf(OUT.inspector, OUT.village)).toBeUndefined()
    expect(lateOf(late).state).toBe('waiting')
    expect(linesOf(today, 'admitLate')).toEqual([
      expect.objectContaining({
        memberId: 'M01',
        reason,
        after: { proposed: 'admitLate', lateIds: [late], hash: first.proposal.hash },
      }),
    ])
  })

  test('agreed to neither by its proposer, nor by whose work it is, nor by who is recused and hears nothing of it', async () => {
    const { id } = roundOf(today).proposals[0]!
    // I04 is recused for V08.
    const people = { M01: today.administrator, I07: today.inspector('I07'), I04: today.inspector('I04') }
    expect(await codes(people.M01, id)).toBe('samePerson')
    expect(await codes(people.I07, id)).toBe('samePerson')
    expect(await codes(people.I04, id)).toBe('recused')
    expect(await codes(today.leader, id)).toBe('notAllowed')
    const heard = async (who: Person) => (await who.does('member', 'me', {})).proposals.map((one) => one.id)
    expect(await heard(people.I04)).toEqual([])
    expect(await heard(today.inspector('I01'))).toEqual([id])
    expect(cardOf(OUT.inspector, OUT.village)).toBeUndefined()
  })

  test('agreed to: it counts as if it had come in time, marked late, and says so to its inspector', async () => {
    const { id } = roundOf(today).proposals[0]!
    expect(await codes(today.inspector('I01'), id)).toBe('ok')
    expect(cardOf(OUT.inspector, OUT.village)!.submitted).toMatchObject({ sendId: late, late: true })
    expect(lateOf(late)).toMatchObject({ state: 'admitted', decided: { proposalId: id, why: '' } })
    const { late: mine } = await today.inspector('I07').does('scoring', 'mine', { roundId: today.roundId })
    expect(mine).toEqual([expect.objectContaining({ sendId: late, state: 'admitted', why: '' })])
    expect(linesOf(today, 'admitLate')).toContainEqual(
      expect.objectContaining({ memberId: 'I01', on: late, after: { state: 'admitted', why: '', proposalId: id } }),
    )
    expect(linesOf(today, 'agree')).toHaveLength(1)
  })

  test('agreed again, its answer lost: nothing changes. The phone sends again: it has been counted. Proposed again: done', async () => {
    const before = stored(today.cloud)
    const { id } = roundOf(today).proposals[0]!
    expect(await codes(today.inspector('I01'), id)).toBe('ok')
    expect(stored(today.cloud)).toEqual(before)
    expect(await codes(today.secondAdministrator, id)).toBe('wrongState')
    expect(await codeOf(today, 'administrator', 'round', 'admitLate', propose(late))).toBe('wrongState')
    const { payload } = lateOf(late)
    expect(await today.inspector('I07').does('scoring', 'submit', payload as never)).toMatchObject({ late: false })
    expect(today.dump('late')).toHaveLength(before.late!.length)
  })
})

describe('what was superseded is not undone, and says why', () => {
  beforeAll(async () => {
    today = await day({ state: 'closed', file: fewAnswers() })
  })
  afterAll(() => today.stop())
  const why = (id: string) => [lateOf(id).state, lateOf(id).decided?.why]
  const PHONE = 'sample-phone-I01'.padEnd(21, '0')

  test('a card that another phone left otherwise', async () => {
    const before = cardOf('I01', 'V01')
    const id = await submitsLate('I01', 'V01', { at: Date.now() })
    await admitted(id)
    expect(why(id)).toEqual(['refused', '另一台手机上后来改过，算后来的'])
    expect(cardOf('I01', 'V01')).toEqual(before)
  })

  test('a card of the same phone that was submitted later', async () => {
    const before = cardOf('I01', 'V04')!
    const at = before.submitted!.at
    const early = await submitsLate('I01', 'V04', { phone: PHONE, at: at + 1000 })
    const later = await submitsLate('I01', 'V04', { phone: PHONE, at: at + 2000 })
    await admitted(later)
    expect(cardOf('I01', 'V04')!.submitted!.sendId).toBe(later)
    await admitted(early)
    expect(why(early)).toEqual(['refused', '后来又提交过一次，算后来的'])
    expect(cardOf('I01', 'V04')!.submitted!.sendId).toBe(later)
  })

  test('in one admission: in the order in which they were done, not in which they came', async () => {
    const { submitted } = cardOf('I01', 'V05')!
    const later = await submitsLate('I01', 'V05', { phone: PHONE, at: submitted!.at + 2000 })
    const early = await submitsLate('I01', 'V05', { phone: PHONE, at: submitted!.at + 1000 })
    await admitted(later, early)
    expect([why(early), why(later)]).toEqual([
      ['admitted', ''],
      ['admitted', ''],
    ])
    expect(cardOf('I01', 'V05')!.submitted!.sendId).toBe(later)
  })

  test('an older card of one phone, though its marks were last the same phone’s: the other phone submitted since', async () => {
    const { marks, submitted } = cardOf('I01', 'V06')!
    const seen = Object.fromEntries(
      Object.entries(marks).map(([id, { mark, note }]) => [id, { mark: mark!, note, photos: [] as string[] }]),
    )
    const [item] = itemsOf(today.file, 'V06')
    const otherMark = { mark: item!.step, note: '', photos: [] }
    const id = await submitsLate('I01', 'V06', {
      phone: PHONE,
      at: submitted!.at + 1000,
      marks: { ...seen, [item!.id]: otherMark },
    })
    const other = { ...submitted!, phone: 'another-phone-of-I01-', sendId: newId(), at: submitted!.at + 2000 }
    const last = { sendId: submitted!.sendId, clock: submitted!.at, at: submitted!.at, hash: submitted!.hash }
    await change(today.cloud, 'scorecards', `${today.roundId}:I01:V06`, {
      submitted: other,
      submissions: { [PHONE]: last },
    })
    await admitted(id)
    expect(why(id)).toEqual(['refused', '后来又提交过一次，算后来的'])
    expect(cardOf('I01', 'V06')!.submitted!.sendId).toBe(other.sendId)
  })

  test('a mark that another phone changed stays; the late one is kept in the card’s history', async () => {
    const [first] = itemsOf(today.file, 'V07')
    const stands = cardOf('I01', 'V07')!.marks[first!.id]!.mark
    const sendId = newId()
    const lost = { itemId: first!.id, mark: first!.step, note: '', photos: [], base: 0 }
    expect(
      await today.inspector('I01').does('scoring', 'saveMarks', {
        roundId: today.roundId,
        villageId: 'V07',
        sendId,
        phone: 'phone-of-an-inspector',
        device: '小米 13',
        waiting: 0,
        at: Date.now() - HOUR,
        changes: [lost],
      }),
    ).toMatchObject({ late: true })
    await admitted(sendId)
    expect(why(sendId)).toEqual(['refused', '这几项后来都改过，算后来的'])
    const { marks, history } = cardOf('I01', 'V07')!
    expect(marks[first!.id]!.mark).toBe(stands)
    expect(history).toContainEqual(expect.objectContaining({ sendId, lost: true }))
  })

  test('an arrival, with the phone’s time', async () => {
    const at = Date.now() - HOUR
    await today.inspector('I07').does('scoring', 'arrive', { roundId: today.roundId, villageId: 'V08', at })
    const id = `arrive:${today.roundId}:I07:V08`
    await admitted(id)
    expect(why(id)).toEqual(['admitted', ''])
    expect(today.dump('arrivals')).toContainEqual(expect.objectContaining({ inspectorId: 'I07', confirmedAt: at }))
  })
})

describe('deductions that came late', () => {
  beforeEach(async () => {
    today = await day({ state: 'closed', file: fewAnswers() })
  })
  afterEach(() => today.stop())
  const deducts = async () => {
    const send = deductSend(today)
    await today.inspector('I03').does('scoring', 'deduct', send)
    return send
  }
  const confirms = async (id: string) => {
    expect(await today.inspector('I01').does('scoring', 'confirmDeduction', confirmSend(today, id))).toEqual({
      confirmedAt: null,
      late: true,
    })
    return `confirm:I01:${id}`
  }

  test('proposed and admitted, it waits for a second inspector like any other, whose late word is admitted after it', async () => {
    const { sendId, deductionId } = await deducts()
    await admitted(sendId)
    expect(deductionOf(today, deductionId)).toMatchObject({
      state: 'proposed',
      proposer: 'I03',
      proposerName: '罗建华',
    })
    await admitted(await confirms(deductionId))
    expect(deductionOf(today, deductionId)).toMatchObject({ state: 'confirmed', confirmerName: '周明远' })
  })

  test('confirmed: the village hears of it, and may appeal until an hour after closing; sealing waits, and says so', async () => {
    const id = seedDeduction(today, 'proposed')
    const before = Date.now()
    await admitted(await confirms(id))
    expect(deductionOf(today, id).confirmedAt).toBeGreaterThanOrEqual(before)
    const until = roundOf(today).closedAt! + HOUR
    const { sealableAt } = await today.administrator.does('ranking', 'progressOfDay', { roundId: today.roundId })
    expect(sealableAt).toBe(until + 60_000)
    const seal = { roundId: today.roundId, sendId: newId() }
    expect(await codeOf(today, 'administrator', 'round', 'seal', seal)).toBe('appealsOpen')
    const appeal = { roundId: today.roundId, deductionId: id, sendId: newId(), reason: '当天就换新了' }
    expect((await today.officer.asks('scoring', 'appeal', appeal)).ok).toBe(true)
  })

  test('admitted when the village could no longer appeal: it does not count', async () => {
    const id = seedDeduction(today, 'proposed')
    const late = await confirms(id)
    await setRound({ closedAt: Date.now() - HOUR })
    await admitted(late)
    expect(lateOf(late)).toMatchObject({ state: 'refused', decided: { why: '申诉时间已过，村里来不及申诉' } })
    expect(deductionOf(today, id)).toMatchObject({ state: 'proposed', confirmedAt: null })
  })
})

describe('killed in between, several at once, and sealing', () => {
  beforeEach(async () => {
    today = await day({ state: 'closed', file: fewAnswers() })
  })
  afterEach(() => today.stop())

  /** Signed, and cut off before the first card was written. */
  async function cutOff(late: string): Promise<string> {
    const { proposal } = await today.administrator.does('round', 'admitLate', propose(late))
    today.cloud.faults.inject({ on: 'database.insertDocument', collection: 'scorecards', what: 'conflict', times: 20 })
    expect(await codes(today.secondAdministrator, proposal.id)).toBe('tryAgain')
    today.cloud.faults.clear()
    expect(roundOf(today).admitted).toEqual([{ proposalId: proposal.id, lateIds: [late] }])
    expect(lateOf(late).state).toBe('waiting')
    expect(cardOf(OUT.inspector, OUT.village)).toBeUndefined()
    return proposal.id
  }

  test('agreeing again goes on', async () => {
    const late = await submitsLate(OUT.inspector, OUT.village)
    const id = await cutOff(late)
    expect(await codes(today.secondAdministrator, id)).toBe('ok')
    expect(lateOf(late).state).toBe('admitted')
    expect(cardOf(OUT.inspector, OUT.village)!.submitted!.sendId).toBe(late)
  })

  test('nobody agrees again: proposing to seal carries it out before it looks at a card', async () => {
    const late = await submitsLate(OUT.inspector, OUT.village)
    await cutOff(late)
    await agreedToSeal(today)
    await driveToTheEnd(today)
    expect(snapshotOf(today).cards).toContainEqual(
      expect.objectContaining({ inspectorId: 'I07', villageId: 'V08', late: true }),
    )
    expect(snapshotOf(today).result.ranking.find(({ villageId }) => villageId === 'V08')!.inspectors).toBe(9)
  })

  test('killed after the card, before the send was marked: done again it is the same', async () => {
    const late = await submitsLate(OUT.inspector, OUT.village)
    const { proposal } = await today.administrator.does('round', 'admitLate', propose(late))
    today.cloud.faults.inject({ on: 'database.modifyDocument', collection: 'late', what: 'conflict', times: 20 })
    expect(await codes(today.secondAdministrator, proposal.id)).toBe('tryAgain')
    today.cloud.faults.clear()
    const card = cardOf(OUT.inspector, OUT.village)
    expect(card!.submitted!.sendId).toBe(late)
    expect(await codes(today.secondAdministrator, proposal.id)).toBe('ok')
    expect(cardOf(OUT.inspector, OUT.village)).toEqual(card)
    expect(lateOf(late)).toMatchObject({ state: 'admitted', decided: { why: '' } })
  })

  test('a seal proposed before cannot be agreed to after: its hash is of other inputs', async () => {
    const late = await submitsLate(OUT.inspector, OUT.village)
    const { proposal } = await today.administrator.does('round', 'seal', { roundId: today.roundId, sendId: newId() })
    await admitted(late)
    expect(await codes(today.secondAdministrator, proposal!.id)).toBe('changed')
  })

  test('two agree at once: one is the second person, and it is done once', async () => {
    const late = await submitsLate(OUT.inspector, OUT.village)
    const { proposal } = await today.administrator.does('round', 'admitLate', propose(late))
    const both = await Promise.all(
      [today.secondAdministrator, today.inspector('I01')].map((who) => codes(who, proposal.id)),
    )
    expect(both.sort()).toEqual(['ok', 'wrongState'])
    expect(roundOf(today).admitted).toHaveLength(1)
    expect(cardOf(OUT.inspector, OUT.village)!.revision).toBe(1)
    expect(linesOf(today, 'agree')).toHaveLength(1)
  })

  test('two propose the same at once: one stands', async () => {
    const late = await submitsLate(OUT.inspector, OUT.village)
    const both = await Promise.all(
      (['administrator', 'secondAdministrator'] as const).map((who) =>
        codeOf(today, who, 'round', 'admitLate', propose(late)),
      ),
    )
    expect(both.sort()).toEqual(['alreadyProposed', 'ok'])
    expect(roundOf(today).proposals).toHaveLength(1)
  })

  test('withdrawn, it cannot be agreed to, and the same send does not bring it back', async () => {
    const late = await submitsLate(OUT.inspector, OUT.village)
    const send = propose(late)
    const { proposal } = await today.administrator.does('round', 'admitLate', send)
    await today.administrator.does('round', 'withdraw', agree(proposal.id))
    expect(await codes(today.secondAdministrator, proposal.id)).toBe('notFound')
    expect(await codeOf(today, 'administrator', 'round', 'admitLate', send)).toBe('notFound')
    expect(await codeOf(today, 'administrator', 'round', 'admitLate', propose(late))).toBe('ok')
    expect(lateOf(late).state).toBe('waiting')
  })

  test('not admitted, it does not count: the sealed round is as if it had never come', async () => {
    await submitsLate(OUT.inspector, OUT.village)
    await agreedToSeal(today)
    while ((await drive(today)).state !== 'sealed');
    expect(snapshotOf(today).result.ranking.find(({ villageId }) => villageId === 'V08')!.inspectors).toBe(8)
  })

  test('requests, the audit’s line included: proposing six, agreeing to one send eleven', async () => {
    const late = await submitsLate(OUT.inspector, OUT.village)
    const send = propose(late)
    const cost = await today.cloud.requests.during(() => today.administrator.does('round', 'admitLate', send))
    const { id } = roundOf(today).proposals[0]!
    const agreeing = await today.cloud.requests.during(() =>
      today.secondAdministrator.does('round', 'agree', agree(id)),
    )
    expect([cost, agreeing]).toEqual([6, 11])
  })
})
