import type { Db } from '../../../tools/conformance/case'
import { temporaryCloud } from '../../vocabulary/local-cloud'
import { refusalOf, testDatabase } from '../vocabulary'

test('startTransaction: as many at a time as the limit allows', async () => {
  const { cloud, remove } = await temporaryCloud({ database: testDatabase, limits: { transactions: 2 } })
  const db = cloud.sdk().database() as unknown as Db
  const first = await db.startTransaction()
  await db.startTransaction()
  await refusalOf(db.startTransaction())
  await first.rollback('makes room')
  await expect(db.startTransaction()).resolves.toBeDefined()
  await remove()
})
