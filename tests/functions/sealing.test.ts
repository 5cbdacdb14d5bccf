import type { AnswerDoc, AuditDoc, RoundDoc, SnapshotDoc, VoiceDoc } from '../../cloudfunctions/common/documents'
import { isSameAudit } from '../../src/domain/audit-chain'
import { roundResult } from '../../src/domain/result'
import type { AuditEdition } from '../../src/domain/round-file'
import type { RoundResult } from '../../src/domain/round-result'
import { openidOf } from '../../tools/seed/people'
import { readSample, seal, seedAll } from '../../tools/seed/sample'
import { storedRound } from '../../tools/seed/stored-round'
import { newId } from '../vocabulary/cards'
import { type Day, day } from '../vocabulary/day'
import { allBut, codeOf } from '../vocabulary/everyone'
import { fewAnswers } from '../vocabulary/few-answers'
import { filledFor } from '../vocabulary/filled'
import { agreedToSeal, drive, driveToTheEnd, linesOf, roundOf, snapshotOf } from '../vocabulary/rounds'
import { change, stored } from '../vocabulary/stored'

const published = readSample<RoundResult>('round-2.result.json')
const sample = readSample<{ date: string }>('round-2.json')

let today: Day
const send = (sendId = newId()) => ({ roundId: today.roundId, sendId })
const setRound = (data: object) => change(today.cloud, 'rounds', today.roundId, data)
const snapshotsOf = (at: Day) => at.dump('snapshots') as unknown as SnapshotDoc[]

