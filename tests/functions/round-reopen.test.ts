import type { SnapshotDoc } from '../../cloudfunctions/common/documents'
import { readRoundText } from '../../src/domain/read-round-file'
import { roundResult } from '../../src/domain/result'
import type { AuditEdition, PublicEdition } from '../../src/domain/round-file'
import { newId } from '../vocabulary/cards'
import { type Day, day, type Person } from '../vocabulary/day'
import { allBut, codeOf } from '../vocabulary/everyone'
import { fewAnswers } from '../vocabulary/few-answers'
import {
  agreedToSeal,
  announced,
  drive,
  driveToTheEnd,
  linesOf,
  roundOf,
  sealed,
  snapshotOf,
} from '../vocabulary/rounds'
import { change, stored } from '../vocabulary/stored'

let today: Day
const reason = '云溪村的联户覆盖率录错了，已对过报表。'
const propose = (more: object = {}) => ({ roundId: today.roundId, sendId: newId(), reason, ...more })
const agree = (proposalId: string) => ({ roundId: today.roundId, proposalId })
const setRound = (data: object) => change(today.cloud, 'rounds', today.roundId, data)
const snapshots = () => today.dump('snapshots') as unknown as SnapshotDoc[]
const codes = async (who: Person, proposalId: string) => {
  const answer = await who.asks('round', 'agree', agree(proposalId))
  return answer.ok ? 'ok' : answer.error.code
}

async function reopened(): Promise<string> {
  const { proposal } = await today.administrator.does('round', 'reopen', propose())
  await today.secondAdministrator.does('round', 'agree', agree(proposal.id))
  return proposal.id
}

async function corrects(value: number): Promise<void> {
  const correction = { kind: 'measurement', villageId: 'V01', indicatorId: 'C03', value } as const
  const send = { roundId: today.roundId, sendId: newId(), correction, reason }
  const { proposal } = await today.administrator.does('round', 'correct', send)
  await today.secondAdministrator.does('round', 'agree', agree(proposal.id))
}

async function fileOf(fileId: string): Promise<AuditEdition | PublicEdition> {
  const { fileContent } = await today.cloud.sdk().downloadFile({ fileID: fileId })
  const read = readRoundText(Buffer.from(fileContent as Buffer).toString('utf8'))
  if (!('round' in read)) throw new Error('a sealed file is refused')
  return read.round
}

describe('round.reopen: proposed and agreed to', () => {
  beforeAll(async () => {
    today = await day({ state: 'closed', file: fewAnswers() })
    await sealed(today)
  })
  afterAll(() => today.stop())

  test('not without a reason; not beside another real round that is under way, a rehearsal does not matter', async () => {
    expect(await codeOf(today, 'administrator', 'round', 'reopen', propose({ reason: '' }))).toBe('invalid')
    const { _id, ...other } = roundOf(today)
    const beside = { ...other, _id: '2025-1', number: 3, state: 'ready', rehearsal: true, revision: 1 }
    today.cloud.seed('rounds', [beside as never])
    expect(await codeOf(today, 'administrator', 'round', 'reopen', propose())).toBe('ok')
    await today.administrator.does(
      'round',
      'withdraw',
      agree(roundOf(today).proposals.find(({ kind }) => kind === 'reopen')!.id),
    )
    await change(today.cloud, 'rounds', '2025-1', { rehearsal: false })
    expect(await codeOf(today, 'administrator', 'round', 'reopen', propose())).toBe('otherRound')
    await change(today.cloud, 'rounds', '2025-1', { state: 'draft' })
  })

  test('proposed once; the same send again is the same; two at once: one stands; the round stays sealed', async () => {
    const send = propose()
    const both = await Promise.all([
      codeOf(today, 'administrator', 'round', 'reopen', send),
      codeOf(today, 'secondAdministrator', 'round', 'reopen', propose()),
    ])
    expect(both.sort()).toEqual(['alreadyProposed', 'ok'])
    const waiting = roundOf(today).proposals.filter(({ kind }) => kind === 'reopen')
    expect(waiting).toHaveLength(1)
    expect(roundOf(today)).toMatchObject({ state: 'sealed', snapshotId: '2024-2:1' })
    expect(linesOf(today, 'reopen')).toContainEqual(
      expect.objectContaining({ reason, before: 'sealed', after: { proposed: 'reopen', of: '2024-2:1' } }),
    )
  })

  test('agreed to by nobody but another administrator or the panel, recused or not', async () => {
    const { id, by } = roundOf(today).proposals.find(({ kind }) => kind === 'reopen')!
    const [proposer, other] =
      by === 'M01' ? [today.administrator, today.secondAdministrator] : [today.secondAdministrator, today.administrator]
    expect(await codes(proposer, id)).toBe('samePerson')
    for (const who of [today.leader, today.districtLeader, today.officer, today.reader, today.villager(1)])
      expect(await codes(who, id)).toBe('notAllowed')
    expect(roundOf(today).state).toBe('sealed')
    const both = await Promise.all([other, today.inspector('I02')].map((who) => codes(who, id)))
    expect(both.filter((code) => code === 'ok')).toHaveLength(1)
    expect(roundOf(today)).toMatchObject({ state: 'closed', snapshotId: null, corrections: 1 })
    expect(
      linesOf(today, 'agree').filter(({ after }) => (after as { agreed: string }).agreed === 'reopen'),
    ).toHaveLength(1)
  })

  test('agreed again, its answer lost: nothing changes', async () => {
    const { id, agreedBy } = roundOf(today).proposals.find(({ kind }) => kind === 'reopen')!
    const person =
      agreedBy === 'I02' ? today.inspector('I02') : agreedBy === 'M01' ? today.administrator : today.secondAdministrator
    const before = stored(today.cloud)
    expect(await codes(person, id)).toBe('ok')
    expect(stored(today.cloud)).toEqual(before)
  })
})

