import { cloudForThisFile, refusalOf } from '../vocabulary'

describe('get: documents by id, by query, in order, by page', () => {
  const on = cloudForThisFile()
  const things = () => on.db.collection('things')

  beforeEach(() => {
    on.cloud.seed('things', [
      { _id: 'a', village: 'V01', n: 3, tags: ['red', 'gold'] },
      { _id: 'b', village: 'V01', n: 1, deep: { x: 1, y: [1, 2] } },
      { _id: 'c', village: 'V02', n: 2, tags: [] },
      { _id: 'd', n: null },
    ])
  })
  const idsOf = async (query: object) => (await things().where(query).get()).data.map(({ _id }) => _id).sort()

  test('by id', async () => {
    expect((await things().doc('b').get()).data).toEqual({ _id: 'b', village: 'V01', n: 1, deep: { x: 1, y: [1, 2] } })
  })

  test('a missing document is an error, or null without throwOnNotFound', async () => {
    expect((await refusalOf(things().doc('x').get())).errMsg).toMatch('does not exist')
    const forgiving = on.sdk.database({ throwOnNotFound: false })
    expect((await forgiving.collection('things').doc('x').get()).data).toBeNull()
  })

  test.each<[string, object | (() => object), string[]]>([
    ['an indexed field', { village: 'V01' }, ['a', 'b']],
    ['two conditions', { village: 'V01', n: 1 }, ['b']],
    ['null finds missing and null', { village: null }, ['d']],
    ['null, not indexed', { n: null }, ['d']],
    ['an element of an array', { tags: 'gold' }, ['a']],
    ['one of several values', () => ({ village: on._.in(['V02', 'V09']) }), ['c']],
    ['one of several ids', () => ({ _id: on._.in(['a', 'd', 'zz']) }), ['a', 'd']],
    ['a range', () => ({ n: on._.gt(1).and(on._.lte(3)) }), ['a', 'c']],
    ['a nested field', { deep: { x: 1 } }, ['b']],
    ['either', () => on._.or([{ n: 1 }, { tags: 'red' }]), ['a', 'b']],
    ['an indexed field that exists', () => ({ village: on._.exists(true) }), ['a', 'b', 'c']],
    ['not equal', () => ({ village: on._.neq('V01') }), ['c', 'd']],
    ['an expression', { village: /^v0[12]$/i }, ['a', 'b', 'c']],
    ['an expression by db.RegExp', () => ({ village: on.db.RegExp({ regexp: '^V01', options: '' }) }), ['a', 'b']],
    ['an array of two', () => ({ tags: on._.size(2) }), ['a']],
    ['an array that holds all', () => ({ tags: on._.all(['gold', 'red']) }), ['a']],
    ['an id, and not matching', { _id: 'a', n: 4 }, []],
  ])('%s', async (_why, query, ids) => {
    expect(await idsOf(typeof query === 'function' ? query() : query)).toEqual(ids)
  })

  test('in order, by page, and only the fields asked for', async () => {
    const page = await things()
      .where({ n: on._.gt(0) })
      .orderBy('n', 'desc')
      .skip(1)
      .limit(1)
      .field({ n: true, _id: false })
      .get()
    expect(page.data).toEqual([{ n: 2 }])
  })

  test('page by page in the order of _id', async () => {
    on.cloud.seed(
      'others',
      Array.from({ length: 1201 }, (_, i) => ({ _id: `o${String(i).padStart(4, '0')}` })),
    )
    const seen: string[] = []
    for (let last = ''; ; ) {
      const page = (
        await on.db
          .collection('others')
          .where({ _id: on._.gt(last) })
          .orderBy('_id', 'asc')
          .limit(1000)
          .get()
      ).data
      if (page.length === 0) break
      seen.push(...page.map(({ _id }) => _id))
      last = seen[seen.length - 1]!
    }
    expect(seen).toHaveLength(1201)
    expect(new Set(seen).size).toBe(1201)
  })

  test('100 documents where no limit is asked for, 1 000 at most', async () => {
    on.cloud.seed(
      'others',
      Array.from({ length: 1100 }, (_, i) => ({ i })),
    )
    expect((await on.db.collection('others').get()).data).toHaveLength(100)
    expect((await on.db.collection('others').limit(5000).get()).data).toHaveLength(1000)
  })

  test('a collection must exist', async () => {
    expect(await refusalOf(on.db.collection('nowhere').get())).toMatchObject({ errCode: -502005 })
  })

  test('an operator the platform has not is refused', async () => {
    const raw = await fetch(`${on.cloud.url}/admin`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ action: 'database.getDocument', collectionName: 'things', query: '{"$where":"true"}' }),
    })
    expect(await raw.json()).toMatchObject({ code: 'DATABASE_INVALID_OPERRATOR' })
    expect((await refusalOf(idsOf({ at: on._.geoNear({ geometry: new on.db.Geo.Point(1, 2) }) }))).errMsg).toMatch(
      '$nearSphere',
    )
  })

  test('comparing whole objects is refused: the order of keys would decide', async () => {
    expect((await refusalOf(idsOf({ deep: on._.eq({ x: 1, y: 2 }) }))).errMsg).toMatch('order of their keys')
  })

  test('a projection that includes and excludes is refused', async () => {
    expect((await refusalOf(things().field({ n: true, tags: false }).get())).errMsg).toMatch('projection')
  })
})
