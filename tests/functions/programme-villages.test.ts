import fc from 'fast-check'
import type { GoalDoc, MemberDoc, VillageDoc } from '../../cloudfunctions/common/documents'
import type { CallIn, CallOut } from '../../src/contract'
import { seedAll } from '../../tools/seed/sample'
import { newId } from '../vocabulary/cards'
import { type Day, day } from '../vocabulary/day'
import { DRAFT, draftRound } from '../vocabulary/draft-round'
import { bytesOf, previewed } from '../vocabulary/excel'
import { change, stored } from '../vocabulary/stored'

let today: Day
beforeEach(async () => {
  today = await day({ state: 'ready', empty: true })
})
afterEach(() => today.stop())

type Village = CallIn<'programme', 'saveVillage'>['village']
const NEW: Village = {
  id: 'V09',
  name: '南湖村',
  town: '南湖镇',
  districtId: 'D-DEV',
  themes: ['green'],
  households: 300,
  population: null,
  adults: null,
  location: null,
  profile: '',
  responsibilities: [],
}
const save = (village: Village, revision: number | null, sendId = newId()) =>
  today.administrator.asks('programme', 'saveVillage', { village, revision, sendId })
const listed = () => today.administrator.does('programme', 'villages', {})
const kept = async (id: string): Promise<CallOut<'programme', 'villages'>['villages'][number]> =>
  (await listed()).villages.find((one) => one.id === id)!
const village = async (id: string): Promise<Village> => {
  const { revision: _, inUse: __, ...fields } = await kept(id)
  return fields
}
const remove = (villageId: string) =>
  today.administrator.asks('programme', 'removeVillage', { villageId, sendId: newId() })
const docs = <T>(collection: string) => today.dump(collection) as unknown as T[]
const lines = (action: string) =>
  docs<{ action: string; on: string }>('audits').filter((line) => line.action === action)

describe('overview', () => {
  test('title, districts, how much there is', async () => {
    expect(await today.administrator.does('programme', 'overview', {})).toEqual({
      title: '党建引领乡村振兴试点',
      districts: [
        { id: 'D-EAST', name: '东江区' },
        { id: 'D-WEST', name: '西岭区' },
        { id: 'D-DEV', name: '滨湖开发区' },
        { id: 'D-ECO', name: '临港经济区' },
      ],
      revision: null,
      counts: {
        villages: 8,
        members: docs('members').length,
        unbound: 0,
        schemes: docs('schemes').length,
        publishedSchemes: 1,
      },
    })
  })

  const saveOverview = (fields: Partial<CallIn<'programme', 'saveOverview'>>) =>
    today.administrator.asks('programme', 'saveOverview', {
      title: '试点',
      districts: [],
      revision: null,
      sendId: newId(),
      ...fields,
    })

  test('a district is added and renamed; the same send again changes nothing; what was seen before is `changed`', async () => {
    const { districts } = await listed()
    const more = [
      ...districts.map((one) => (one.id === 'D-DEV' ? { ...one, name: '滨湖新区' } : one)),
      { id: 'D-NEW', name: '南湖区' },
    ]
    const sendId = newId()
    const first = await saveOverview({ districts: more, sendId })
    expect(first).toEqual({ ok: true, data: { revision: 1 } })
    const before = stored(today.cloud)
    expect(await saveOverview({ districts: more, sendId })).toEqual(first)
    expect(stored(today.cloud)).toEqual(before)
    expect((await listed()).districts).toEqual(more)
    expect(await saveOverview({ districts: more, title: '别的' })).toMatchObject({
      ok: false,
      error: { code: 'changed' },
    })
    expect(lines('saveOverview')).toHaveLength(1)
  })

  test('a district that a village, a person or a leader’s scope names stays', async () => {
    const districts = (await listed()).districts.filter(({ id }) => id !== 'D-ECO')
    expect(await saveOverview({ districts })).toMatchObject({
      ok: false,
      error: { code: 'inUse', details: { districtIds: ['D-ECO'] } },
    })
    for (const { _id } of docs<VillageDoc>('villages').filter(({ districtId }) => districtId === 'D-ECO'))
      await change(today.cloud, 'villages', _id, { districtId: 'D-DEV' })
    expect(await saveOverview({ districts })).toMatchObject({ ok: false, error: { code: 'inUse' } })
    for (const { _id } of docs<MemberDoc>('members').filter(({ districtId }) => districtId === 'D-ECO'))
      await change(today.cloud, 'members', _id, { districtId: null })
    await change(today.cloud, 'members', today.districtLeader.openid, { roles: [{ role: 'leader', scope: 'D-ECO' }] })
    expect(await saveOverview({ districts })).toMatchObject({ ok: false, error: { code: 'inUse' } })
    await change(today.cloud, 'members', today.districtLeader.openid, { roles: [{ role: 'leader', scope: 'city' }] })
    expect(await saveOverview({ districts })).toMatchObject({ ok: true })
  })

  test('two districts of one id or one name are refused where they stand', async () => {
    const { districts } = await listed()
    const twice = async (one: { id: string; name: string }) => saveOverview({ districts: [...districts, one] })
    expect(await twice({ id: 'D-EAST', name: '新区' })).toMatchObject({
      ok: false,
      error: { code: 'invalid', details: { path: 'districts.4.id' } },
    })
    expect(await twice({ id: 'D-NEW', name: ' 东江区' })).toMatchObject({
      ok: false,
      error: { code: 'invalid', details: { path: 'districts.4.name' } },
    })
  })
})

