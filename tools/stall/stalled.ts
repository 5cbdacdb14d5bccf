/** A command whose processes stand still now and then. On Linux, whose /proc says whose child a process is. */
import { spawn } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { chanceFrom } from '../prove/phone/chance'

const SHORTEST_S = 0.5
/** One stall in so many is of all processes at once. */
const ALL_OF = 7

export type Stalls = { seed: number; every: number; longest: number }

/** Resolves with the command's exit code when it has ended. */
export function stalled([file, ...words]: readonly string[], { seed, every, longest }: Stalls): Promise<number> {
  const { fraction, happens, oneOf } = chanceFrom(seed)
  const child = spawn(file!, words, { stdio: 'inherit' })
  let next: NodeJS.Timeout
  let standing: number[] = []
  const goOn = () => {
    for (const pid of standing.splice(0)) signal(pid, 'SIGCONT')
    // As rare things come: of the same likelihood at every moment.
    next = setTimeout(stand, -Math.log(1 - fraction()) * every * 1000)
  }
  const stand = () => {
    const below = descendants(child.pid!)
    if (below.length > 0) standing = happens(1 / ALL_OF) ? below : [oneOf(below)]
    for (const pid of standing) signal(pid, 'SIGSTOP')
    next = setTimeout(goOn, (SHORTEST_S + fraction() * Math.max(0, longest - SHORTEST_S)) * 1000)
  }
  goOn()
  return new Promise((done, fail) => {
    child.on('error', fail)
    child.on('exit', (code) => {
      clearTimeout(next)
      for (const pid of standing) signal(pid, 'SIGCONT')
      done(code ?? 1)
    })
  })
}

function descendants(pid: number): number[] {
  const parentOf = new Map(
    readdirSync('/proc').flatMap((name) => {
      const parent = /^\d+$/.test(name) ? parentIn(`/proc/${name}/stat`) : null
      return parent === null ? [] : [[Number(name), parent] as const]
    }),
  )
  const isBelow = (one: number): boolean => {
    const parent = parentOf.get(one)
    return parent !== undefined && (parent === pid || isBelow(parent))
  }
  return [...parentOf.keys()].filter(isBelow)
}

/** `4711 (a name, perhaps with spaces) S 4700 …` */
function parentIn(file: string): number | null {
  try {
    const text = readFileSync(file, 'utf8')
    return Number(text.slice(text.lastIndexOf(')') + 2).split(' ')[1])
  } catch {
    return null
  }
}

/** Gone meanwhile is gone. */
function signal(pid: number, name: 'SIGSTOP' | 'SIGCONT'): void {
  try {
    process.kill(pid, name)
  } catch {}
}
