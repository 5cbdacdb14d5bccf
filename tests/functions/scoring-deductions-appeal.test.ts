/** 申诉: the village says why not; an administrator proposes what becomes of it, a second person agrees. */
import type { CallOut } from '../../src/contract'
import { newId } from '../vocabulary/cards'
import { type Day, day } from '../vocabulary/day'
import { appealSend, decideSend, deductionOf, seedDeduction, shownTo } from '../vocabulary/deductions'
import { allBut, codeOf } from '../vocabulary/everyone'
import { fewAnswers } from '../vocabulary/few-answers'
import { agreedToSeal, linesOf, roundOf, sealed } from '../vocabulary/rounds'
import { change, stored } from '../vocabulary/stored'

const MINUTE = 60_000
let today: Day
beforeAll(async () => {
  today = await day({ state: 'running', empty: true })
  // A second officer of the village.
  const [officer] = today.dump('members').filter(({ memberId }) => memberId === 'M05')
  today.cloud.seed('members', [{ ...officer, _id: second, memberId: 'M15', name: '吴桂香' }])
})
afterAll(() => today.stop())
afterEach(async () => {
  today.cloud.faults.clear()
  await setRound({ state: 'running', closedAt: null, proposals: [] })
})

const second = `o${'second-officer'.padEnd(27, '0')}`
const secondOfficerAsks = (action: string, payload: object) =>
  today.cloud.call('scoring', { action, payload } as never, second) as Promise<{ ok: boolean }>
const setRound = (data: object) => change(today.cloud, 'rounds', today.roundId, data)
const refused = (code: string, details?: object) => ({ ok: false, error: { code, ...(details && { details }) } })

