/** 问题 and 亮点: what an inspector saw is taken from any village on the route, each once, and edited by nobody else. */
import type { FindingDoc, HighlightDoc } from '../../cloudfunctions/common/documents'
import type { CallIn, CallOut } from '../../src/contract'
import { RoundState } from '../../src/contract/parts'
import { applicableItems } from '../../src/domain/applicable-items'
import type { Fault } from '../../tools/local-cloud/faults'
import { newId, villagesOf } from '../vocabulary/cards'
import { type Day, day, type Person } from '../vocabulary/day'
import { allBut, codeOf } from '../vocabulary/everyone'
import { linesOf, roundOf } from '../vocabulary/rounds'
import { change, stored } from '../vocabulary/stored'

type Finding = CallIn<'scoring', 'finding'>
type Highlight = CallIn<'scoring', 'highlight'>

let today: Day
beforeAll(async () => {
  today = await day({ state: 'running', empty: true })
})
afterAll(() => today.stop())
afterEach(async () => {
  today.cloud.faults.clear()
  await change(today.cloud, 'rounds', today.roundId, { state: 'running' })
})

const onePhone = newId()
const otherPhone = newId()
const sent = () => ({
  roundId: today.roundId,
  villageId: 'V01',
  sendId: newId(),
  phone: onePhone,
  at: Date.now() - 1_000,
})
const aFinding = (more: Partial<Finding> = {}): Finding => ({
  ...sent(),
  findingId: newId(),
  category: 'detail',
  text: '宣传栏第二块板的标语褪色，字迹看不清',
  photos: [{ id: newId(), ring: { x: 430, y: 120 } }],
  ...more,
})
const aHighlight = (more: Partial<Highlight> = {}): Highlight => ({
  ...sent(),
  highlightId: newId(),
  itemId: null,
  text: '村民议事厅每周三晚上开门，会议记录逐条有回音',
  photos: [newId()],
  ...more,
})

/** Both actions keep the same rules: told once, tried on each. */
const kinds = {
  finding: {
    collection: 'findings',
    send: (id: string, more: object = {}) => aFinding({ findingId: id, ...more }),
    does: (person: Person, send: object) => person.does('scoring', 'finding', send as Finding),
    asks: (person: Person, send: object) => person.asks('scoring', 'finding', send as Finding),
  },
  highlight: {
    collection: 'highlights',
    send: (id: string, more: object = {}) => aHighlight({ highlightId: id, ...more }),
    does: (person: Person, send: object) => person.does('scoring', 'highlight', send as Highlight),
    asks: (person: Person, send: object) => person.asks('scoring', 'highlight', send as Highlight),
  },
} as const
type Kind = keyof typeof kinds
type Kept = FindingDoc | HighlightDoc

