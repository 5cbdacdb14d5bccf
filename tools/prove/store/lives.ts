/**
 * One store through many lives of the local cloud: each is started, looked at, written to by several lanes at once, and
 * killed where it was told to; the next one finds what the last one left.
 */
import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { sdkInThisProcess } from '../../local-cloud/sdk'
import { openSqlite } from '../../local-cloud/store/sqlite'
import { oneFile } from '../one-file'
import { chanceFrom } from '../phone/chance'
import { holds } from '../proof'
import { bytesOf, nextWrite, type Row, rowOf, type Sdk } from './changes'
import { type Cell, type Found, Known, type Secret } from './known'
import type { Kill } from './points'

/** What a process is told. */
export interface Life {
  dataDir: string
  kill: Kill | null
}

const LANES = ['a', 'b', 'c', 'd'] as const
/** Writes of a lane, after which its life waits for what is done when nothing is written. */
const WRITES = 12
/** So often again, should the point not have been passed as often as it must. */
const ROUNDS = 40
const QUIET_MS = 600

export type Ended = 'killed' | 'killed in the middle of a commit' | 'killed as it began' | 'not reached'

export async function livesOfOneStore() {
  const folder = mkdtempSync(join(tmpdir(), 'lalian-store-'))
  const dataDir = join(folder, 'data')
  const program = join(folder, 'mortal-cloud.cjs')
  await oneFile(join(__dirname, 'mortal-cloud.ts'), program)
  const known = new Known()
  let sequence = 0
  // When a socket hangs up the SDK forgets its timer that warns of slow requests.
  console.warn = () => {}

  return { known, live, lookAtTheEnd, holdsCanFail, remove: () => rmSync(folder, { recursive: true, force: true }) }

  /** Throws where what the life before left is wrong. */
  async function live(kill: Kill | null): Promise<Ended> {
    const child = begun(program, { dataDir, kill })
    try {
      const sdk = await child.sdk()
      if (sdk) {
        holdsAfterwards((await found(sdk, child)) ?? new Map(), child)
        await writeUntilKilled(sdk, child, kill)
      }
      if (kill === null) {
        await child.stop()
        return 'not reached'
      }
      if (!child.isOver()) return 'not reached'
      holds((await child.over) === 'SIGKILL', `the local cloud ended by itself: ${child.said()}`)
      if (!sdk) return 'killed as it began'
      const inCommit = child.said().includes('committing') && !child.said().includes('committed')
      return inCommit ? 'killed in the middle of a commit' : 'killed'
    } finally {
      await child.kill()
    }
  }

  /** Looks once more, twice: as it was left, and after it was stopped in peace. */
  async function lookAtTheEnd(): Promise<void> {
    for (let times = 0; times < 2; times++) {
      const child = begun(program, { dataDir, kill: null })
      try {
        const sdk = await child.sdk()
        holds(sdk !== null, `it does not begin: ${child.said()}`)
        holdsAfterwards((await found(sdk!, child))!, child)
        await child.stop()
      } finally {
        await child.kill()
      }
    }
  }

  /** A document taken away behind its back, a file cut, a removed secret put back: all three are seen. */
  async function holdsCanFail(): Promise<void> {
    const [document] = known.cells('notes/')
    const [file] = known.cells('files/')
    holds(document !== undefined && file !== undefined, 'nothing is left to damage')
    const database = openSqlite(join(dataDir, 'database.sqlite'))
    database.run('DELETE FROM docs WHERE id = ?', document!.split('/')[1]!)
    database.close()
    const path = join(dataDir, 'storage', file!)
    writeFileSync(path, readFileSync(path).subarray(0, 1000))
    const child = begun(program, { dataDir, kill: null })
    try {
      const wrong = known.wrongIn((await found((await child.sdk())!, child))!)
      const seen = [`lost: ${document}`, `damaged: ${file}`].every((what) => wrong.includes(what))
      holds(seen && wrong.length === 2, `damage was not seen: ${wrong}`)
      const gone = 'c0ffee'.repeat(5)
      holds(known.remainsIn(Buffer.from(`..${gone}..`)).join() === gone, 'a secret that is left was not seen')
    } finally {
      await child.kill()
    }
  }

  function holdsAfterwards(there: Found, child: Child): void {
    const wrong = child.isOver() ? [] : known.wrongIn(there)
    holds(wrong.length === 0, wrong.slice(0, 10).join('\n  '))
    if (child.isOver()) return
    const left = filesBelow(dataDir).flatMap((path) =>
      known.remainsIn(readFileSync(path)).map((piece) => `${path}: ${piece}`),
    )
    holds(left.length === 0, `bytes of what was removed are left: ${left.slice(0, 5).join(', ')}`)
  }

  /** Everything that is there; null where the cloud died meanwhile. */
  async function found(sdk: Sdk, child: Child): Promise<Found | null> {
    const there = new Map<Cell, Secret | 'damaged'>()
    try {
      for (const collection of ['notes', 'others'] as const) {
        const documents = sdk.database().collection(collection)
        for (const lane of LANES)
          for (const row of (await documents.where({ lane }).limit(1000).get()).data)
            there.set(`${collection}/${row._id}`, secretIn(collection, row))
        const { total } = await documents.where({}).count()
        const listed = [...there.keys()].filter((cell) => cell.startsWith(`${collection}/`)).length
        holds(total === listed, `${total} documents of ${collection}, ${listed} of them in its index`)
      }
    } catch (error) {
      if (await child.isOverSoon()) return null
      throw error
    }
    const storage = join(dataDir, 'storage')
    for (const path of filesBelow(storage)) there.set(path.slice(storage.length + 1), secretOfFile(readFileSync(path)))
    return there
  }

  async function writeUntilKilled(sdk: Sdk, child: Child, kill: Kill | null): Promise<void> {
    const chance = chanceFrom(kill?.seed ?? 0)
    let heard = 0
    for (let round = 0; round < (kill ? ROUNDS : 1) && !child.isOver(); round++) {
      await Promise.all(
        LANES.map(async (lane, n) => {
          const itsChance = chance.forPart(round * LANES.length + n)
          for (let write = 0; write < WRITES && !child.isOver(); write++) {
            const { change, send, isRefused = false } = nextWrite(sdk, known, lane, itsChance, () => ++sequence)
            known.send(change)
            try {
              await send()
              holds(!isRefused, 'a second document with the same number was taken')
            } catch (error) {
              if (isRefused && /duplicate key/.test(textOf(error))) continue
              holds(await child.isOverSoon(), `a write was refused: ${textOf(error)}`)
              return
            }
            known.hear(change)
            heard += 1
            if (kill?.point === 'after-answer' && heard >= kill.nth) await child.kill()
          }
        }),
      )
      await child.overWithin(QUIET_MS)
    }
  }
}

