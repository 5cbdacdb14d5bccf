import type { AuditDoc, MemberDoc, ProgrammeDoc } from '../../cloudfunctions/common/documents'
import type { Answer } from '../../src/contract/errors'
import { administrator, openidOf, secondAdministrator } from '../../tools/seed/people'
import { newId } from '../vocabulary/cards'
import { type Day, day, type Person } from '../vocabulary/day'
import { stored } from '../vocabulary/stored'

let today: Day
beforeEach(async () => {
  today = await day({ state: 'running', empty: true })
})
afterEach(() => today.stop())

const suMei = {
  memberId: 'P01',
  name: '苏梅',
  roles: [{ role: 'officer' as const, scope: 'V01' }],
  districtId: 'D-WEST',
}
const save = (change: object = {}, by: Person = today.administrator) =>
  by.asks('member', 'saveMember', { ...suMei, revision: null, sendId: newId(), ...change })
const revoke = (memberId: string, by: Person = today.administrator, sendId = newId()) =>
  by.asks('member', 'revoke', { memberId, sendId })
const refusal = (answer: Answer) => (answer.ok ? 'ok' : answer.error.code)
const listed = async (memberId: string) =>
  (await today.administrator.does('member', 'members', {})).members.find((one) => one.memberId === memberId)
const linesOf = (action: string) =>
  (today.dump('audits') as unknown as AuditDoc[]).filter((line) => line.action === action)
const boundAdministrators = () =>
  (today.dump('members') as unknown as MemberDoc[]).filter(
    ({ roles, boundAt, revoked }) => boundAt !== null && !revoked && roles.some(({ role }) => role === 'administrator'),
  )
const guarded = () => (today.dump('programme')[0] as unknown as ProgrammeDoc).administrators

describe('member.members: everybody by name, with scopes in words', () => {
  test('the sample’s people; no account leaves', async () => {
    const answer = await today.administrator.does('member', 'members', {})
    expect(answer.members).toHaveLength(today.dump('members').length)
    expect(answer.districts).toHaveLength(4)
    expect(answer.villages).toHaveLength(8)
    expect(await listed('M04')).toMatchObject({ name: '方晓梅', roles: [{ role: 'leader', scopeName: '西岭区' }] })
    expect(await listed('M05')).toMatchObject({ roles: [{ role: 'officer', scopeName: '云溪村' }], invite: null })
    const text = JSON.stringify(answer)
    for (const { _id } of today.dump('members')) expect(text).not.toContain(_id)
  })

  test('an invite comes with a picture to scan', async () => {
    const { picture } = await today.administrator.does('member', 'invite', { memberId: 'M05', sendId: newId() })
    expect(picture).toMatchObject({ contentType: 'image/png', base64: expect.stringMatching(/^iVBOR/) })
  })

  test('an open invite: who issued it, until when, wrong names; never its code', async () => {
    const { code, expiresAt } = await today.administrator.does('member', 'invite', { memberId: 'M05', sendId: newId() })
    await today.villager(1).asks('member', 'bind', { code, name: '张三' })
    expect(await listed('M05')).toMatchObject({ invite: { issuedByName: '王敏', expiresAt, wrongNames: 1 } })
    const text = JSON.stringify(await today.administrator.does('member', 'members', {}))
    expect(text).not.toContain(code)
    expect(text).not.toContain(code.replaceAll('-', ''))
  })
})

test('what each costs in database requests', async () => {
  const { administrator: admin } = today
  const cost = async (run: () => Promise<unknown>) => today.cloud.requests.during(run)
  const { memberId } = suMei
  let code = ''
  expect({
    saveMember: await cost(() => save()),
    invite: await cost(async () => {
      code = (await admin.does('member', 'invite', { memberId, sendId: newId() })).code
    }),
    members: await cost(() => admin.does('member', 'members', {})),
    wrongName: await cost(() => today.villager(1).asks('member', 'bind', { code, name: '张三' })),
    bind: await cost(() => today.villager(1).does('member', 'bind', { code, name: '苏梅' })),
    revoke: await cost(() => revoke(memberId)),
  }).toEqual({ saveMember: 10, invite: 10, members: 5, wrongName: 10, bind: 14, revoke: 9 })
})

