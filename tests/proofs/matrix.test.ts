/** What the matrix would say if something did not hold: it can fail. The whole of it is `prove matrix`. */
import { type Answer, failure } from '../../src/contract/errors'
import { type Called, type Cell, wrongIn } from '../../tools/prove/matrix/calls'
import { type Moment, when } from '../../tools/prove/matrix/moments'
import { type Person, people } from '../../tools/prove/matrix/people'
import { but, type Expected, expected, type Row } from '../../tools/prove/matrix/row'
import { actions, actionsOf, unmatched } from '../../tools/prove/matrix/rows'
import { toldApart } from '../../tools/prove/matrix/twins'

const who = (name: string): Person => people.find((person) => person.name === name)!
const refused = (...said: Parameters<typeof failure>): Answer => ({ ok: false, error: failure(...said).refusal })

describe('the table is of the contract’s actions and of no others', () => {
  test('every action has its row', () => expect(unmatched(actions)).toEqual([]))

  test('an action without a row, a row without an action', () => {
    const row: Row = { may: {}, send: () => ({}) }
    const told = actionsOf({ round: { close: row, agree: { seal: row, reopen: row } } })
    expect(told.map(({ name }) => name)).toEqual(['round.close', 'round.agree seal', 'round.agree reopen'])
    expect(unmatched(told, { round: { close: {}, agree: {} } })).toEqual([])
    expect(unmatched(told, { round: { close: {}, start: {} } })).toEqual([
      'round.start has no row',
      'the row of round.agree is of no action',
    ])
  })
})

describe('which refusal comes first: the person, the time, what it is about', () => {
  const row: Row = {
    may: {
      O: but(when('running'), ({ isHere }) => (isHere ? undefined : 'outOfScope')),
      L: when('announced'),
    },
    send: () => ({}),
  }

  test.each<[string, Moment, Expected]>([
    ['reader', 'running', { may: false, code: 'notAllowed' }],
    ['revokedAdministrator', 'running', { may: false, code: 'notAllowed' }],
    ['officerElsewhere', 'draft', { may: false, code: 'wrongState' }],
    ['officerElsewhere', 'running', { may: false, code: 'outOfScope' }],
    ['officer', 'running', { may: true, inside: [] }],
    ['cityLeader', 'running', { may: false, code: 'wrongState' }],
    // Who holds two roles may what either may.
    ['leaderAndOfficer', 'running', { may: true, inside: [] }],
    ['leaderAndOfficer', 'announced', { may: true, inside: [] }],
  ])('%s in %s', (name, moment, should) => expect(expected(row, who(name), moment)).toEqual(should))
})

describe('what is wrong with an answer', () => {
  const must = (code: 'notAllowed' | 'wrongState' | 'recused') => ({
    expected: { may: false, code } as const,
    moment: 'running' as const,
  })

  test('as it should be: nothing', () => {
    expect(wrongIn(refused('notAllowed'), must('notAllowed'))).toBeNull()
    expect(wrongIn(refused('wrongState', { state: 'running' }), must('wrongState'))).toBeNull()
    expect(wrongIn({ ok: true, data: {} }, { expected: { may: true, inside: [] }, moment: 'running' })).toBeNull()
  })

  test.each<[string, Answer, ReturnType<typeof must>]>([
    ['done, though refused', { ok: true, data: {} }, must('notAllowed')],
    ['another code', refused('recused'), must('notAllowed')],
    ['another state', refused('wrongState', { state: 'closed' }), must('wrongState')],
    ['a state beside not allowed', refused('notAllowed', { state: 'running' }), must('notAllowed')],
    ['a count beside', refused('recused', { villageId: 'V01', cards: 9 }), must('recused')],
    ['a score beside', Object.assign(refused('notAllowed'), { total: 91.2 }), must('notAllowed')],
    ['words of its own', { ok: false, error: { code: 'recused', message: '第三名的村' } }, must('recused')],
  ])('%s', (_, answer, cell) => expect(wrongIn(answer, cell)).not.toBeNull())

  test('refused, though it may', () => {
    const may = { expected: { may: true, inside: ['expired'] } as const, moment: 'running' as const }
    expect(wrongIn(refused('expired', { appealUntil: 1 }), may)).toBeNull()
    expect(wrongIn(refused('tooFew'), may)).not.toBeNull()
  })
})

describe('two stores that differ in marks alone', () => {
  const called = (answer: Answer, moment: Moment = 'running'): Called => ({
    cell: { name: 'a cell', moment } as Cell,
    answer,
    wrong: null,
  })
  const data = (more: object): Answer => ({ ok: true, data: { at: 1_732_780_000_000, ...more } })

  test('are told apart by a figure, before the round is sealed', () => {
    expect(toldApart([called(data({ mean: 81 }))], [called(data({ mean: 80 }))])).toHaveLength(1)
    expect(toldApart([called(data({ mean: 81 }), 'sealed')], [called(data({ mean: 80 }), 'sealed')])).toEqual([])
  })

  test('are told apart by a refusal, at any time', () => {
    const other = refused('notOpen', { opensAt: 2 })
    expect(toldApart([called(refused('notOpen', { opensAt: 1 }), 'sealed')], [called(other, 'sealed')])).toHaveLength(1)
    expect(toldApart([called(refused('tooFew'))], [called(data({}))])).toHaveLength(1)
  })

  test('are not told apart by the time of a call, or by a digest', () => {
    const digest = (figure: string) => `sha256:${figure.repeat(64)}`
    const one = data({ hash: digest('a') })
    expect(toldApart([called(one)], [called(data({ at: 1_732_780_000_999, hash: digest('b') }))])).toEqual([])
  })
})
