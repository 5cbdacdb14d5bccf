// One instance of a cloud function: a worker thread with an environment of its own, where the SDK finds the caller.
// Plain JavaScript: a worker starts without the TypeScript loader of its parent.
const { compiled } = require('./compiled.cjs')
const { parentPort, workerData } = require('node:worker_threads')

// How far the function's clock is ahead of this machine's.
let ahead = 0
const RealDate = Date

const { main } = compiled(workerData.entry)

// The names the platform sets anew for every call; a call without a caller must not see the former one's.
const CALLER = ['WX_OPENID', 'WX_APPID', 'TCB_SOURCE']

parentPort.on('message', async ({ event, environment, now }) => {
  setClock(now)
  for (const name of CALLER) delete process.env[name]
  Object.assign(process.env, environment)
  try {
    // Copied by JSON both ways: structured clone would keep dates and undefined, unlike the platform.
    const result = JSON.stringify(await main(JSON.parse(event), workerData.context))
    parentPort.postMessage({ result: result ?? 'null' })
  } catch (error) {
    parentPort.postMessage({ error: String(error?.stack ?? error?.errMsg ?? JSON.stringify(error)) })
  }
})

parentPort.postMessage({ ready: typeof main === 'function' })

// From the call's beginning on its time passes as always. Where nobody sets a clock, Date stays the machine's own.
function setClock(now) {
  if (now === undefined) return
  ahead = now - RealDate.now()
  if (Date === RealDate) globalThis.Date = clockedDate()
}

function clockedDate() {
  const now = () => RealDate.now() + ahead
  return new Proxy(RealDate, {
    construct: (date, given, newTarget) => Reflect.construct(date, given.length === 0 ? [now()] : given, newTarget),
    apply: () => new RealDate(now()).toString(),
    get: (date, name, receiver) => (name === 'now' ? now : Reflect.get(date, name, receiver)),
  })
}
