/** Household cards: one response each, on anybody's phone but an officer's. */
import { createHash, randomBytes } from 'node:crypto'
import type { AnswerDoc, BurstDoc, CardDoc } from '../../cloudfunctions/common/documents'
import type { CallIn } from '../../src/contract'
import { RoundState } from '../../src/contract/parts'
import { codeOfBytes, groupedCode } from '../../src/domain/readable-code'
import type { Fault } from '../../tools/local-cloud/faults'
import { type Day, day } from '../vocabulary/day'
import { codeOf, everyone } from '../vocabulary/everyone'
import { change, stored } from '../vocabulary/stored'

type Send = CallIn<'survey', 'answerByCard'>

let today: Day
beforeAll(async () => {
  today = await day({ state: 'running', empty: true })
})
afterAll(() => today.stop())
afterEach(() => today.cloud.faults.clear())

const idOf = (code: string) => createHash('sha256').update(`card:${code}`).digest('hex')
const newKey = () => randomBytes(16).toString('hex')

/** A card as printing leaves it, and its code. */
async function aCard(villageId = 'V01'): Promise<string> {
  const code = codeOfBytes(randomBytes(12))
  const card: CardDoc = { _id: idOf(code), roundId: today.roundId, villageId, used: false }
  await today.cloud.seed('cards', [card])
  return code
}
const answersTo = (level: number) => Object.fromEntries(today.file.scheme.survey.items.map(({ id }) => [id, level]))
const filled = (code: string, more: Partial<Send> = {}): Send => ({
  code,
  key: newKey(),
  answers: answersTo(4),
  seconds: 60,
  adult: true,
  ...more,
})
const answers = () => today.dump('answers') as unknown as AnswerDoc[]
const cards = () => today.dump('cards') as unknown as CardDoc[]
const bursts = () =>
  (today.dump('bursts') as unknown as BurstDoc[])
    .flatMap(({ minutes }) => Object.values(minutes))
    .reduce((sum, n) => sum + n, 0)

let account = 3000
const somebody = () => today.villager(account++)

describe('openCard and answerByCard: who may, in which state', () => {
  const calls = {
    openCard: (code: string) => ({ code }),
    answerByCard: (code: string) => filled(code),
  }
  const matrix = (['openCard', 'answerByCard'] as const).flatMap((action) =>
    everyone.flatMap((who) => RoundState.options.map((state) => [action, who, state] as const)),
  )
  /** How the gate stands while the round is in a state: sealing destroys it. */
  const gateIn = (state: RoundState) =>
    ['ready', 'running'].includes(state)
      ? { rehearsal: false, closedAt: null }
      : { rehearsal: ['draft', 'sealed', 'announced', 'archived'].includes(state), closedAt: 1 }

  test.each(matrix)('%s by %s in %s', async (action, who, state) => {
    const code = await aCard()
    await change(today.cloud, 'rounds', today.roundId, { state })
    await change(today.cloud, 'secrets', today.roundId, gateIn(state))
    const before = stored(today.cloud)
    const open = state === 'ready' || state === 'running'
    expect(await codeOf(today, who, 'survey', action, calls[action](code))).toBe(
      who === 'officer' ? 'hasRole' : open ? 'ok' : 'closed',
    )
    if (who === 'officer' || !open || action === 'openCard') expect(stored(today.cloud)).toEqual(before)
    await change(today.cloud, 'rounds', today.roundId, { state: 'running' })
    await change(today.cloud, 'secrets', today.roundId, gateIn('running'))
  })

  test('before the window opens: from when on', async () => {
    const code = await aCard()
    const opensAt = Date.now() + 3_600_000
    await change(today.cloud, 'secrets', today.roundId, { opensAt })
    for (const [action, send] of [
      ['openCard', { code }],
      ['answerByCard', filled(code)],
    ] as const)
      expect(await somebody().asks('survey', action, send as never)).toMatchObject({
        error: { code: 'notOpen', details: { opensAt } },
      })
    await change(today.cloud, 'secrets', today.roundId, { opensAt: 0 })
  })
})