describe('scoring.appeal', () => {
  const appeal = (deductionId: string, more: object = {}) =>
    today.officer.asks('scoring', 'appeal', appealSend(today, deductionId, more))

  test('kept with its reason and a line; the officer hears how it stands; the same send again writes nothing', async () => {
    const id = seedDeduction(today, 'confirmed')
    const send = appealSend(today, id)
    const { deduction } = await today.officer.does('scoring', 'appeal', send)
    expect(deduction).toMatchObject({
      id,
      state: 'appealed',
      appeal: { reason: send.reason, byName: '黄德明' },
      may: { confirm: false, appeal: false, decide: false },
    })
    expect(deductionOf(today, id)).toMatchObject({
      state: 'appealed',
      revision: 2,
      appeal: { by: 'M05', sendId: send.sendId },
    })
    expect(linesOf(today, 'appeal')).toEqual([
      expect.objectContaining({ memberId: 'M05', on: id, before: 'confirmed', after: 'appealed', reason: send.reason }),
    ])
    const before = stored(today.cloud)
    expect(await today.officer.does('scoring', 'appeal', send)).toEqual({ deduction })
    expect(stored(today.cloud)).toEqual(before)
    expect(await appeal(id)).toMatchObject(refused('settled', { state: 'appealed' }))
  })

  test('decided meanwhile, the same send tells what became of it', async () => {
    const id = seedDeduction(today, 'confirmed')
    const send = appealSend(today, id)
    await today.officer.does('scoring', 'appeal', send)
    await change(today.cloud, 'deductions', id, { state: 'upheld' })
    expect(await today.officer.does('scoring', 'appeal', send)).toMatchObject({ deduction: { state: 'upheld' } })
  })

  test('another village’s: out of scope; one not confirmed: not known; nothing is written', async () => {
    const elsewhere = seedDeduction(today, 'confirmed', { villageId: 'V05' })
    const proposed = seedDeduction(today, 'proposed')
    const before = stored(today.cloud)
    expect(await appeal(elsewhere)).toMatchObject(refused('outOfScope', { villageId: 'V05' }))
    expect(await appeal(proposed)).toMatchObject(refused('notFound'))
    expect(stored(today.cloud)).toEqual(before)
  })

  test.each(['appealed', 'upheld', 'revoked'] as const)('%s: settled', async (state) => {
    const id = seedDeduction(today, state)
    expect(await appeal(id)).toMatchObject(refused('settled', { state }))
    expect(deductionOf(today, id).revision).toBe(1)
  })

  // A function's clock cannot be set: the confirmation is. To the millisecond: tests/domain/deduction-life.test.ts.
  test('within the hour; not once it is over', async () => {
    const inTime = seedDeduction(today, 'confirmed', { confirmedAt: Date.now() - 55 * MINUTE })
    expect(await appeal(inTime)).toMatchObject({ ok: true })
    const confirmedAt = Date.now() - 60 * MINUTE
    const late = seedDeduction(today, 'confirmed', { confirmedAt })
    expect(await appeal(late)).toMatchObject(refused('expired', { appealUntil: confirmedAt + 60 * MINUTE }))
    expect(deductionOf(today, late).state).toBe('confirmed')
  })

  test('closed: still within the hour, counted from closing at the latest', async () => {
    const now = Date.now()
    await setRound({ state: 'closed', closedAt: now - 50 * MINUTE })
    const ends = { early: now - 70 * MINUTE, soon: now - 55 * MINUTE, late: now - 49 * MINUTE }
    const ids = Object.entries(ends).map(([_, confirmedAt]) => seedDeduction(today, 'confirmed', { confirmedAt }))
    expect(await appeal(ids[0]!)).toMatchObject(refused('expired'))
    expect(await appeal(ids[1]!)).toMatchObject({ ok: true })
    expect(await appeal(ids[2]!)).toMatchObject({
      ok: true,
      data: { deduction: { appealUntil: now + 10 * MINUTE } },
    })
  })

  test('two officers at once: one appeals, the other is told', async () => {
    const id = seedDeduction(today, 'confirmed')
    const answers = await Promise.all([appeal(id), secondOfficerAsks('appeal', appealSend(today, id))])
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1)
    expect(answers.find(({ ok }) => !ok)).toMatchObject(refused('settled', { state: 'appealed' }))
    const winner = answers[0]!.ok ? 'M05' : 'M15'
    expect(deductionOf(today, id)).toMatchObject({ revision: 2, appeal: { by: winner } })
    expect(linesOf(today, 'appeal').filter(({ on }) => on === id)).toEqual([
      expect.objectContaining({ memberId: winner }),
    ])
  })

  test('its answer lost: appealed, and the same send says so', async () => {
    const id = seedDeduction(today, 'confirmed')
    const send = appealSend(today, id)
    today.cloud.faults.inject({ on: 'database.modifyDocument', collection: 'deductions', what: 'drop' })
    expect(await today.officer.asks('scoring', 'appeal', send)).toMatchObject(refused('tryAgain'))
    expect(await today.officer.asks('scoring', 'appeal', send)).toMatchObject({ ok: true })
    expect(deductionOf(today, id).revision).toBe(2)
    expect(linesOf(today, 'appeal').filter(({ on }) => on === id)).toHaveLength(1)
  })

  test('five database requests', async () => {
    const send = appealSend(today, seedDeduction(today, 'confirmed'))
    expect(await today.cloud.requests.during(() => today.officer.does('scoring', 'appeal', send))).toBe(5)
  })
})

