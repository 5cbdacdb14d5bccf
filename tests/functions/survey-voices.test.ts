/** 最希望办好的一件事: taken with a first answer alone, kept apart from it, shown once WeChat's check passed. */
import { randomBytes } from 'node:crypto'
import type { VoiceDoc } from '../../cloudfunctions/common/documents'
import type { CallIn } from '../../src/contract'
import { RoundState } from '../../src/contract/parts'
import type { OpenApiAnswer } from '../../tools/local-cloud/openapi/open-api'
import { villagesOf } from '../vocabulary/cards'
import { type Day, day } from '../vocabulary/day'
import { codeOf, everyone } from '../vocabulary/everyone'
import { filledFor } from '../vocabulary/filled'
import { change, stored } from '../vocabulary/stored'
import { weChatFor } from '../vocabulary/we-chat'

type Send = CallIn<'survey', 'answer'>

let today: Day
const weChat = weChatFor('security.msgSecCheck')

beforeAll(async () => {
  today = await day({ state: 'running', empty: true, openApi: weChat.openApi })
})
afterAll(() => today.stop())
afterEach(() => today.cloud.faults.clear())

let account = 5000
const somebody = () => today.villager(account++)
const filled = (more: Partial<Send> = {}) => filledFor(today, more)
const voices = () => today.dump('voices') as unknown as VoiceDoc[]
const voiceOf = (text: string) => voices().filter((voice) => voice.text === text)

describe('a voice goes with a first answer', () => {
  test('kept trimmed, under a random id, with nothing but its village; shown once it passed', async () => {
    await somebody().does('survey', 'answer', filled({ voice: '  村口到小学装路灯。\n' }))
    expect(voiceOf('村口到小学装路灯。')).toEqual([
      {
        _id: expect.stringMatching(/^[0-9a-f]{32}$/),
        roundId: today.roundId,
        villageId: 'V01',
        text: '村口到小学装路灯。',
        state: 'shown',
      },
    ])
  })

  test('WeChat is asked once, with the account in this call alone', async () => {
    const person = somebody()
    await person.does('survey', 'answer', filled({ voice: '修水渠。' }))
    expect(weChat.asked).toEqual([
      ['security.msgSecCheck', { content: '修水渠。', version: 2, scene: 2, openid: person.openid }],
    ])
    expect(JSON.stringify(stored(today.cloud))).not.toContain(person.openid)
  })

  test('blank, or none: nobody is asked and nothing is kept', async () => {
    const before = voices().length
    await somebody().does('survey', 'answer', filled({ voice: ' \n ' }))
    await somebody().does('survey', 'answer', filled())
    expect(voices()).toHaveLength(before)
    expect(weChat.asked).toEqual([])
  })

  test('the same send again, and another mind: one voice, the first', async () => {
    const person = somebody()
    const send = filled({ voice: '第一次写的。' })
    await person.does('survey', 'answer', send)
    const before = voices()
    for (const again of [send, { ...send, voice: '第二次写的。' }])
      expect(await person.does('survey', 'answer', again)).toMatchObject({ replaced: true })
    expect(voices()).toEqual(before)
    expect(weChat.asked).toHaveLength(1)
  })

  test('refused as already answered: not kept', async () => {
    const person = somebody()
    await person.does('survey', 'answer', filled())
    const before = voices().length
    expect(await person.asks('survey', 'answer', filled({ voice: '再说一句。' }))).toMatchObject({
      error: { code: 'alreadyAnswered' },
    })
    expect(voices()).toHaveLength(before)
  })

  test('an unscored channel is read all the same', async () => {
    await somebody().does('survey', 'answer', filled({ scene: 1007, voice: '图片扫的也想说。' }))
    expect(voiceOf('图片扫的也想说。')).toMatchObject([{ state: 'shown' }])
  })

  test('201 characters are too many; where the scheme has no open question, none is taken', async () => {
    for (const voice of ['长'.repeat(201), ''])
      expect(await somebody().asks('survey', 'answer', filled({ voice }))).toMatchObject({ error: { code: 'invalid' } })
    const [{ survey }] = today.dump('secrets') as unknown as [{ survey: object }]
    await change(today.cloud, 'secrets', today.roundId, { survey: { ...survey, openQuestion: null } })
    expect(await somebody().asks('survey', 'answer', filled({ voice: '路灯。' }))).toMatchObject({
      error: { code: 'invalid', details: { path: 'voice' } },
    })
    await change(today.cloud, 'secrets', today.roundId, { survey })
  })

  test('eleven database requests, nine without one', async () => {
    const person = somebody()
    expect(await today.cloud.requests.during(() => person.does('survey', 'answer', filled({ voice: '路灯。' })))).toBe(
      11,
    )
    expect(await today.cloud.requests.during(() => somebody().does('survey', 'answer', filled()))).toBe(9)
  })
})

