import type { Db } from '../../tools/conformance/case'
import { documentedLimits } from '../../tools/local-cloud/limits'
import { temporaryCloud, withLocalCloud } from '../vocabulary/local-cloud'
import { cloudForThisFile, refusalOf, testDatabase } from './vocabulary'

describe('limits hold, and can be made stricter', () => {
  const on = cloudForThisFile({ limits: { rows: 100, databaseAnswerBytes: 10_000 } })

  test('with 100 rows a get, pages by _id still find everything', async () => {
    on.cloud.seed(
      'things',
      Array.from({ length: 250 }, (_, i) => ({ _id: `t${String(i).padStart(3, '0')}`, village: 'V01' })),
    )
    const page = on.db.collection('things').where({ village: 'V01' }).orderBy('_id', 'asc').limit(1000)
    expect((await page.get()).data).toHaveLength(100)
  })

  test('an answer that is too large is refused', async () => {
    on.cloud.seed('things', [{ text: 'x'.repeat(11_000) }])
    expect((await refusalOf(on.db.collection('things').get())).errMsg).toMatch('DATABASE_QUERY_SIZE_EXCEED_LIMIT')
  })

  test('a request that is too large is refused', async () => {
    await withLocalCloud(
      async (cloud) => {
        const db = cloud.sdk().database() as unknown as Db
        await refusalOf(db.collection('things').add({ data: { text: 'x'.repeat(3_000) } }))
        expect(cloud.dump('things')).toEqual([])
      },
      { database: testDatabase, limits: { databaseRequestBytes: 2_000 } },
    )
    on.cloud.sdk()
  })

  test('more indexes than a collection may have: does not start', async () => {
    const indexes = Array.from({ length: documentedLimits.indexes + 1 }, (_, i) => ({ fields: [`f${i}`] }))
    await expect(temporaryCloud({ database: { many: { rule: 'ADMINONLY', indexes } } })).rejects.toThrow('indexes')
  })
})
