import { spawn } from 'node:child_process'
import { availableParallelism } from 'node:os'
import { resolve } from 'node:path'

/** Every proof in a process of its own, as many at once as there are cores; each one's words stand together. How many hold. */
export async function proveAll(names: readonly string[], words: readonly string[]): Promise<number> {
  const left = [...names]
  let hold = 0
  const worker = async () => {
    for (let name = left.shift(); name !== undefined; name = left.shift()) if (await proveAlone(name, words)) hold++
  }
  await Promise.all(Array.from({ length: Math.min(availableParallelism(), names.length) }, worker))
  return hold
}

function proveAlone(name: string, words: readonly string[]): Promise<boolean> {
  const started = Date.now()
  const tsx = require.resolve('tsx/cli')
  const child = spawn(process.execPath, [tsx, resolve(__dirname, 'index.ts'), name, ...words])
  const said: Buffer[] = []
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (part: Buffer) => said.push(part))
  return new Promise((done) =>
    child.on('close', (code) => {
      process.stdout.write(Buffer.concat(said))
      console.log(`(${name}: ${Math.round((Date.now() - started) / 1000)} s)\n`)
      done(code === 0)
    }),
  )
}
