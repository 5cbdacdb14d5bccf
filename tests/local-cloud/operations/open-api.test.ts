import { inflateSync } from 'node:zlib'
import jsQR from 'jsqr'
import { fakeOpenApi } from '../../../tools/local-cloud/openapi/fake'
import type { OpenApi } from '../../../tools/local-cloud/openapi/open-api'
import { cloudForThisFile, refusalOf } from '../vocabulary'

describe("cloud.openapi: a stand-in for WeChat's server", () => {
  let answers: OpenApi = fakeOpenApi
  const on = cloudForThisFile({ openApi: { call: (name, request) => answers.call(name, request) } })
  beforeEach(() => {
    answers = fakeOpenApi
  })

  test('a text passes, with a trace', async () => {
    const request = { content: '路灯坏了', version: 2, scene: 2, openid: 'oZhang' }
    expect(await on.sdk.openapi.security!.msgSecCheck!(request)).toMatchObject({
      result: { suggest: 'pass' },
      traceId: expect.stringMatching(/^[0-9a-f]{32}$/),
    })
  })

  test('keys arrive in snake case; a test may judge for itself', async () => {
    let seen = {}
    answers = {
      call(_name, request) {
        seen = request
        return { json: { errcode: 0, errmsg: 'ok', result: { suggest: 'risky', label: 20001 } } }
      },
    }
    const answer = await on.sdk.openapi.wxacode!.getUnlimited!({
      scene: 'v=V01',
      checkPath: false,
      envVersion: 'trial',
    })
    expect(seen).toEqual({ scene: 'v=V01', check_path: false, env_version: 'trial' })
    expect(answer).toMatchObject({ result: { suggest: 'risky' } })
  })

  test('a refusal of WeChat reaches the function with its code', async () => {
    answers = { call: () => ({ json: { errcode: 43101, errmsg: 'user refuse to accept the msg' } }) }
    expect((await refusalOf(on.sdk.openapi.subscribeMessage!.send!({ touser: 'oZhang' }))).errCode).toBe(43101)
  })

  test('a code is a picture: a QR of the scene, four modules of quiet around it', async () => {
    const { contentType, buffer } = await on.sdk.openapi.wxacode!.getUnlimited!({
      scene: 'v=V01&r=12',
      page: 'pages/entry/index',
    })
    expect(contentType).toBe('image/png')
    const rows = pixelsOf(buffer as Buffer)
    const size = rows.length
    expect(rows.slice(0, 32).every((row) => row.every((grey) => grey === 255))).toBe(true)
    // The finder's dark corner begins behind the quiet zone.
    expect(rows[32]![32]).toBe(0)
    expect(size % 8).toBe(0)
    const rgba = Uint8ClampedArray.from(rows.flat().flatMap((grey) => [grey, grey, grey, 255]))
    expect(jsQR(rgba, size, size)?.data).toBe('v=V01&r=12')
  })

  test.each([
    ['a scene of 33 characters', { scene: 'x'.repeat(33) }],
    ['a Chinese scene', { scene: '村' }],
    ['a page with a slash in front', { scene: 'x', page: '/pages/entry/index' }],
  ])('refused: %s', async (_why, request) => {
    await refusalOf(on.sdk.openapi.wxacode!.getUnlimited!(request))
  })

  test('an unknown api is refused', async () => {
    expect((await refusalOf(on.sdk.openapi.logistics!.addOrder!({}))).errMsg).toMatch(
      'does not know openapi.logistics.addOrder',
    )
  })
})

function pixelsOf(png: Buffer): number[][] {
  const size = png.readUInt32BE(16)
  const data = png.indexOf('IDAT')
  const raw = inflateSync(png.subarray(data + 4, data + 4 + png.readUInt32BE(data - 4)))
  return Array.from({ length: size }, (_, y) => [...raw.subarray(y * (size + 1) + 1, (y + 1) * (size + 1))])
}
