import { createHash, createHmac, randomBytes } from 'node:crypto'
import type { AnswerDoc, BurstDoc, SecretDoc } from '../../cloudfunctions/common/documents'
import { onsiteCodeOf } from '../../cloudfunctions/common/onsite-token'
import type { CallIn } from '../../src/contract'
import { type Day, day } from '../vocabulary/day'
import { change, stored } from '../vocabulary/stored'

type Send = CallIn<'survey', 'answer'>
const CAMERA = 1047
const ALBUM = 1049

let today: Day
beforeAll(async () => {
  today = await day({ state: 'running', empty: true })
})
afterAll(() => today.stop())

const newKey = () => randomBytes(16).toString('hex')
const questions = () => today.file.scheme.survey.items.map(({ id }) => id)
const all = (level: number, most = 99) =>
  Object.fromEntries(
    questions()
      .slice(0, most)
      .map((id) => [id, level]),
  )
const filled = (more: Partial<Send> = {}): Send => ({
  roundId: today.roundId,
  villageId: 'V01',
  key: newKey(),
  scene: CAMERA,
  answers: all(4),
  seconds: 60,
  adult: true,
  ...more,
})
const answers = () => today.dump('answers') as unknown as AnswerDoc[]
const idOf = ({ roundId, key }: Send) => createHash('sha256').update(`${roundId}\n${key}`).digest('hex')
const storedAnswer = (send: Send) => answers().find(({ _id }) => _id === idOf(send))
const bursts = (villageId: string) =>
  Object.values(
    (today.dump('bursts') as unknown as BurstDoc[]).find(({ _id }) => _id.endsWith(`:${villageId}`))!.minutes,
  ).reduce((sum, n) => sum + n, 0)

/** Accounts nobody has used yet. */
let account = 1000
const somebody = () => today.villager(account++)

describe('survey.answer: whoever has a role here does not answer', () => {
  test.each(['administrator', 'leader', 'districtLeader', 'officer', 'reader'] as const)('%s', async (who) => {
    const before = stored(today.cloud)
    expect(await today[who].asks('survey', 'answer', filled())).toMatchObject({ error: { code: 'hasRole' } })
    expect(stored(today.cloud)).toEqual(before)
  })
  test('an inspector, even where a village is of another district', async () => {
    expect(await today.inspector('I01').asks('survey', 'answer', filled())).toMatchObject({
      error: { code: 'hasRole' },
    })
    expect(answers()).toEqual([])
  })
})

describe('survey.answer: what is refused writes nothing', () => {
  const cases: Record<string, () => [payload: unknown, code: string]> = {
    'an unknown question': () => [filled({ answers: { ...all(4), Q99: 4 } }), 'invalid'],
    'a name that every object has': () => [filled({ answers: { constructor: 4 } }), 'invalid'],
    'a level that does not exist': () => [filled({ answers: { ...all(4), Q01: 9 } }), 'invalid'],
    'a level between two': () => [filled({ answers: { ...all(4), Q01: 4.5 } }), 'invalid'],
    'null as an answer': () => [{ ...filled(), answers: { Q01: null } }, 'invalid'],
    'not an adult': () => [{ ...filled(), adult: false }, 'invalid'],
    'a key that is guessable': () => [filled({ key: '1' }), 'invalid'],
    'seconds below 0': () => [filled({ seconds: -1 }), 'invalid'],
    'a channel of one’s own choice': () => [{ ...filled(), channel: 'poster' }, 'invalid'],
    'an account of one’s own choice': () => [{ ...filled(), openid: 'o123' }, 'invalid'],
    'a village that is not in the round': () => [filled({ villageId: 'V99' }), 'unknownCode'],
    'a round that does not exist': () => [filled({ roundId: 'nowhere' }), 'closed'],
  }
  test.each(Object.keys(cases))('%s', async (why) => {
    const [payload, code] = cases[why]!()
    const before = stored(today.cloud)
    expect(await somebody().sends('survey', { action: 'answer', payload })).toMatchObject({
      ok: false,
      error: { code },
    })
    expect(stored(today.cloud)).toEqual(before)
  })
})

