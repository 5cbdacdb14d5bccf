/** Twice is once: what a network and a busy database do to a send, and the same send again. */
import type { AuditDoc, ScorecardDoc } from '../../cloudfunctions/common/documents'
import type { Fault } from '../../tools/local-cloud/faults'
import { itemsOf, newId, plainCard, villagesOf } from '../vocabulary/cards'
import { type Day, day, type Person } from '../vocabulary/day'
import { filledFor } from '../vocabulary/filled'

let today: Day
let villageId: string
let inspector: Person
beforeAll(async () => {
  today = await day({ state: 'running', empty: true })
  inspector = today.inspector('I02')
})
afterAll(() => today.stop())
afterEach(() => today.cloud.faults.clear())

let next = 0
beforeEach(() => {
  const { mine } = villagesOf(today.file, 'I02')
  villageId = mine[next++ % mine.length]!
})

const phone = newId()
const base = () => ({
  roundId: today.roundId,
  villageId,
  sendId: newId(),
  phone,
  device: '华为 nova 9',
  waiting: 0,
  at: Date.now(),
})
const cards = () =>
  (today.dump('scorecards') as unknown as ScorecardDoc[]).filter((card) => card.villageId === villageId)

const troubles: Fault[] = [
  { on: 'database.insertDocument', what: 'drop', collection: 'scorecards' },
  { on: 'database.insertDocument', what: 'timeout', collection: 'scorecards' },
  { on: 'database.insertDocument', what: 'duplicate', collection: 'scorecards' },
  { on: 'database.modifyDocument', what: 'drop', collection: 'scorecards' },
  { on: 'database.modifyDocument', what: 'duplicate', collection: 'scorecards' },
]

describe('saveMarks: the phone sends again until it is answered, and each touch is written once', () => {
  test.each(troubles)('$on: $what', async (fault) => {
    const change = { itemId: itemsOf(today.file, villageId)[0]!.id, mark: 1, note: '', photos: [], base: 0 }
    if (fault.on === 'database.modifyDocument') {
      const other = { ...change, itemId: itemsOf(today.file, villageId)[1]!.id }
      await inspector.does('scoring', 'saveMarks', { ...base(), changes: [other] })
    }
    const stoodAt = cards()[0]?.revision ?? 0
    today.cloud.faults.inject(fault)
    const send = { ...base(), changes: [change] }
    const { saved, conflicts } = await untilAnswered(() => inspector.asks('scoring', 'saveMarks', send))
    expect({ mark: saved[change.itemId], conflicts }).toMatchObject({ mark: { mark: 1, revision: 1 }, conflicts: {} })
    expect(cards()).toEqual([expect.objectContaining({ revision: stoodAt + 1 })])
    expect(cards()[0]!.history.filter(({ itemId }) => itemId === change.itemId)).toHaveLength(1)
  })
})

describe('submit: the card and its audit line, each once', () => {
  const after: Fault[] = [
    { on: 'database.insertDocument', what: 'drop', collection: 'audits' },
    { on: 'database.insertDocument', what: 'conflict', collection: 'audits' },
    { on: 'database.insertDocument', what: 'duplicate', collection: 'audits' },
  ]
  test.each(after)('the line, $what', async (fault) => {
    today.cloud.faults.inject(fault)
    const send = { ...base(), seconds: 240, marks: plainCard(today.file, villageId) }
    await untilAnswered(() => inspector.asks('scoring', 'submit', send))
    expect(cards().map(({ submitted }) => submitted?.sendId)).toEqual([send.sendId])
    const lines = (today.dump('audits') as unknown as AuditDoc[]).filter(({ _id }) => _id.endsWith(send.sendId))
    expect(lines).toHaveLength(1)
  })
})

describe('survey.answer: ballot and answer together or neither', () => {
  const inTransaction: Fault[] = [
    { on: 'database.commitTransaction', what: 'conflict', times: 3 },
    { on: 'database.commitTransaction', what: 'drop' },
    { on: 'database.commitTransaction', what: 'timeout' },
    { on: 'database.modifyDocument', what: 'conflict', collection: 'answers' },
    { on: 'database.modifyDocument', what: 'conflict', collection: 'ballots', times: 2 },
    { on: 'database.modifyDocument', what: 'drop', collection: 'answers' },
    { on: 'database.startTransaction', what: 'conflict' },
    { on: 'database.modifyDocument', what: 'timeout', collection: 'bursts' },
  ]
  test.each(inTransaction)('$on $collection: $what', async (fault) => {
    const [answers, ballots] = [today.dump('answers').length, today.dump('ballots').length]
    today.cloud.faults.inject(fault)
    const send = filledFor(today)
    const person = today.villager(next)
    await untilAnswered(() => person.asks('survey', 'answer', send))
    expect(today.dump('answers')).toHaveLength(answers + 1)
    expect(today.dump('ballots')).toHaveLength(ballots + 1)
  })
})

/** As the phone's queue does: unknown outcome, the same send again; three times are enough here. */
async function untilAnswered<T>(
  ask: () => Promise<{ ok: true; data: T } | { ok: false; error: { code: string } }>,
): Promise<T> {
  const codes: string[] = []
  for (let attempt = 0; attempt < 3; attempt++) {
    const answer = await ask()
    if (answer.ok) return answer.data
    codes.push(answer.error.code)
    if (answer.error.code !== 'tryAgain') break
  }
  throw new Error(`not answered: ${codes.join(', ')}`)
}