describe('scoring.decideAppeal', () => {
  const decide = (deductionId: string, more: object = {}) =>
    today.administrator.asks('scoring', 'decideAppeal', decideSend(today, deductionId, more))

  test('a proposal that says what it is about; nothing is decided yet; the same send again is the same proposal', async () => {
    const id = seedDeduction(today, 'appealed')
    const send = decideSend(today, id)
    const first = await today.administrator.does('scoring', 'decideAppeal', send)
    expect(first.proposal).toEqual({
      id: send.sendId,
      kind: 'decideAppeal',
      roundId: today.roundId,
      by: 'M01',
      byName: '王敏',
      at: expect.any(Number),
      hash: expect.stringMatching(/^sha256:/),
      reason: send.reason,
      about: '云溪村 · 标语错误或破损严重 · 建议撤销',
      agreedBy: null,
      agreedByName: null,
      mayAgree: false,
      isMine: true,
    })
    expect(deductionOf(today, id)).toMatchObject({ state: 'appealed', revision: 1, decision: null })
    expect(linesOf(today, 'decideAppeal')).toEqual([
      expect.objectContaining({
        memberId: 'M01',
        on: id,
        before: 'appealed',
        after: { proposed: 'revoked', hash: first.proposal.hash },
        reason: send.reason,
      }),
    ])
    const before = stored(today.cloud)
    expect(await today.administrator.does('scoring', 'decideAppeal', send)).toEqual(first)
    expect(stored(today.cloud)).toEqual(before)
  })

  test('one at a time for a deduction, several for several', async () => {
    const [id, other] = [seedDeduction(today, 'appealed'), seedDeduction(today, 'appealed')]
    await today.administrator.does('scoring', 'decideAppeal', decideSend(today, id))
    const again = decideSend(today, id, { outcome: 'upheld' })
    expect(await today.secondAdministrator.asks('scoring', 'decideAppeal', again)).toMatchObject(
      refused('alreadyProposed', { byName: '王敏' }),
    )
    const { proposal } = await today.secondAdministrator.does(
      'scoring',
      'decideAppeal',
      decideSend(today, other, { outcome: 'upheld' }),
    )
    expect(proposal.about).toBe('云溪村 · 标语错误或破损严重 · 建议维持')
    expect(roundOf(today).proposals).toHaveLength(2)
    const shown = await shownTo(today, today.administrator)
    expect(shown.find((one) => one.id === id)).toMatchObject({
      proposalId: roundOf(today).proposals[0]!.id,
      may: { decide: false },
    })
    // The village hears of a decision when it is made.
    expect((await shownTo(today, today.officer)).map(({ proposalId }) => proposalId).filter(Boolean)).toEqual([])
  })

  test('two administrators at once: one proposes', async () => {
    const id = seedDeduction(today, 'appealed')
    const people = [today.administrator, today.secondAdministrator]
    const answers = await Promise.all(people.map((one) => one.asks('scoring', 'decideAppeal', decideSend(today, id))))
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1)
    expect(answers.find(({ ok }) => !ok)).toMatchObject(refused('alreadyProposed'))
    expect(roundOf(today).proposals).toHaveLength(1)
  })

  test.each(['proposed', 'confirmed', 'upheld', 'revoked'] as const)('%s: nothing to decide', async (state) => {
    const id = seedDeduction(today, state)
    expect(await decide(id)).toMatchObject(refused('settled', { state }))
    expect(roundOf(today).proposals).toEqual([])
  })

  test('withdrawn by its proposer alone; the same send does not bring it back, a new one may', async () => {
    const id = seedDeduction(today, 'appealed')
    const send = decideSend(today, id)
    await today.administrator.does('scoring', 'decideAppeal', send)
    const withdraw = { roundId: today.roundId, proposalId: send.sendId }
    for (const who of allBut('administrator', 'secondAdministrator'))
      expect(await codeOf(today, who, 'round', 'withdraw', withdraw)).toBe('notAllowed')
    expect(await codeOf(today, 'secondAdministrator', 'round', 'withdraw', withdraw)).toBe('notFound')
    await today.administrator.does('round', 'withdraw', withdraw)
    expect(roundOf(today).proposals).toEqual([])
    expect(await today.administrator.asks('scoring', 'decideAppeal', send)).toMatchObject(refused('notFound'))
    expect(await decide(id)).toMatchObject({ ok: true })
  })

  test('six database requests', async () => {
    const send = decideSend(today, seedDeduction(today, 'appealed'))
    expect(await today.cloud.requests.during(() => today.administrator.does('scoring', 'decideAppeal', send))).toBe(6)
  })
})