describe('survey.openCard: which village, and its questions', () => {
  test('the same form as by the village’s code; three database requests, nothing written', async () => {
    const code = await aCard('V03')
    const byCode = await somebody().does('member', 'enter', { code: 'v=V03', scene: 1047 })
    const before = stored(today.cloud)
    expect(await somebody().does('survey', 'openCard', { code: groupedCode(code) })).toEqual({
      form: byCode.go === 'survey' && byCode.form,
    })
    expect(await today.cloud.requests.during(() => somebody().does('survey', 'openCard', { code }))).toBe(3)
    expect(stored(today.cloud)).toEqual(before)
  })

  test.each([
    ['lower case and spaces', (code: string) => groupedCode(code).toLowerCase().replace(/-/g, ' ')],
    ['a Chinese keyboard’s hyphens', (code: string) => groupedCode(code).replace(/-/g, '－')],
  ])('typed with %s', async (_why, typed) => {
    expect(await somebody().asks('survey', 'openCard', { code: typed(await aCard()) })).toMatchObject({ ok: true })
  })

  test.each([
    ['never printed', () => 'ABCD-EFGH-JKLM'],
    ['no code', () => '0000-0000-0000'],
    ['Chinese', () => '一二三四五六七八九十百千'],
  ])('%s: unknown, and nothing is written', async (_why, code) => {
    const before = stored(today.cloud)
    expect(await somebody().asks('survey', 'openCard', { code: code() })).toMatchObject({
      error: { code: 'unknownCard' },
    })
    expect(await somebody().asks('survey', 'answerByCard', filled(code()))).toMatchObject({
      error: { code: 'unknownCard' },
    })
    expect(stored(today.cloud)).toEqual(before)
  })

  test('a card of another round, and one of a village that is not in this one', async () => {
    for (const more of [{ roundId: 'before' }, { villageId: 'V99' }]) {
      const code = await aCard()
      await change(today.cloud, 'cards', idOf(code), more)
      expect(await somebody().asks('survey', 'openCard', { code })).toMatchObject({ error: { code: 'unknownCard' } })
      expect(await somebody().asks('survey', 'answerByCard', filled(code))).toMatchObject({
        error: { code: 'unknownCard' },
      })
    }
  })
})

