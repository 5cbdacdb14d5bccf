import { spawn } from 'node:child_process'
import { availableParallelism } from 'node:os'
import { resolve } from 'node:path'
import { childWords } from '../child-words'
import { inLanes } from '../in-lanes'

/** Every proof in a process of its own, as many at once as there are cores; each one's words stand together. How many hold. */
export async function proveAll(names: readonly string[], words: readonly string[]): Promise<number> {
  let hold = 0
  await inLanes(names, availableParallelism(), async (name) => {
    if (await proveAlone(name, words)) hold++
  })
  return hold
}

async function proveAlone(name: string, words: readonly string[]): Promise<boolean> {
  const started = Date.now()
  const tsx = require.resolve('tsx/cli')
  const said = await childWords(spawn(process.execPath, [tsx, resolve(__dirname, 'index.ts'), name, ...words]))
  process.stdout.write(said.words)
  console.log(`(${name}: ${Math.round((Date.now() - started) / 1000)} s)\n`)
  return said.code === 0
}
