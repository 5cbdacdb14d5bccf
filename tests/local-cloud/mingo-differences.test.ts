/** Where mingo 7 answers otherwise than MongoDB documents: mended before it sees the pipeline, or refused. */
import { cloudForThisFile, refusalOf } from './vocabulary'

describe('mingo answers as MongoDB documents', () => {
  const on = cloudForThisFile()
  const things = () => on.db.collection('things').aggregate()
  const $ = () => on._.aggregate
  const listOf = async (end: unknown) => ((await end) as { list: unknown[] }).list

  test('$bucket: a boundary belongs to the bucket above it, empty buckets are not shown', async () => {
    on.cloud.seed(
      'things',
      [0, 60, 80, 100].map((score) => ({ score })),
    )
    const boundaries = [0, 60, 80, 101, 200]
    expect(await listOf(things().bucket({ groupBy: '$score', boundaries }).end())).toEqual([
      { _id: 0, count: 1 },
      { _id: 60, count: 1 },
      { _id: 80, count: 2 },
    ])
  })

  test('$bucket: a value outside goes to the default or is an error', async () => {
    on.cloud.seed('things', [{ score: 5 }, { score: 500 }])
    const bucket = { groupBy: '$score', boundaries: [0, 60] }
    expect(
      await listOf(
        things()
          .bucket({ ...bucket, default: 'other' })
          .end(),
      ),
    ).toEqual([
      { _id: 0, count: 1 },
      { _id: 'other', count: 1 },
    ])
    expect((await refusalOf(things().bucket(bucket).end())).errMsg).toMatch('no branch matched')
  })

  test('$count of nothing is no document', async () => {
    expect(await listOf(things().count('n').end())).toEqual([])
    on.cloud.seed('things', [{}, {}])
    expect(await listOf(things().count('n').end())).toEqual([{ n: 2 }])
  })

  test('$group: $push skips a missing field', async () => {
    on.cloud.seed('things', [{ _id: 'a', x: 1 }, { _id: 'b' }, { _id: 'c', x: null }])
    expect(
      await listOf(
        things()
          .group({ _id: null, all: $().push('$x') })
          .end(),
      ),
    ).toEqual([{ _id: null, all: [1, null] }])
  })

  test('$group by an object is refused: the order of its keys would decide', async () => {
    on.cloud.seed('things', [{ key: { a: 1, b: 2 } }, { key: { b: 2, a: 1 } }])
    expect((await refusalOf(things().group({ _id: '$key' }).end())).errMsg).toMatch('order of its keys')
  })

  test('$trunc with one argument', async () => {
    on.cloud.seed('things', [{ x: 2.7 }])
    expect(
      await listOf(
        things()
          .project({ _id: 0, y: $().trunc('$x') })
          .end(),
      ),
    ).toEqual([{ y: 2 }])
  })

  test('$switch without a match and without a default is an error', async () => {
    on.cloud.seed('things', [{ x: 2 }])
    // biome-ignore lint/suspicious/noThenProperty: the name MongoDB gives a branch
    const branches = [{ case: $().eq(['$x', 1]), then: 'one' }]
    const choose = (how: object) =>
      things()
        .project({ _id: 0, y: $().switch(how) })
        .end()
    expect((await refusalOf(choose({ branches }))).errMsg).toMatch('no branch matched')
    expect(await listOf(choose({ branches, default: 'other' }))).toEqual([{ y: 'other' }])
  })

  test('numbers keep apart from texts, 1 equals 1.0, Chinese sorts by code', async () => {
    on.cloud.seed('things', [
      { _id: 'a', k: '1' },
      { _id: 'b', k: 1 },
      { _id: 'c', k: '张' },
      { _id: 'd', k: '李' },
    ])
    const ids = (rows: { _id: string }[]) => rows.map(({ _id }) => _id)
    expect(ids((await on.db.collection('things').where({ k: 1.0 }).get()).data)).toEqual(['b'])
    expect(ids((await on.db.collection('things').orderBy('k', 'asc').get()).data)).toEqual(['b', 'a', 'c', 'd'])
  })
})
