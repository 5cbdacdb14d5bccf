/** What the SDK refuses before it sends, and what it sends though it loses data: refused here where the wire shows it. */
import { strict as assert } from 'node:assert'
import { type Ground, type Row, refusal, sent } from './row'

/** Refused by the SDK: nothing reaches the wire. */
const before = (row: string, errCode: number | null, ...attempts: ((ground: Ground) => unknown)[]): Row => ({
  table: 'before the wire',
  row,
  async holds(ground) {
    ground.wire.forget()
    for (const attempt of attempts) {
      const refused = await refusal(() => attempt(ground))
      if (errCode !== null) assert.equal(refused.errCode, errCode, refused.errMsg)
    }
    assert.deepEqual(ground.wire.heard, [])
  },
})
type Loose = Record<string, (...words: unknown[]) => { end(): Promise<unknown> }>
const stages = (...names: string[]) =>
  names.map(
    (name) =>
      async ({ on }: Ground) =>
        (on.things.aggregate() as unknown as Loose)[name]!({}).end(),
  )

export const beforeTheWire: Row[] = [
  before('`_.unset`', null, ({ on }) => (on._ as unknown as { unset(): void }).unset()),
  before(
    '`doc().set` or `update` with `_id`',
    -501007,
    ({ on }) => on.things.doc('a').set({ data: { _id: 'b', n: 1 } }),
    ({ on }) => on.things.doc('a').update({ data: { _id: 'b' } }),
  ),
  before('`set` with an operator', -502001, ({ on }) => on.things.doc('a').set({ data: { n: on._.inc(1) } })),
  before('`update({})`', -1, ({ on }) => on.things.doc('a').update({ data: {} })),
  before('orderBy with a bad direction', null, ({ on }) => on.things.orderBy('n', 'up' as 'asc').get()),
  before('`where({a: undefined})`', null, ({ on }) => on.things.where({ a: undefined }).get()),
  before('aggregate facet', null, ...stages('facet', 'graphLookup', 'out', 'redact', 'collStats')),
  before('set, unset, merge', null, ...stages('set', 'unset', 'merge', 'unionWith', 'replaceWith', 'setWindowFields')),
]

const kept = [{ _id: 'a', n: 1, deep: { x: 1 } }]

/** Refused by the local cloud, by name, with nothing changed. */
const damage = (row: string, why: RegExp, ...attempts: ((ground: Ground) => Promise<unknown>)[]): Row => ({
  table: 'refused damage',
  row,
  async holds(ground) {
    ground.cloud.seed('things', kept)
    for (const attempt of attempts) {
      assert.match((await refusal(() => attempt(ground))).errMsg, why)
      assert.deepEqual(ground.cloud.dump('things'), kept)
    }
  },
})
const set =
  (data: unknown) =>
  async ({ on }: Ground) =>
    on.things.doc('a').update({ data })

export const refusedDamage: Row[] = [
  damage(
    '`collection.remove()` without where',
    /without where (removes|would change) every document/,
    ({ on }) => (on.things as unknown as { remove(): Promise<unknown> }).remove(),
    ({ on }) => on.things.where({}).remove(),
    ({ on }) => on.things.where({}).update({ data: { n: 2 } }),
  ),
  damage(
    'a Buffer in a document',
    /is a Buffer/,
    ({ on }) => on.things.add({ data: { photo: Buffer.from('abc') } }),
    ({ on }) => on.things.doc('a').update({ data: { photo: on._.set(Buffer.from('abc')) } }),
    ({ on }) => on.things.doc('a').set({ data: { photo: [Buffer.from('abc')] } }),
  ),
  damage('`update({data:{u:undefined}})`', /without any change/, set({ u: undefined })),
  {
    table: 'refused damage',
    row: 'an empty nested object in update vanishes',
    async holds(ground) {
      ground.cloud.seed('things', kept)
      // Alone it is an update of nothing; beside another change the wire does not show it.
      assert.match((await refusal(() => set({ deep: {} })(ground))).errMsg, /without any change/)
      const { data } = await sent(ground, () => set({ deep: {}, n: 2 })(ground))
      assert.equal(data, '{"$set":{"n":{"$numberInt":"2"}}}')
    },
  },
  damage(
    'keys `$x` and `a.b` pass in add',
    /the field name '(\$x|a\.b|)'/,
    ({ on }) => on.things.add({ data: { deep: [{ $x: 1 }] } }),
    ({ on }) => on.things.add({ data: { 'a.b': 1 } }),
    ({ on }) => on.things.doc('a').set({ data: { deep: { 'a.b': 1 } } }),
    ({ on }) => on.things.doc('a').update({ data: { deep: on._.set({ 'a.b': 1 }) } }),
  ),
  limit('`limit(0)` → 100', 0, 100),
  limit('`limit(5000)` → 1000', 5000, 1000),
]

/** Not visible on the wire, so not refused: documented in the local cloud's README. */
function limit(row: string, asked: number, limit: number): Row {
  return {
    table: 'refused damage',
    row,
    async holds(ground) {
      assert.equal((await sent(ground, () => ground.on.things.limit(asked).get())).limit, limit)
    },
  }
}
