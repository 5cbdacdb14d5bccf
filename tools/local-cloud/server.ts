/** HTTP: `/admin` for the SDK (`/admin/<function>` for a function's), `/call/<function>` for the phone's side, and the web build. On 127.0.0.1 only. */
import { randomUUID } from 'node:crypto'
import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response'
import { type Context, Hono } from 'hono'
import type { App } from './app'
import type { Body } from './database'
import type { Faults, Trouble } from './faults'
import { fileRoutes } from './files/routes'
import type { Gate } from './gate'
import type { Limits } from './limits'
import { partsOf } from './openapi/multipart'
import type { OpenApi } from './openapi/open-api'
import { operations, type Services } from './operations'
import { openApi as callOpenApi } from './operations/open-api'
import type { Pace } from './pace'
import { conflict, Refusal } from './refusal'
import type { RequestCounter } from './requests'
import { refuseStrangers } from './wire-fields'
import type { WhenReached } from './write-points'

export interface ServerOptions {
  services: Services
  limits: Limits
  requests: RequestCounter
  pace: Pace | null
  openApi: OpenApi
  faults: Faults
  gate: Gate
  reached: WhenReached
}

export function buildApp({ services, limits, requests, pace, openApi, faults, gate, reached }: ServerOptions): App {
  const app: App = new Hono()

  // Another site's page must reach nothing here, neither by its own name for this address nor across origins.
  app.use(async (c, next) => {
    if (!isOurs(new URL(c.req.url).hostname)) return c.text('127.0.0.1 only', 403)
    const origin = c.req.header('origin')
    if (origin === undefined) return next()
    if (!isOurs(hostOf(origin))) return c.text('this host only', 403)
    c.header('Access-Control-Allow-Origin', origin)
    c.header('Access-Control-Allow-Headers', 'content-type, x-local-openid, x-local-scene')
    c.header('Access-Control-Allow-Methods', 'GET, POST, PUT')
    c.header('Vary', 'Origin')
    return c.req.method === 'OPTIONS' ? c.body(null, 204) : next()
  })

  app.post('/admin/:function?', async (c) => {
    const requestId = randomUUID()
    try {
      if (c.req.header('content-type')?.startsWith('multipart/form-data')) return await answerOpenApi(c)
      const body = await bodyOf(c)
      const action = String(body.action)
      requests.count(action)
      const passage = await gate.pass(action, body.collectionName)
      if (passage === 'refused') return cut(c)
      keepPace(action)
      const trouble = faults.next(action, body)
      const answer = await withTrouble(trouble, services, body, () => run(action, body))
      reached('before-answer')
      if (trouble === 'drop' || passage === 'answerLost') return cut(c)
      return answerSdk(c, { requestId, ...answer })
    } catch (error) {
      return answerSdk(c, { requestId, ...asAnswer(error) })
    }
  })

  /** Ending a transaction frees the database, and is never refused: else its locks would stand until it dies. */
  function keepPace(action: string): void {
    if (action.startsWith('database.') && action !== 'database.abortTransaction' && pace?.passes() === false)
      throw new Refusal('EXCEED_REQUEST_LIMIT', `more than ${limits.databaseRequestsASecond} requests a second`)
  }

  async function bodyOf(c: Context): Promise<Body> {
    const text = await c.req.text()
    if (Buffer.byteLength(text) > limits.databaseRequestBytes)
      throw new Refusal('INVALID_PARAM', 'the request is too large')
    return JSON.parse(text) as Body
  }

  async function run(action: string, body: Body): Promise<object> {
    const operation = Object.hasOwn(operations, action) ? operations[action] : undefined
    if (!operation) throw new Refusal('INVALID_ACTION', `the local cloud does not know the action ${action}`)
    refuseStrangers(action, body)
    return operation(services, body)
  }

  async function answerOpenApi(c: Context): Promise<Response> {
    const parts = partsOf(Buffer.from(await c.req.arrayBuffer()), c.req.header('content-type') ?? '')
    const action = String(parts.get('action'))
    requests.count(action)
    const apiName = parts.get('apiName')
    if (action !== 'wx.openApi' || !apiName)
      throw new Refusal('INVALID_ACTION', `the local cloud does not know the action ${action}`)
    const answer = await callOpenApi(openApi, {
      apiName: apiName.toString('utf8'),
      requestData: parts.get('requestData') ?? Buffer.alloc(0),
      isPermitted: mayCall(c.req.param('function'), apiName.toString('utf8')),
    })
    return c.body(answer as Uint8Array<ArrayBuffer>, 200, { 'content-type': 'application/octet-stream' })
  }

  /** Who asks from outside a function is a test or a tool. */
  function mayCall(functionName: string | undefined, apiName: string): boolean {
    return functionName === undefined || services.pool.mayCall(functionName, apiName)
  }

  // The SDK's own way to a file: at the door as every other request, which is why it is not one of `requests`.
  app.use('/storage/*', async (c, next) => {
    const passage = await gate.pass(`storage.${c.req.method}`, null)
    if (passage === 'refused') return cut(c)
    await next()
    return passage === 'answerLost' ? cut(c) : undefined
  })
  fileRoutes(app, services.files)

  app.post('/call/:name', async (c) => {
    try {
      const event = await callOf(c)
      // The launch scene (x-local-scene) is accepted and goes no further: the platform tells a function nothing of it.
      const openid = c.req.header('x-local-openid') || undefined
      const result = await services.pool.invoke(c.req.param('name'), event, { openid, source: 'wx_client' })
      return c.body(`{"result":${result}}`, 200, { 'content-type': 'application/json; charset=utf-8' })
    } catch (error) {
      return c.json(asCallError(error))
    }
  })

  return app
}

