/**
 * A local cloud in a process of its own that kills itself (SIGKILL) where it was told to. Bundled before it is started, so
 * that a life begins at once. Says its address, then what it passed, each on a line.
 */
import { writeSync } from 'node:fs'
import { Worker } from 'node:worker_threads'
import { startLocalCloud } from '../../local-cloud'
import type { WritePoint } from '../../local-cloud/write-points'
import { database } from './changes'
import type { Life } from './lives'

const { dataDir, kill }: Life = JSON.parse(process.argv[2]!)

async function live(): Promise<void> {
  // FULL: what is answered is on the disk, as `npm start` has it.
  const cloud = await startLocalCloud({ dataDir, database, reached: kill ? mortal(kill) : undefined, quiet: true })
  writeSync(1, `at ${cloud.url}\n`)
  process.on('SIGTERM', () => void cloud.stop().then(() => process.exit()))
}

function mortal({ point, nth, micros }: NonNullable<Life['kill']>): (reached: WritePoint) => void {
  let left = nth
  let changed = 0
  let hasWritten = false
  const killer = point === 'inside-commit' ? killerThread() : null
  return (reached) => {
    if (reached === 'change-begun') changed = 0
    if (reached === 'document-changed') changed += 1
    if (reached === 'after-commit') hasWritten = true
    if (killer) {
      // A large one takes longer than the thread needs to wake.
      if (reached === 'before-commit' && changed >= LARGE && --left === 0) {
        writeSync(1, 'committing\n')
        killer(micros)
      } else if (reached === 'after-commit' && left <= 0) writeSync(1, 'committed\n')
      return
    }
    // The answer to a question is nothing that could be lost.
    if (reached === 'before-answer' && !hasWritten) return
    if (reached === 'before-answer') hasWritten = false
    if (reached === point && --left === 0) process.kill(process.pid, 'SIGKILL')
  }
}

const LARGE = 20

/** SQLite's COMMIT blocks this thread; another kills the process so many microseconds after it is told. */
function killerThread(): (micros: number) => void {
  const cell = new Int32Array(new SharedArrayBuffer(8))
  const source = `
    const { workerData: cell } = require('node:worker_threads')
    Atomics.wait(cell, 0, 0)
    const until = process.hrtime.bigint() + BigInt(cell[1]) * 1000n
    while (process.hrtime.bigint() < until);
    process.kill(process.pid, 'SIGKILL')`
  new Worker(source, { eval: true, workerData: cell }).unref()
  return (micros) => {
    cell[1] = micros
    Atomics.store(cell, 0, 1)
    Atomics.notify(cell, 0)
  }
}

void live()