describe('reopened: no score to anybody, and the survey stays closed', () => {
  beforeAll(async () => {
    today = await day({ state: 'closed', file: fewAnswers() })
    await announced(today)
    await reopened()
  })
  afterAll(() => today.stop())

  test('board, village, exports and the public page are shut until it is sealed again', async () => {
    const asked = { roundId: today.roundId }
    for (const who of ['administrator', 'leader', 'inspector', 'officer'] as const) {
      expect(await codeOf(today, who, 'ranking', 'board', asked)).toBe('wrongState')
      expect(await codeOf(today, who, 'ranking', 'village', { ...asked, villageId: 'V01' })).toBe('wrongState')
    }
    expect(await codeOf(today, 'villager', 'ranking', 'exportPublic', asked)).toBe('wrongState')
    expect(await codeOf(today, 'villager', 'survey', 'publicPage', { villageId: 'V01' })).toBe('notFound')
  })

  test.each(['snapshots', 'formerBoard'])(
    '%s: by administrators alone, and not before it is sealed again',
    async (action) => {
      const asked = { roundId: today.roundId, ...(action === 'formerBoard' && { n: 1 }) }
      for (const who of allBut('administrator', 'secondAdministrator'))
        expect(await codeOf(today, who, 'ranking', action, asked)).toBe('notAllowed')
      expect(await codeOf(today, 'administrator', 'ranking', action, asked)).toBe('wrongState')
      for (const state of ['draft', 'ready', 'running', 'sealing']) {
        await setRound({ state })
        expect(await codeOf(today, 'administrator', 'ranking', action, asked)).toBe('wrongState')
      }
      await setRound({ state: 'sealed' })
      expect(await codeOf(today, 'administrator', 'ranking', action, asked)).toBe('ok')
      await setRound({ state: 'closed' })
    },
  )

  test('nobody answers again, and the day’s counts are those that were sealed', async () => {
    const answer = {
      roundId: today.roundId,
      villageId: 'V01',
      key: '0'.repeat(32),
      scene: 1047,
      answers: {},
      seconds: 60,
      adult: true,
    }
    expect(await codeOf(today, 'villager', 'survey', 'answer', answer)).not.toBe('ok')
    const { stops } = await today.administrator.does('ranking', 'progressOfDay', { roundId: today.roundId })
    const received = (villageId: string) => today.file.responses.filter((one) => one.villageId === villageId).length
    const inFives = today.file.stops.map(({ villageId }) => Math.floor(received(villageId) / 5) * 5)
    expect(stops.map(({ responses }) => responses)).toEqual(inFives)
    expect(stops.every(({ quotaReached }) => quotaReached)).toBe(true)
  })

  test('the survey’s warnings as they were, without a figure', async () => {
    const { warnings } = await today.administrator.does('ranking', 'warnings', { roundId: today.roundId })
    expect(warnings.map(({ code, villageId }) => [code, villageId])).toEqual(
      snapshots()[0]!.warnings!.map(({ code, villageId }) => [code, villageId]),
    )
    for (const { text } of warnings) expect(text).not.toMatch(/\d/)
  })

  test('a send of the first announcement that wandered about does not announce the second sealing', async () => {
    const { sendId } = roundOf(today).moved!
    await agreedToSeal(today)
    await driveToTheEnd(today)
    expect(await codeOf(today, 'administrator', 'round', 'announce', { roundId: today.roundId, sendId })).toBe(
      'wrongState',
    )
    expect(roundOf(today).state).toBe('sealed')
    expect(await codeOf(today, 'administrator', 'round', 'announce', propose({ reason: undefined }))).toBe('ok')
  })
})

