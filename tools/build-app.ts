import { spawn } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { fingerprint } from './fingerprint'

/**
 * Builds the mini-program (dist/weapp) and the web (dist/h5) with Taro, only when something they are made of has changed.
 * From the shell: tsx tools/build-app.ts weapp h5 [--force]; CLOUD, CLOUD_ENV, LOCAL_CLOUD_URL as in config/build-constants.ts.
 */
export const buildWeapp = (force = false) => build({ platform: 'weapp', output: 'dist/weapp', sources: PRODUCT }, force)
export const buildH5 = (force = false) => build({ platform: 'h5', output: 'dist/h5', sources: PRODUCT }, force)

/** All components on one page, for tests to look at; no part of the product. */
export const buildGallery = (platform: 'weapp' | 'h5', force = false) =>
  build(
    { platform, source: 'tests/gallery', output: `dist/gallery-${platform}`, sources: [...PARTS, 'tests/gallery'] },
    force,
  )

/** A Taro app that does nothing: the floor of the bench's bytes and of its time to the first question. */
export const buildEmpty = (platform: 'weapp' | 'h5', force = false) =>
  build(
    {
      platform,
      source: 'tools/bench/empty-app',
      output: `dist/empty-${platform}`,
      sources: ['tools/bench/empty-app', 'config', 'babel.config.js', 'package-lock.json'],
    },
    force,
  )

type Build = { platform: 'weapp' | 'h5'; source?: string; output: string; sources: string[] }

const root = resolve(__dirname, '..')
const TOOLS = ['config/index.ts', 'config/build-constants.ts', 'config/plugins', 'babel.config.js', 'package-lock.json']
const PRODUCT = ['src', 'project.config.json', ...TOOLS]
const PARTS = ['src/components', 'src/client', 'src/styles', 'src/app.css', 'src/index.html', ...TOOLS]

async function build(wanted: Build, force: boolean): Promise<string> {
  const output = join(root, wanted.output)
  const stamp = `${output}.built`
  const current = `${wanted.platform} ${fingerprint(wanted.sources, ['CLOUD', 'CLOUD_ENV', 'LOCAL_CLOUD_URL'])}\n`
  const isCurrent = () => existsSync(output) && existsSync(stamp) && readFileSync(stamp, 'utf8') === current
  if (!force && isCurrent()) return output
  return oneAtATime(async () => {
    if (!force && isCurrent()) return output
    rmSync(stamp, { force: true })
    // Taro empties its folder first: it gets one of its own, so that nobody finds the old build half gone.
    const fresh = `${wanted.output}.new`
    await taro({ ...wanted, output: fresh })
    rmSync(output, { recursive: true, force: true })
    renameSync(join(root, fresh), output)
    writeFileSync(stamp, current)
    return output
  })
}

/** A Taro build takes both cores and some memory: whoever comes second waits, also in another process. */
async function oneAtATime<T>(run: () => Promise<T>): Promise<T> {
  const lock = join(root, 'dist/building.pid')
  mkdirSync(dirname(lock), { recursive: true })
  while (!claimed(lock)) await new Promise((later) => setTimeout(later, 300))
  try {
    return await run()
  } finally {
    rmSync(lock, { force: true })
  }
}

function claimed(lock: string): boolean {
  try {
    writeFileSync(lock, String(process.pid), { flag: 'wx' })
    return true
  } catch {
    if (!isAlive(lock)) rmSync(lock, { force: true })
    return false
  }
}

/** A builder that was killed leaves its lock behind. */
function isAlive(lock: string): boolean {
  try {
    const pid = Number(readFileSync(lock, 'utf8'))
    return pid === 0 || process.kill(pid, 0)
  } catch {
    return false
  }
}

function taro({ platform, source = 'src', output }: Build): Promise<void> {
  const cli = join(root, 'node_modules/@tarojs/cli/bin/taro')
  const run = spawn(process.execPath, [cli, 'build', '--type', platform, '--no-check', '--disable-global-config'], {
    cwd: root,
    env: {
      ...process.env,
      NODE_ENV: 'production',
      TARO_ENV: platform,
      TARO_APP_SOURCE: source,
      TARO_APP_OUTPUT: output,
      BROWSERSLIST_IGNORE_OLD_DATA: '1',
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let said = ''
  const listen = (chunk: Buffer) => {
    said += chunk.toString()
  }
  run.stdout.on('data', listen)
  run.stderr.on('data', listen)
  return new Promise((done, failed) => {
    run.on('error', failed)
    run.on('close', (code) => {
      // Taro answers 0 after some failures: its words count too.
      if (code === 0 && !/编译失败|Module not found|ERROR in/.test(said)) done()
      else failed(new Error(`taro build --type ${platform} failed (${code})\n${said}`))
    })
  })
}

if (require.main === module) {
  main(process.argv.slice(2)).catch((failure) => {
    console.error(failure.message)
    process.exit(1)
  })
}

async function main(words: string[]): Promise<void> {
  const force = words.includes('--force')
  const builds: Record<string, () => Promise<string>> = {
    weapp: () => buildWeapp(force),
    h5: () => buildH5(force),
    'gallery-h5': () => buildGallery('h5', force),
    'gallery-weapp': () => buildGallery('weapp', force),
  }
  const names = words.filter((word) => word !== '--force')
  for (const name of names.length > 0 ? names : ['weapp', 'h5']) {
    const start = Date.now()
    const output = await builds[name]?.()
    if (!output) throw new Error(`no such build: ${name}`)
    console.log(`${name} → ${output.slice(root.length + 1)} (${((Date.now() - start) / 1000).toFixed(1)} s)`)
  }
}
