/** What the SDK sends for each operation, word by word, and what it is answered. */
import { strict as assert } from 'node:assert'
import { answered, type Ground, type Row, sent } from './row'

const row = (row: string, holds: (ground: Ground) => Promise<void>): Row => ({ table: 'wire', row, holds })

export const wire: Row[] = [
  row('getDocument', async (ground) => {
    const { on } = ground
    await on.things.add({
      data: [
        { _id: 'a', n: 1 },
        { _id: 'b', n: 2 },
      ],
    })
    const page = on.things
      .where({ n: on._.gt(0) })
      .orderBy('n', 'desc')
      .orderBy('m', 'asc')
      .skip(1)
      .limit(5)
    assert.deepEqual(await sent(ground, () => page.field({ n: true, b: false }).get()), {
      action: 'database.getDocument',
      collectionName: 'things',
      queryType: 'WHERE',
      query: '{"n":{"$gt":{"$numberInt":"0"}}}',
      order: '{"n":{"$numberInt":"-1"},"m":{"$numberInt":"1"}}',
      offset: 1,
      limit: 5,
      projection: '{"n":{"$numberInt":"1"},"b":{"$numberInt":"0"}}',
    })
    await sent(ground, () => page.field({ n: true }).get())
    const { data } = answered(ground) as { data: { list: string[] } }
    assert.deepEqual(
      { ...data, list: data.list.map((text) => JSON.parse(text)) },
      {
        list: [{ _id: 'a', n: 1 }],
        limit: 5,
        offset: 1,
      },
    )
    assert.deepEqual(await sent(ground, () => on.things.doc('a').get()), {
      action: 'database.getDocument',
      collectionName: 'things',
      queryType: 'DOC',
      query: '{"_id":"a"}',
      multi: false,
    })
    assert.equal((await sent(ground, () => on.things.get())).query, undefined)
  }),

  row('calculateDocument', async (ground) => {
    const { on } = ground
    assert.deepEqual(await sent(ground, () => on.things.where({ n: 9 }).count()), {
      action: 'database.calculateDocument',
      collectionName: 'things',
      queryType: 'WHERE',
      query: '{"n":{"$numberInt":"9"}}',
    })
    assert.deepEqual(answered(ground), { data: { total: 0 } })
  }),

  row('insertDocument', async (ground) => {
    const { on } = ground
    assert.deepEqual(await sent(ground, () => on.things.add({ data: { _id: 'x1' } })), {
      action: 'database.insertDocument',
      collectionName: 'things',
      data: ['{"_id":"x1"}'],
    })
    assert.deepEqual(answered(ground), { data: { insertedIds: ['x1'] } })
    const several = await on.things.add({ data: [{ _id: 'x2' }, { _id: 'x3' }] })
    assert.deepEqual(several._ids, ['x2', 'x3'])
  }),

  row('modifyDocument', async (ground) => {
    const { on } = ground
    await on.things.add({ data: { _id: 'a', n: 1 } })
    const modify = { action: 'database.modifyDocument', collectionName: 'things' }
    const doc = { queryType: 'DOC', query: '{"_id":"a"}', multi: false }
    assert.deepEqual(await sent(ground, () => on.things.doc('a').update({ data: { n: on._.inc(1), m: 2 } })), {
      ...modify,
      ...doc,
      data: '{"$inc":{"n":{"$numberInt":"1"}},"$set":{"m":{"$numberInt":"2"}}}',
      merge: true,
      upsert: false,
    })
    assert.deepEqual(answered(ground), { data: { updated: 1, upsert_id: null } })
    const byQuery = await sent(ground, () => on.things.where({ n: 2 }).update({ data: { m: 3 } }))
    assert.deepEqual([byQuery.queryType, byQuery.multi, byQuery.merge, byQuery.upsert], ['WHERE', true, true, false])
    assert.deepEqual(await sent(ground, () => on.things.doc('a').set({ data: { n: 5 } })), {
      ...modify,
      ...doc,
      data: '{"n":{"$numberInt":"5"}}',
      merge: false,
      upsert: true,
    })
    assert.deepEqual(answered(ground), { data: { updated: 1, upsert_id: null } })
    await sent(ground, () => on.things.doc('q').set({ data: { n: 5 } }))
    assert.deepEqual(answered(ground), { data: { updated: 0, upsert_id: 'q' } })
  }),

  row('removeDocument', async (ground) => {
    const { on } = ground
    await on.things.add({
      data: [
        { _id: 'a', n: 1 },
        { _id: 'b', n: 1 },
      ],
    })
    assert.deepEqual(await sent(ground, () => on.things.doc('a').remove()), {
      action: 'database.removeDocument',
      collectionName: 'things',
      queryType: 'DOC',
      query: '{"_id":"a"}',
      multi: false,
    })
    assert.deepEqual(answered(ground), { data: { deleted: 1 } })
    const byQuery = await sent(ground, () => on.things.where({ n: 1 }).remove())
    assert.deepEqual([byQuery.queryType, byQuery.multi], ['WHERE', true])
  }),

  row('aggregateDocuments', async (ground) => {
    const { on } = ground
    await on.things.add({ data: [{ n: 1 }, { n: 2 }] })
    const counted = on.things
      .aggregate()
      .match({ n: on._.gt(1) })
      .limit(10)
      .count('n')
    assert.deepEqual(await sent(ground, () => counted.end()), {
      action: 'database.aggregateDocuments',
      collectionName: 'things',
      stages: [
        { stageKey: '$match', stageValue: '{"n":{"$gt":{"$numberInt":"1"}}}' },
        { stageKey: '$limit', stageValue: '10' },
        { stageKey: '$count', stageValue: '"n"' },
      ],
    })
    assert.deepEqual(answered(ground), { data: { list: ['{"n":1}'] } })
  }),

  row('startTransaction', async (ground) => {
    assert.deepEqual(await sent(ground, () => ground.on.db.startTransaction()), { action: 'database.startTransaction' })
    assert.match(String(answered(ground).transactionId), /^\w+$/)
    assert.equal(answered(ground).data, undefined)
  }),

  row('commit/abortTransaction', async (ground) => {
    for (const [action, end] of [
      ['commit', 'commit'],
      ['abort', 'rollback'],
    ] as const) {
      const transaction = await ground.on.db.startTransaction()
      const { transactionId } = answered(ground)
      const body = await sent(ground, () => transaction[end]('a reason'))
      assert.deepEqual(body, { action: `database.${action}Transaction`, transactionId })
      assert.deepEqual(answered(ground), {})
    }
  }),

  row('addCollection', async (ground) => {
    const body = await sent(ground, () => ground.on.db.createCollection('things'))
    assert.deepEqual(body, { action: 'database.addCollection', collectionName: 'things' })
    assert.equal(answered(ground).code, 'DATABASE_COLLECTION_ALREADY_EXIST')
  }),

  row('functions.invokeFunction', async (ground) => {
    assert.deepEqual(await sent(ground, () => ground.sdk.callFunction({ name: 'echo', data: { a: 1 } })), {
      action: 'functions.invokeFunction',
      function_name: 'echo',
      request_data: '{"a":1}',
    })
    assert.deepEqual(answered(ground), { data: { response_data: '{"a":1}' } })
  }),

  row('storage.getUploadMetadata', async (ground) => {
    const { sdk } = ground
    const body = await sent(ground, () => sdk.uploadFile({ cloudPath: 'a/照片.jpg', fileContent: Buffer.from('abc') }))
    assert.deepEqual(body, { action: 'storage.getUploadMetadata', path: 'a/照片.jpg', method: 'put' })
    const { data } = answered(ground) as { data: object }
    assert.deepEqual(Object.keys(data).sort(), ['authorization', 'cosFileId', 'fileId', 'token', 'url'])
    const fileID = (data as { fileId: string }).fileId
    assert.equal((await sdk.downloadFile({ fileID })).fileContent.toString(), 'abc')
    const refused = await fetch(`${ground.cloud.url}/storage/a/x.jpg`, { method: 'PUT', body: 'x' })
    assert.deepEqual([refused.status, (await refused.text()).startsWith('<?xml')], [403, true])
  }),

  row('storage.batchGetDownloadUrl', async (ground) => {
    const { fileID } = await ground.sdk.uploadFile({ cloudPath: 'b.txt', fileContent: Buffer.from('abc') })
    assert.deepEqual(await sent(ground, () => ground.sdk.getTempFileURL({ fileList: [{ fileID, maxAge: 60 }] })), {
      action: 'storage.batchGetDownloadUrl',
      file_list: [{ fileid: fileID, max_age: 60 }],
    })
    const [told] = (answered(ground) as { data: { download_list: Record<string, string>[] } }).data.download_list
    assert.deepEqual([told!.fileid, told!.code], [fileID, 'SUCCESS'])
    assert.equal(await (await fetch(told!.download_url!)).text(), 'abc')
  }),

  row('storage.batchDeleteFile', async (ground) => {
    const { fileID } = await ground.sdk.uploadFile({ cloudPath: 'c.txt', fileContent: Buffer.from('abc') })
    assert.deepEqual(await sent(ground, () => ground.sdk.deleteFile({ fileList: [fileID] })), {
      action: 'storage.batchDeleteFile',
      fileid_list: [fileID],
    })
    const [told] = (answered(ground) as { data: { delete_list: Record<string, string>[] } }).data.delete_list
    assert.deepEqual([told!.fileid, told!.code], [fileID, 'SUCCESS'])
  }),

  row('wx.openApi', async ({ sdk, wire }) => {
    wire.forget()
    await sdk.openapi.security!.msgSecCheck!({ content: 'a', version: 2, scene: 1, openid: 'oA' })
    assert.deepEqual(wire.parts, [
      'action',
      'apiName',
      'requestData',
      'envName',
      'wxCloudApiToken',
      'wxCloudbaseAccesstoken',
      'tcb_sessionToken',
      'crossAuthorizationToken',
    ])
  }),
]