describe('sealed again', () => {
  beforeEach(async () => {
    today = await day({ state: 'closed', file: fewAnswers() })
    await sealed(today)
  })
  afterEach(() => today.stop())

  test('nothing changed: the same digest, another snapshot, marked as a correction', async () => {
    const first = snapshotOf(today)
    await reopened()
    await agreedToSeal(today)
    await driveToTheEnd(today)
    const second = snapshotOf(today)
    expect([first._id, second._id]).toEqual(['2024-2:1', '2024-2:2'])
    expect(second.digest).toBe(first.digest)
    expect(second.result).toEqual(first.result)
    expect(first.correction ?? null).toBeNull()
    expect(second.correction).toEqual({ n: 1, of: '2024-2:1', reason })
  })

  test('a correction moves it; both snapshots stay, and both files come to their own digests', async () => {
    const before = snapshotOf(today)
    await reopened()
    await corrects(30)
    await agreedToSeal(today)
    await driveToTheEnd(today)
    const after = snapshotOf(today)
    const of = (snapshot: SnapshotDoc) => snapshot.result.ranking.find(({ villageId }) => villageId === 'V01')!
    expect(of(after).common).toBeLessThan(of(before).common!)
    expect(of(after).survey).toEqual(of(before).survey)
    expect(snapshots().map(({ _id }) => _id)).toEqual(['2024-2:1', '2024-2:2'])
    expect(snapshots()[0]).toEqual(before)
    const { snapshots: heads } = await today.administrator.does('ranking', 'snapshots', { roundId: today.roundId })
    expect(heads.map(({ n, digest, isCurrent, correction }) => [n, digest, isCurrent, correction])).toEqual([
      [1, before.digest, false, null],
      [2, after.digest, true, { n: 1, reason }],
    ])
    const boardOf = (n: number) => today.administrator.does('ranking', 'formerBoard', { roundId: today.roundId, n })
    expect((await boardOf(1)).rows.map(({ total }) => total)).toEqual(before.result.ranking.map(({ total }) => total))
    expect(await boardOf(2)).toEqual(await today.administrator.does('ranking', 'board', { roundId: today.roundId }))
    expect(await codeOf(today, 'administrator', 'ranking', 'formerBoard', { roundId: today.roundId, n: 3 })).toBe(
      'notFound',
    )
    for (const { digest, files } of snapshots()) {
      expect(roundResult(await fileOf(files.audit.fileId)).digest).toBe(digest)
      const open = await fileOf(files.public!.fileId)
      expect(roundResult(open).digest).toBe(files.public!.digest)
      expect((open as PublicEdition).auditDigest).toBe(digest)
    }
  })

  test('responses restored since count; the others are those that were sealed', async () => {
    const before = snapshotOf(today)
    await reopened()
    const villageId = before.warnings!.find(({ code }) => code === 'excluded')!.villageId
    const excludedFor = (before.warnings!.find((one) => one.code === 'excluded') as { excludedFor: 'channel' })
      .excludedFor
    const send = { roundId: today.roundId, villageId, sendId: newId(), excludedFor, reason }
    const { proposal } = await today.administrator.does('round', 'restore', send)
    await today.secondAdministrator.does('round', 'agree', agree(proposal.id))
    await agreedToSeal(today)
    await driveToTheEnd(today)
    const survey = (snapshot: SnapshotDoc, id: string) =>
      snapshot.result.ranking.find((row) => row.villageId === id)!.survey
    const [was, is] = [survey(before, villageId), survey(snapshotOf(today), villageId)]
    expect(is.received).toBe(was.received)
    expect(is.excluded).toBeLessThan(was.excluded)
    for (const { id } of today.file.villages)
      if (id !== villageId) expect(survey(snapshotOf(today), id)).toEqual(survey(before, id))
  })

  test('sealing that fails leads back to `closed`, with the former snapshot untouched', async () => {
    const before = snapshotOf(today)
    await reopened()
    await agreedToSeal(today)
    const [measurement] = today.dump('measurements')
    await change(today.cloud, 'measurements', String(measurement!._id), { value: 99 })
    expect(await today.administrator.asks('round', 'seal', propose({ reason: undefined }))).toMatchObject({
      error: { code: 'sealingFailed', details: { step: 'freeze' } },
    })
    expect(roundOf(today)).toMatchObject({ state: 'closed', sealing: null, reopened: { snapshotId: '2024-2:1' } })
    expect(snapshots()).toEqual([before])
    expect(roundResult(await fileOf(before.files.audit.fileId)).digest).toBe(before.digest)
    await agreedToSeal(today)
    await driveToTheEnd(today)
    expect(roundOf(today).snapshotId).toBe('2024-2:3')
  })

  test.each(['freeze', 'compute', 'draw', 'write', 'readBack', 'delete', 'shuffle'] as const)(
    'killed at %s the second time, the next call goes on',
    async (step) => {
      const before = snapshotOf(today)
      await reopened()
      await agreedToSeal(today)
      while (roundOf(today).sealing!.step !== step) await drive(today)
      today.cloud.faults.inject({ on: 'database.modifyDocument', collection: 'rounds', what: 'conflict', times: 20 })
      expect(await codeOf(today, 'administrator', 'round', 'seal', propose({ reason: undefined }))).toBe('tryAgain')
      today.cloud.faults.clear()
      await driveToTheEnd(today)
      expect(snapshotOf(today).digest).toBe(before.digest)
    },
  )

  test('reopened twice: two corrections, three snapshots', async () => {
    for (let times = 0; times < 2; times++) {
      await reopened()
      await corrects(30 + times)
      await agreedToSeal(today)
      await driveToTheEnd(today)
    }
    expect(snapshots().map(({ correction }) => correction?.n ?? 0)).toEqual([0, 1, 2])
    expect(snapshots()[2]!.correction!.of).toBe('2024-2:2')
    expect(roundOf(today).corrections).toBe(2)
  })

  test('its ballots went when it was first sealed: those of a survey since are left alone', async () => {
    await reopened()
    today.cloud.seed('ballots', [{ _id: 'f'.repeat(64) }])
    await agreedToSeal(today)
    await driveToTheEnd(today)
    expect(today.dump('ballots')).toHaveLength(1)
  })

  test('what was proposed about the former ranking ends with it: nobody fetches its audit edition by an old agreement', async () => {
    const { proposal } = await today.administrator.does(
      'ranking',
      'exportAudit',
      propose({ proposalId: null }) as never,
    )
    await today.secondAdministrator.does('round', 'agree', agree(proposal.id))
    await reopened()
    expect(roundOf(today).proposals.map(({ kind }) => kind)).toEqual(['reopen'])
  })

  test('a sealed file that cannot be read any more, or comes to another digest: it stays sealed', async () => {
    const { proposal } = await today.administrator.does('round', 'reopen', propose())
    await change(today.cloud, 'snapshots', '2024-2:1', { digest: `sha256:${'0'.repeat(64)}` })
    expect(await codes(today.secondAdministrator, proposal.id)).toBe('sealedFileLost')
    await today.cloud.sdk().deleteFile({ fileList: [snapshotOf(today).files.audit.fileId] })
    expect(await codes(today.secondAdministrator, proposal.id)).toBe('sealedFileLost')
    expect(roundOf(today).state).toBe('sealed')
  })

  test('requests, the audit’s line included: proposing six, agreeing eleven and some of storage', async () => {
    const send = propose()
    const cost = await today.cloud.requests.during(() => today.administrator.does('round', 'reopen', send))
    const agreeing = await today.cloud.requests.during(() =>
      today.secondAdministrator.does('round', 'agree', agree(send.sendId)),
    )
    expect([cost, agreeing]).toEqual([6, 11])
  })
})
