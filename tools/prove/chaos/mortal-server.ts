/**
 * The local cloud with the functions as they are deployed, in a process of its own, so that its death is a death. A call
 * brings the day's time with it, the trouble that the database makes it, and, if so, at which place of writing from now
 * on the process dies (SIGKILL). Bundled before it is started. Says its address.
 */
import { writeSync } from 'node:fs'
import { startLocalCloud } from '../../local-cloud'
import { Faults } from '../../local-cloud/faults'
import type { ServerCall, ServerLife } from './server'

const { dataDir, functionsDir, instances, at }: ServerLife = JSON.parse(process.argv[2]!)

async function live(): Promise<void> {
  let now = at
  let passages: number | null = null
  const faults = new Faults()
  const cloud = await startLocalCloud({
    dataDir,
    functionsDir,
    faults,
    synchronous: 'NORMAL',
    instances,
    quiet: true,
    now: () => now,
    reached() {
      if (passages !== null && passages-- === 0) process.kill(process.pid, 'SIGKILL')
    },
    extraRoutes(app) {
      app.post('/chaos/call/:name', async (c) => {
        const call = (await c.req.json()) as ServerCall
        // Calls overlap, time does not go back.
        now = Math.max(now, call.now)
        passages = call.diesAfter ?? passages
        if (call.fault) faults.inject(call.fault)
        try {
          return c.json({ result: await cloud.call(c.req.param('name'), call.event, call.openid) })
        } catch (error) {
          const { errCode = 0, errMsg = String(error) } = error as { errCode?: number; errMsg?: string }
          return c.json({ errCode, errMsg })
        } finally {
          if (call.fault) faults.withdraw(call.fault)
        }
      })
      app.get('/chaos/dump/:collection', (c) => c.json(cloud.dump(c.req.param('collection'))))
    },
  })
  writeSync(1, `at ${cloud.url}\n`)
  process.on('SIGTERM', () => void cloud.stop().then(() => process.exit()))
}

void live()
