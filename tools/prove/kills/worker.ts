/** A process of its own that lives flows, one after the other: the component engine wants a browser, and a core. */
import './dom'
import { killsCloud } from './cloud'
import { flows } from './flows'
import { live } from './live'
import type { Job, Said } from './workers'

async function work(root: string): Promise<void> {
  const cloud = await killsCloud()
  process.on('message', async ({ flow, kills }: Job) => {
    const said = await live(flows.find(({ name }) => name === flow)!, { cloud, root }, kills).catch((error: Error) => ({
      failure: error.message,
    }))
    say({ ...said, isTired: process.memoryUsage.rss() > MOST_BYTES })
  })
  process.on('disconnect', () => void cloud.stop().then(() => process.exit()))
  say('ready')
}

/** Something of every life stays in the engine: then a new process is cheaper. */
const MOST_BYTES = 900_000_000

function say(said: Said | 'ready'): void {
  process.send!(said)
}

void work(process.argv[2]!)
