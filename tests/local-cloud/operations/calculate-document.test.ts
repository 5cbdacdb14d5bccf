import { cloudForThisFile } from '../vocabulary'

describe('count: how many match', () => {
  const on = cloudForThisFile()

  test('all, some, none', async () => {
    on.cloud.seed('things', [{ n: 1 }, { n: 2 }, { n: 3 }])
    const things = on.db.collection('things')
    expect((await things.count()).total).toBe(3)
    expect((await things.where({ n: on._.gte(2) }).count()).total).toBe(2)
    expect((await things.where({ n: 9 }).count()).total).toBe(0)
  })
})
