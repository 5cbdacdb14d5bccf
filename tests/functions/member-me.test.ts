import type { ProposalDoc } from '../../cloudfunctions/common/documents'
import { newId } from '../vocabulary/cards'
import { type Day, day } from '../vocabulary/day'
import { deductionOf, seedDeduction } from '../vocabulary/deductions'
import { change, stored } from '../vocabulary/stored'

let today: Day
beforeAll(async () => {
  today = await day({ state: 'running', empty: true })
})
afterAll(() => today.stop())

describe('member.me', () => {
  test('a stranger: nobody, no rounds, one database request', async () => {
    const before = stored(today.cloud)
    const nobody = { member: null, rounds: [], proposals: [], notices: [], at: expect.any(Number) }
    expect(await today.villager(1).does('member', 'me', {})).toEqual(nobody)
    expect(await today.cloud.requests.during(() => today.villager(1).does('member', 'me', {}))).toBe(1)
    expect(stored(today.cloud)).toEqual(before)
  })

  test('an inspector: name, roles by name and the rounds, on the panel or not; three database requests', async () => {
    const [inspector] = today.file.panel
    expect(await today.inspector('I01').does('member', 'me', {})).toEqual({
      member: {
        memberId: 'I01',
        name: inspector!.name,
        roles: [{ role: 'inspector', scope: 'city', scopeName: '全市' }],
        districtId: inspector!.districtId,
        districtName: '东江区',
        boundAt: expect.any(Number),
      },
      rounds: [
        expect.objectContaining({
          id: today.roundId,
          state: 'running',
          onPanel: true,
          mayReadBoard: false,
          closedAt: null,
        }),
      ],
      proposals: [],
      notices: [],
      at: expect.any(Number),
    })
    expect(await today.cloud.requests.during(() => today.inspector('I01').does('member', 'me', {}))).toBe(3)
  })

  test('a district’s leader reads its name, an officer their village’s', async () => {
    const scopes = async (who: 'leader' | 'districtLeader' | 'officer') =>
      (await today[who].does('member', 'me', {})).member!.roles.map(({ scopeName }) => scopeName)
    expect(await scopes('leader')).toEqual(['全市'])
    expect(await scopes('districtLeader')).toEqual(['西岭区'])
    expect(await scopes('officer')).toEqual(['云溪村'])
  })

  test('no account leaves: neither one’s own nor anybody’s', async () => {
    const text = JSON.stringify(await today.administrator.asks('member', 'me', {}))
    for (const { _id } of today.dump('members')) expect(text).not.toContain(_id)
  })

  test('a field too many is refused', async () => {
    const answer = await today.inspector('I01').sends('member', { action: 'me', payload: { openid: 'x' } })
    expect(answer).toMatchObject({ error: { code: 'invalid' } })
  })
})

describe('member.me: who may read the board', () => {
  const mayRead = async (who: 'administrator' | 'leader' | 'inspector' | 'officer' | 'reader') => {
    const person = who === 'inspector' ? today.inspector('I01') : today[who]
    return (await person.does('member', 'me', {})).rounds[0]!.mayReadBoard
  }

  test.each([
    { state: 'running', readers: [] },
    { state: 'closed', readers: [] },
    { state: 'sealing', readers: [] },
    { state: 'sealed', readers: ['administrator'] },
    { state: 'announced', readers: ['administrator', 'leader', 'inspector'] },
    { state: 'archived', readers: ['administrator', 'leader', 'inspector'] },
  ])('$state, announced to inspectors: $readers', async ({ state, readers }) => {
    const settings = { announceTo: ['inspector'] }
    await change(today.cloud, 'rounds', today.roundId, { state, settings })
    const people = ['administrator', 'leader', 'inspector', 'officer', 'reader'] as const
    const may = await Promise.all(people.map(mayRead))
    expect(people.filter((_, i) => may[i])).toEqual(readers)
  })
})