describe('round.agree: the second person decides an appeal', () => {
  async function proposal(outcome: 'upheld' | 'revoked' = 'revoked') {
    const id = seedDeduction(today, 'appealed')
    const send = decideSend(today, id, { outcome })
    await today.administrator.does('scoring', 'decideAppeal', send)
    return { id, agree: { roundId: today.roundId, proposalId: send.sendId }, reason: send.reason }
  }
  const signed = (proposalId: string) => roundOf(today).proposals.find(({ id }) => id === proposalId)!

  test.each(['upheld', 'revoked'] as const)(
    '%s: written into the deduction, then signed; told with both names',
    async (outcome) => {
      const { id, agree, reason } = await proposal(outcome)
      const answer = await today.secondAdministrator.does('round', 'agree', agree)
      expect(answer).toMatchObject({
        proposal: { agreedBy: 'M02', agreedByName: '陈立', mayAgree: false },
        round: { state: 'running' },
      })
      expect(deductionOf(today, id)).toMatchObject({
        state: outcome,
        revision: 2,
        decision: { proposalId: agree.proposalId, by: 'M01', agreedBy: 'M02', reason },
      })
      expect((await shownTo(today, today.officer)).find((one) => one.id === id)).toMatchObject({
        state: outcome,
        decision: { reason, byName: '王敏', agreedByName: '陈立' },
        may: { appeal: false },
      })
      expect(linesOf(today, 'agree').filter(({ _id }) => _id.includes(agree.proposalId))).toEqual([
        expect.objectContaining({
          memberId: 'M02',
          reason,
          after: expect.objectContaining({ agreed: 'decideAppeal', about: expect.stringContaining('云溪村') }),
        }),
      ])
      const before = stored(today.cloud)
      expect(await today.secondAdministrator.does('round', 'agree', agree)).toEqual(answer)
      expect(stored(today.cloud)).toEqual(before)
      expect(await codeOf(today, 'administrator', 'round', 'withdraw', agree)).toBe('wrongState')
    },
  )

  test('closed as well; an inspector without a part in it may', async () => {
    await setRound({ state: 'closed', closedAt: Date.now() })
    const { id, agree } = await proposal()
    await today.inspector('I06').does('round', 'agree', agree)
    expect(deductionOf(today, id)).toMatchObject({ state: 'revoked', decision: { agreedBy: 'I06' } })
  })

  test.each([
    { who: 'I02', code: 'recused', why: 'recused there' },
    { who: 'I03', code: 'samePerson', why: 'proposed the deduction' },
    { who: 'I01', code: 'samePerson', why: 'confirmed it' },
  ])('$who: $code ($why), and is not offered it', async ({ who, code }) => {
    const { id, agree } = await proposal()
    const before = stored(today.cloud)
    expect(await today.inspector(who).asks('round', 'agree', agree)).toMatchObject(refused(code))
    expect(stored(today.cloud)).toEqual(before)
    expect(deductionOf(today, id).state).toBe('appealed')
    const offered = await proposalsOf(who)
    expect(offered.filter(({ mayAgree }) => mayAgree)).toEqual([])
    // Who is recused is not even told.
    expect(offered).toHaveLength(code === 'recused' ? 0 : 1)
  })

  const proposalsOf = async (who: string): Promise<CallOut<'member', 'me'>['proposals']> =>
    (await today.inspector(who).does('member', 'me', {})).proposals

  test('offered to another administrator and to an inspector without a part in it; told to nobody else', async () => {
    await proposal()
    expect(await proposalsOf('I06')).toEqual([expect.objectContaining({ kind: 'decideAppeal', mayAgree: true })])
    const { proposals } = await today.secondAdministrator.does('member', 'me', {})
    expect(proposals).toEqual([expect.objectContaining({ mayAgree: true, isMine: false })])
    for (const person of [today.leader, today.officer, today.reader])
      expect((await person.does('member', 'me', {})).proposals).toEqual([])
    const { proposals: seenByLeader } = await today.leader.does('ranking', 'progressOfDay', { roundId: today.roundId })
    expect(seenByLeader).toEqual([])
  })

  test('not by its proposer, and not by whoever has no part in deciding', async () => {
    const { agree } = await proposal()
    expect(await codeOf(today, 'administrator', 'round', 'agree', agree)).toBe('samePerson')
    for (const who of allBut('administrator', 'secondAdministrator', 'inspector'))
      expect(await codeOf(today, who, 'round', 'agree', agree)).toBe('notAllowed')
  })

  test('the deduction changed meanwhile: changed, nothing is written; a new proposal takes the old one’s place', async () => {
    const { id, agree } = await proposal()
    await change(today.cloud, 'deductions', id, { revision: 7 })
    const before = stored(today.cloud)
    expect(await today.secondAdministrator.asks('round', 'agree', agree)).toMatchObject(refused('changed'))
    expect(stored(today.cloud)).toEqual(before)
    const { proposal: fresh } = await today.secondAdministrator.does('scoring', 'decideAppeal', decideSend(today, id))
    expect(roundOf(today).proposals.map((one) => one.id)).toEqual([fresh.id])
  })

  test.each(['sealing', 'sealed', 'announced', 'archived'])('not in %s', async (state) => {
    const { id, agree } = await proposal()
    await setRound({ state })
    expect(await codeOf(today, 'secondAdministrator', 'round', 'agree', agree)).toBe('wrongState')
    expect(deductionOf(today, id).state).toBe('appealed')
  })

  test('two agree at once: one is the second person, one line names them', async () => {
    const { id, agree } = await proposal()
    const people = [today.secondAdministrator, today.inspector('I06')]
    const answers = await Promise.all(people.map((person) => person.asks('round', 'agree', agree)))
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1)
    expect(answers.find(({ ok }) => !ok)).toMatchObject(refused('wrongState'))
    const winner = answers[0]!.ok ? 'M02' : 'I06'
    expect(deductionOf(today, id)).toMatchObject({ revision: 2, decision: { agreedBy: winner } })
    expect(signed(agree.proposalId).agreedBy).toBe(winner)
    expect(linesOf(today, 'agree').filter(({ _id }) => _id.includes(agree.proposalId))).toEqual([
      expect.objectContaining({ memberId: winner }),
    ])
  })

  describe('killed after the deduction was written', () => {
    async function killed() {
      const waiting = await proposal()
      today.cloud.faults.inject({ on: 'database.modifyDocument', collection: 'rounds', what: 'conflict', times: 20 })
      expect(await today.secondAdministrator.asks('round', 'agree', waiting.agree)).toMatchObject(refused('tryAgain'))
      today.cloud.faults.clear()
      expect(deductionOf(today, waiting.id).state).toBe('revoked')
      expect(signed(waiting.agree.proposalId).agreedBy).toBeNull()
      return waiting
    }

    test('agreed again by the same person, it is signed', async () => {
      const { id, agree } = await killed()
      const decidedAt = deductionOf(today, id).decision!.at
      expect(await today.secondAdministrator.does('round', 'agree', agree)).toMatchObject({
        proposal: { agreedBy: 'M02' },
      })
      expect(deductionOf(today, id)).toMatchObject({ revision: 2, decision: { at: decidedAt } })
      expect(signed(agree.proposalId)).toMatchObject({ agreedBy: 'M02', agreedAt: decidedAt })
    })

    test('by another, it is signed in the name of the one who decided, who gets the line', async () => {
      const { agree } = await killed()
      expect(await today.inspector('I06').asks('round', 'agree', agree)).toMatchObject(
        refused('wrongState', { agreedByName: '陈立' }),
      )
      expect(signed(agree.proposalId)).toMatchObject({ agreedBy: 'M02', agreedByName: '陈立' })
      const lines = () => linesOf(today, 'agree').filter(({ _id }) => _id.includes(agree.proposalId))
      expect(lines()).toEqual([expect.objectContaining({ memberId: 'M02' })])
      await today.secondAdministrator.does('round', 'agree', agree)
      expect(lines()).toHaveLength(1)
    })

    test('it can no longer be withdrawn', async () => {
      const { agree } = await killed()
      expect(await codeOf(today, 'administrator', 'round', 'withdraw', agree)).toBe('wrongState')
      expect(roundOf(today).proposals).toHaveLength(1)
    })

    test('withdrawn while it was being agreed to, it is put back: what it decided stands', async () => {
      const { id, agree } = await proposal()
      const { gate } = today.cloud
      gate.close()
      const withdrawing = today.administrator.does('round', 'withdraw', agree)
      const takesItAway = await heldAt(withdrawing, ({ action, collection }) => {
        return action === 'database.modifyDocument' && collection === 'rounds'
      })
      const agreeing = today.secondAdministrator.does('round', 'agree', agree)
      await heldAt(agreeing, () => deductionOf(today, id).state === 'revoked')
      takesItAway.release()
      // The next one at the door comes after it is gone: the withdrawal's line.
      await gate.next(withdrawing)
      expect(roundOf(today).proposals).toEqual([])
      gate.open()
      await Promise.all([withdrawing, agreeing])
      expect(signed(agree.proposalId)).toMatchObject({ agreedBy: 'M02' })
      expect(deductionOf(today, id)).toMatchObject({ state: 'revoked', decision: { agreedBy: 'M02' } })
    })

    /** Lets a call's requests through until one of them is the one asked for, and holds that. */
    async function heldAt(call: Promise<unknown>, isIt: (request: Held) => boolean): Promise<Held> {
      for (;;) {
        const request = await today.cloud.gate.next(call)
        if (!request) throw new Error('the call ended before')
        if (isIt(request)) return request
        request.release()
      }
    }
    type Held = NonNullable<Awaited<ReturnType<Day['cloud']['gate']['next']>>>
  })
})

