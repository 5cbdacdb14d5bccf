/**
 * One warm instance of a function, one request at a time. What ends a worker ends the call at once: an exit, a floating
 * rejection, and by the time-out an endless loop.
 */
import { join } from 'node:path'
import { Worker } from 'node:worker_threads'

export interface Call {
  /** JSON. */
  event: string
  /** What the platform sets for this call: the caller, the source. */
  environment: Record<string, string>
  /** What time it is for the function, in milliseconds; absent: what it is. */
  now?: number
}

export type Outcome = { result: string } | { error: string; kind: 'threw' | 'ended' | 'timedOut' }

export interface Instance {
  run(call: Call): Promise<Outcome>
  isAlive(): boolean
  end(): Promise<unknown>
}

export interface InstanceOptions {
  name: string
  entry: string
  environment: Record<string, string>
  timeoutMs: number
  /** What the function prints. */
  print: ((line: string) => void) | null
}

/** Generous: a busy machine must not change an outcome. */
const LOADING_MS = 20_000

export function startInstance({ name, entry, environment, timeoutMs, print }: InstanceOptions): Instance {
  const context = { function_name: name, time_limit_in_ms: timeoutMs }
  const worker = new Worker(join(__dirname, 'worker.cjs'), {
    workerData: { entry, context },
    env: environment,
    // Without the TypeScript loader of its parent, whose start costs more than the function's own.
    execArgv: [],
    stdout: true,
    stderr: true,
  })
  for (const stream of [worker.stdout, worker.stderr])
    stream.on('data', (text: Buffer) => print?.(`[${name}] ${text.toString('utf8').trimEnd()}`))

  let alive = true
  let settle: ((outcome: Outcome) => void) | null = null
  let cause = ''
  const answer = (outcome: Outcome) => {
    const waiting = settle
    settle = null
    waiting?.(outcome)
  }
  let isReady: () => void
  const ready = new Promise<void>((resolve) => {
    isReady = resolve
  })
  worker.on('message', (message: { ready?: boolean; result?: string; error?: string }) => {
    if (message.ready === false) cause = `${name}: index.js exports no main`
    if (message.ready !== undefined) isReady()
    else if (message.result !== undefined) answer({ result: message.result })
    else answer({ error: message.error ?? 'unknown', kind: 'threw' })
  })
  const loading = setTimeout(() => {
    cause = `${name}: index.js took longer than ${LOADING_MS / 1000} seconds to load`
    void worker.terminate()
  }, LOADING_MS)
  void ready.then(() => clearTimeout(loading))
  worker.on('error', (error) => {
    cause = String((error as Error)?.stack ?? error)
  })
  worker.on('exit', (code) => {
    alive = false
    isReady()
    answer({ error: cause || `${name}: the instance ended with code ${code}`, kind: 'ended' })
  })

  return {
    async run({ event, environment: caller, now }) {
      // Loading does not count against the time-out here, so that a busy machine changes no outcome.
      await ready
      if (!alive || cause) return { error: cause || `${name}: the instance has ended`, kind: 'ended' }
      return new Promise((resolve) => {
        const timer = setTimeout(() => {
          alive = false
          answer({ error: `Invoking task timed out after ${timeoutMs / 1000} seconds`, kind: 'timedOut' })
          void worker.terminate()
        }, timeoutMs)
        settle = (outcome) => {
          clearTimeout(timer)
          resolve(outcome)
        }
        worker.postMessage({ event, environment: caller, now })
      })
    },
    isAlive: () => alive,
    end: () => worker.terminate(),
  }
}