describe('member.saveMember', () => {
  test('a district that goes away between any two of its requests: never a person of a district that is gone', async () => {
    const { administrator } = today
    const { gate } = today.cloud
    const programme = () => today.dump('programme')[0] as unknown as ProgrammeDoc
    const overview = (districts: ProgrammeDoc['districts']) => {
      const { title, overviewRevision: revision = null } = programme()
      return administrator.asks('programme', 'saveOverview', { title, districts, revision, sendId: newId() })
    }
    const { districts } = programme()
    const outcomes = new Set<string>()
    for (let before = 0; before < 10; before++) {
      await overview([...districts, { id: 'D-NEW', name: '新区' }])
      const memberId = `P1${before}`
      gate.close()
      const saving = save({ memberId, districtId: 'D-NEW' })
      for (let n = 0; n < before; n++) (await gate.next(saving))?.release()
      const held = await gate.next(saving)
      const removing = overview(districts)
      for (let request = await gate.next(removing); request; request = await gate.next(removing)) request.release()
      gate.open()
      held?.release()
      const [saved, removed] = [refusal(await saving), refusal(await removing)]
      outcomes.add(saved)
      expect([saved, removed]).not.toEqual(['ok', 'ok'])
      expect(Boolean(await listed(memberId))).toBe(saved === 'ok')
      if (saved === 'ok') await revoke(memberId)
    }
    // Both came first at some point, or nothing was between.
    expect(outcomes).toEqual(new Set(['ok', 'invalid']))
  })

  test('a new person: known without a phone, in the audit as they are', async () => {
    const sendId = newId()
    expect(await save({ name: ' 苏梅 ', sendId })).toEqual({ ok: true, data: { revision: 1 } })
    expect(await listed('P01')).toMatchObject({ name: '苏梅', boundAt: null, revision: 1, revoked: false })
    expect(linesOf('saveMember')).toMatchObject([{ memberId: 'M01', on: 'P01', after: { roles: suMei.roles } }])
    expect(await save({ name: ' 苏梅 ', sendId })).toEqual({ ok: true, data: { revision: 1 } })
    expect(linesOf('saveMember')).toHaveLength(1)
  })

  test('roles act at once, given and taken', async () => {
    const { revision } = (await listed('M06'))!
    const person = { memberId: 'M06', name: '谢春生', districtId: null }
    const roles = [{ role: 'administrator' as const, scope: 'city' }]
    expect(refusal(await save({ ...person, roles, revision }))).toBe('ok')
    expect(refusal(await today.reader.asks('member', 'members', {}))).toBe('ok')
    expect(guarded()).toContain('M06')
    const reader = [{ role: 'reader' as const, scope: 'city' }]
    expect(refusal(await save({ ...person, roles: reader, revision: revision + 1 }))).toBe('ok')
    expect(refusal(await today.reader.asks('member', 'members', {}))).toBe('notAllowed')
    expect(guarded()).not.toContain('M06')
  })

  test('somebody else was faster; a new one of the same id; one who is not there', async () => {
    await save()
    expect(refusal(await save({ name: '苏玫' }))).toBe('changed')
    expect(refusal(await save({ name: '苏玫', revision: 1 }))).toBe('ok')
    expect(refusal(await save({ name: '苏梅', revision: 1 }))).toBe('changed')
    expect(refusal(await save({ memberId: 'P99', revision: 1 }))).toBe('notFound')
  })

  test.each([
    { role: 'administrator', scope: 'D-WEST', ok: false },
    { role: 'reader', scope: 'V01', ok: false },
    { role: 'inspector', scope: 'D-WEST', ok: false },
    { role: 'inspector', scope: 'city', ok: true },
    { role: 'leader', scope: 'city', ok: true },
    { role: 'leader', scope: 'D-WEST', ok: true },
    { role: 'leader', scope: 'D-NONE', ok: false },
    { role: 'leader', scope: 'V01', ok: false },
    { role: 'officer', scope: 'V01', ok: true },
    { role: 'officer', scope: 'V99', ok: false },
    { role: 'officer', scope: 'city', ok: false },
  ])('$role may reach $scope: $ok', async ({ role, scope, ok }) => {
    const before = stored(today.cloud)
    const answer = await save({ roles: [{ role, scope }] })
    expect(refusal(answer)).toBe(ok ? 'ok' : 'invalid')
    if (!ok) {
      expect(answer).toMatchObject({ error: { details: { path: 'roles.0.scope' } } })
      expect(stored(today.cloud)).toEqual(before)
    }
  })

  test('who is no inspector any more has no seat on a panel from the next call on, and has it again with the role', async () => {
    const inspector = today.inspector('I01')
    const mine = async () => refusal(await inspector.asks('scoring', 'mine', { roundId: today.roundId }))
    const { name, districtId, roles, revision } = (await listed('I01'))!
    const held = roles.map(({ role, scope }) => ({ role, scope }))
    const person = { memberId: 'I01', name, districtId }
    expect(await mine()).toBe('ok')
    expect(refusal(await save({ ...person, revision, roles: [{ role: 'leader', scope: 'city' }] }))).toBe('ok')
    expect(await mine()).toBe('notAllowed')
    const { rounds } = await inspector.does('member', 'me', {})
    expect(rounds.filter(({ onPanel }) => onPanel)).toEqual([])
    expect(refusal(await save({ ...person, revision: (await listed('I01'))!.revision, roles: held }))).toBe('ok')
    expect(await mine()).toBe('ok')
  })

  test('an officer of a whole town, by its name', async () => {
    const { town } = today.dump('villages')[0] as unknown as { town: string }
    expect(refusal(await save({ roles: [{ role: 'officer', scope: town }] }))).toBe('ok')
    expect(await listed('P01')).toMatchObject({ roles: [{ scopeName: town }] })
  })

  test.each([
    { what: 'a district that is none', change: { districtId: 'D-NONE' }, path: 'districtId' },
    { what: 'a name of spaces', change: { name: '　 ' }, path: 'name' },
    { what: 'the same role twice', change: { roles: [...suMei.roles, ...suMei.roles] }, path: 'roles.1' },
  ])('$what is refused and named', async ({ change, path }) => {
    expect(await save(change)).toMatchObject({ error: { code: 'invalid', details: { path } } })
  })
})