describe.each(Object.keys(kinds) as Kind[])('scoring.%s', (kind) => {
  const { collection, send, does, asks } = kinds[kind]
  const kept = (id: string) => (today.dump(collection) as unknown as Kept[]).find(({ _id }) => _id === id)
  const inspector = () => today.inspector('I01')

  describe('who may, and when', () => {
    const may: RoundState[] = ['running', 'closed']
    test.each(RoundState.options)(
      '%s: the panel’s inspectors where it is taken, and nobody else ever',
      async (state) => {
        await change(today.cloud, 'rounds', today.roundId, { state })
        const before = stored(today.cloud)
        for (const who of allBut('inspector'))
          expect(await codeOf(today, who, 'scoring', kind, send(newId()))).toBe('notAllowed')
        expect(stored(today.cloud)).toEqual(before)
        expect(await codeOf(today, 'inspector', 'scoring', kind, send(newId()))).toBe(
          may.includes(state) ? 'ok' : 'wrongState',
        )
      },
    )

    test('recused or skipped does not matter: it is no score; a village off the route does', async () => {
      const { stops } = roundOf(today)
      const villageId = villagesOf(today.file, 'I01').recused[0]!
      await does(inspector(), send(newId(), { villageId }))
      await change(today.cloud, 'rounds', today.roundId, {
        stops: stops.map((stop) => (stop.villageId === 'V02' ? { ...stop, state: 'skipped' } : stop)),
      })
      await does(inspector(), send(newId(), { villageId: 'V02' }))
      await change(today.cloud, 'rounds', today.roundId, { stops })
      expect(await asks(inspector(), send(newId(), { villageId: 'V99' }))).toMatchObject({
        error: { code: 'outOfScope', details: { villageId: 'V99' } },
      })
    })

    test('what the schema refuses: another’s name, too little text, too many photos, a short id', async () => {
      const before = stored(today.cloud)
      const good = send(newId())
      for (const payload of [
        { ...good, by: 'I02' },
        { ...good, text: '坏' },
        { ...good, text: '长'.repeat(501) },
        {
          ...good,
          photos: Array.from({ length: 7 }, () => (kind === 'finding' ? { id: newId(), ring: null } : newId())),
        },
        send('short'),
      ])
        expect(await codeOf(today, 'inspector', 'scoring', kind, payload)).toBe('invalid')
      expect(stored(today.cloud)).toEqual(before)
    })
  })

  describe('twice is once', () => {
    test('kept as it was sent, with who and when; the audit names it, and says nothing of what it says', async () => {
      const id = newId()
      const first = send(id)
      expect(await does(inspector(), first)).toEqual({ kept: true, reportedAt: first.at })
      expect(kept(id)).toMatchObject({
        villageId: 'V01',
        by: 'I01',
        byName: today.file.panel[0]!.name,
        text: first.text,
        photos: first.photos,
        at: first.at,
      })
      const lines = linesOf(today, kind).filter(({ _id }) => _id === `${today.roundId}:${first.sendId}`)
      expect(lines).toEqual([
        expect.objectContaining({ memberId: 'I01', on: 'V01', before: null, after: { [`${kind}Id`]: id }, reason: '' }),
      ])
      expect(JSON.stringify(lines)).not.toContain(first.text)
    })

    test('the same send again answers as the first time and writes nothing; five requests, four again', async () => {
      const first = send(newId())
      const answers: CallOut<'scoring', 'finding'>[] = []
      const cost = () =>
        today.cloud.requests.during(async () => {
          answers.push(await does(inspector(), first))
        })
      expect(await cost()).toBe(5)
      const before = stored(today.cloud)
      expect(await cost()).toBe(4)
      expect(answers).toEqual(Array.from({ length: 2 }, () => ({ kept: true, reportedAt: first.at })))
      expect(stored(today.cloud)).toEqual(before)
    })

    test('a phone that runs ahead does not report from the future, and its repeat answers the same', async () => {
      const ahead = send(newId(), { at: Date.now() + 3_600_000 })
      const first = await does(inspector(), ahead)
      expect(first.reportedAt).toBeLessThanOrEqual(Date.now())
      expect(await does(inspector(), ahead)).toEqual(first)
    })

    const troubles: Fault[] = (['drop', 'timeout', 'duplicate'] as const).flatMap((what) => [
      { on: 'database.insertDocument', what, collection },
      { on: 'database.insertDocument', what, collection: 'audits' },
    ])
    test.each(troubles)('an answer lost: $what in $collection', async (fault) => {
      const lost = send(newId())
      const lines = linesOf(today, kind).length
      today.cloud.faults.inject(fault)
      let answer = await asks(inspector(), lost)
      for (let tries = 0; !answer.ok && tries < 3; tries++) {
        expect(answer.error.code).toBe('tryAgain')
        answer = await asks(inspector(), lost)
      }
      expect(answer).toMatchObject({ data: { kept: true, reportedAt: lost.at } })
      const id = 'findingId' in lost ? lost.findingId : lost.highlightId
      expect(kept(id)).toMatchObject({ revision: 1, text: lost.text })
      expect(linesOf(today, kind)).toHaveLength(lines + 1)
    })

    test('ten times at once is once', async () => {
      const id = newId()
      const one = send(id)
      const answers = await Promise.all(Array.from({ length: 10 }, () => does(inspector(), one)))
      expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1)
      expect(kept(id)!.revision).toBe(1)
    })
  })

  describe('edited by its own person, and by nobody else', () => {
    test('sent again later it is the newer text; the older one, come again, changes nothing', async () => {
      const id = newId()
      const first = send(id, { at: Date.now() - 5_000 })
      const edit = send(id, { at: Date.now() - 2_000, text: '第二块板已看过，是第三块板褪色' })
      await does(inspector(), first)
      await does(inspector(), edit)
      const before = stored(today.cloud)[collection]
      expect(await does(inspector(), first)).toMatchObject({ kept: true })
      expect(stored(today.cloud)[collection]).toEqual(before)
      expect(kept(id)).toMatchObject({ text: edit.text, at: edit.at })
    })

    test.each([3_600_000, -3_600_000])(
      'a clock %d ms off: the later edit stands, in whatever order they come',
      async (skew) => {
        const [first, edit] = [Date.now() + skew, Date.now() + skew + 10]
        for (const order of [
          [first, edit, first],
          [edit, first, first],
        ]) {
          const id = newId()
          const sends = new Map(
            order.map((at) => [at, send(id, { at, text: at === edit ? '后来改的话' : '先写的话' })]),
          )
          for (const at of order) await does(inspector(), sends.get(at)!)
          expect(kept(id)!.text).toBe('后来改的话')
        }
      },
    )

    test('the person’s other phone, to which the queue was carried, edits it too; the first phone’s send, come again, does not undo it', async () => {
      const id = newId()
      const first = send(id, { at: Date.now() + 3_600_000 })
      await does(inspector(), first)
      await does(inspector(), send(id, { phone: otherPhone, at: Date.now(), text: '在另一台手机上改的话' }))
      await does(inspector(), first)
      expect(kept(id)).toMatchObject({ text: '在另一台手机上改的话', phone: otherPhone })
    })

    test('what the other phone wrote earlier, and sends later, changes nothing', async () => {
      const id = newId()
      const first = send(id)
      await does(inspector(), first)
      await does(inspector(), send(id, { phone: otherPhone, at: first.at - 60_000, text: '更早写的话' }))
      expect(kept(id)!.text).toBe(first.text)
    })

    test('another person’s id, or the same one in another village: refused, nothing is written but by its own', async () => {
      const id = newId()
      await does(inspector(), send(id))
      const before = stored(today.cloud)
      expect(await asks(today.inspector('I02'), send(id, { text: '别人的话' }))).toMatchObject({
        error: { code: 'changed' },
      })
      expect(await asks(inspector(), send(id, { villageId: 'V02' }))).toMatchObject({ error: { code: 'changed' } })
      expect(stored(today.cloud)).toEqual(before)
    })

    test('two persons’ phones with one id at once: one has it, the other is told', async () => {
      const id = newId()
      const people = ['I01', 'I02', 'I03', 'I04'].map((one) => today.inspector(one))
      const answers = await Promise.all(people.map((person) => asks(person, send(id))))
      expect(answers.filter(({ ok }) => ok)).toHaveLength(1)
      for (const answer of answers) if (!answer.ok) expect(answer.error.code).toBe('changed')
      expect(people[answers.findIndex(({ ok }) => ok)]).toBe(people[Number(kept(id)!.by.slice(1)) - 1])
    })
  })
})