describe('survey.answer: one account, one response', () => {
  test('received, and nothing of the answer comes back', async () => {
    const person = somebody()
    const send = filled()
    expect(await person.asks('survey', 'answer', send)).toEqual({
      ok: true,
      data: { received: true, replaced: false, counted: true, uncounted: null },
    })
    expect(storedAnswer(send)).toEqual({
      _id: idOf(send),
      roundId: today.roundId,
      villageId: 'V01',
      channel: 'poster',
      answers: send.answers,
      tooFast: false,
      restored: false,
      counts: true,
      index: 800_000,
      straight: true,
    })
    const [gate] = today.dump('secrets') as unknown as SecretDoc[]
    const ballot = createHmac('sha256', Buffer.from(gate!.secret, 'hex')).update(person.openid).digest('hex')
    expect(today.dump('ballots')).toEqual([{ _id: ballot, used: true }])
  })

  test('the same send again, its answer lost: received, one response, one ballot, one in the burst', async () => {
    const person = somebody()
    const send = filled({ villageId: 'V02' })
    await person.does('survey', 'answer', send)
    const before = stored(today.cloud)
    expect(await person.does('survey', 'answer', send)).toMatchObject({
      received: true,
      replaced: true,
      uncounted: null,
    })
    expect(stored(today.cloud)).toEqual(before)
    expect(bursts('V02')).toBe(1)
  })

  test('another mind, the same phone: replaced', async () => {
    const person = somebody()
    const send = filled()
    await person.does('survey', 'answer', send)
    const changed = { ...send, answers: all(1) }
    expect(await person.does('survey', 'answer', changed)).toMatchObject({ replaced: true })
    expect(storedAnswer(send)!.answers).toEqual(all(1))
  })

  test('the same account with a new key: once is all', async () => {
    const person = somebody()
    await person.does('survey', 'answer', filled())
    const before = stored(today.cloud)
    for (const villageId of ['V01', 'V02']) {
      expect(await person.asks('survey', 'answer', filled({ villageId }))).toMatchObject({
        error: { code: 'alreadyAnswered' },
      })
    }
    expect(stored(today.cloud)).toEqual(before)
  })

  test('an answer does not move to another village', async () => {
    const person = somebody()
    const send = filled()
    await person.does('survey', 'answer', send)
    const before = stored(today.cloud)
    expect(await person.asks('survey', 'answer', { ...send, villageId: 'V03' })).toMatchObject({
      error: { code: 'otherVillage' },
    })
    expect(stored(today.cloud)).toEqual(before)
  })

  test('somebody else’s key opens nothing: neither replaced nor a second ballot', async () => {
    const send = filled()
    await somebody().does('survey', 'answer', send)
    const before = stored(today.cloud)
    expect(await somebody().asks('survey', 'answer', { ...send, answers: all(1) })).toMatchObject({
      error: { code: 'alreadyAnswered' },
    })
    expect(stored(today.cloud)).toEqual(before)
  })
})

describe('survey.answer: at the same moment', () => {
  test('20 answers of one account with 20 keys: exactly one', async () => {
    const person = somebody()
    const before = answers().length
    const ballots = today.dump('ballots').length
    const tries = await Promise.all(Array.from({ length: 20 }, () => person.asks('survey', 'answer', filled())))
    const codes = tries.map((answer) => (answer.ok ? 'received' : answer.error.code)).sort()
    expect(codes).toEqual([...Array(19).fill('alreadyAnswered'), 'received'])
    expect(answers()).toHaveLength(before + 1)
    expect(today.dump('ballots')).toHaveLength(ballots + 1)
  })

  test('one send 20 times: all hear that it was received, and it is one', async () => {
    const person = somebody()
    const send = filled({ villageId: 'V04' })
    const all = await Promise.all(Array.from({ length: 20 }, () => person.does('survey', 'answer', send)))
    expect(all.filter(({ replaced }) => !replaced)).toHaveLength(1)
    expect(answers().filter(({ villageId }) => villageId === 'V04')).toHaveLength(1)
    expect(bursts('V04')).toBe(1)
  })

  test('20 accounts: all are in, and the burst counts them', async () => {
    await Promise.all(
      Array.from({ length: 20 }, () => somebody().does('survey', 'answer', filled({ villageId: 'V05' }))),
    )
    expect(answers().filter(({ villageId }) => villageId === 'V05')).toHaveLength(20)
    expect(bursts('V05')).toBe(20)
  })
})

