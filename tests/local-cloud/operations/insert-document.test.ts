import { cloudForThisFile, refusalOf } from '../vocabulary'

describe('add: one document or several', () => {
  const on = cloudForThisFile()
  const add = (data: unknown, collection = 'things') => on.db.collection(collection).add({ data })

  test('with its own id, or with one made here', async () => {
    expect(await add({ _id: 'a', n: 1 })).toMatchObject({ _id: 'a' })
    const made = (await add({ n: 2 })) as { _id: string }
    expect(made._id).toMatch(/^[0-9a-f]{32}$/)
    expect(on.cloud.dump('things')).toContainEqual({ _id: made._id, n: 2 })
  })

  test('several at once, all or none', async () => {
    expect(await add([{ _id: 'a' }, { _id: 'b' }])).toMatchObject({ _ids: ['a', 'b'] })
    await refusalOf(add([{ _id: 'c' }, { _id: 'a' }]))
    expect(on.cloud.dump('things')).toHaveLength(2)
  })

  test('an id that is taken: −501001, told by its text', async () => {
    await add({ _id: 'a' })
    const refusal = await refusalOf(add({ _id: 'a' }))
    expect(refusal.errCode).toBe(-501001)
    expect(refusal.errMsg).toMatch(/DATABASE_DUPLICATE_WRITE.*duplicate key/)
  })

  test('a unique index: the same value collides, and so do two missing ones', async () => {
    await add({ _id: 'a', number: '138' }, 'phones')
    expect((await refusalOf(add({ _id: 'b', number: '138' }, 'phones'))).errMsg).toMatch('duplicate key')
    await add({ _id: 'c' }, 'phones')
    expect((await refusalOf(add({ _id: 'd', number: null }, 'phones'))).errMsg).toMatch('duplicate key')
    expect(on.cloud.dump('phones').map(({ _id }) => _id)).toEqual(['a', 'c'])
  })

  test('server dates become dates', async () => {
    const before = Date.now()
    await add({ _id: 'a', at: on.db.serverDate(), earlier: on.db.serverDate({ offset: -60_000 }) })
    const [{ at, earlier }] = on.cloud.dump('things') as [{ at: Date; earlier: Date }]
    expect(at.getTime()).toBeGreaterThanOrEqual(before)
    expect(at.getTime()).toBeLessThanOrEqual(Date.now())
    expect(at.getTime() - earlier.getTime()).toBe(60_000)
  })

  test.each<[string, unknown]>([
    ['a Buffer, which would arrive as a list of numbers', { photo: Buffer.from('abc') }],
    ['a field name with a dot', { 'a.b': 1 }],
    ['a field name that begins with $', { deep: [{ $x: 1 }] }],
    ['an id that is no text', { _id: 7 }],
  ])('refused, though the platform stores it: %s', async (_why, data) => {
    expect((await refusalOf(add(data))).errCode).toBe(-501007)
    expect(on.cloud.dump('things')).toEqual([])
  })
})
