/**
 * Cloud functions as they are deployed: one index.js each with wx-server-sdk inside (cold start 180–250 ms against
 * 290–480), package.json, and config.json with the time-out. The local cloud runs these very files.
 *
 *   await buildFunctions()            // cloudfunctions/<name>/index.ts → dist/cloudfunctions/<name>/
 */
import { copyFileSync, existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { build, type Metafile } from 'esbuild'

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
  const { metafile } = await build({
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
    logLevel: 'warning',
  })
  for (const name of names) writeBeside(join(sourceDir, name), join(outDir, name), name)
  writeFileSync(join(outDir, 'metafile.json'), JSON.stringify(metafile))
  return names.map((name) => ({ name, folder: join(outDir, name), bytes: bytesOf(metafile, name) }))
}

/** Every folder with an index.ts; common/ is not deployed by itself. */
export function functionNames(sourceDir: string): string[] {
  return readdirSync(sourceDir)
    .filter((name) => name !== 'common' && existsSync(join(sourceDir, name, 'index.ts')))
    .sort()
}

function writeBeside(source: string, folder: string, name: string): void {
  mkdirSync(folder, { recursive: true })
  // Nothing to install on the platform: all is in the bundle.
  writeFileSync(
    join(folder, 'package.json'),
    `${JSON.stringify({ name, version: '1.0.0', main: 'index.js' }, null, 2)}\n`,
  )
  const config = join(source, 'config.json')
  if (existsSync(config)) copyFileSync(config, join(folder, 'config.json'))
  else writeFileSync(join(folder, 'config.json'), '{}\n')
}

function bytesOf(metafile: Metafile, name: string): number {
  const [, output] = Object.entries(metafile.outputs).find(([file]) => file.endsWith(`${name}/index.js`)) ?? []
  return output?.bytes ?? 0
}
