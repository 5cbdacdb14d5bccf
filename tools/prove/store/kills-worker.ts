/** One part of the kills in a process of its own: the SDK speaks to one cloud a process. */
import { killPart, type Part } from './kills'

process.env.TZ = 'UTC'
killPart(JSON.parse(process.argv[2]!) as Part).then(
  (killed) => process.send!(killed, () => process.exit()),
  (error: Error) => {
    console.error(error)
    process.exit(1)
  },
)
