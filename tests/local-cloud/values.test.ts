import { fromStore, fromWire, toStore } from '../../tools/local-cloud/ejson'
import { cloudForThisFile } from './vocabulary'

describe('values come back as they went', () => {
  const on = cloudForThisFile()

  test.each<[string, unknown]>([
    ['whole numbers', [0, 1, -1, 2147483647, 2147483648, 1234567890123, Number.MAX_SAFE_INTEGER]],
    ['fractions', [0.1, -1.5, 1e21, 5e-324]],
    ['not a number and infinities', [Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY]],
    ['dates', [new Date(0), new Date(1_700_000_000_000), new Date(-1)]],
    ['texts', ['', '张三', '\u0000\u0001', '𠮷', '"\\', '$gt', '{"$date":1}']],
    ['null, booleans, empty things', [null, true, false, [], {}]],
    ['nesting', { a: [{ b: { c: [1, { d: new Date(5) }] } }] }],
  ])('%s', async (_what, value) => {
    await on.db.collection('things').add({ data: { _id: 'v', value } })
    expect((await on.db.collection('things').doc('v').get()).data.value).toEqual(value)
  })

  test('numbers keep apart from texts, Chinese sorts by code', async () => {
    on.cloud.seed(
      'things',
      ['1', 1, '张', '李'].map((k, i) => ({ _id: 'abcd'[i]!, k })),
    )
    const things = on.db.collection('things')
    const ids = (rows: { _id: string }[]) => rows.map(({ _id }) => _id)
    expect(ids((await things.where({ k: 1 }).get()).data)).toEqual(['b'])
    expect(ids((await things.orderBy('k', 'asc').get()).data)).toEqual(['b', 'a', 'c', 'd'])
  })

  test('undefined fields are dropped', async () => {
    await on.db.collection('things').add({ data: { _id: 'v', gone: undefined, kept: null } })
    expect(on.cloud.dump('things')).toEqual([{ _id: 'v', kept: null }])
  })

  test('a point of the map', async () => {
    await on.db.collection('things').add({ data: { _id: 'v', at: new on.db.Geo.Point(104.1, 30.6) } })
    expect(on.cloud.dump('things')).toEqual([{ _id: 'v', at: { type: 'Point', coordinates: [104.1, 30.6] } }])
  })

  test('the store is relaxed JSON: plain numbers, wrapped dates', () => {
    expect(toStore({ n: 1.5, at: new Date(7) })).toBe('{"n":1.5,"at":{"$date":{"$numberLong":"7"}}}')
    expect(fromStore(toStore({ z: -0 })).z).toBe(-0)
  })

  test.each(['{"$numberLong":"9007199254740993"}', '{"$oid":"x"}', '{"$date":"yesterday"}', '{"__proto__":1}', 'no'])(
    'refused: %s',
    (text) => expect(() => fromWire(text, 0)).toThrow(/\[INVALID_PARAM\]/),
  )
})
