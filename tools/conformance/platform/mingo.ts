/** mingo's differences that are not an operator's documented example: those are in cases/, and named here. */
import { strict as assert } from 'node:assert'
import { cases } from '../cases'
import { runCases } from '../run'
import { type Ground, type Row, refusal } from './row'

const row = (row: string, holds: (ground: Ground) => Promise<void>): Row => ({ table: 'mingo differences', row, holds })

/** The documented examples of these, and how many there must be at least. */
const examples = (row: string, ...subjects: string[]): Row => ({
  table: 'mingo differences',
  row,
  async holds({ on }) {
    const own = cases.filter(({ of }) => subjects.includes(of))
    for (const subject of subjects)
      assert.ok(
        own.some(({ of }) => of === subject),
        `no example of ${subject}`,
      )
    const wrong = (await runCases(own, on, true)).filter(({ differs }) => differs)
    assert.deepEqual(
      wrong.map(({ one, nth, got }) => [one.of, nth, got]),
      [],
    )
  },
})
const rowsOf = async (end: Promise<{ list: object[] }>) => (await end).list

export const mingoDifferences: Row[] = [
  row('`$bucket`', async ({ cloud, on }) => {
    cloud.seed(
      'things',
      [0, 60, 80, 100].map((score) => ({ score })),
    )
    const bucket = { groupBy: '$score', boundaries: [0, 60, 80, 101, 200] }
    assert.deepEqual(await rowsOf(on.things.aggregate().bucket(bucket).end()), [
      { _id: 0, count: 1 },
      { _id: 60, count: 1 },
      { _id: 80, count: 2 },
    ])
    const outside = on.things.aggregate().bucket({ groupBy: '$score', boundaries: [0, 60] })
    assert.match((await refusal(() => outside.end())).errMsg, /no branch matched/)
  }),
  row('`$count` on nothing', async ({ on }) => {
    assert.deepEqual(await rowsOf(on.things.aggregate().count('n').end()), [])
  }),
  row('`$inc`/`$mul` on string or null', async ({ cloud, on }) => {
    const doc = { _id: 'a', text: 'five', nothing: null, number: 5 }
    cloud.seed('things', [doc])
    for (const data of [
      ...[{ text: on._.inc(1) }, { nothing: on._.inc(1) }, { text: on._.mul(2) }, { nothing: on._.mul(2) }],
      ...[
        { number: on._.push([1]) },
        { nothing: on._.push([1]) },
        { number: on._.addToSet(1) },
        { text: on._.pull(1) },
      ],
    ])
      assert.equal((await refusal(() => on.things.doc('a').update({ data }))).errCode, -502001)
    assert.deepEqual(cloud.dump('things'), [doc])
  }),
  row("`$set: {'a.b':1}` when a is 5 / null", async ({ cloud, on }) => {
    cloud.seed('things', [{ _id: 'a', a: 5, c: null }])
    for (const data of [{ 'a.b': 1 }, { 'c.b': 1 }])
      assert.match((await refusal(() => on.things.doc('a').update({ data }))).errMsg, /Cannot create field/)
    assert.deepEqual(cloud.dump('things'), [{ _id: 'a', a: 5, c: null }])
  }),
  row('`$group` `$push` of a missing field', async ({ cloud, on }) => {
    cloud.seed('things', [{ _id: 'a', x: 1 }, { _id: 'b' }, { _id: 'c', x: null }])
    const grouped = on.things.aggregate().group({ _id: null, all: on.$.push('$x') })
    assert.deepEqual(await rowsOf(grouped.end()), [{ _id: null, all: [1, null] }])
  }),
  row('objects with other key order', async ({ cloud, on }) => {
    cloud.seed('things', [{ k: { a: 1, b: 2 } }, { k: { b: 2, a: 1 } }])
    const object = { a: 1, b: 2 }
    for (const ask of [
      () => on.things.where({ k: on._.eq(object) }).get(),
      () => on.things.where({ k: on._.in([object]) }).get(),
      () => on.things.aggregate().group({ _id: '$k' }).end(),
      () => on.things.aggregate().sortByCount('$k').end(),
      () =>
        on.things
          .aggregate()
          .project({ x: on.$.eq(['$k', { a: 1, b: 2 }]) })
          .end(),
    ])
      assert.match((await refusal(ask)).errMsg, /order of (its|their) keys/)
  }),
  examples('`$trunc` with one argument', 'expression $trunc'),
  row('`$switch` without match or default', async ({ cloud, on }) => {
    cloud.seed('things', [{ x: 2 }])
    // biome-ignore lint/suspicious/noThenProperty: the name MongoDB gives a branch
    const branches = [{ case: on.$.eq(['$x', 1]), then: 'one' }]
    const chosen = on.things.aggregate().project({ y: on.$.switch({ branches }) })
    assert.match((await refusal(() => chosen.end())).errMsg, /no branch matched/)
  }),
  row('`$nearSphere`', async ({ on }) => {
    const geometry = new on.db.Geo.Point(1, 2)
    for (const at of [on._.geoNear({ geometry }), on._.geoWithin({ geometry: polygonOf(on.db.Geo) })])
      assert.match((await refusal(() => on.things.where({ at }).get())).errMsg, /no operator \$/)
  }),
  examples(
    '`$gt`, `$gte`, `$lt`, `$lte` in an expression',
    'expression $gt',
    'expression $gte',
    'expression $lt',
    'expression $lte',
    'expression $cmp',
  ),
  examples('`$eq`, `$ne` in an expression', 'expression $eq', 'expression $ne'),
  examples('`$indexOfBytes` of Chinese', 'expression $indexOfBytes', 'expression $indexOfCP'),
  examples('`$substr` with a length below 0', 'expression $substr'),
  examples('`$toLower`, `$toUpper` of null', 'expression $toLower', 'expression $toUpper'),
  examples(
    '`$year` … `$isoWeek`',
    ...[
      'year',
      'month',
      'week',
      'hour',
      'minute',
      'second',
      'millisecond',
      'dayOfYear',
      'dayOfMonth',
      'dayOfWeek',
      'isoDayOfWeek',
      'isoWeek',
    ].map((name) => `expression $${name}`),
  ),
  examples('`$isoWeekYear` of 1 January 2016', 'expression $isoWeekYear'),
  examples('`$dateFromParts`, `$dateFromString`', 'expression $dateFromParts', 'expression $dateFromString'),
  examples('`$stdDevSamp` of one value', 'expression $stdDevSamp', 'accumulator $stdDevSamp'),
  examples('`$sum` of a number', 'expression $sum'),
  row('these stages, and `$sortByCount`, inside', async ({ on }) => {
    for (const stage of [
      { $count: 'n' },
      { $group: { _id: '$k' } },
      { $sortByCount: '$k' },
      { $bucket: { groupBy: '$n', boundaries: [0, 1] } },
    ]) {
      const looked = on.things.aggregate().lookup({ from: 'others', pipeline: [stage], as: 'x' })
      assert.match((await refusal(() => looked.end())).errMsg, /inside \$lookup/)
    }
  }),
  row('`$setOnInsert`', async ({ on }) => {
    assert.ok(!('setOnInsert' in on._))
  }),
]

function polygonOf(geo: object): unknown {
  const { Point, LineString, Polygon } = geo as Record<string, new (...words: unknown[]) => unknown>
  const corners = [
    [0, 0],
    [0, 1],
    [1, 1],
    [0, 0],
  ].map(([x, y]) => new Point!(x, y))
  return new Polygon!([new LineString!(corners)])
}