describe('an appeal and the seal', () => {
  let evening: Day
  beforeAll(async () => {
    evening = await day({ state: 'closed', file: fewAnswers() })
  })
  afterAll(() => evening.stop())

  test('undecided it holds the seal up; decided, its proposal does not, and the village’s sum is as decided', async () => {
    const { roundId } = evening
    const id = 'K-2-1'
    await change(evening.cloud, 'deductions', id, { state: 'appealed' })
    expect(await codeOf(evening, 'administrator', 'round', 'seal', { roundId, sendId: newId() })).toBe('appealsOpen')
    const { proposal } = await evening.administrator.does('scoring', 'decideAppeal', decideSend(evening, id))
    expect(await codeOf(evening, 'administrator', 'round', 'seal', { roundId, sendId: newId() })).toBe('appealsOpen')
    await evening.secondAdministrator.does('round', 'agree', { roundId, proposalId: proposal.id })

    await sealed(evening)
    const { scheme } = evening.file
    const sumOf = (itemId: string, occurrences: number) => {
      const { marks, cap } = scheme.deductionItems.find((item) => item.id === itemId)!
      return Math.min(marks * occurrences, cap)
    }
    const { result } = evening.dump('snapshots')[0] as unknown as {
      result: { ranking: { villageId: string; deductions: number }[] }
    }
    // K-2-1 (K09 twice) is revoked, K-2-4 (K03 five times) stands.
    const { deductions } = result.ranking.find(({ villageId }) => villageId === 'V07')!
    expect(deductions).toBe(sumOf('K03', 5) * 10_000)
  })

  test('a decision between proposing the seal and agreeing to it takes a new proposal', async () => {
    const another = await day({ state: 'closed', file: fewAnswers() })
    try {
      const { roundId } = another
      const { proposal } = await another.administrator.does('round', 'seal', { roundId, sendId: newId() })
      await change(another.cloud, 'deductions', 'K-2-1', { state: 'upheld', revision: 3 })
      expect(
        await codeOf(another, 'secondAdministrator', 'round', 'agree', { roundId, proposalId: proposal!.id }),
      ).toBe('changed')
      await agreedToSeal(another)
      expect(roundOf(another).state).toBe('sealing')
    } finally {
      await another.stop()
    }
  })
})
