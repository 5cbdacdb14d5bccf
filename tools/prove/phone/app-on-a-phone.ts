/**
 * The phone's own code, bundled once and begun anew for every life of the app: each life has modules of its own, and
 * behind them one phone's ports instead of Taro, WeChat and the wire.
 */
import { join } from 'node:path'
import { build, type Plugin } from 'esbuild'

export type App = typeof import('./hands')

/** What a life of the app stands on. `device`, `files` and `transport` are the ports of src/client. */
export interface Ports {
  device: object
  files: object
  transport: object
  now(): number
  after(ms: number, run: () => void): () => void
  random(): number
}

export type OpenApp<A = App> = (ports: Ports) => A

/** `hands`: what people do with the app, and the app with it; `plugins`: for a test that plants a fault in it. */
export async function bundledApp<A = App>(
  hands = join(__dirname, 'hands.ts'),
  plugins: readonly Plugin[] = [],
): Promise<OpenApp<A>> {
  const { outputFiles } = await build({
    entryPoints: [hands],
    bundle: true,
    write: false,
    format: 'cjs',
    target: 'es2020',
    define: { 'process.env.TARO_ENV': '"weapp"' },
    plugins: [portsInstead, ...plugins],
    logLevel: 'warning',
  })
  const names = ['module', 'PORTS', 'Date', 'Math', 'setTimeout', 'clearTimeout', 'setInterval', 'clearInterval']
  const begin = new Function(...names, outputFiles[0]!.text)
  return (ports) => {
    const module = { exports: {} }
    begin(module, strict(ports), ...clockOf(ports))
    return module.exports as A
  }
}

const portsInstead: Plugin = {
  name: 'ports-instead',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^\.{1,2}\/(.*\/)?(device|files|transport)$/ }, ({ path }) => ({
      path: path.split('/').pop()!,
      namespace: 'port',
    }))
    onResolve({ filter: /^(@tarojs\/|react)/ }, ({ path }) => ({ path, namespace: 'not-here' }))
    onLoad({ filter: /.*/, namespace: 'port' }, ({ path }) => ({ contents: `module.exports = PORTS.${path}` }))
    onLoad({ filter: /.*/, namespace: 'not-here' }, () => ({ contents: 'module.exports = PORTS.taro' }))
  },
}

/** A port that this phone does not have is a mistake of the proof, not an undefined that something goes on with. */
function strict({ device, files, transport }: Ports) {
  return {
    device: asked('device', device),
    files: asked('files', files),
    transport: asked('transport', transport),
    taro: asked('taro', {}),
  }
}

function asked(port: string, has: object): object {
  return new Proxy(has, {
    get(target, name) {
      if (typeof name === 'symbol' || name in target || name === '__esModule' || name === 'default')
        return Reflect.get(target, name)
      throw new Error(`the simulated phone has no ${port}.${name}`)
    },
  })
}

/** The life's own clock, timers and chance, in the order of the bundle's names. */
function clockOf({ now, after, random }: Ports): unknown[] {
  class PhoneDate extends Date {
    constructor(...from: [] | [number]) {
      super(...((from.length === 0 ? [now()] : from) as [number]))
    }
    static override now = now
  }
  const timers = new Map<number, () => void>()
  let last = 0
  const setTimeout = (run: () => void, ms = 0) => {
    const id = ++last
    timers.set(
      id,
      after(ms, () => {
        timers.delete(id)
        run()
      }),
    )
    return id
  }
  const clear = (id: number) => {
    timers.get(id)?.()
    timers.delete(id)
  }
  const setInterval = () => {
    throw new Error('the simulated phone has no intervals')
  }
  const math = Object.create(Math, { random: { value: random } })
  return [PhoneDate, math, setTimeout, clear, setInterval, clear]
}