describe('saveVillage', () => {
  test('a new one, then as it was seen; the same send again answers the same', async () => {
    const sendId = newId()
    expect(await save(NEW, null, sendId)).toEqual({ ok: true, data: { revision: 1 } })
    expect(await save(NEW, null, sendId)).toEqual({ ok: true, data: { revision: 1 } })
    expect(await kept('V09')).toEqual({ ...NEW, revision: 1, inUse: false })
    expect(await save({ ...NEW, households: 301 }, 1)).toEqual({ ok: true, data: { revision: 2 } })
    expect(await save({ ...NEW, households: 302 }, 1)).toMatchObject({ ok: false, error: { code: 'changed' } })
    expect(await save(NEW, null)).toMatchObject({ ok: false, error: { code: 'changed' } })
    expect(await save({ ...NEW, id: 'V10' }, 3)).toMatchObject({ ok: false, error: { code: 'notFound' } })
    expect((await kept('V09')).households).toBe(301)
    expect(lines('saveVillage')).toHaveLength(2)
  })

  test('two phones at once: one is written, the other told', async () => {
    await save(NEW, null)
    const answers = await Promise.all([1, 2, 3].map((n) => save({ ...NEW, households: 400 + n }, 1)))
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1)
    expect(answers.filter((answer) => !answer.ok && answer.error.code === 'changed')).toHaveLength(2)
    expect((await kept('V09')).revision).toBe(2)
  })

  test('a district, or a responsible person, that is not there', async () => {
    const person = { duty: 'first-secretary', title: '第一书记', name: '某人', unit: '', memberId: 'X99' }
    const before = stored(today.cloud)
    expect(await save({ ...NEW, districtId: 'D-NONE' }, null)).toMatchObject({
      ok: false,
      error: { code: 'invalid', details: { path: 'village.districtId' } },
    })
    expect(await save({ ...NEW, responsibilities: [person] }, null)).toMatchObject({
      ok: false,
      error: { code: 'invalid', details: { path: 'village.responsibilities.0.memberId' } },
    })
    expect(await save({ ...NEW, name: '  ' }, null)).toMatchObject({
      ok: false,
      error: { code: 'invalid', details: { path: 'village.name' } },
    })
    expect(stored(today.cloud)).toEqual(before)
  })
})

describe('removeVillage', () => {
  test('one that nobody names goes; again is harmless', async () => {
    await save(NEW, null)
    expect(await remove('V09')).toEqual({ ok: true, data: { removed: true } })
    expect(await remove('V09')).toEqual({ ok: true, data: { removed: true } })
    expect((await listed()).villages.map(({ id }) => id)).not.toContain('V09')
  })

  test.each([
    ['a round', async () => 'V01'],
    [
      'an officer',
      async () => {
        await save(NEW, null)
        await change(today.cloud, 'members', today.officer.openid, { roles: [{ role: 'officer', scope: 'V09' }] })
        return 'V09'
      },
    ],
    [
      'a draft’s goal',
      async () => {
        await save(NEW, null)
        const [goal] = draftRound(today.file).goals
        await today.cloud.seed('goals', [{ ...goal!, villageId: 'V09' } satisfies GoalDoc])
        return 'V09'
      },
    ],
  ] as [string, () => Promise<string>][])('one that %s names stays', async (_, prepared) => {
    const villageId = await prepared()
    const before = docs('villages')
    expect(await remove(villageId)).toMatchObject({ ok: false, error: { code: 'inUse' } })
    expect(docs('villages')).toEqual(before)
  })
})