describe('a finding once somebody deals with it is no longer edited', () => {
  test('assigned: the person’s later text is refused, the send that made it still answers', async () => {
    const first = aFinding()
    const inspector = today.inspector('I01')
    await inspector.does('scoring', 'finding', first)
    await change(today.cloud, 'findings', first.findingId, { state: 'assigned' })
    expect(await inspector.does('scoring', 'finding', first)).toEqual({ kept: true, reportedAt: first.at })
    const edit = { ...first, sendId: newId(), at: first.at + 500, text: '改过的话' }
    expect(await inspector.asks('scoring', 'finding', edit)).toMatchObject({
      error: { code: 'changed', details: { state: 'assigned' } },
    })
    expect(today.dump('findings').find(({ _id }) => _id === first.findingId)).toMatchObject({ text: first.text })
  })

  test('it begins as reported in this round, without a deadline', async () => {
    const first = aFinding()
    await today.inspector('I01').does('scoring', 'finding', first)
    expect(today.dump('findings').find(({ _id }) => _id === first.findingId)).toMatchObject({
      source: 'round',
      roundNumber: today.file.number,
      state: 'reported',
      dueOn: null,
      photosAfter: [],
      history: [],
    })
  })

  test('a ring outside the picture is refused', async () => {
    const photos = [{ id: newId(), ring: { x: 1001, y: 0 } }]
    expect(await codeOf(today, 'inspector', 'scoring', 'finding', aFinding({ photos }))).toBe('invalid')
  })
})

describe('a highlight speaks for an item of its village, or for none', () => {
  test('judged, measured or a goal; not another village’s goal', async () => {
    const { scheme, goals, notApplicable } = today.file
    const here = applicableItems(scheme, goals, notApplicable, 'V01')
    for (const { id } of [here.judged[0]!, here.measured[0]!, here.goals[0]!])
      await today.inspector('I01').does('scoring', 'highlight', aHighlight({ itemId: id }))
    const elsewhere = goals.find(({ villageId }) => villageId !== 'V01')!.id
    expect(await today.inspector('I01').asks('scoring', 'highlight', aHighlight({ itemId: elsewhere }))).toMatchObject({
      error: { code: 'invalid', details: { path: 'itemId' } },
    })
  })
})
