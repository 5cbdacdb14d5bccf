import { cloudForThisFile, refusalOf } from '../vocabulary'

describe('update and set', () => {
  const on = cloudForThisFile()
  const things = () => on.db.collection('things')
  const update = (id: string, data: object) => things().doc(id).update({ data })
  const stored = (id: string) => on.cloud.dump('things').find(({ _id }) => _id === id)

  beforeEach(() => {
    on.cloud.seed('things', [
      { _id: 'a', village: 'V01', n: 1, deep: { x: 1, y: 2 }, list: [1, 2, 3], text: 'five', nothing: null },
      { _id: 'b', village: 'V01', n: 2 },
    ])
  })

  test('update merges nested objects; _.set replaces them', async () => {
    await update('a', { deep: { x: 9 } })
    expect(stored('a')?.deep).toEqual({ x: 9, y: 2 })
    await update('a', { deep: on._.set({ z: 1 }) })
    expect(stored('a')?.deep).toEqual({ z: 1 })
  })

  test.each<[string, () => object, object]>([
    ['inc', () => ({ n: on._.inc(2) }), { n: 3 }],
    ['inc of a missing field', () => ({ fresh: on._.inc(2) }), { fresh: 2 }],
    ['inc of a missing nested field', () => ({ 'minutes.10:15': on._.inc(1) }), { minutes: { '10:15': 1 } }],
    ['mul', () => ({ n: on._.mul(5) }), { n: 5 }],
    ['min and max', () => ({ n: on._.max(7), 'deep.x': on._.min(0) }), { n: 7, deep: { x: 0, y: 2 } }],
    ['push several', () => ({ list: on._.push([4, 5]) }), { list: [1, 2, 3, 4, 5] }],
    ['push bounded', () => ({ list: on._.push({ each: [4], slice: -2 }) }), { list: [3, 4] }],
    ['unshift', () => ({ list: on._.unshift([0]) }), { list: [0, 1, 2, 3] }],
    ['pop and shift', () => ({ list: on._.pop() }), { list: [1, 2] }],
    ['shift', () => ({ list: on._.shift() }), { list: [2, 3] }],
    ['pull', () => ({ list: on._.pull(2) }), { list: [1, 3] }],
    ['addToSet', () => ({ list: on._.addToSet(3) }), { list: [1, 2, 3] }],
    ['rename', () => ({ n: on._.rename('m') }), { m: 1 }],
    ['remove a field', () => ({ 'deep.x': on._.remove() }), { deep: { y: 2 } }],
    ['null is kept', () => ({ n: null }), { n: null }],
    ['a date', () => ({ at: new Date(7) }), { at: new Date(7) }],
    ['an element of an array', () => ({ 'list.1': 9 }), { list: [1, 9, 3] }],
  ])('%s', async (_what, data, expected) => {
    await update('a', data())
    expect(stored('a')).toMatchObject(expected)
  })

  test('updated counts the documents that changed', async () => {
    expect((await update('a', { n: 5 })).stats.updated).toBe(1)
    expect((await update('a', { n: 5 })).stats.updated).toBe(0)
    expect((await update('zz', { n: 5 })).stats.updated).toBe(0)
    const many = await things()
      .where({ village: 'V01' })
      .update({ data: { n: on._.inc(1) } })
    expect(many.stats.updated).toBe(2)
  })

  test('compare-and-set: the second with the same revision changes nothing', async () => {
    const swap = () =>
      things()
        .where({ _id: 'a', n: 1 })
        .update({ data: { n: 2 } })
    const both = await Promise.all([swap(), swap()])
    expect(both.map(({ stats }) => stats.updated).sort()).toEqual([0, 1])
  })

  test('the index follows', async () => {
    await update('a', { village: 'V02' })
    expect((await things().where({ village: 'V02' }).count()).total).toBe(1)
    expect((await things().where({ village: 'V01' }).count()).total).toBe(1)
  })

  test('set replaces, and creates where there is none', async () => {
    expect(
      await things()
        .doc('b')
        .set({ data: { only: 1 } }),
    ).toMatchObject({ stats: { updated: 1, created: 0 } })
    expect(stored('b')).toEqual({ _id: 'b', only: 1 })
    expect(
      await things()
        .doc('q')
        .set({ data: { n: 1 } }),
    ).toMatchObject({ stats: { updated: 0, created: 1 } })
    expect(stored('q')).toEqual({ _id: 'q', n: 1 })
  })

  test('set of an empty document never reaches the wire', async () => {
    expect(await refusalOf(things().doc('q').set({ data: {} }))).toMatchObject({ errCode: -1 })
  })

  test('a unique index holds for updates too', async () => {
    on.cloud.seed('phones', [
      { _id: 'x', number: '138' },
      { _id: 'y', number: '139' },
    ])
    const refusal = await refusalOf(
      on.db
        .collection('phones')
        .doc('y')
        .update({ data: { number: '138' } }),
    )
    expect(refusal.errMsg).toMatch('duplicate key')
  })

  test.each<[string, () => object, RegExp]>([
    ['inc of a text', () => ({ text: on._.inc(1) }), /non-numeric/],
    ['inc of null', () => ({ nothing: on._.inc(1) }), /non-numeric/],
    ['mul of a text', () => ({ text: on._.mul(2) }), /non-numeric/],
    ['push on a number', () => ({ n: on._.push([1]) }), /must be an array/],
    ['push on null', () => ({ nothing: on._.push([1]) }), /must be an array/],
    ['a field inside a number', () => ({ 'n.b': 1 }), /Cannot create field/],
    ['a field inside null', () => ({ 'nothing.b': 1 }), /Cannot create field/],
    ['nothing but undefined', () => ({ u: undefined }), /without any change/],
    ['nothing but an empty object', () => ({ deep: {} }), /without any change/],
    ['a Buffer', () => ({ photo: on._.set(Buffer.from('abc')) }), /Buffer/],
  ])('refused, where mingo or the platform would lose it: %s', async (_what, data, why) => {
    const before = stored('a')
    expect((await refusalOf(update('a', data()))).errMsg).toMatch(why)
    expect(stored('a')).toEqual(before)
  })

  test('update without where is refused', async () => {
    expect(
      (
        await refusalOf(
          things()
            .where({})
            .update({ data: { n: 1 } }),
        )
      ).errMsg,
    ).toMatch('without where')
  })
})
