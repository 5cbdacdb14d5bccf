import { cloudForThisFile, refusalOf } from '../vocabulary'

describe('remove: by id or by query, never everything', () => {
  const on = cloudForThisFile()
  const things = () => on.db.collection('things')

  beforeEach(() =>
    on.cloud.seed('things', [
      { _id: 'a', n: 1 },
      { _id: 'b', n: 2 },
      { _id: 'c', n: 2 },
    ]),
  )

  test('by id; again is harmless', async () => {
    expect(await things().doc('a').remove()).toMatchObject({ stats: { removed: 1 } })
    expect(await things().doc('a').remove()).toMatchObject({ stats: { removed: 0 } })
  })

  test('by query', async () => {
    expect(await things().where({ n: 2 }).remove()).toMatchObject({ stats: { removed: 2 } })
    expect(on.cloud.dump('things')).toEqual([{ _id: 'a', n: 1 }])
  })

  test.each([
    ['no where', () => (things() as unknown as { remove(): Promise<unknown> }).remove()],
    ['an empty where', () => things().where({}).remove()],
  ])('%s: refused, though the platform removes everything', async (_why, remove) => {
    expect((await refusalOf(remove())).errMsg).toMatch('without where')
    expect(on.cloud.dump('things')).toHaveLength(3)
  })
})
