/** One part of the kills in a process of its own. */
import { killPart, type Part } from './kills'

process.env.TZ = 'UTC'
killPart(JSON.parse(process.argv[2]!) as Part).then(
  (killed) => process.send!(killed),
  (error: Error) => process.send!({ scenes: [], kills: 0, all: 0, failures: [error.message] }),
)
