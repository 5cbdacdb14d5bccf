/**
 * The server of the day: a process that is killed and begun again on the same data. While it is down calls are refused;
 * it is up again so many seconds of the day later, however long that really takes.
 */
import { type ChildProcess, spawn } from 'node:child_process'
import { copyFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import type { Fault } from '../../local-cloud/faults'
import { oneFile } from '../one-file'
import type { Chance } from '../phone/chance'
import type { SimulatedTime } from '../phone/simulated-time'

/** What a life of the process is told. */
export interface ServerLife {
  dataDir: string
  functionsDir: string
  instances: number
  /** What time it is for the functions until the first call says it. */
  at: number
}

export interface ServerCall {
  event: { action: string; payload: unknown }
  openid: string
  now: number
  fault?: Fault
  /** Passages of places of writing that the process still lives to see. */
  diesAfter?: number
}

export interface ServerOptions {
  /** Its program and its data. */
  folder: string
  functionsDir: string
  /** Warm ones of a function: each costs a beginning at every kill, and two let the same send run beside itself. */
  instances: number
  time: SimulatedTime
  chance: Chance
  /** Told for every call: the number of passages after which the process dies, or null. */
  doom(functionName: string): number | null
}

/** `null`: no answer, for whatever reason. */
export type Heard = { result: unknown } | { errCode: number; errMsg: string } | null

/** Seconds of the day until it is up again. */
const DOWN = [5, 90] as const
/** Within which a process that closes its sockets must be known to be dead. */
const SOON_MS = 20_000

export type Server = Awaited<ReturnType<typeof mortalServer>>

export async function mortalServer({ folder, functionsDir, instances, time, chance, doom }: ServerOptions) {
  const program = await bundled(folder)
  let isOver = false
  let upAt = Number.NEGATIVE_INFINITY
  let kills = 0
  let failure: Error | null = null
  const underWay = new Set<Promise<unknown>>()
  let life = begun()

  return {
    kills: () => kills,

    async call(functionName: string, event: ServerCall['event'], openid: string, fault?: Fault): Promise<Heard> {
      const diesAfter = doom(functionName)
      const call: ServerCall = { event, openid, now: time.now() }
      if (fault) call.fault = fault
      if (diesAfter !== null) call.diesAfter = diesAfter
      return asked(`/chaos/call/${functionName}`, { method: 'POST', body: JSON.stringify(call) })
    },

    /** The file's name; null: no answer. */
    async upload(cloudPath: string, content: string, openid: string): Promise<string | null> {
      const path = `/upload?path=${encodeURIComponent(cloudPath)}`
      const said = await asked(path, { method: 'PUT', body: content, headers: { 'x-local-openid': openid } })
      return (said as unknown as { fileId?: string } | null)?.fileId ?? null
    },

    async dump(collection: string): Promise<Record<string, unknown>[]> {
      return (await fetch(`${await life.url}/chaos/dump/${collection}`)).json() as Promise<Record<string, unknown>[]>
    },

    async bytesAt(url: string): Promise<Uint8Array> {
      // The address was made by a life that may be over.
      const { pathname, search } = new URL(url)
      return new Uint8Array(await (await fetch(`${await life.url}${pathname}${search}`)).arrayBuffer())
    },

    /** Whatever still runs of calls that nobody waits for has come to its end. */
    async isQuiet(): Promise<void> {
      while (underWay.size > 0) await Promise.all(underWay)
    },

    /** By the machine's own hand, where it was told to die and has not come to it. */
    async killNow(): Promise<void> {
      const { process: child, over } = life
      child.kill('SIGKILL')
      await over
    },

    async stop(): Promise<void> {
      isOver = true
      life.process.kill('SIGTERM')
      await life.over
    },
  }

  async function asked(path: string, init: RequestInit): Promise<Heard> {
    if (failure) throw failure
    if (time.now() < upAt) return null
    const { url, over } = life
    const answer = Promise.race([url, over.then(() => null)])
      .then(async (to) => {
        if (to === null) return null
        const response = await fetch(`${to}${path}`, init)
        return (await response.json()) as Heard
      })
      // The socket closes a moment before the death is known: only after it is the next life told apart from this one.
      .catch((cause) => Promise.race([over.then(() => null), isAlive(cause)]))
    underWay.add(answer)
    try {
      return await answer
    } finally {
      underWay.delete(answer)
    }
  }

  async function isAlive(cause: unknown): Promise<never> {
    await new Promise((resolve) => setTimeout(resolve, SOON_MS).unref())
    throw new Error('a living server did not answer', { cause })
  }

  function begun() {
    const told: ServerLife = {
      dataDir: join(folder, 'data'),
      functionsDir: resolve(functionsDir),
      instances,
      at: time.now(),
    }
    const child: ChildProcess = spawn(process.execPath, [program, JSON.stringify(told)], {
      env: { ...process.env, NODE_PATH: resolve('node_modules'), TZ: 'UTC' },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    let said = ''
    const url = new Promise<string>((listening) => {
      for (const stream of [child.stdout!, child.stderr!])
        stream.on('data', (text) => {
          said += text
          const address = /^at (.*)$/m.exec(said)?.[1]
          if (address) listening(address)
        })
    })
    const over = new Promise<void>((ended) =>
      child.once('close', (_code, signal) => {
        if (!isOver) {
          if (signal !== 'SIGKILL') failure = new Error(`the server ended by itself: ${said.slice(-2_000)}`)
          else {
            kills++
            upAt = time.now() + chance.between(...DOWN) * 1_000
            life = begun()
          }
        }
        ended()
      }),
    )
    return { process: child, url, over }
  }
}

/** Beside the worker that it starts. */
async function bundled(folder: string): Promise<string> {
  for (const file of ['worker.cjs', 'compiled.cjs'])
    copyFileSync(resolve('tools/local-cloud/functions', file), join(folder, file))
  return oneFile(join(__dirname, 'mortal-server.ts'), join(folder, 'mortal-server.cjs'))
}
