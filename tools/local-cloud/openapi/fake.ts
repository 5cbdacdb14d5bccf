/**
 * A stand-in for WeChat's server, in the two things the product asks of it. It knows their documented bounds and
 * nothing of their judgement: every text passes, and the code is an ordinary QR of the scene.
 */
import { randomBytes } from 'node:crypto'
import { encode } from 'uqr'
import type { OpenApi, OpenApiAnswer, OpenApiRequest } from './open-api'
import { png } from './png'

export const fakeOpenApi: OpenApi = {
  call(apiName, request) {
    const answer = Object.hasOwn(apis, apiName) ? apis[apiName] : undefined
    if (!answer) return refused(-1, `the local cloud does not know openapi.${apiName}`)
    return answer(request)
  },
}

const apis: Record<string, (request: OpenApiRequest) => OpenApiAnswer> = {
  'wxacode.getUnlimited': codeOf,
  'wxacode.getUnlimitedQRCode': codeOf,
  'security.msgSecCheck': checkText,
}

/** The platform answers a sun-shaped code as JPEG; here it is a QR as PNG, quiet zone 4, level M. */
function codeOf({ scene, page }: OpenApiRequest): OpenApiAnswer {
  if (typeof scene !== 'string' || !SCENE.test(scene))
    return refused(40169, 'invalid length for scene, or the data is not json string')
  if (typeof page === 'string' && /^\/|\?/.test(page)) return refused(41030, 'invalid page')
  const { data } = encode(scene, { ecc: 'M', boostEcc: false, border: 4 })
  return { contentType: 'image/png', bytes: png(data, 8) }
}

const SCENE = /^[0-9A-Za-z!#$&'()*+,/:;=?@\-._~]{1,32}$/

function checkText({ content, version, scene, openid }: OpenApiRequest): OpenApiAnswer {
  if (typeof content !== 'string' || content.length > 2_500) return refused(40129, 'content is missing or too long')
  if (Number(version) !== 2 || ![1, 2, 3, 4].includes(Number(scene)) || typeof openid !== 'string')
    return refused(40003, 'version 2 needs openid and a scene of 1 to 4')
  return {
    json: {
      errcode: 0,
      errmsg: 'ok',
      trace_id: randomBytes(16).toString('hex'),
      result: { suggest: 'pass', label: 100 },
      detail: [{ strategy: 'content_model', errcode: 0, suggest: 'pass', label: 100, prob: 90 }],
    },
  }
}

function refused(errcode: number, errmsg: string): OpenApiAnswer {
  return { json: { errcode, errmsg } }
}