describe('round.seal in `closed` proposes', () => {
  beforeAll(async () => {
    today = await day({ state: 'closed' })
  })
  afterAll(() => today.stop())

  test.each(allBut('administrator', 'secondAdministrator'))('%s may not propose', async (who) => {
    const before = stored(today.cloud)
    expect(await codeOf(today, who, 'round', 'seal', send())).toBe('notAllowed')
    expect(stored(today.cloud)).toEqual(before)
  })

  test.each(['draft', 'ready', 'running', 'announced', 'archived'])('not in %s', async (state) => {
    await setRound({ state })
    expect(await codeOf(today, 'administrator', 'round', 'seal', send())).toBe('wrongState')
    await setRound({ state: 'closed' })
  })

  test('a minute after closing at the earliest, longer than any function runs', async () => {
    const closedAt = Date.now() - 1_000
    await setRound({ closedAt })
    expect(await today.administrator.asks('round', 'seal', send())).toMatchObject({
      error: { code: 'tooEarly', details: { sealableAt: closedAt + 60_000 } },
    })
    await setRound({ closedAt: Date.now() - 61_000 })
  })

  test('not while an appeal window is open, and not while an appeal is undecided', async () => {
    const confirmed = today.dump('deductions').find(({ state }) => state === 'confirmed')!
    await change(today.cloud, 'deductions', String(confirmed._id), { confirmedAt: Date.now() - 59 * 60_000 })
    expect(await codeOf(today, 'administrator', 'round', 'seal', send())).toBe('appealsOpen')
    await change(today.cloud, 'deductions', String(confirmed._id), {
      confirmedAt: Date.now() - 61 * 60_000,
      state: 'appealed',
    })
    expect(await today.administrator.asks('round', 'seal', send())).toMatchObject({
      error: { code: 'appealsOpen', details: { undecided: 1 } },
    })
    await change(today.cloud, 'deductions', String(confirmed._id), { state: 'confirmed' })
    expect(roundOf(today).proposals).toEqual([])
  })

  test('the proposal holds the hash of what it seals; the same send again is the same proposal, a second one is refused', async () => {
    const sendId = newId()
    const first = await today.administrator.does('round', 'seal', send(sendId))
    expect(first).toMatchObject({
      state: 'proposed',
      step: null,
      done: 0,
      of: 8,
      proposal: { id: sendId, kind: 'seal', by: 'M01', byName: '王敏', agreedBy: null, isMine: true, mayAgree: false },
    })
    const before = stored(today.cloud)
    expect(await today.administrator.does('round', 'seal', send(sendId))).toEqual(first)
    expect(stored(today.cloud)).toEqual(before)
    expect(await today.secondAdministrator.asks('round', 'seal', send())).toMatchObject({
      error: { code: 'alreadyProposed', details: { byName: '王敏' } },
    })
    expect(linesOf(today, 'seal')).toEqual([
      expect.objectContaining({ memberId: 'M01', after: { proposed: 'seal', hash: first.proposal!.hash } }),
    ])
  })

  test('withdrawn by its proposer alone; withdrawing again is harmless', async () => {
    const proposalId = roundOf(today).proposals[0]!.id
    const withdraw = { roundId: today.roundId, proposalId }
    for (const who of allBut('administrator', 'secondAdministrator'))
      expect(await codeOf(today, who, 'round', 'withdraw', withdraw)).toBe('notAllowed')
    expect(await codeOf(today, 'secondAdministrator', 'round', 'withdraw', withdraw)).toBe('notFound')
    expect(roundOf(today).proposals).toHaveLength(1)

    expect(await today.administrator.does('round', 'withdraw', withdraw)).toEqual({ withdrawn: true })
    expect(await today.administrator.does('round', 'withdraw', withdraw)).toEqual({ withdrawn: true })
    expect(roundOf(today).proposals).toEqual([])
    expect(linesOf(today, 'withdraw')).toEqual([expect.objectContaining({ memberId: 'M01', before: { proposalId } })])
    expect(await codeOf(today, 'secondAdministrator', 'round', 'agree', withdraw)).toBe('notFound')
  })

  test('what changed since cannot be agreed to; a new proposal takes the old one’s place', async () => {
    const { proposal: old } = await today.administrator.does('round', 'seal', send())
    const confirmed = today.dump('deductions').find(({ state }) => state === 'confirmed')!
    await change(today.cloud, 'deductions', String(confirmed._id), { revision: 2 })
    const agree = { roundId: today.roundId, proposalId: old!.id }
    expect(await codeOf(today, 'secondAdministrator', 'round', 'agree', agree)).toBe('changed')

    const { proposal } = await today.secondAdministrator.does('round', 'seal', send())
    expect(roundOf(today).proposals.map(({ id }) => id)).toEqual([proposal!.id])
  })

  test.each(allBut('administrator', 'secondAdministrator', 'inspector'))('%s may not agree', async (who) => {
    const agree = { roundId: today.roundId, proposalId: roundOf(today).proposals[0]!.id }
    expect(await codeOf(today, who, 'round', 'agree', agree)).toBe('notAllowed')
  })

  test('its proposer may not agree, and nobody before the minute is over', async () => {
    const agree = { roundId: today.roundId, proposalId: roundOf(today).proposals[0]!.id }
    expect(await codeOf(today, 'secondAdministrator', 'round', 'agree', agree)).toBe('samePerson')
    await setRound({ closedAt: Date.now() })
    expect(await codeOf(today, 'administrator', 'round', 'agree', agree)).toBe('tooEarly')
    await setRound({ closedAt: Date.now() - 61_000 })
    expect(roundOf(today).state).toBe('closed')
  })

  test('two agree at once: one is the second person, and one job begins', async () => {
    const agree = { roundId: today.roundId, proposalId: roundOf(today).proposals[0]!.id }
    const people = [today.administrator, today.inspector('I01')]
    const answers = await Promise.all(people.map((person) => person.asks('round', 'agree', agree)))
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1)
    expect(answers.find(({ ok }) => !ok)).toMatchObject({ error: { code: 'wrongState' } })

    const { state, sealing, sealings, proposals } = roundOf(today)
    expect({ state, sealings, step: sealing!.step }).toEqual({ state: 'sealing', sealings: 1, step: 'freeze' })
    expect(proposals[0]!.agreedBy).toBe(sealing!.agreedBy)
    expect(linesOf(today, 'agree')).toEqual([expect.objectContaining({ memberId: sealing!.agreedBy })])

    const second = sealing!.agreedBy === 'I01' ? today.inspector('I01') : today.administrator
    const before = stored(today.cloud)
    expect(await second.does('round', 'agree', agree)).toMatchObject({ round: { state: 'sealing' } })
    expect(stored(today.cloud)).toEqual(before)
  })
})