describe('member.me: what waits for a second person', () => {
  const proposal: ProposalDoc = {
    id: newId(),
    kind: 'seal',
    by: 'M01',
    byName: '王敏',
    at: 1,
    hash: `sha256:${'0'.repeat(64)}`,
    reason: '封存第 2 次拉练',
    agreedBy: null,
    agreedByName: null,
    agreedAt: null,
  }
  const waiting = async (person: { does: Day['administrator']['does'] }) =>
    (await person.does('member', 'me', {})).proposals.map(({ mayAgree, isMine }) => ({ mayAgree, isMine }))

  test('the proposer may not agree; another administrator and a panel inspector may; nobody else is asked', async () => {
    await change(today.cloud, 'rounds', today.roundId, { state: 'closed', proposals: [proposal] })
    expect(await waiting(today.administrator)).toEqual([{ mayAgree: false, isMine: true }])
    expect(await waiting(today.secondAdministrator)).toEqual([{ mayAgree: true, isMine: false }])
    expect(await waiting(today.inspector('I05'))).toEqual([{ mayAgree: true, isMine: false }])
    for (const person of [today.leader, today.districtLeader, today.officer, today.reader, today.villager(1)]) {
      expect(await waiting(person)).toEqual([])
    }
  })

  test('agreed once is agreed', async () => {
    const agreed = { ...proposal, agreedBy: 'I05', agreedByName: '某', agreedAt: 2 }
    await change(today.cloud, 'rounds', today.roundId, { proposals: [agreed] })
    expect(await waiting(today.secondAdministrator)).toEqual([{ mayAgree: false, isMine: false }])
  })
})

describe('member.me: an officer is told of their village’s deductions', () => {
  const HOUR = 3_600_000
  const told = async (person = today.officer) => (await person.does('member', 'me', {})).notices
  let ids: Record<'confirmed' | 'appealed' | 'upheld' | 'revoked', string>
  const confirmedAgo = (minutes: number) => ({ confirmedAt: Date.now() - minutes * 60_000 })

  beforeAll(async () => {
    await change(today.cloud, 'rounds', today.roundId, { state: 'running', closedAt: null, proposals: [] })
    seedDeduction(today, 'proposed')
    seedDeduction(today, 'confirmed', { villageId: 'V05' })
    ids = {
      upheld: seedDeduction(today, 'upheld', confirmedAgo(30)),
      confirmed: seedDeduction(today, 'confirmed', confirmedAgo(10)),
      revoked: seedDeduction(today, 'revoked', confirmedAgo(40)),
      appealed: seedDeduction(today, 'appealed', confirmedAgo(20)),
    }
  })

  test('those that were confirmed, newest first, with until when to appeal; none of another village', async () => {
    const notices = await told()
    expect(notices.map(({ state }) => state)).toEqual(['confirmed', 'appealed', 'upheld', 'revoked'])
    expect(notices[0]).toEqual({
      roundId: today.roundId,
      villageId: 'V01',
      villageName: '云溪村',
      deductionId: ids.confirmed,
      title: '标语错误或破损严重',
      state: 'confirmed',
      appealUntil: deductionOf(today, ids.confirmed).confirmedAt! + HOUR,
    })
  })

  test('nobody else: neither inspectors nor leaders nor administrators', async () => {
    for (const person of [today.inspector('I01'), today.leader, today.administrator, today.reader, today.villager(1)])
      expect(await told(person)).toEqual([])
  })

  test('closed: until an hour after closing at the latest', async () => {
    const closedAt = Date.now() - 15 * 60_000
    await change(today.cloud, 'rounds', today.roundId, { state: 'closed', closedAt })
    expect((await told())[0]).toMatchObject({ deductionId: ids.confirmed, appealUntil: closedAt + HOUR })
  })

  test.each(['ready', 'sealed', 'announced', 'archived'])('%s: no round is at hand', async (state) => {
    await change(today.cloud, 'rounds', today.roundId, { state })
    expect(await told()).toEqual([])
  })

  test.each(['running', 'closed', 'sealing'])('%s: six database requests, two for anybody else', async (state) => {
    await change(today.cloud, 'rounds', today.roundId, { state })
    expect(await told()).toHaveLength(4)
    expect(await today.cloud.requests.during(() => told())).toBe(6)
    expect(await today.cloud.requests.during(() => told(today.leader))).toBe(2)
  })

  test('a rehearsal troubles no village', async () => {
    await change(today.cloud, 'rounds', today.roundId, { state: 'running', rehearsal: true })
    expect(await told()).toEqual([])
    await change(today.cloud, 'rounds', today.roundId, { rehearsal: false })
  })
})
