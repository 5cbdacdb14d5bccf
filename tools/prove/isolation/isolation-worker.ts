/** One part of the histories in a process of its own: the SDK speaks to one cloud a process. */
import { type Part, recordPart } from './part'

process.env.TZ = 'UTC'
recordPart(JSON.parse(process.argv[2]!) as Part).then(
  (recorded) => process.send!(recorded, () => process.exit()),
  (error: Error) => {
    console.error(error)
    process.exit(1)
  },
)
