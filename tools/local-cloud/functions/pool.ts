/**
 * The functions and their warm instances. Each bundle runs as it is deployed; up to `instances` of a function are kept
 * warm, further callers wait their turn, and the instance used longest ago makes room when memory is short.
 */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Limits } from '../limits'
import { Refusal } from '../refusal'
import { APPID, addressFor } from '../sdk'
import { type Call, type Instance, type Outcome, startInstance } from './instance'

export interface PoolOptions {
  functionsDir: string
  limits: Limits
  /** Warm instances of one function, and of all together. */
  instances: number
  allInstances: number
  environment: Record<string, string>
  print: ((line: string) => void) | null
  /** What time it is for the functions, in milliseconds; null: what it is. */
  now: (() => number) | null
}

/** Who calls: an account by its OPENID, or nobody (a timer, another function). */
export interface Caller {
  openid?: string | undefined
  source: 'wx_client' | 'wx_trigger' | 'scf'
}

export type Pool = ReturnType<typeof functionPool>

interface Warm {
  instance: Instance
  name: string
  busy: boolean
  usedAt: number
}

export function functionPool({ functionsDir, limits, instances, allInstances, environment, print, now }: PoolOptions) {
  const warm = new Set<Warm>()
  const queues = new Map<string, (() => void)[]>()
  const running = new Map<string, number>()
  let clock = 0

  return { invoke, mayCall, end, stop }

  /** JSON in, JSON out; throws the refusal a caller would see. */
  async function invoke(name: string, event: string, caller: Caller): Promise<string> {
    const folder = folderOf(functionsDir, name)
    if (Buffer.byteLength(event) > limits.functionRequestBytes)
      throw new Refusal('EXCEED_MAX_PAYLOAD_SIZE', `request of ${name} exceeds ${limits.functionRequestBytes} bytes`)
    const concurrent = running.get(name) ?? 0
    if (concurrent >= limits.functionConcurrentRequests)
      throw new Refusal('EXCEED_CONCURRENT_REQUEST_LIMIT', `${name} has ${concurrent} requests`)
    running.set(name, concurrent + 1)
    try {
      const call = { event, environment: environmentOf(caller), ...(now && { now: now() }) }
      return checked(name, await run(name, folder, call), limits)
    } finally {
      running.set(name, running.get(name)! - 1)
    }
  }

  async function run(name: string, folder: string, call: Call): Promise<Outcome> {
    const one = await free(name, folder)
    try {
      return await one.instance.run(call)
    } finally {
      one.busy = false
      one.usedAt = ++clock
      if (!one.instance.isAlive()) warm.delete(one)
      wake(name)
    }
  }

  async function free(name: string, folder: string): Promise<Warm> {
    for (;;) {
      // An instance may also die between two calls.
      for (const one of warm) if (!one.busy && !one.instance.isAlive()) warm.delete(one)
      const own = [...warm].filter((one) => one.name === name)
      const idle = own.find((one) => !one.busy)
      if (idle) {
        idle.busy = true
        return idle
      }
      if (own.length < instances && makeRoom()) {
        const started = { instance: start(name, folder), name, busy: true, usedAt: ++clock }
        warm.add(started)
        return started
      }
      await new Promise<void>((resolve) => queues.set(name, [...(queues.get(name) ?? []), resolve]))
    }
  }

  function makeRoom(): boolean {
    if (warm.size < allInstances) return true
    const oldest = [...warm].filter((one) => !one.busy).sort((a, b) => a.usedAt - b.usedAt)[0]
    if (!oldest) return false
    warm.delete(oldest)
    void oldest.instance.end()
    return true
  }

  /** Wakes this function's next caller; where it has none, one of any function, which may now take the room. */
  function wake(name: string): void {
    const queue = queues.get(name)?.length
      ? queues.get(name)
      : [...queues.values()].find((waiting) => waiting.length > 0)
    queue?.shift()?.()
  }

  function start(name: string, folder: string): Instance {
    const settings = settingsOf(folder)
    const seconds = Math.min(settings.timeout ?? limits.functionTimeoutSeconds, limits.functionMostTimeoutSeconds)
    const all = { ...environment, ...addressFor(environment, name), ...settings.envVariables }
    const bytes = Buffer.byteLength(
      Object.entries(settings.envVariables ?? {})
        .flat()
        .join(''),
    )
    if (bytes > limits.functionEnvironmentBytes) throw new Refusal('INVALID_PARAM', `${name}: environment too large`)
    return startInstance({
      name,
      entry: join(folder, 'index.js'),
      environment: all,
      timeoutMs: seconds * 1000,
      print,
    })
  }

  /** Whether the function's config.json names the API of `cloud.openapi`. */
  function mayCall(name: string, apiName: string): boolean {
    return settingsOf(folderOf(functionsDir, name)).permissions?.openapi?.includes(apiName) ?? false
  }

  async function end(name: string): Promise<void> {
    const busy = [...warm].filter((one) => one.name === name && one.busy)
    await Promise.all(busy.map((one) => one.instance.end()))
  }

  async function stop(): Promise<void> {
    const all = [...warm]
    warm.clear()
    await Promise.all(all.map((one) => one.instance.end()))
  }
}

function folderOf(functionsDir: string, name: string): string {
  const folder = join(functionsDir, name)
  if (!/^[\w-]+$/.test(name) || !existsSync(join(folder, 'index.js')))
    throw new Refusal('FUNCTIONS_REQUEST_FAIL', `FunctionName parameter could not be found: ${name}`)
  return folder
}

interface Settings {
  timeout?: number
  envVariables?: Record<string, string>
  permissions?: { openapi?: string[] }
}

function settingsOf(folder: string): Settings {
  const file = join(folder, 'config.json')
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {}
}

function environmentOf({ openid, source }: Caller): Record<string, string> {
  return { TCB_SOURCE: source, WX_APPID: APPID, ...(openid ? { WX_OPENID: openid } : {}) }
}

function checked(name: string, outcome: Outcome, limits: Limits): string {
  if ('result' in outcome) {
    if (Buffer.byteLength(outcome.result) > limits.functionResponseBytes)
      throw new Refusal('EXCEED_MAX_RESPONSE_SIZE', `answer of ${name} exceeds ${limits.functionResponseBytes} bytes`)
    return outcome.result
  }
  if (outcome.kind === 'timedOut') throw new Refusal('FUNCTIONS_TIME_LIMIT_EXCEEDED', outcome.error)
  throw new Refusal('FUNCTIONS_EXECUTE_FAIL', outcome.error)
}
