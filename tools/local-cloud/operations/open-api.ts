/** `cloud.openapi.…`: protobuf both ways, in a multipart body; JSON or a picture as the answer. */

import type { OpenApi } from '../openapi/open-api'
import { decodeRequest, encodeAnswer } from '../openapi/protobuf'

export async function openApi(port: OpenApi, apiName: string, requestData: Uint8Array): Promise<Uint8Array> {
  const answer = await port.call(apiName, decodeRequest(requestData))
  if ('json' in answer) return encodeAnswer(Buffer.from(JSON.stringify(answer.json), 'utf8'), 'application/json')
  return encodeAnswer(answer.bytes, answer.contentType)
}
