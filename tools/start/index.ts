/**
 * `npm start`: builds what is missing, brings the local cloud up with the sample programme, serves the web build and
 * the page on which a newcomer chooses whom to be. `--fresh` starts anew, `--port N` elsewhere.
 */
import { rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { join, resolve } from 'node:path'
import cac from 'cac'
import pc from 'picocolors'
import { buildAll, steps } from '../build'
import { progressBar } from '../progress'
import { demoRoutes } from './demo-routes'
import { sampleIsFromAnotherDay, writeSampleMark } from './sample-mark'

// The platform's functions run in UTC; a worker's own TZ has no effect, so the process says it first.
process.env.TZ = 'UTC'

const root = resolve(__dirname, '../..')
const dataDir = join(root, '.local/data')
const DEFAULT_PORT = 8787

async function start({ port, fresh }: { port: number; fresh: boolean }): Promise<void> {
  const { functions, h5 } = steps()
  await buildAll([functions, h5])
  // Before anything is wiped: the data may be those of a running demo.
  await portIsFree(port)
  if (fresh) rmSync(dataDir, { recursive: true, force: true })

  const { cloud, isNew } = await openCloud(port)
  if (isNew) await load(cloud)
  const address = pc.bold(`http://127.0.0.1:${cloud.port}/`)
  console.log(`乡村振兴拉练（本地演示）已就绪：${address}  （Ctrl+C 停止）`)
  const stop = () => void cloud.stop().then(() => process.exit(0))
  process.once('SIGINT', stop)
  process.once('SIGTERM', stop)
}

/** Opens the data of the last start; a sample nobody touched, loaded on an earlier day, is dated anew. */
async function openCloud(port: number) {
  const { startLocalCloud } = await import('../local-cloud')
  const options = {
    dataDir,
    port,
    functionsDir: join(root, 'dist/cloudfunctions'),
    web: join(root, 'dist/h5'),
    extraRoutes: demoRoutes,
  }
  const cloud = await startLocalCloud(options)
  if (cloud.dump('rounds').length === 0) return { cloud, isNew: true }
  if (!sampleIsFromAnotherDay(cloud, dataDir)) return { cloud, isNew: false }
  await cloud.stop()
  rmSync(dataDir, { recursive: true, force: true })
  return { cloud: await startLocalCloud(options), isNew: true }
}

/** Rejects with EADDRINUSE where another program listens. */
function portIsFree(port: number): Promise<void> {
  return new Promise((free, taken) => {
    const probe = createServer().once('error', taken)
    probe.listen(port, '127.0.0.1', () => probe.close(() => free()))
  })
}

type Cloud = Awaited<ReturnType<typeof openCloud>>['cloud']

async function load(cloud: Cloud): Promise<void> {
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
  writeSampleMark(cloud, dataDir, shanghaiDay(now))
}

const cli = cac('npm start --')
cli.option('--port <port>', '端口', { default: DEFAULT_PORT })
cli.option('--fresh', '清空 .local 里的数据，从头开始')
cli.help()
const { options } = cli.parse()
if (!options.help) {
  start({ port: Number(options.port), fresh: Boolean(options.fresh) }).catch((failure) => {
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
