/** `cloud.openapi.…`: protobuf both ways, in a multipart body; JSON or a picture as the answer. */

import { NO_PERMISSION, type OpenApi } from '../openapi/open-api'
import { decodeRequest, encodeAnswer } from '../openapi/protobuf'

export interface OpenApiCall {
  apiName: string
  requestData: Uint8Array
  /** Whether the function that asks names the API in its config.json. */
  isPermitted: boolean
}

export async function openApi(port: OpenApi, { apiName, requestData, isPermitted }: OpenApiCall): Promise<Uint8Array> {
  if (!isPermitted) return encodeAnswer(Buffer.alloc(0), '', NO_PERMISSION)
  const answer = await port.call(apiName, decodeRequest(requestData))
  if ('json' in answer) return encodeAnswer(Buffer.from(JSON.stringify(answer.json), 'utf8'), 'application/json')
  return encodeAnswer(answer.bytes, answer.contentType)
}
