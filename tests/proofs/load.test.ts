/** `prove load` can fail: what is lost, twice or other than sent is named, and so is a request or a document more. */
import type { AnswerDoc, ScorecardDoc, VoiceDoc } from '../../cloudfunctions/common/documents'
import { answerId } from '../../cloudfunctions/common/envelopes'
import { cloudDatabase } from '../../config/cloud-database'
import { failure } from '../../src/contract/errors'
import type { AuditEdition } from '../../src/domain/round-file'
import { growing, misgrowing, scanning } from '../../tools/prove/load/compared'
import { type Costs, TO_THE_END } from '../../tools/prove/load/costs'
import { equalRequests } from '../../tools/prove/load/equal'
import type { Heard } from '../../tools/prove/load/phones'
import { inspectorsSends, type Send, villagersSends } from '../../tools/prove/load/sends'
import { type Stored, wrongIn } from '../../tools/prove/load/stored'
import { readSample } from '../../tools/seed/sample'

const file = readSample<AuditEdition>('round-2.json')
const sends = [...villagersSends(file, 5, 2), ...inspectorsSends(file, 100, 2)]
const heardOf = (send: Send): Heard => ({ send, answer: { ok: true, data: {} }, tries: 1, tookMs: 10 })
const heard = sends.map(heardOf)

/** As it must be stored. */
function stored(): Stored & { answers: AnswerDoc[]; voices: VoiceDoc[]; scorecards: ScorecardDoc[] } {
  const answered = sends.flatMap(({ action, payload }) => (action === 'answer' ? [payload] : []))
  const cards = new Map<string, ScorecardDoc>()
  for (const { openid, action, payload } of sends) {
    if (action === 'answer') continue
    const key = `${openid} ${payload.villageId}`
    const card = cards.get(key) ?? ({ _id: key, revision: 0, villageId: payload.villageId, marks: {} } as ScorecardDoc)
    card.revision += 1
    if (action === 'submit') Object.assign(card, { submitted: { sendId: payload.sendId } })
    else
      for (const { itemId, mark } of payload.changes)
        Object.assign(card.marks, { [itemId]: { mark, sendId: payload.sendId } })
    cards.set(key, card)
  }
  return {
    answers: answered.map(
      ({ roundId, key, villageId, answers }) =>
        ({ _id: answerId(roundId, key), roundId, villageId, answers }) as AnswerDoc,
    ),
    ballots: answered.map(() => ({})),
    voices: answered.flatMap(({ voice: text }) => (text ? [{ text } as VoiceDoc] : [])),
    scorecards: [...cards.values()],
  }
}

describe('what was acknowledged is stored, once', () => {
  test('as it was sent: nothing is wrong', () => {
    expect(sends.some(({ action }) => action === 'submit')).toBe(true)
    expect(wrongIn(heard, stored())).toEqual([])
  })

  const faults: [string, (there: ReturnType<typeof stored>) => void, RegExp][] = [
    ['an answer that is lost', ({ answers }) => answers.pop(), /is not stored/],
    ['an answer more', ({ answers }) => answers.push({ ...answers[0]!, _id: 'another' }), /11 answers stored of 10/],
    ['another village’s', ({ answers }) => Object.assign(answers[3]!, { villageId: 'V08' }), /stored as another/],
    ['other levels', ({ answers }) => Object.assign(answers[3]!, { answers: {} }), /stored as another/],
    ['a ballot that is lost', ({ ballots }) => (ballots as unknown[]).pop(), /9 ballots of 10/],
    ['a word that is lost', ({ voices }) => voices.pop(), /1 voices stored of 2/],
    ['a mark written twice', ({ scorecards }) => void scorecards[0]!.revision++, /sends made revision/],
    [
      'a mark that is another',
      ({ scorecards }) => Object.assign(Object.values(scorecards[0]!.marks)[0]!, { mark: -1 }),
      /is not as it was sent/,
    ],
    [
      'a card that is not submitted',
      ({ scorecards }) => scorecards.forEach((card) => void Object.assign(card, { submitted: null })),
      /is not submitted/,
    ],
    ['a card that is lost', ({ scorecards }) => scorecards.pop(), /is not stored/],
  ]
  test.each(faults)('%s is seen', (_, harm, named) => {
    const there = stored()
    harm(there)
    expect(wrongIn(heard, there).join('\n')).toMatch(named)
  })

  test('somebody who was refused, or heard nothing, is seen', () => {
    const [first, second, ...others] = heard
    const refused: Heard = { ...first!, answer: { ok: false, error: failure('closed').refusal } }
    const told = wrongIn([refused, { ...second!, answer: null, tries: 12 }, ...others], stored())
    expect(told).toEqual([expect.stringMatching(/: closed$/), expect.stringMatching(/no answer after 12 tries/)])
  })
})

describe('what a call costs', () => {
  const cost = (requests: number, documents: number, by = 'roundId_1'): Costs =>
    new Map([
      [
        'a call',
        { requests: { 'database.getDocument': requests }, looks: [{ collection: 'audits', by, requests, documents }] },
      ],
    ])

  test('a request more, and a document more, are seen; the same is not', () => {
    expect(growing(cost(3, 5), cost(3, 5))).toEqual([])
    expect(growing(cost(3, 5), cost(4, 5))).toEqual([expect.stringMatching(/asks more/)])
    expect(growing(cost(3, 5), cost(3, 500))).toEqual([expect.stringMatching(/looks at more of audits.*5 became 500/)])
    expect(growing(cost(3, 5), new Map())).toEqual(['a call was not called again'])
  })

  test('a query without an index is seen', () => {
    expect(scanning(cost(1, 5))).toEqual([])
    expect(scanning(cost(1, 5, 'scan'))).toEqual(['a call has no index to find audits by'])
  })

  test('what grows with the round without a formula, or otherwise than by it, is seen', () => {
    const none = { answers: 0, ballots: 0, cards: 0, voices: 0, audits: 0 }
    const sizes = { before: none, after: { ...none, answers: 2_000 } }
    expect(misgrowing(cost(3, 5), cost(5, 5), sizes)).toEqual([expect.stringMatching(/asks 2 more.*0 are due/)])
    const sealing = (requests: number) => new Map([[TO_THE_END, [...cost(requests, 5).values()][0]!]])
    // Two pages more, and eight requests to remove them.
    expect(misgrowing(sealing(10), sealing(20), sizes)).toEqual([])
    expect(misgrowing(sealing(10), sealing(21), sizes)).toEqual([expect.stringMatching(/asks 11 more.*10 are due/)])
  })

  test('on a database without one of its indexes, the call that needs it is named', async () => {
    const database = {
      ...cloudDatabase,
      goals: { ...cloudDatabase.goals, indexes: [{ fields: ['roundId', 'villageId'] }] },
    }
    const run = equalRequests({
      say: () => {},
      database,
      isCalled: ({ name }) => name.startsWith('programme.removeVillage'),
    })
    await expect(run).rejects.toThrow(/removeVillage.* has no index to find goals by/)
  })
})