describe('member.revoke: at once, and not the last administrator', () => {
  test('from the next call on they are nobody; the list keeps them apart; the send repeated answers the same', async () => {
    const sendId = newId()
    expect(await revoke('M05', today.administrator, sendId)).toEqual({ ok: true, data: { revoked: true } })
    expect((await today.officer.does('member', 'me', {})).member).toBeNull()
    expect(await listed('M05')).toMatchObject({ revoked: true, boundAt: null, invite: null, name: '黄德明' })
    expect(await revoke('M05', today.administrator, sendId)).toEqual({ ok: true, data: { revoked: true } })
    expect(refusal(await revoke('M05'))).toBe('notFound')
    expect(refusal(await revoke('P77'))).toBe('notFound')
    expect(linesOf('revoke')).toMatchObject([{ memberId: 'M01', on: 'M05' }])
  })

  test('taken in again, invited again, bound again by the account that was revoked', async () => {
    await revoke('M05')
    const again = { memberId: 'M05', name: '黄德明', districtId: 'D-WEST' }
    expect(refusal(await save(again))).toBe('ok')
    const { code } = await today.administrator.does('member', 'invite', { memberId: 'M05', sendId: newId() })
    expect(refusal(await today.officer.asks('member', 'bind', { code, name: '黄德明' }))).toBe('ok')
    expect((await today.officer.does('member', 'me', {})).member).toMatchObject({ memberId: 'M05' })
    expect(await listed('M05')).toMatchObject({ revoked: false })
  })

  test('the last one stays: neither revoked nor made something else', async () => {
    expect(refusal(await revoke('M02'))).toBe('ok')
    const { revision } = (await listed('M01'))!
    const before = stored(today.cloud)
    expect(refusal(await revoke('M01'))).toBe('lastAdministrator')
    const leader = {
      memberId: 'M01',
      name: '王敏',
      districtId: null,
      revision,
      roles: [{ role: 'leader', scope: 'city' }],
    }
    expect(refusal(await save(leader))).toBe('lastAdministrator')
    expect(stored(today.cloud)).toEqual(before)
  })

  test('an administrator without a phone does not count', async () => {
    await save({ roles: [{ role: 'administrator', scope: 'city' }] })
    await revoke('M02')
    expect(refusal(await revoke('M01'))).toBe('lastAdministrator')
    expect(refusal(await revoke('P01'))).toBe('ok')
  })

  test.each([
    { how: 'both revoke', of: () => [revoke('M02'), revoke('M01', today.secondAdministrator)] },
    {
      how: 'both take the role away',
      of: () => [save(asLeader('M02', '陈立')), save(asLeader('M01', '王敏'), today.secondAdministrator)],
    },
    {
      how: 'one revokes, the other takes the role away',
      of: () => [revoke('M02'), save(asLeader('M01', '王敏'), today.secondAdministrator)],
    },
  ])('two administrators, one another, at once ($how): exactly one stays', async ({ of }) => {
    for (let round = 0; round < 5; round++) {
      const answers = (await Promise.all(of())).map(refusal)
      expect(boundAdministrators()).toHaveLength(1)
      expect(guarded()).toEqual(boundAdministrators().map(({ memberId }) => memberId))
      expect(answers.filter((one) => one === 'ok')).toHaveLength(1)
      expect(['lastAdministrator', 'notAllowed']).toContain(answers.find((one) => one !== 'ok'))
      await bothAgain()
    }
  })
})

const asLeader = (memberId: string, name: string) => ({
  memberId,
  name,
  districtId: null,
  roles: [{ role: 'leader', scope: 'city' }],
  revision: revisionOf(memberId),
})

function revisionOf(memberId: string): number {
  const doc = (today.dump('members') as unknown as MemberDoc[]).find((one) => one.memberId === memberId)!
  return doc.revision ?? 1
}

/** As the sample has them. */
async function bothAgain(): Promise<void> {
  const people = today.dump('members').filter(({ memberId }) => memberId !== 'M01' && memberId !== 'M02')
  today.cloud.clear('members')
  today.cloud.seed('members', people)
  today.cloud.seed(
    'members',
    [administrator, secondAdministrator].map((duty) => ({
      _id: openidOf(duty.memberId),
      ...duty,
      boundAt: 1,
      revoked: false,
    })),
  )
  const [programme] = today.dump('programme')
  today.cloud.clear('programme')
  today.cloud.seed('programme', [{ ...programme, administrators: ['M01', 'M02'] }])
}