describe('the sealing job', () => {
  beforeAll(async () => {
    today = await day({ state: 'closed' })
    // The sample's own day, so that not only the ranking but the digest of the sealed file is the published one.
    await setRound({ day: sample.date })
    await today.cloud.seed('voices', voices)
    await today.cloud.seed('audits', linesOfTheDay)
    await today.cloud.seed('cards', [{ _id: 'c'.repeat(64), roundId: today.roundId, villageId: 'V01', used: false }])
    await agreedToSeal(today)
  })
  afterAll(() => today.stop())

  const linesOfTheDay = Array.from({ length: 3 }, (_, n) => ({
    _id: `2024-2:a-line-of-the-day-${n}`,
    roundId: '2024-2',
    memberId: 'I01',
    action: 'submit',
    on: '2024-2:I01:V01',
    before: null,
    after: { items: n },
    reason: '',
    at: Date.now() - 3_600_000,
  }))
  const voices = Array.from({ length: 23 }, (_, n) => ({
    _id: `voice-${String(n).padStart(2, '0')}`,
    roundId: '2024-2',
    villageId: 'V01',
    text: `第 ${n} 句`,
    state: 'unchecked',
  }))

  test.each(allBut('administrator', 'secondAdministrator', 'inspector'))('%s may not drive it', async (who) => {
    expect(await codeOf(today, who, 'round', 'seal', send())).toBe('notAllowed')
  })

  test('nobody sees a ranking before it is sealed', async () => {
    for (const who of ['administrator', 'leader', 'inspector'] as const)
      for (const action of ['board', 'exportAudit'])
        expect(
          await codeOf(today, who, 'ranking', action, {
            roundId: today.roundId,
            ...(action === 'exportAudit' ? { sendId: newId(), reason: '审计', proposalId: null } : {}),
          }),
        ).toMatch(/wrongState|notAllowed/)
    for (const who of ['administrator', 'leader', 'inspector'] as const) {
      const progress = await drivenProgress(who)
      expect(JSON.stringify(progress)).not.toMatch(/rank|total|mean|score/)
    }
  })

  async function drivenProgress(who: 'administrator' | 'leader' | 'inspector') {
    const person = who === 'inspector' ? today.inspector('I01') : today[who]
    return person.does('ranking', 'progressOfDay', { roundId: today.roundId })
  }

  test.each(['freeze', 'compute', 'draw', 'write', 'readBack', 'delete', 'shuffle'] as const)(
    '%s: its answer lost, or the caller killed before the job moved on, the next call goes on from there',
    async (step) => {
      expect(roundOf(today).sealing!.step).toBe(step)
      const cards = stored(today.cloud).scorecards
      // Freezing writes to the round before its work, too: where the edition is to lie.
      const moves = { on: 'database.modifyDocument', collection: 'rounds', after: step === 'freeze' ? 1 : 0 }
      // Killed after the work: the job has not moved.
      today.cloud.faults.inject({ ...moves, what: 'conflict', times: 20 })
      expect(await today.administrator.asks('round', 'seal', send())).toMatchObject({ error: { code: 'tryAgain' } })
      today.cloud.faults.clear()
      expect(roundOf(today).sealing!.step).toBe(step)

      // The work done again, moved, and the answer lost.
      // That write stands already, and is not made again.
      today.cloud.faults.inject({ ...moves, after: 0, what: 'drop' })
      expect(await today.inspector('I01').asks('round', 'seal', send())).toMatchObject({ error: { code: 'tryAgain' } })
      expect(roundOf(today).sealing!.step).not.toBe(step)
      expect(stored(today.cloud).scorecards).toEqual(cards)
    },
  )

  test('while it runs the day’s counts stay as they were', async () => {
    const { stops } = await today.administrator.does('ranking', 'progressOfDay', { roundId: today.roundId })
    expect(stops.find(({ village }) => village.id === 'V08')).toMatchObject({ responses: 130, quotaReached: true })
  })

  test('done: sealed, and whoever calls after that hears the same; one line says so', async () => {
    const done = { state: 'sealed', step: 'done', done: 8, of: 8, proposal: null }
    expect(await drive(today)).toEqual(done)
    expect(await drive(today, today.inspector('I02'))).toEqual(done)
    const { state, sealing, snapshotId } = roundOf(today)
    expect({ state, sealing, snapshotId }).toEqual({ state: 'sealed', sealing: null, snapshotId: '2024-2:1' })
    expect(linesOf(today, 'seal').filter(({ after }) => after === 'sealed')).toHaveLength(1)
  })

  test('the ranking is the published one, unit for unit, and so is the digest', () => {
    const { result, digest, sealedBy, agreedBy } = snapshotOf(today)
    expect(result).toEqual(published)
    expect(digest).toBe(published.digest)
    expect({ sealedBy, agreedBy }).toEqual({ sealedBy: 'M01', agreedBy: 'M02' })
  })

  test('the snapshot stands for the audit’s lines of the day, and not for those of the last minute', () => {
    const { audits, sealedAt } = snapshotOf(today)
    expect(audits).toEqual({ until: sealedAt - 60_000, count: 3, head: expect.stringMatching(/^sha256:[0-9a-f]{64}$/) })
    const lines = today.dump('audits') as unknown as AuditDoc[]
    expect(lines.length).toBeGreaterThan(3)
    expect(isSameAudit(lines, audits!)).toBe(true)
    const cut = lines.filter(({ _id }) => _id !== linesOfTheDay[0]!._id)
    expect(isSameAudit(cut, audits!)).toBe(false)
  })

  test('what could link a person to an answer is gone: no secret, ballot, answer, card code or burst', () => {
    const { secrets, ballots, answers, cards, bursts } = stored(today.cloud)
    expect({ secrets, ballots, answers, cards, bursts }).toEqual({
      secrets: [],
      ballots: [],
      answers: [],
      cards: [],
      bursts: [],
    })
  })

  test('voices are all there, under new ids and in another order; the key is gone', () => {
    const rewritten = today.dump('voices') as unknown as VoiceDoc[]
    expect(rewritten.map(({ text }) => text).sort()).toEqual(voices.map(({ text }) => text).sort())
    expect(rewritten.map(({ text }) => text)).not.toEqual(voices.map(({ text }) => text))
    expect(rewritten.filter(({ _id }) => _id.startsWith('voice'))).toEqual([])
    expect(JSON.stringify(stored(today.cloud))).not.toContain('shuffleKey')
  })
})