type Child = ReturnType<typeof begun>

function begun(program: string, life: Life) {
  const child: ChildProcess = spawn(process.execPath, [program, JSON.stringify(life)], {
    env: { ...process.env, NODE_PATH: resolve('node_modules'), TZ: 'UTC' },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let said = ''
  let isOver = false
  const over = new Promise<NodeJS.Signals | null>((resolve) =>
    child.once('close', (_code, signal) => {
      isOver = true
      resolve(signal)
    }),
  )
  const overWithin = (ms: number) => Promise.race([over, new Promise((resolve) => setTimeout(resolve, ms))])
  const listening = new Promise<string>((resolve) => {
    for (const stream of [child.stdout!, child.stderr!])
      stream.on('data', (text) => {
        said += text
        const address = /^at (.*)$/m.exec(said)?.[1]
        if (address) resolve(address)
      })
  })
  return {
    over,
    overWithin,
    isOver: () => isOver,
    said: () => said,

    /** Null where it died before it listened. */
    async sdk(): Promise<Sdk | null> {
      const url = await Promise.race([listening, over.then(() => null)])
      return url === null ? null : (sdkInThisProcess(url) as unknown as Sdk)
    },

    /** Whether a refusal comes of its death. */
    async isOverSoon(): Promise<boolean> {
      await overWithin(60_000)
      return isOver
    },

    async stop(): Promise<void> {
      child.kill('SIGTERM')
      await over
    },

    async kill(): Promise<void> {
      if (!isOver) child.kill('SIGKILL')
      await over
    },
  }
}

function secretIn(collection: string, row: Row): Secret | 'damaged' {
  const secret = row.text.split('.')[0]!
  const should = rowOf(`${collection}/${row._id}`, secret)
  const isWhole = (Object.keys(should) as (keyof Row)[]).every((name) => row[name] === should[name])
  return isWhole && Object.keys(row).length === Object.keys(should).length ? secret : 'damaged'
}

function secretOfFile(bytes: Buffer): Secret | 'damaged' {
  const secret = bytes.subarray(0, 32).toString()
  return bytesOf(secret).equals(bytes) ? secret : 'damaged'
}

function filesBelow(folder: string): string[] {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true })
  return entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name))
}

function textOf(error: unknown): string {
  const { errMsg, message } = error as { errMsg?: string; message?: string }
  return errMsg ?? message ?? String(error)
}