describe('what WeChat says decides whether it is shown, never whether it was received', () => {
  const never = new Promise<OpenApiAnswer>(() => {})
  test.each([
    ['risky', () => ({ json: { errcode: 0, errmsg: 'ok', result: { suggest: 'risky', label: 20001 } } })],
    [
      'for a person to review',
      () => ({ json: { errcode: 0, errmsg: 'ok', result: { suggest: 'review', label: 21000 } } }),
    ],
    ['no result', () => ({ json: { errcode: 0, errmsg: 'ok' } })],
    ['an error', () => ({ json: { errcode: 61010, errmsg: 'code is expired' } })],
    ['a breakdown', () => Promise.reject(new Error('socket hang up'))],
    ['no answer within three seconds', () => never],
  ])('%s: received, unshown', async (why, answers) => {
    weChat.answers = answers
    // The test's own limit: an answer that waited for one that never comes would not come.
    expect(await somebody().does('survey', 'answer', filled({ voice: `说：${why}` }))).toMatchObject({ received: true })
    expect(voiceOf(`说：${why}`)).toMatchObject([{ state: 'unchecked' }])
  })

  test.each([
    { times: 1, state: 'shown' },
    { times: 2, state: 'unchecked' },
  ])('passed, but the writing down of it fails $times ×: received, $state', async ({ times, state }) => {
    const text = `差${times}点。`
    today.cloud.faults.inject({
      on: 'database.modifyDocument',
      what: 'conflict',
      collection: 'voices',
      after: 1,
      times,
    })
    expect(await somebody().does('survey', 'answer', filled({ voice: text }))).toMatchObject({ received: true })
    expect(voiceOf(text)).toMatchObject([{ state }])
  })

  test('sent again, and the first look for it fails: looked for once more', async () => {
    weChat.answers = () => Promise.reject(new Error('socket hang up'))
    const person = somebody()
    const send = filled({ voice: '给老人活动室装暖气。' })
    await person.does('survey', 'answer', send)
    weChat.answers = weChat.standIn
    today.cloud.faults.inject({ on: 'database.getDocument', what: 'timeout', collection: 'voices' })
    await person.does('survey', 'answer', send)
    expect(voiceOf('给老人活动室装暖气。')).toMatchObject([{ state: 'shown' }])
  })

  test('cut off before it was checked: the same send again has it checked, and shown once; without a send it stays unshown', async () => {
    weChat.answers = () => Promise.reject(new Error('socket hang up'))
    const person = somebody()
    const send = filled({ voice: '修一修机耕路。' })
    await person.does('survey', 'answer', send)
    expect(voiceOf('修一修机耕路。')).toMatchObject([{ state: 'unchecked' }])
    weChat.answers = weChat.standIn
    expect(await person.does('survey', 'answer', send)).toMatchObject({ received: true, replaced: true })
    expect(voiceOf('修一修机耕路。')).toMatchObject([{ state: 'shown' }])
    weChat.asked = []
    await person.does('survey', 'answer', send)
    expect(weChat.asked).toEqual([])
    expect(voiceOf('修一修机耕路。')).toHaveLength(1)
  })

  test('sent again with other words, or of another village: nothing is shown by it', async () => {
    weChat.answers = () => Promise.reject(new Error('socket hang up'))
    await somebody().does('survey', 'answer', filled({ voice: '不该放出来的话。' }))
    weChat.answers = weChat.standIn
    const person = somebody()
    const send = filled()
    await person.does('survey', 'answer', send)
    await person.does('survey', 'answer', { ...send, voice: '别的话。' })
    expect(voiceOf('不该放出来的话。')).toMatchObject([{ state: 'unchecked' }])
    expect(voiceOf('别的话。')).toEqual([])
  })

  test('nothing of it is logged', async () => {
    const logged = jest.spyOn(console, 'error').mockImplementation(() => {})
    weChat.answers = () => Promise.reject(new Error('socket hang up'))
    const person = somebody()
    await person.does('survey', 'answer', filled({ voice: '别写进日志。' }))
    const text = JSON.stringify(logged.mock.calls)
    logged.mockRestore()
    for (const word of ['别写进日志。', person.openid]) expect(text).not.toContain(word)
  })
})

