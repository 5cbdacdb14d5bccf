/** A part of a proof in a process of its own: a worker's file gets the part as its one argument and sends what came of it. */
import { type ChildProcess, fork } from 'node:child_process'

/** Of one proof: where a part fails, the others have nothing to say any more. */
const running = new Set<ChildProcess>()

export function inItsOwnProcess<Said>(
  worker: string,
  part: object,
  /** Told how much is done, 0 to 1, by a worker that says so. */
  progress: (share: number) => void = () => {},
): Promise<Said> {
  return new Promise((resolve, reject) => {
    const child = fork(worker, [JSON.stringify(part)], {
      execArgv: ['--import', 'tsx'],
      env: { ...process.env, TZ: 'UTC' },
    })
    running.add(child)
    child.on('message', (said) => (isShare(said) ? progress(said.share) : resolve(said as Said)))
    child.once('exit', (code) => {
      running.delete(child)
      if (code !== 0) for (const other of running) other.kill()
      reject(new Error(`${worker} ended with ${code}`))
    })
  })
}

function isShare(said: unknown): said is { share: number } {
  return typeof said === 'object' && said !== null && 'share' in said
}
