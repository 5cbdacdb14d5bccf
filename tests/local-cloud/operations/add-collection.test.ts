import { cloudForThisFile, refusalOf } from '../vocabulary'

describe('createCollection: collections are declared in config/cloud-database.ts', () => {
  const on = cloudForThisFile()

  test('one that exists, and one that is not declared', async () => {
    expect((await refusalOf(on.db.createCollection('things'))).errMsg).toMatch('Table exist')
    expect((await refusalOf(on.db.createCollection('fresh'))).errMsg).toMatch('not exist')
  })
})