describe('survey.answer: what counts, and why not', () => {
  test.each([
    {
      why: 'from the board',
      more: () => ({}),
      uncounted: null,
      kept: { channel: 'poster', tooFast: false, counts: true },
    },
    {
      why: 'from an album: taken, not scored',
      more: () => ({ scene: ALBUM }),
      uncounted: 'channel',
      kept: { channel: 'picture', tooFast: false, counts: false },
    },
    {
      why: 'under 2 seconds an item: taken, not scored',
      more: () => ({ seconds: 19.9 }),
      uncounted: 'tooFast',
      kept: { channel: 'poster', tooFast: true, counts: false },
    },
    {
      why: 'both: the one that answering again would not help is told',
      more: () => ({ scene: ALBUM, seconds: 1 }),
      uncounted: 'channel',
      kept: { channel: 'picture', tooFast: true, counts: false },
    },
    {
      why: '2 seconds an item, for 6 of 10 items',
      more: () => ({ seconds: 12, answers: all(4, 6) }),
      uncounted: null,
      kept: { channel: 'poster', tooFast: false, counts: true },
    },
    {
      why: '5 of 10 items: below 60 %, invalid, but received',
      more: () => ({ answers: all(4, 5) }),
      uncounted: 'tooFewAnswers',
      kept: { channel: 'poster', tooFast: false, counts: false },
    },
    {
      why: '不了解 everywhere counts as unanswered',
      more: () => ({ answers: all(today.file.scheme.survey.levels.find(({ points }) => points === null)!.value) }),
      uncounted: 'tooFewAnswers',
      kept: { channel: 'poster', tooFast: false, counts: false },
    },
  ])('$why', async ({ more, uncounted, kept }) => {
    const send = filled(more())
    expect(await somebody().does('survey', 'answer', send)).toEqual({
      received: true,
      replaced: false,
      counted: uncounted === null,
      uncounted,
    })
    expect(storedAnswer(send)).toMatchObject(kept)
  })
})

describe('survey.answer: the code on an inspector’s phone', () => {
  const MINUTE = 60_000
  const gate = () => today.dump('secrets')[0] as unknown as SecretDoc
  /** V01’s window, in minutes from now; the others keep theirs. */
  const opens = (from: number, until: number) => {
    const onsite = { from: Date.now() + from * MINUTE, until: Date.now() + until * MINUTE }
    const villages = gate().villages.map((village) => (village.id === 'V01' ? { ...village, onsite } : village))
    return change(today.cloud, 'secrets', today.roundId, { villages })
  }
  const shown = (villageId = 'V01') => onsiteCodeOf(gate(), villageId)!.scene
  const channelOf = async (more: Partial<Send>) => {
    const send = filled(more)
    const { counted } = await somebody().does('survey', 'answer', send)
    return { channel: storedAnswer(send)!.channel, counted }
  }

  test('scanned by camera in the window: onsite, and it counts; as enter told on the cover', async () => {
    await opens(-30, 30)
    expect(await channelOf({ code: shown() })).toEqual({ channel: 'onsite', counted: true })
    const told = await somebody().does('member', 'enter', { code: shown(), scene: CAMERA })
    expect(told).toMatchObject({ go: 'survey', counted: true, form: { village: { id: 'V01' } } })
  })

  test('percent-encoded, as some phones hand it over: the same', async () => {
    const code = shown().replace('&', '%26')
    expect(code.length).toBeLessThanOrEqual(32)
    expect(await channelOf({ code })).toMatchObject({ channel: 'onsite' })
  })

  test.each([
    ['the board’s own code', () => 'v=V01'],
    ['a token made up', () => 'v=V01&t=AAAAAAAAAA'],
    ['another village’s token', () => `v=V01&t=${shown('V02').split('&t=')[1]}`],
  ])('%s: as without a token', async (_why, code) => {
    expect(await channelOf({ code: code() })).toEqual({ channel: 'poster', counted: true })
  })

  test('a picture of it that went round a chat: a picture, taken and not scored; the cover says so', async () => {
    expect(await channelOf({ code: shown(), scene: ALBUM })).toEqual({ channel: 'picture', counted: false })
    expect(await somebody().does('member', 'enter', { code: shown(), scene: ALBUM })).toMatchObject({ counted: false })
  })

  test('where only on-site answers are scored, the cover and the receipt go by the token', async () => {
    const { survey } = gate()
    await change(today.cloud, 'secrets', today.roundId, { survey: { ...survey, scoredChannels: ['onsite'] } })
    for (const [code, counted] of [
      [shown(), true],
      ['v=V01', false],
    ] as const) {
      expect(await channelOf({ code })).toMatchObject({ counted })
      expect(await somebody().does('member', 'enter', { code, scene: CAMERA })).toMatchObject({ counted })
    }
    await change(today.cloud, 'secrets', today.roundId, { survey })
  })

  test.each([
    ['before its window', 60, 90],
    ['after it', -30, -1],
  ])('%s: as without a token', async (_why, from, until) => {
    await opens(from, until)
    expect(await channelOf({ code: shown() })).toMatchObject({ channel: 'poster' })
  })

  test('neither the code nor its token is kept', async () => {
    await opens(-30, 30)
    await somebody().does('survey', 'answer', filled({ code: shown() }))
    const { secrets, ...others } = stored(today.cloud)
    expect(JSON.stringify(others)).not.toContain(shown().split('&t=')[1])
  })
})

