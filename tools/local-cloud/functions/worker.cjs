// One instance of a cloud function: a worker thread with an environment of its own, where the SDK finds the caller.
// Plain JavaScript: a worker starts without the TypeScript loader of its parent.
const { parentPort, workerData } = require('node:worker_threads')

const { main } = require(workerData.entry)

// The names the platform sets anew for every call; a call without a caller must not see the former one's.
const CALLER = ['WX_OPENID', 'WX_APPID', 'TCB_SOURCE']

parentPort.on('message', async ({ event, environment }) => {
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
