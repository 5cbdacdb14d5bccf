/**
 * Cloud functions as they are deployed: one index.js each with wx-server-sdk inside (cold start 180–250 ms against
 * 290–480), package.json, and config.json with the time-out. The local cloud runs these very files.
 *
 *   await buildFunctions()            // cloudfunctions/<name>/index.ts → dist/cloudfunctions/<name>/, when something changed
 */
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { build, type Metafile } from 'esbuild'
import { fingerprint } from '../fingerprint'

export interface BuildOptions {
  sourceDir?: string
  outDir?: string
  minify?: boolean
}

export interface BuiltFunction {
  name: string
  folder: string
  bytes: number
}

/** Builds every function; answers them by name. Beside them `metafile.json` tells what each bundle is made of. */
export async function buildFunctions({
  sourceDir = 'cloudfunctions',
  outDir = 'dist/cloudfunctions',
  minify = false,
}: BuildOptions = {}): Promise<BuiltFunction[]> {
  const names = functionNames(sourceDir)
  const stamp = join(outDir, 'built')
  const current = `${minify ? 'minified ' : ''}${fingerprint([sourceDir, ...MADE_OF])}\n`
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === current) return built(names, outDir)
  const { metafile, outputFiles } = await build({
    entryPoints: names.map((name) => ({ in: join(sourceDir, name, 'index.ts'), out: join(name, 'index') })),
    outdir: outDir,
    bundle: true,
    minify,
    platform: 'node',
    target: 'node16',
    format: 'cjs',
    // A function's own code before a package's ESM twin: the platform's Node loads CommonJS.
    mainFields: ['main', 'module'],
    keepNames: true,
    metafile: true,
    write: false,
    logLevel: 'warning',
  })
  for (const { path, contents } of outputFiles) put(path, contents)
  for (const name of names) writeBeside(join(sourceDir, name), join(outDir, name), name)
  put(join(outDir, 'metafile.json'), JSON.stringify(metafile))
  put(stamp, current)
  return built(names, outDir)
}

/** Beside a function's own folder. */
const MADE_OF = ['src', 'config', 'tools/build-functions', 'package-lock.json']

function built(names: readonly string[], outDir: string): BuiltFunction[] {
  const metafile = JSON.parse(readFileSync(join(outDir, 'metafile.json'), 'utf8')) as Metafile
  return names.map((name) => ({ name, folder: join(outDir, name), bytes: bytesOf(metafile, name) }))
}

/** Every folder with an index.ts; common/ is not deployed by itself. */
export function functionNames(sourceDir: string): string[] {
  return readdirSync(sourceDir)
    .filter((name) => name !== 'common' && existsSync(join(sourceDir, name, 'index.ts')))
    .sort()
}

function writeBeside(source: string, folder: string, name: string): void {
  // Nothing to install on the platform: all is in the bundle.
  put(join(folder, 'package.json'), `${JSON.stringify({ name, version: '1.0.0', main: 'index.js' }, null, 2)}\n`)
  const config = join(source, 'config.json')
  put(join(folder, 'config.json'), existsSync(config) ? readFileSync(config) : '{}\n')
}

/** Whole or not at all: proofs and tests build side by side, and one may be reading what another writes. */
function put(path: string, content: string | Uint8Array): void {
  mkdirSync(dirname(path), { recursive: true })
  const part = `${path}.${process.pid}`
  writeFileSync(part, content)
  renameSync(part, path)
}

function bytesOf(metafile: Metafile, name: string): number {
  const [, output] = Object.entries(metafile.outputs).find(([file]) => file.endsWith(`${name}/index.js`)) ?? []
  return output?.bytes ?? 0
}
