import { cloudForThisFile, refusalOf } from '../vocabulary'

describe('commit: once', () => {
  const on = cloudForThisFile()

  test('a second commit finds no transaction', async () => {
    const transaction = await on.db.startTransaction()
    await transaction
      .collection('things')
      .doc('a')
      .set({ data: { n: 1 } })
    await transaction.commit()
    expect(on.cloud.dump('things')).toEqual([{ _id: 'a', n: 1 }])
    expect((await refusalOf(transaction.commit())).errMsg).toMatch('TransactionNotExist')
  })

  test('nothing staged: nothing written', async () => {
    const transaction = await on.db.startTransaction()
    await transaction.commit()
    expect(on.cloud.dump('things')).toEqual([])
  })
})