describe('survey.answerByCard: one card, one response', () => {
  test('received; by card, never too fast, and the card is used; ten database requests, no audit line', async () => {
    const code = await aCard('V02')
    const send = filled(code, { seconds: 0 })
    const before = bursts()
    const asked = await today.cloud.requests.during(async () =>
      expect(await somebody().does('survey', 'answerByCard', send)).toEqual({
        received: true,
        replaced: false,
        counted: true,
        uncounted: null,
      }),
    )
    expect(asked).toBe(10)
    const _id = createHash('sha256').update(`${today.roundId}\n${send.key}`).digest('hex')
    expect(answers().find((answer) => answer._id === _id)).toEqual({
      _id,
      roundId: today.roundId,
      villageId: 'V02',
      channel: 'card',
      answers: send.answers,
      tooFast: false,
      restored: false,
      counts: true,
      index: 800_000,
      straight: true,
    })
    expect(cards().find((card) => card._id === idOf(code))).toEqual({
      _id: idOf(code),
      roundId: today.roundId,
      villageId: 'V02',
      used: true,
    })
    expect(bursts()).toBe(before + 1)
    expect(today.dump('audits')).toEqual([])
    expect(today.dump('ballots')).toEqual([])
  })

  test('one phone, one card after the other: as many responses as cards', async () => {
    const person = somebody()
    const before = answers().length
    for (const code of [await aCard(), await aCard(), await aCard()])
      await person.does('survey', 'answerByCard', filled(code))
    expect(answers()).toHaveLength(before + 3)
  })

  test('who helped may still answer for themself: their own ballot is not touched', async () => {
    const person = somebody()
    await person.does('survey', 'answerByCard', filled(await aCard()))
    const own = {
      roundId: today.roundId,
      villageId: 'V01',
      key: newKey(),
      scene: 1047,
      answers: answersTo(3),
      seconds: 60,
    }
    expect(await person.does('survey', 'answer', { ...own, adult: true })).toMatchObject({ replaced: false })
  })

  test('the same filling-in again, its answer lost: received, and nothing changes', async () => {
    const send = filled(await aCard())
    await somebody().does('survey', 'answerByCard', send)
    const before = stored(today.cloud)
    for (const again of [send, { ...send, answers: answersTo(1) }])
      expect(await somebody().does('survey', 'answerByCard', again)).toMatchObject({ received: true, replaced: false })
    expect(stored(today.cloud)).toEqual(before)
  })

  test('replayed with another key, by anybody: used, no effect', async () => {
    const code = await aCard()
    await somebody().does('survey', 'answerByCard', filled(code))
    const before = stored(today.cloud)
    for (const person of [somebody(), today.reader, today.inspector('I01')]) {
      expect(await person.asks('survey', 'openCard', { code })).toMatchObject({ error: { code: 'cardUsed' } })
      expect(await person.asks('survey', 'answerByCard', filled(code))).toMatchObject({ error: { code: 'cardUsed' } })
    }
    expect(stored(today.cloud)).toEqual(before)
  })

  test('a used card and the key of somebody’s own answer: that answer is not taken for the card’s', async () => {
    const code = await aCard()
    await somebody().does('survey', 'answerByCard', filled(code))
    const key = newKey()
    const own = { roundId: today.roundId, villageId: 'V01', key, scene: 1047, answers: answersTo(3), seconds: 60 }
    await somebody().does('survey', 'answer', { ...own, adult: true })
    expect(await somebody().asks('survey', 'answerByCard', filled(code, { key }))).toMatchObject({
      error: { code: 'cardUsed' },
    })
  })

  test('a second card with the first one’s key overwrites nothing, and is not used up', async () => {
    const [first, second] = [await aCard(), await aCard()]
    const send = filled(first)
    await somebody().does('survey', 'answerByCard', send)
    const before = stored(today.cloud)
    expect(
      await somebody().asks('survey', 'answerByCard', { ...send, code: second, answers: answersTo(1) }),
    ).toMatchObject({
      error: { code: 'invalid', details: { path: 'key' } },
    })
    expect(stored(today.cloud)).toEqual(before)
    expect(await somebody().does('survey', 'answerByCard', filled(second))).toMatchObject({ received: true })
  })

  test.each([
    ['an unknown question', { answers: { Q99: 4 } }],
    ['a level that does not exist', { answers: { Q01: 9 } }],
    ['not an adult', { adult: false }],
    ['a channel of one’s own choice', { channel: 'poster' }],
    ['a village of one’s own choice', { villageId: 'V02' }],
    ['a key that is guessable', { key: '1' }],
  ])('%s: invalid, and the card stays unused', async (_why, more) => {
    const code = await aCard()
    const before = stored(today.cloud)
    const payload = { ...filled(code), ...more }
    expect(await somebody().sends('survey', { action: 'answerByCard', payload })).toMatchObject({
      error: { code: 'invalid' },
    })
    expect(stored(today.cloud)).toEqual(before)
  })

  test('fewer answers than a response needs: taken, and told that it does not count', async () => {
    const send = filled(await aCard(), { answers: { Q01: 4 } })
    expect(await somebody().does('survey', 'answerByCard', send)).toMatchObject({
      counted: false,
      uncounted: 'tooFewAnswers',
    })
  })

  test('nothing stored links the card to the answer or to who helped', async () => {
    const code = await aCard()
    const send = filled(code)
    const person = somebody()
    await person.does('survey', 'answerByCard', send)
    const everything = JSON.stringify(stored(today.cloud))
    for (const word of [code, groupedCode(code), send.key, person.openid]) expect(everything).not.toContain(word)
    expect(JSON.stringify({ ...stored(today.cloud), cards: [] })).not.toContain(idOf(code))
  })
})

