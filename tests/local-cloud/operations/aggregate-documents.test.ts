import { cloudForThisFile, refusalOf } from '../vocabulary'

describe('aggregate', () => {
  const on = cloudForThisFile()
  const things = () => on.db.collection('things').aggregate()
  const $ = () => on._.aggregate

  test('match, group, sort', async () => {
    on.cloud.seed('things', [
      { village: 'V01', round: 'r', n: 1, counts: true },
      { village: 'V01', round: 'r', n: 2, counts: false },
      { village: 'V02', round: 'r', n: 5, counts: true },
      { village: 'V03', round: 's', n: 9, counts: true },
    ])
    const { list } = await things()
      .match({ round: 'r', n: on._.gt(0) })
      .group({
        _id: '$village',
        sum: $().sum('$n'),
        counting: $().sum($().cond(['$counts', 1, 0])),
      })
      .sort({ _id: 1 })
      .end()
    expect(list).toEqual([
      { _id: 'V01', sum: 3, counting: 1 },
      { _id: 'V02', sum: 5, counting: 1 },
    ])
  })

  test('20 rows without a limit, as many as asked for with one', async () => {
    on.cloud.seed(
      'things',
      Array.from({ length: 150 }, (_, n) => ({ n })),
    )
    const rows = async (end: Promise<unknown>) => ((await end) as { list: unknown[] }).list.length
    expect(
      await rows(
        things()
          .match({ n: on._.gte(0) })
          .end(),
      ),
    ).toBe(20)
    expect(await rows(things().limit(120).end())).toBe(120)
  })

  test('lookup into another collection', async () => {
    on.cloud.seed('things', [{ _id: 'a', village: 'V01' }])
    on.cloud.seed('others', [
      { _id: 'o1', village: 'V01' },
      { _id: 'o2', village: 'V02' },
    ])
    const { list } = await things()
      .lookup({ from: 'others', localField: 'village', foreignField: 'village', as: 'found' })
      .end()
    expect(list).toEqual([{ _id: 'a', village: 'V01', found: [{ _id: 'o1', village: 'V01' }] }])
  })

  test('dates, projections and unwinding arrive', async () => {
    on.cloud.seed('things', [{ _id: 'a', at: new Date('2026-11-24T16:00:00Z'), tags: ['x', 'y'] }])
    const { list } = await things()
      .unwind('$tags')
      .project({
        _id: 0,
        tag: '$tags',
        day: $().dateToString({ date: '$at', format: '%Y-%m-%d', timezone: 'Asia/Shanghai' }),
        at: 1,
      })
      .end()
    expect(list).toEqual([
      { tag: 'x', day: '2026-11-25', at: new Date('2026-11-24T16:00:00Z') },
      { tag: 'y', day: '2026-11-25', at: new Date('2026-11-24T16:00:00Z') },
    ])
  })

  test('a stage or operator the SDK has not is refused', async () => {
    const send = async (stages: object[]) =>
      (
        await fetch(`${on.cloud.url}/admin`, {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify({ action: 'database.aggregateDocuments', collectionName: 'things', stages }),
        })
      ).json()
    expect(await send([{ stageKey: '$out', stageValue: '"x"' }])).toMatchObject({ code: 'DATABASE_INVALID_OPERRATOR' })
    expect(await send([{ stageKey: '$project', stageValue: '{"x":{"$function":{}}}' }])).toMatchObject({
      code: 'DATABASE_INVALID_OPERRATOR',
    })
  })

  test('a collection must exist', async () => {
    const refusal = await refusalOf(on.db.collection('nowhere').aggregate().limit(1).end())
    // The SDK keeps no code here: tell it by the text.
    expect(refusal.errMsg).toMatch('DATABASE_COLLECTION_NOT_EXIST')
  })
})
