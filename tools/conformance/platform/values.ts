/** How values and commands look on the wire, and that values come back as they went. */
import { strict as assert } from 'node:assert'
import { type Ground, type Row, sent } from './row'

/** One value, as it is sent, and as it is read again. */
const value = (row: string, sends: (ground: Ground) => unknown, wire: string | RegExp, back?: unknown): Row => ({
  table: 'values',
  row,
  async holds(ground) {
    const given = sends(ground)
    const { data } = await sent(ground, () => ground.on.things.add({ data: { _id: 'v', v: given } }))
    const [text] = data as [string]
    if (typeof wire === 'string') assert.equal(text, `{"_id":"v"${wire === '' ? '' : `,"v":${wire}`}}`)
    else assert.match(text, wire)
    const { v } = (await ground.on.things.doc('v').get()).data
    if (back !== undefined || wire !== '') assert.deepEqual(plain(v), back === undefined ? given : back)
    else assert.equal(v, undefined)
  },
})

export const values: Row[] = [
  value('1 →', () => 1, '{"$numberInt":"1"}'),
  value('1.5 →', () => 1.5, '{"$numberDouble":"1.5"}'),
  value('≥ 2³¹ →', () => 1_234_567_890_123, '{"$numberLong":"1234567890123"}'),
  value(
    'NaN/Infinity →',
    () => [Number.NaN, Number.NEGATIVE_INFINITY],
    '[{"$numberDouble":"NaN"},{"$numberDouble":"-Infinity"}]',
  ),
  value('Date →', () => new Date(1_700_000_000_000), '{"$date":{"$numberLong":"1700000000000"}}'),
  {
    table: 'values',
    row: 'serverDate →',
    async holds(ground) {
      const { on } = ground
      const before = Date.now()
      const at = () => on.db.serverDate({ offset: -60_000 })
      const { data } = await sent(ground, () => on.things.add({ data: { _id: 'v', at: at() } }))
      assert.deepEqual(data, ['{"_id":"v","at":{"$tcb_server_date":{"offset":{"$numberInt":"-60000"}}}}'])
      const change = await sent(ground, () => on.things.doc('v').update({ data: { at: at() } }))
      assert.match(String(change.data), /^\{"\$set":\{"at":\{"\$tcb_server_date"/)
      const read = (await on.things.doc('v').get()).data.at as Date
      assert.ok(read.getTime() >= before - 60_000 && read.getTime() <= Date.now() - 60_000, `${read}`)
    },
  },
  {
    table: 'values',
    row: '/x/i and db.RegExp →',
    async holds(ground) {
      const { on } = ground
      for (const v of [/x/i, on.db.RegExp({ regexp: 'x', options: 'i' })]) {
        const { query } = await sent(ground, () => on.things.where({ v }).get())
        assert.match(String(query), /\{"\$regularExpression":\{"pattern":"x","options":"i"\}\}/)
      }
    },
  },
  value(
    'Geo.Point →',
    ({ on }) => new on.db.Geo.Point(104, 30.5),
    '{"type":"Point","coordinates":[{"$numberInt":"104"},{"$numberDouble":"30.5"}]}',
    { longitude: 104, latitude: 30.5 },
  ),
  value('undefined dropped', () => undefined, ''),
  value('null kept', () => null, 'null'),
]

/** What of an update or a query is sent. */
const command = (
  row: string,
  sends: (ground: Ground) => Promise<unknown>,
  field: 'query' | 'data',
  wire: string,
): Row => ({
  table: 'commands',
  row,
  async holds(ground) {
    assert.equal((await sent(ground, () => sends(ground)))[field], wire)
  },
})
const int = (n: number) => `{"$numberInt":"${n}"}`
const update = (row: string, data: (on: Ground['on']) => object, wire: string) =>
  command(row, ({ on }) => on.things.doc('a').update({ data: data(on) }), 'data', wire)

export const commands: Row[] = [
  command(
    '`_.gt(2).and(_.lt(5))` on b →',
    ({ on: { things, _ } }) => things.where({ b: _.gt(2).and(_.lt(5)) }).get(),
    'query',
    `{"$and":[{"b":{"$gt":${int(2)}}},{"b":{"$lt":${int(5)}}}]}`,
  ),
  command(
    'nested where `{a:{b:1}}` →',
    ({ on: { things } }) => things.where({ a: { b: 1 } }).get(),
    'query',
    `{"a.b":${int(1)}}`,
  ),
  command(
    'geoNear →',
    ({ on: { things, _, db } }) =>
      things.where({ at: _.geoNear({ geometry: new db.Geo.Point(1, 2), maxDistance: 3 }) }).get(),
    'query',
    `{"at":{"$nearSphere":{"$geometry":{"type":"Point","coordinates":[${int(1)},${int(2)}]},"$maxDistance":${int(3)}}}}`,
  ),
  update('`_.push([..])` →', ({ _ }) => ({ l: _.push([1, 2]) }), `{"$push":{"l":{"$each":[${int(1)},${int(2)}]}}}`),
  update(
    '`_.push({each,position,sort,slice})` →',
    ({ _ }) => ({ l: _.push({ each: [1], position: 0, sort: 1, slice: 2 }) }),
    `{"$push":{"l":{"$each":[${int(1)}],"$position":${int(0)},"$sort":${int(1)},"$slice":${int(2)}}}}`,
  ),
  update(
    '`_.unshift` →',
    ({ _ }) => ({ l: _.unshift([1]) }),
    `{"$push":{"l":{"$each":[${int(1)}],"$position":${int(0)}}}}`,
  ),
  update('`_.pop/_.shift` →', ({ _ }) => ({ l: _.pop(), m: _.shift() }), `{"$pop":{"l":${int(1)},"m":${int(-1)}}}`),
  update('`_.remove()` →', ({ _ }) => ({ l: _.remove() }), '{"$unset":{"l":""}}'),
  update('`_.set(x)` →', ({ _ }) => ({ l: _.set({ a: { b: 1 } }) }), `{"$set":{"l":{"a":{"b":${int(1)}}}}}`),
  update('a nested plain object →', () => ({ l: { a: { b: 1 } } }), `{"$set":{"l.a.b":${int(1)}}}`),
]

/** The SDK makes a point of its own of what looks like one. */
function plain(value: unknown): unknown {
  return value !== null && typeof value === 'object' && 'longitude' in value ? { ...value } : value
}