describe('survey.voices: who may read them, in which state', () => {
  /** A village that I01 may judge. */
  const mine = () => villagesOf(today.file, 'I01').mine[0]!
  const texts = Array.from({ length: 12 }, (_, n) => `盼着办好第${n + 1}件事。`)
  const ask = (villageId = mine()) => ({ roundId: today.roundId, villageId })
  const written = (text: string, villageId: string, state: VoiceDoc['state'] = 'shown'): VoiceDoc => ({
    _id: randomBytes(16).toString('hex'),
    roundId: today.roundId,
    villageId,
    text,
    state,
  })
  beforeAll(async () => {
    today.cloud.clear('voices')
    await today.cloud.seed(
      'voices',
      texts.map((text) => written(text, mine())),
    )
    await today.cloud.seed('voices', [written('没过审。', mine(), 'unchecked'), written('不宜。', mine(), 'hidden')])
  })
  const inState = (state: RoundState) => change(today.cloud, 'rounds', today.roundId, { state })
  beforeEach(() => inState('sealed'))

  test.each(everyone.flatMap((who) => RoundState.options.map((state) => [who, state] as const)))(
    '%s in %s',
    async (who, state) => {
      await inState(state)
      const may = ['administrator', 'secondAdministrator', 'inspector'].includes(who)
      const over = ['sealed', 'announced', 'archived'].includes(state)
      const before = stored(today.cloud)
      expect(await codeOf(today, who, 'survey', 'voices', ask())).toBe(!may ? 'notAllowed' : over ? 'ok' : 'wrongState')
      expect(stored(today.cloud)).toEqual(before)
    },
  )

  test('an inspector not where they are recused; nobody of a village that is not in the round', async () => {
    const [recused] = villagesOf(today.file, 'I01').recused
    expect(await today.inspector('I01').asks('survey', 'voices', ask(recused))).toMatchObject({
      error: { code: 'recused' },
    })
    for (const person of [today.administrator, today.inspector('I01')])
      expect(await person.asks('survey', 'voices', ask('V99'))).toMatchObject({ error: { code: 'outOfScope' } })
  })

  test('those that passed and no other, without a time or an id', async () => {
    const answer = await today.administrator.does('survey', 'voices', ask())
    expect([...answer.voices].sort()).toEqual([...texts].sort())
    expect(answer).toEqual({
      round: expect.objectContaining({ id: today.roundId, state: 'sealed' }),
      village: expect.objectContaining({ id: mine() }),
      voices: expect.any(Array),
      hidden: false,
      at: expect.any(Number),
    })
  })

  test('in another order each time, and every order as likely: none stays in its place', async () => {
    const orders = await Promise.all(
      Array.from({ length: 250 }, async () => (await today.administrator.does('survey', 'voices', ask())).voices),
    )
    // Of 479 million orders two are the same once in fifteen thousand times, three hardly ever.
    expect(new Set(orders.map((order) => order.join())).size).toBeGreaterThan(247)
    // 250 of 12: 20.8 expected, σ 4.4; beyond these once in a hundred million.
    for (const text of texts) {
      const first = orders.filter((order) => order[0] === text).length
      expect(first).toBeGreaterThan(0)
      expect(first).toBeLessThan(50)
    }
  })

  test.each([
    [5, false],
    [4, true],
    [1, true],
    [0, true],
  ])('%i that may be read: hidden %s; of fewer than five nothing, not even how many', async (count, hidden) => {
    today.cloud.clear('voices')
    const shown = Array.from({ length: count }, (_, n) => written(`第${n}句。`, 'V05'))
    const others = Array.from({ length: 9 }, (_, n) => written(`不给看${n}。`, 'V05', n % 2 ? 'hidden' : 'unchecked'))
    await today.cloud.seed('voices', [...shown, ...others])
    const answer = await today.administrator.does('survey', 'voices', ask('V05'))
    expect(answer).toMatchObject({ hidden })
    expect(answer.voices).toHaveLength(hidden ? 0 : count)
  })

  test('four database requests, none of them an audit line', async () => {
    expect(
      await today.cloud.requests.during(() => today.administrator.does('survey', 'voices', ask())),
    ).toBeLessThanOrEqual(4)
    expect(today.dump('audits')).toEqual([])
  })
})
