/** Two processes that live flows with kills; each job is given to the one that is free. */
import { type ChildProcess, fork } from 'node:child_process'
import { join } from 'node:path'
import type { Lived } from './live'

export interface Job {
  flow: string
  /** Points, rising; none: lived without a kill. */
  kills: readonly number[]
}
export type Said = (Lived | { failure: string }) & { isTired: boolean }

export type Workers = ReturnType<typeof workersOn>

/** `root`: the build. */
export function workersOn(root: string, count: number) {
  const free: Promise<ChildProcess>[] = Array.from({ length: count }, () => begun(root))
  const waiting: ((worker: Promise<ChildProcess>) => void)[] = []
  const aFreeOne = () => new Promise<ChildProcess>((given) => waiting.push(given))

  const give = (worker: Promise<ChildProcess>) => {
    const next = waiting.shift()
    if (next) next(worker)
    else free.push(worker)
  }

  return {
    async live(job: Job): Promise<Said> {
      const worker = await (free.pop() ?? aFreeOne())
      const said = await answerOf<Said>(worker, () => worker.send(job)).catch(({ message }: Error) => {
        return { failure: message, isTired: true }
      })
      if (said.isTired && worker.connected) worker.disconnect()
      give(said.isTired ? begun(root) : Promise.resolve(worker))
      return said
    },
    async stop(): Promise<void> {
      for (const worker of await Promise.all(free)) worker.disconnect()
    },
  }
}

async function begun(root: string): Promise<ChildProcess> {
  const worker = fork(join(__dirname, 'worker.ts'), [root], {
    execArgv: ['--max-semi-space-size=64', '--import', 'tsx'],
    env: { ...process.env, TZ: 'UTC' },
  })
  await answerOf(worker, () => {})
  return worker
}

/** A life takes a second; one that does not end is a failure with a name, not a proof that hangs. */
const PATIENCE_MS = 180_000

function answerOf<T>(worker: ChildProcess, ask: () => void): Promise<T> {
  return new Promise((resolve, reject) => {
    const ended = (why: string) => {
      clearTimeout(timer)
      worker.off('exit', died)
      worker.off('message', said)
      reject(new Error(why))
    }
    const died = (code: number | null) => ended(`its process ended (${code})`)
    const said = (answer: unknown) => {
      clearTimeout(timer)
      worker.off('exit', died)
      resolve(answer as T)
    }
    const timer = setTimeout(() => {
      worker.kill()
      ended('it does not end')
    }, PATIENCE_MS)
    worker.once('exit', died)
    worker.once('message', said)
    ask()
  })
}
