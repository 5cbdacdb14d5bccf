/**
 * `npm start`: builds what is missing, brings the local cloud up with the sample programme, serves the web build and
 * the page on which a newcomer chooses whom to be. `--empty`: without the sample, in data of its own, with the first
 * administrator's code. `--fresh` starts anew, `--port N` elsewhere.
 */
import { rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { join, resolve } from 'node:path'
import cac from 'cac'
import pc from 'picocolors'
import type { MemberDoc } from '../../cloudfunctions/common/documents'
import { buildAll, steps } from '../build'
import type { App } from '../local-cloud/app'
import { progressBar } from '../progress'
import { isBound } from './bound-people'
import { demoRoutes } from './demo-routes'
import { sampleIsFromAnotherDay, writeSampleMark } from './sample-mark'

// The platform's functions run in UTC; a worker's own TZ has no effect, so the process says it first.
process.env.TZ = 'UTC'

const root = resolve(__dirname, '../..')
const sampleDir = join(root, '.local/data')
const emptyDir = join(root, '.local/empty')
const DEFAULT_PORT = 8787

async function start({ port, fresh, empty }: { port: number; fresh: boolean; empty: boolean }): Promise<void> {
  const { functions, h5 } = steps()
  await buildAll([functions, h5])
  // Before anything is wiped: the data may be those of a running demo.
  await portIsFree(port)
  if (fresh) rmSync(empty ? emptyDir : sampleDir, { recursive: true, force: true })

  const cloud = empty ? await openEmpty(port) : await openSample(port)
  const address = pc.bold(`http://127.0.0.1:${cloud.port}/`)
  console.log(`乡村振兴拉练（${empty ? '本地空白' : '本地演示'}）已就绪：${address}  （Ctrl+C 停止）`)
  if (empty) await sayFirstCode(cloud)
  const stop = () => void cloud.stop().then(() => process.exit(0))
  process.once('SIGINT', stop)
  process.once('SIGTERM', stop)
}

/** Opens the data of the last start; a sample nobody touched, loaded on an earlier day, is dated anew. */
async function openSample(port: number): Promise<Cloud> {
  const cloud = await openCloud(sampleDir, port, demoRoutes)
  if (cloud.dump('rounds').length === 0) return load(cloud)
  if (!sampleIsFromAnotherDay(cloud, sampleDir)) return cloud
  await cloud.stop()
  rmSync(sampleDir, { recursive: true, force: true })
  return load(await openCloud(sampleDir, port, demoRoutes))
}

/** Nobody and nothing: what a city begins with. */
async function openEmpty(port: number): Promise<Cloud> {
  const members = () => (cloud.dump('members') as unknown as MemberDoc[]).filter(isBound)
  const cloud: Cloud = await openCloud(emptyDir, port, (app) => demoRoutes(app, { kind: 'empty', members }))
  return cloud
}

/** While nobody is bound: a new code at every start, and the former is dead. */
async function sayFirstCode(cloud: Cloud): Promise<void> {
  if ((cloud.dump('members') as unknown as MemberDoc[]).some(isBound)) return
  const { firstCode } = await import('../first-code/first-code')
  const { code, documents } = firstCode(Date.now())
  for (const [collection, docs] of Object.entries(documents)) {
    cloud.clear(collection)
    cloud.seed(collection, docs)
  }
  console.log(`第一位管理员的邀请码：${pc.bold(code)}  （72 小时内有效，只显示这一次；重新启动会换新的）`)
  console.log('在网页上打开“一部新手机”，点“有邀请码？”，输入邀请码和自己的姓名。')
}

async function openCloud(dataDir: string, port: number, extraRoutes: (app: App) => void) {
  const { startLocalCloud } = await import('../local-cloud')
  return startLocalCloud({
    dataDir,
    port,
    functionsDir: join(root, 'dist/cloudfunctions'),
    web: join(root, 'dist/h5'),
    hasClock: true,
    extraRoutes,
  })
}

type Cloud = Awaited<ReturnType<typeof openCloud>>

/** Rejects with EADDRINUSE where another program listens. */
function portIsFree(port: number): Promise<void> {
  return new Promise((free, taken) => {
    const probe = createServer().once('error', taken)
    probe.listen(port, '127.0.0.1', () => probe.close(() => free()))
  })
}

async function load(cloud: Cloud): Promise<Cloud> {
  const { loadSample } = await import('../seed/sample')
  const { shanghaiDay } = await import('../seed/shanghai-time')
  const now = Date.now()
  const bar = progressBar('样例', 3)
  let first = true
  await loadSample(cloud, shanghaiDay(now), now, (what) => {
    if (!first) bar.advance()
    first = false
    bar.at(what)
  })
  bar.done()
  writeSampleMark(cloud, sampleDir, shanghaiDay(now))
  return cloud
}

const cli = cac('npm start --')
cli.option('--port <port>', '端口', { default: DEFAULT_PORT })
cli.option('--empty', '不要样例：一朵空的云，从第一位管理员开始')
cli.option('--fresh', '清空 .local 里的数据，从头开始')
cli.help()
const { options } = cli.parse()
if (!options.help) {
  const { port, fresh, empty } = options
  start({ port: Number(port), fresh: Boolean(fresh), empty: Boolean(empty) }).catch((failure) => {
    if (failure?.code === 'EADDRINUSE') {
      console.error(
        `端口 ${options.port} 已被占用。请关掉占用它的程序，或换一个：npm start -- --port ${Number(options.port) + 1}`,
      )
    } else {
      console.error(failure instanceof Error ? failure.message : failure)
    }
    process.exit(1)
  })
}
