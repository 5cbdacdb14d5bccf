/**
 * WeChat's own server behind one port: what `cloud.openapi.…` reaches. The local cloud can only pretend to be it
 * (fake.ts); a test may put its own in place, to refuse or to find a text risky.
 */

/** Keys as the SDK sends them: `check_path`, `env_version`. */
export type OpenApiRequest = Record<string, unknown>

export type OpenApiAnswer = { json: { errcode: number; errmsg: string; [field: string]: unknown } } | Picture

/** The platform's word, before WeChat's server is asked: the function's config.json does not name the API [D]. */
export const NO_PERMISSION = -604_101

export interface Picture {
  contentType: string
  bytes: Uint8Array
}

export interface OpenApi {
  call(apiName: string, request: OpenApiRequest): OpenApiAnswer | Promise<OpenApiAnswer>
}