describe('survey.answer: nobody can be found again', () => {
  test('nine database requests for the first, none of them an audit line', async () => {
    const person = somebody()
    const send = filled()
    expect(await today.cloud.requests.during(() => person.does('survey', 'answer', send))).toBe(9)
    expect(await today.cloud.requests.during(() => person.does('survey', 'answer', send))).toBe(8)
    expect(today.dump('audits')).toEqual([])
  })

  test('no account stands in any collection but members, and no villager’s anywhere', () => {
    const { members, ...others } = stored(today.cloud)
    const text = JSON.stringify(others)
    for (const { _id } of members as { _id: string }[]) expect(text).not.toContain(_id)
    for (let n = 1000; n < account; n++)
      expect(JSON.stringify([members, others])).not.toContain(today.villager(n).openid)
  })

  test('neither key nor seconds, no time and no revision is kept', async () => {
    const send = filled({ seconds: 77.7 })
    await somebody().does('survey', 'answer', send)
    expect(JSON.stringify(stored(today.cloud))).not.toContain(send.key)
    const fields = ['answers', 'channel', 'counts', 'index', 'restored', 'roundId', 'straight', 'tooFast', 'villageId']
    for (const answer of answers()) expect(Object.keys(answer).sort()).toEqual(['_id', ...fields])
    for (const ballot of today.dump('ballots')) expect(Object.keys(ballot).sort()).toEqual(['_id', 'used'])
  })
})

describe('survey.answer: outside the window', () => {
  const refused = async (code: string, details?: object) => {
    const before = stored(today.cloud)
    expect(await somebody().asks('survey', 'answer', filled())).toMatchObject({
      error: { code, ...(details && { details }) },
    })
    expect(stored(today.cloud)).toEqual(before)
  }
  test('a rehearsal takes no answers: codes mean the real round', async () => {
    await change(today.cloud, 'secrets', today.roundId, { rehearsal: true })
    await refused('closed')
    await change(today.cloud, 'secrets', today.roundId, { rehearsal: false })
  })
  test('before it opens', async () => {
    const opensAt = Date.now() + 3_600_000
    await change(today.cloud, 'secrets', today.roundId, { opensAt })
    await refused('notOpen', { opensAt })
    await change(today.cloud, 'secrets', today.roundId, { opensAt: 0 })
  })
  test('after closing', async () => {
    await change(today.cloud, 'secrets', today.roundId, { closedAt: Date.now() })
    await refused('closed')
  })
  test('after sealing the gate is gone', async () => {
    await today.cloud.sdk().database().collection('secrets').doc(today.roundId).remove()
    await refused('closed')
  })
})
