import * as fc from 'fast-check'
import type { DatabaseConfig } from '../../config/cloud-database'
import { cloudForThisFile, idsOf } from './vocabulary'

const database: DatabaseConfig = {
  indexed: {
    rule: 'ADMINONLY',
    indexes: [{ fields: ['a'] }, { fields: ['a', 'b'] }, { fields: ['list.x'] }, { fields: ['c.d'] }],
  },
  plain: { rule: 'ADMINONLY', indexes: [] },
}

describe('an index changes the time of an answer, never the answer', () => {
  const on = cloudForThisFile({ database })

  const scalar = fc.constantFrom<unknown>(null, 0, 1, -1, 1.5, '', '0', 'n', 's', ',', '"', '\u0001', '村', true, false)
  const value = fc.oneof(scalar, fc.array(scalar, { maxLength: 3 }), fc.record({ d: scalar }, { requiredKeys: [] }))
  const doc = fc.record(
    { a: value, b: value, c: value, list: fc.array(fc.record({ x: value }, { requiredKeys: [] }), { maxLength: 2 }) },
    { requiredKeys: [] },
  )
  const condition = fc.oneof(
    scalar.map((value) => ({ value })),
    fc.array(scalar, { minLength: 1, maxLength: 3 }).map((values) => ({ values })),
    fc.record({ order: fc.constantFrom('lt', 'lte', 'gt', 'gte'), than: fc.constantFrom(-1, 0, 0.5, 1, 1.5) }),
  )
  const query = fc.dictionary(fc.constantFrom('a', 'b', 'c.d', 'list.x', 'a.d'), condition, { minKeys: 1, maxKeys: 3 })

  test('random documents, random queries', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(doc, { maxLength: 12 }),
        fc.array(query, { minLength: 1, maxLength: 6 }),
        async (docs, queries) => {
          for (const name of ['indexed', 'plain']) {
            on.cloud.clear(name)
            on.cloud.seed(
              name,
              docs.map((fields, i) => ({ _id: `d${i}`, ...fields })),
            )
          }
          for (const query of queries) {
            const where = Object.fromEntries(
              Object.entries(query).map(([field, how]) => [
                field,
                'values' in how ? on._.in(how.values) : 'order' in how ? on._[how.order](how.than) : on._.eq(how.value),
              ]),
            )
            const found = async (name: string) => idsOf((await on.db.collection(name).where(where).get()).data)
            expect(await found('indexed')).toEqual(await found('plain'))
          }
        },
      ),
      { numRuns: 60 },
    )
  })

  test('keys follow every change: updates and removals leave none behind', async () => {
    on.cloud.seed('indexed', [{ _id: 'd', a: [1, 2], list: [{ x: 1 }] }])
    const found = async (where: object) => (await on.db.collection('indexed').where(where).get()).data.length
    const d = on.db.collection('indexed').doc('d')
    await d.update({ data: { a: on._.set([2, 3]) } })
    expect([await found({ a: 1 }), await found({ a: 2 }), await found({ a: 3 })]).toEqual([0, 1, 1])
    await d.remove()
    expect(await found({ a: 3 })).toBe(0)
    on.cloud.seed('indexed', [{ _id: 'd', a: 9 }])
    expect([await found({ a: 3 }), await found({ a: 9 })]).toEqual([0, 1])
  })
})