/** Straight to the socket: a Response object costs as much as many an operation, and the SDK asks several times a call. */
function answerSdk(c: Context, answer: object): Response {
  const body = JSON.stringify(answer)
  c.env.outgoing.writeHead(200, { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) })
  c.env.outgoing.end(body)
  return RESPONSE_ALREADY_SENT
}

/** The socket is closed: whoever asked hears nothing. */
function cut(c: Context): Response {
  c.env.outgoing.destroy()
  return c.json({})
}

/** What a fault makes of an operation (faults.ts). */
async function withTrouble(
  trouble: Trouble | null,
  { database }: Services,
  body: Body,
  work: () => Promise<object>,
): Promise<object> {
  if (trouble === 'conflict') {
    if (typeof body.transactionId === 'string') database.transactions.abort(body.transactionId)
    throw conflict('an injected fault')
  }
  if (trouble === 'busy') throw new Refusal('EXCEED_REQUEST_LIMIT', 'an injected fault')
  if (trouble === 'killBefore') process.kill(process.pid, 'SIGKILL')
  if (trouble === 'duplicate') await work().catch(() => {})
  const answer = await work()
  if (trouble === 'killAfter') process.kill(process.pid, 'SIGKILL')
  if (trouble === 'timeout') throw new Refusal('SERVER_TIMEOUT', 'an injected fault: done, but you could not know')
  return answer
}

async function callOf(c: Context): Promise<string> {
  // Refuses what a page may send without asking first.
  if (!c.req.header('content-type')?.startsWith('application/json'))
    throw new Refusal('INVALID_PARAM', 'content-type must be application/json')
  const event = await c.req.text()
  try {
    JSON.parse(event)
    return event
  } catch {
    throw new Refusal('INVALID_PARAM', 'the body must be JSON')
  }
}

/** As the SDK numbers them for a function, so does the client for a page. */
const ERR_CODE: Record<string, number> = {
  INVALID_PARAM: -501007,
  EXCEED_CONCURRENT_REQUEST_LIMIT: -501004,
  FUNCTIONS_REQUEST_FAIL: -504001,
  FUNCTIONS_EXECUTE_FAIL: -504002,
  FUNCTIONS_TIME_LIMIT_EXCEEDED: -504003,
}

/** What a page is told where a function could not be called or failed. */
export function asCallError(error: unknown): { errCode: number; errMsg: string } {
  const { code, message } = asAnswer(error)
  return { errCode: ERR_CODE[code] ?? -501001, errMsg: `cloud.callFunction:fail ${message}` }
}

function asAnswer(error: unknown): { code: string; message: string } {
  if (error instanceof Refusal) return { code: error.code, message: error.message }
  return { code: 'SYS_ERR', message: `local cloud: ${(error as Error)?.stack ?? error}` }
}

function isOurs(host: string): boolean {
  return host === '127.0.0.1' || host === 'localhost'
}

function hostOf(origin: string): string {
  return URL.canParse(origin) ? new URL(origin).hostname : ''
}