describe('whatever stands, its export read again changes nothing', () => {
  const plain = <T>(fields: { [K in keyof T]: fc.Arbitrary<T[K]> }) => fc.record(fields, { noNullPrototype: true })
  const text = (most: number) =>
    fc.string({
      unit: fc.constantFrom(...'村甲乙丙 =+-@0123456789abcXYZ，、。；：“”（）&<>"\'\n\t　%#'),
      maxLength: most,
    })
  const name = (most: number) => text(most).filter((one) => one.trim() !== '')
  const trimmed = (one: object) => JSON.stringify(Object.values(one).map((value) => value?.trim() ?? null))
  const anyVillage = plain({
    name: name(30),
    town: name(30),
    themes: fc
      .subarray(['red', 'green', 'gold', 'heritage'] as const)
      .chain((some) => fc.shuffledSubarray(some, { minLength: some.length })),
    households: fc.integer({ min: 1, max: 100_000 }),
    population: fc.option(fc.integer({ min: 1, max: 1_000_000 })),
    adults: fc.option(fc.integer({ min: 1, max: 1_000_000 })),
    location: fc.option(
      plain({
        longitude: fc.double({ min: -180, max: 180, noNaN: true }),
        latitude: fc.double({ min: -90, max: 90, noNaN: true }),
      }),
    ),
    profile: text(200),
    responsibilities: fc.uniqueArray(
      plain({
        duty: name(40),
        title: name(40),
        name: name(30),
        unit: text(60),
        memberId: fc.constantFrom(null, 'I01', 'nobody-yet'),
      }),
      { maxLength: 5, selector: trimmed },
    ),
  })
  const anyGoal = plain({
    title: name(100),
    baseline: text(60),
    target: text(60),
    unit: text(20),
    difficulty: fc.constantFrom(null, 0.8, 0.95, 1),
  })

  test('villages', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(anyVillage, { minLength: 8, maxLength: 8 }), async (villages) => {
        for (const [n, fields] of villages.entries()) {
          const set = today.cloud.sdk().database().command.set
          const data = Object.fromEntries(Object.entries(fields).map(([field, value]) => [field, set(value)]))
          await change(today.cloud, 'villages', `V0${n + 1}`, data)
        }
        await changesNothing({ kind: 'villages' })
      }),
      { numRuns: 25 },
    )
  })

  test('goals', async () => {
    const draft = draftRound(today.file)
    await seedAll(today.cloud, { ...draft })
    await fc.assert(
      fc.asyncProperty(fc.array(anyGoal, { minLength: 6, maxLength: 6 }), async (goals) => {
        for (const [n, fields] of goals.entries()) await change(today.cloud, 'goals', draft.goals[n]!._id, fields)
        await changesNothing({ kind: 'goals', roundId: DRAFT })
      }),
      { numRuns: 25 },
    )
  })

  test('measurements', async () => {
    const draft = draftRound(today.file)
    await seedAll(today.cloud, { ...draft })
    const value = fc.integer({ min: -9_999_999_999, max: 9_999_999_999 }).map((units) => units / 10_000)
    await fc.assert(
      fc.asyncProperty(
        fc.array(plain({ value, evidence: text(300) }), { minLength: 8, maxLength: 8 }),
        async (facts) => {
          for (const [n, fields] of facts.entries())
            await change(today.cloud, 'measurements', draft.measurements[n]!._id, fields)
          await changesNothing({ kind: 'measurements', roundId: DRAFT })
        },
      ),
      { numRuns: 25 },
    )
  })

  async function changesNothing(table: CallIn<'programme', 'exportTable'>): Promise<void> {
    const { base64 } = await today.administrator.does('programme', 'exportTable', table)
    const { upload: _, ...answer } = await previewed(today.cloud, today.administrator, table, bytesOf(base64))
    expect(answer).toMatchObject({ ok: true, data: { faults: [], added: [], changed: [] } })
  }
})

test('what the list says of a village can be saved as it is', async () => {
  const { revision, inUse } = await kept('V01')
  expect(inUse).toBe(true)
  expect(await save(await village('V01'), revision)).toMatchObject({ ok: true, data: { revision: revision + 1 } })
})
