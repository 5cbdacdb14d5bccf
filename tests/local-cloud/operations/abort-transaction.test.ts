import { cloudForThisFile } from '../vocabulary'

describe('abort: nothing of it is left', () => {
  const on = cloudForThisFile()

  test('staged writes and locks are gone; again is harmless', async () => {
    const transaction = await on.db.startTransaction()
    await transaction
      .collection('things')
      .doc('a')
      .set({ data: { n: 1 } })
    await transaction.rollback('no')
    await transaction.rollback('no, really')
    await on.db
      .collection('things')
      .doc('a')
      .set({ data: { n: 2 } })
    expect(on.cloud.dump('things')).toEqual([{ _id: 'a', n: 2 }])
  })
})
