/** The local cloud with the running round, in a process of its own: it answers HTTP, and says what is stored when asked. */
import { withRunningRound } from '../phone/running-round'

process.env.TZ = 'UTC'

export type Asked = { dump: string } | 'stop'
export type Told =
  | { url: string }
  | { collection: string; documents: unknown[] }
  | { stopped: true; cpuSeconds: number; requests: number }

withRunningRound(async ({ cloud }) => {
  const tell = (told: Told) => process.send!(told)
  tell({ url: cloud.url })
  await new Promise<void>((resolve) =>
    process.on('message', (asked: Asked) => {
      if (asked === 'stop') return resolve()
      tell({ collection: asked.dump, documents: cloud.dump(asked.dump) })
    }),
  )
  const { user, system } = process.cpuUsage()
  tell({ stopped: true, cpuSeconds: (user + system) / 1e6, requests: cloud.requests.database() })
}).then(
  () => process.disconnect(),
  (error) => {
    console.error(error)
    process.exit(1)
  },
)