describe('several callers', () => {
  beforeAll(async () => {
    today = await day({ state: 'closed' })
    await setRound({ day: sample.date })
    await agreedToSeal(today)
  })
  afterAll(() => today.stop())

  test('three drive at once, all the way: the ranking is the published one', async () => {
    const drivers = [today.administrator, today.secondAdministrator, today.inspector('I03')]
    for (let calls = 0; calls < 10 && roundOf(today).state !== 'sealed'; calls++)
      await Promise.all(drivers.map((person) => person.does('round', 'seal', send())))
    expect(roundOf(today).state).toBe('sealed')
    expect(snapshotOf(today).result).toEqual(published)
    expect(linesOf(today, 'seal').filter(({ after }) => after === 'sealed')).toHaveLength(1)
  })
})

describe('more ballots than one call removes', () => {
  const BALLOTS = 21_000
  beforeAll(async () => {
    today = await day({ state: 'closed' })
    await setRound({ day: sample.date })
    await agreedToSeal(today)
    const before = today.dump('ballots').length
    const ids = Array.from({ length: BALLOTS - before }, (_, n) => `${String(n).padStart(8, '0')}${'f'.repeat(56)}`)
    today.cloud.seed(
      'ballots',
      ids.map((_id) => ({ _id })),
    )
    while (roundOf(today).sealing!.step !== 'delete') await today.administrator.does('round', 'seal', send())
  })
  afterAll(() => today.stop())

  test('the step is taken again, each call with few requests; one that is cut off goes on; in the end nothing is left', async () => {
    const calls = async () => today.cloud.requests.during(() => today.administrator.does('round', 'seal', send()))
    expect(await calls()).toBeLessThan(100)
    expect(roundOf(today).sealing).toMatchObject({ step: 'delete', digest: published.digest })
    expect(today.dump('ballots')).toHaveLength(BALLOTS - 20_000)
    // The secret goes first: without it what is left is noise. The answers wait.
    expect(today.dump('secrets')).toEqual([])
    expect(today.dump('answers').length).toBeGreaterThan(0)

    today.cloud.faults.inject({ on: 'database.removeDocument', collection: 'answers', what: 'drop' })
    expect(await today.administrator.asks('round', 'seal', send())).toMatchObject({ error: { code: 'tryAgain' } })
    expect(roundOf(today).sealing!.step).toBe('delete')
    await driveToTheEnd(today)
    const { ballots, answers, cards, bursts } = stored(today.cloud)
    expect({ ballots, answers, cards, bursts }).toEqual({ ballots: [], answers: [], cards: [], bursts: [] })
    expect(snapshotOf(today).result).toEqual(published)
  })
})

