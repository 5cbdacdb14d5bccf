/** WeChat's own server behind cloud.openapi: asked by what a test may put in its place. */
import { strict as assert } from 'node:assert'
import type { OpenApi } from '../../local-cloud/openapi/open-api'
import { encodeAnswer } from '../../local-cloud/openapi/protobuf'
import { type Ground, type Row, refusal } from './row'

const row = (row: string, holds: (ground: Ground) => Promise<void>): Row => ({ table: 'openapi', row, holds })
const answering = (answer: Awaited<ReturnType<OpenApi['call']>>, seen: Record<string, unknown> = {}): OpenApi => ({
  call: (name, request) => {
    Object.assign(seen, { name, request })
    return answer
  },
})

export const openApiRows: Row[] = [
  row('requestData = CommApiData', async ({ elsewhere }) => {
    const seen: { name?: string; request?: object } = {}
    await elsewhere({ openApi: answering({ json: { errcode: 0, errmsg: 'ok' } }, seen as never) }, async ({ sdk }) => {
      await sdk.openapi.subscribeMessage!.send!({
        checkPath: false,
        envVersion: 'trial',
        templateId: 'T',
        data: { a: '村' },
      })
    })
    assert.deepEqual(seen, {
      name: 'subscribeMessage.send',
      request: { check_path: false, env_version: 'trial', template_id: 'T', data: { a: '村' } },
    })
  }),
  row('Answer CommOpenApiResp', async () => {
    const bytes = Buffer.from(encodeAnswer(Buffer.from('{}'), 'application/json'))
    // 1: two bytes of JSON; 2: sixteen of type; 3: 0; 4: 200 in two bytes; 6: 0.
    assert.equal(bytes.toString('hex'), `0a027b7d1210${Buffer.from('application/json').toString('hex')}180020c8013000`)
  }),
  row('msgSecCheck → JSON', async ({ sdk }) => {
    const answer = await sdk.openapi.security!.msgSecCheck!({ content: '路灯坏了', version: 2, scene: 2, openid: 'oA' })
    assert.match(String(answer.traceId), /^[0-9a-f]{32}$/)
  }),
  row('getUnlimited →', async ({ elsewhere }) => {
    const picture = { contentType: 'image/jpeg', bytes: Buffer.from([0xff, 0xd8, 0xff, 0x00]) }
    await elsewhere({ openApi: answering(picture) }, async ({ sdk }) => {
      const { contentType, buffer } = await sdk.openapi.wxacode!.getUnlimited!({ scene: 'a' })
      assert.deepEqual([contentType, [...(buffer as Buffer)]], ['image/jpeg', [0xff, 0xd8, 0xff, 0x00]])
    })
  }),
  row('JSON with errcode 43101 →', async ({ elsewhere }) => {
    await elsewhere({ openApi: answering({ json: { errcode: 43101, errmsg: 'refused' } }) }, async ({ sdk }) => {
      const { errCode } = await refusal(() => sdk.openapi.subscribeMessage!.send!({ touser: 'oA' }))
      assert.equal(errCode, 43101)
    })
  }),
]