describe('survey.answerByCard: at the same moment', () => {
  test('one card on twelve phones: exactly one response', async () => {
    const code = await aCard('V04')
    const tries = await Promise.all(
      Array.from({ length: 12 }, () => somebody().asks('survey', 'answerByCard', filled(code))),
    )
    const codes = tries.map((answer) => (answer.ok ? 'received' : answer.error.code)).sort()
    expect(codes).toEqual([...Array(11).fill('cardUsed'), 'received'])
    expect(answers().filter(({ villageId }) => villageId === 'V04')).toHaveLength(1)
  })

  test('one filling-in twelve times: all hear that it was received, and it is one', async () => {
    const send = filled(await aCard('V05'))
    const person = somebody()
    await Promise.all(Array.from({ length: 12 }, () => person.does('survey', 'answerByCard', send)))
    expect(answers().filter(({ villageId }) => villageId === 'V05')).toHaveLength(1)
  })

  test('two cards with one key: one response, the other card is left', async () => {
    const [first, second] = [await aCard('V06'), await aCard('V06')]
    const key = newKey()
    const both = await Promise.all(
      [first, second].map((code) => somebody().asks('survey', 'answerByCard', filled(code, { key }))),
    )
    expect(both.map((answer) => (answer.ok ? 'received' : answer.error.code)).sort()).toEqual(['invalid', 'received'])
    expect(answers().filter(({ villageId }) => villageId === 'V06')).toHaveLength(1)
    expect(cards().filter(({ _id, used }) => [first, second].map(idOf).includes(_id) && used)).toHaveLength(1)
  })
})

describe('survey.answerByCard: card and answer together or neither', () => {
  const faults: Fault[] = [
    { on: 'database.commitTransaction', what: 'conflict', times: 3 },
    { on: 'database.commitTransaction', what: 'drop' },
    { on: 'database.commitTransaction', what: 'timeout' },
    { on: 'database.modifyDocument', what: 'conflict', collection: 'answers' },
    { on: 'database.modifyDocument', what: 'conflict', collection: 'cards', times: 2 },
    { on: 'database.modifyDocument', what: 'drop', collection: 'answers' },
    { on: 'database.modifyDocument', what: 'timeout', collection: 'voices' },
    { on: 'database.startTransaction', what: 'conflict' },
    { on: 'database.modifyDocument', what: 'timeout', collection: 'bursts' },
  ]
  test.each(faults)('$on $collection: $what', async (fault) => {
    const code = await aCard()
    const [before, voices] = [answers().length, today.dump('voices').length]
    today.cloud.faults.inject(fault)
    const send = filled(code, { voice: '路灯。' })
    const codes: string[] = []
    for (let attempt = 0; attempt < 3; attempt++) {
      const answer = await somebody().asks('survey', 'answerByCard', send)
      codes.push(answer.ok ? 'received' : answer.error.code)
      if (answer.ok) break
    }
    expect(codes.filter((one) => one !== 'tryAgain')).toEqual(['received'])
    expect(answers()).toHaveLength(before + 1)
    expect(today.dump('voices')).toHaveLength(voices + 1)
    expect(cards().find(({ _id }) => _id === idOf(code))).toMatchObject({ used: true })
  })
})

describe('guessing is hopeless: 10 000 random codes against 2 000 cards', () => {
  beforeAll(() =>
    today.cloud.seed(
      'cards',
      Array.from({ length: 2_000 }, () => ({
        _id: idOf(codeOfBytes(randomBytes(12))),
        roundId: today.roundId,
        villageId: 'V07',
        used: false,
      })),
    ),
  )

  test.each([1, 2, 3, 4, 5])('the %s. two thousand: 0 hits, 0 writes', async () => {
    const before = JSON.stringify(stored(today.cloud))
    const person = somebody()
    const codes = new Map<string, number>()
    const lane = async () => {
      for (let n = 0; n < 250; n++) {
        const send = filled(codeOfBytes(randomBytes(12)))
        const answer = await (n % 2 === 0
          ? person.asks('survey', 'openCard', { code: send.code })
          : person.asks('survey', 'answerByCard', send))
        const code = answer.ok ? 'hit' : answer.error.code
        codes.set(code, (codes.get(code) ?? 0) + 1)
      }
    }
    await Promise.all(Array.from({ length: 8 }, lane))
    expect(Object.fromEntries(codes)).toEqual({ unknownCard: 2_000 })
    expect(JSON.stringify(stored(today.cloud))).toBe(before)
  })
})