describe('what cannot be sealed leads back to `closed`, and nothing is lost', () => {
  beforeEach(async () => {
    today = await day({ state: 'closed', file: fewAnswers() })
  })
  afterEach(() => today.stop())

  test('a card that is not as the scheme says: refused at `compute`, mended, proposed again, sealed', async () => {
    const id = `${today.roundId}:I01:V01`
    const card = today.dump('scorecards').find(({ _id }) => _id === id) as unknown as {
      submitted: { marks: Record<string, number> }
    }
    await change(today.cloud, 'scorecards', id, {
      submitted: { ...card.submitted, marks: { ...card.submitted.marks, C01: 4.7 } },
    })
    await agreedToSeal(today)
    await drive(today)
    const answers = stored(today.cloud).answers
    expect(await today.administrator.asks('round', 'seal', send())).toMatchObject({
      error: { code: 'sealingFailed', details: { step: 'compute', problem: expect.stringContaining('C01') } },
    })
    // Whoever drove it on beside them proposes nothing by looking.
    expect(await today.secondAdministrator.does('round', 'seal', { ...send(), drive: true })).toMatchObject({
      state: 'closed',
      proposal: null,
    })
    expect(roundOf(today)).toMatchObject({ state: 'closed', sealing: null, proposals: [] })
    expect(stored(today.cloud).answers).toEqual(answers)
    expect(stored(today.cloud).snapshots).toEqual([])
    expect(linesOf(today, 'seal')).toContainEqual(
      expect.objectContaining({
        on: '2024-2:1',
        before: { sealing: 'compute' },
        after: expect.objectContaining({ state: 'closed' }),
      }),
    )

    await change(today.cloud, 'scorecards', id, { submitted: card.submitted })
    await agreedToSeal(today)
    await driveToTheEnd(today)
    expect(roundOf(today)).toMatchObject({ state: 'sealed', snapshotId: '2024-2:2' })
    expect(snapshotOf(today).result.ranking).toEqual(roundResult(today.file).ranking)
  })

  test('something changed after the second person agreed: refused at `freeze`', async () => {
    await agreedToSeal(today)
    const [measurement] = today.dump('measurements')
    await change(today.cloud, 'measurements', String(measurement!._id), { value: 99 })
    expect(await today.administrator.asks('round', 'seal', send())).toMatchObject({
      error: { code: 'sealingFailed', details: { step: 'freeze' } },
    })
    expect(roundOf(today).state).toBe('closed')
  })

  test('a response that is not as the scheme says is refused without a word of it', async () => {
    const answer = today.dump('answers')[0] as unknown as AnswerDoc
    await change(today.cloud, 'answers', answer._id, { answers: { Q01: 77 } })
    await agreedToSeal(today)
    await drive(today)
    const refused = await today.administrator.asks('round', 'seal', send())
    expect(refused).toMatchObject({ error: { code: 'sealingFailed', details: { step: 'compute' } } })
    expect(JSON.stringify(refused)).not.toMatch(/77|Q01|responses\[/)
  })

  test('the frozen file is gone: refused at `compute`, for no later call would find it', async () => {
    await agreedToSeal(today)
    await drive(today)
    await today.cloud.sdk().deleteFile({ fileList: [roundOf(today).sealing!.audit!.fileId] })
    const { answers } = stored(today.cloud)
    expect(await today.administrator.asks('round', 'seal', send())).toMatchObject({
      error: { code: 'sealingFailed', details: { step: 'compute' } },
    })
    expect(roundOf(today)).toMatchObject({ state: 'closed', sealing: null })
    expect(stored(today.cloud).answers).toEqual(answers)
    await agreedToSeal(today)
    await driveToTheEnd(today)
    expect(snapshotOf(today).result.ranking).toEqual(roundResult(today.file).ranking)
  })

  test('killed while it puts back, whoever looks next puts back the rest; one line says that it failed', async () => {
    await agreedToSeal(today)
    while (roundOf(today).sealing!.step !== 'readBack') await drive(today)
    const { fileId } = snapshotsOf(today)[0]!.files.public!
    await today.cloud.sdk().deleteFile({ fileList: [fileId] })
    const { answers } = stored(today.cloud)
    today.cloud.faults.inject({ on: 'database.removeDocument', collection: 'snapshots', what: 'conflict' })
    expect(await today.administrator.asks('round', 'seal', send())).toMatchObject({ error: { code: 'tryAgain' } })
    expect(roundOf(today)).toMatchObject({ state: 'sealing', sealing: { step: 'readBack', failed: { by: 'M01' } } })

    expect(await today.inspector('I01').does('round', 'seal', { ...send(), drive: true })).toMatchObject({
      state: 'closed',
    })
    expect(roundOf(today)).toMatchObject({ state: 'closed', sealing: null, proposals: [] })
    expect(stored(today.cloud)).toMatchObject({ answers, snapshots: [] })
    expect(linesOf(today, 'seal').filter(({ _id }) => _id.includes('sealingFailed'))).toEqual([
      expect.objectContaining({ memberId: 'M01', before: { sealing: 'readBack' } }),
    ])
    await agreedToSeal(today)
    await driveToTheEnd(today)
    expect(snapshotOf(today).result.ranking).toEqual(roundResult(today.file).ranking)
  })

  test('the file read back is another: refused at `readBack`, before anything is deleted', async () => {
    await agreedToSeal(today)
    while (roundOf(today).sealing!.step !== 'readBack') await drive(today)
    await change(today.cloud, 'snapshots', '2024-2:1', { 'result.ranking.0.total': 1 })
    const before = stored(today.cloud)
    expect(await today.administrator.asks('round', 'seal', send())).toMatchObject({
      error: { code: 'sealingFailed', details: { step: 'readBack' } },
    })
    const { answers, ballots, secrets, snapshots } = stored(today.cloud)
    expect({ answers, ballots, secrets }).toEqual({
      answers: before.answers,
      ballots: before.ballots,
      secrets: before.secrets,
    })
    expect(snapshots).toEqual([])
    expect((stored(today.cloud).rounds as RoundDoc[])[0]!.state).toBe('closed')
  })
})

describe('a rehearsal beside the real round', () => {
  beforeAll(async () => {
    today = await day({ state: 'running' })
  })
  afterAll(() => today.stop())

  test('sealed, it leaves the real survey alone: its gate, its answers, and the ballots, which name no round', async () => {
    const file = readSample<AuditEdition>('round-1.json')
    const rehearsal = { ...file, id: 'rehearsal-1', number: 3, rehearsal: true }
    await seedAll(today.cloud, storedRound(rehearsal, { day: sample.date, state: 'closed', now: Date.now() }))
    const before = stored(today.cloud)
    await seal(today.cloud, rehearsal.id)

    const after = stored(today.cloud)
    expect(after.ballots).toEqual(before.ballots)
    expect(after.secrets).toEqual(before.secrets!.filter((gate) => (gate as { _id: string })._id === today.roundId))
    expect(after.answers).toHaveLength(today.file.responses.length)
    expect((after.snapshots as SnapshotDoc[])[0]!.previous).toBeNull()
  })
})

describe('a whole small survey', () => {
  beforeAll(async () => {
    today = await day({ state: 'running' })
  })
  afterAll(() => today.stop())

  test('after sealing no account without a role stands anywhere, and no secret', async () => {
    const villagers = Array.from({ length: 6 }, (_, n) => today.villager(n))
    const { secret } = today.dump('secrets')[0] as unknown as { secret: string }
    for (const [n, villager] of villagers.entries()) {
      await villager.does('survey', 'answer', filledFor(today, { key: String(n).padStart(32, '0') }))
    }
    expect(today.dump('answers')).toHaveLength(today.file.responses.length + 6)
    await today.administrator.does('round', 'close', send())
    await setRound({ closedAt: Date.now() - 61_000 })
    await agreedToSeal(today)
    await driveToTheEnd(today)

    const everything = JSON.stringify(stored(today.cloud))
    expect(everything).toContain(openidOf('M01'))
    expect(villagers.filter(({ openid }) => everything.includes(openid))).toEqual([])
    expect(everything).not.toContain(secret)
    expect(snapshotOf(today).result.ranking.find(({ villageId }) => villageId === 'V01')!.survey.received).toBe(175 + 6)
  })
})
