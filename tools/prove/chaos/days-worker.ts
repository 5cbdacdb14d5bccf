/** One day in a process of its own. */
import { type DayPart, liveDay } from './days'

process.env.TZ = 'UTC'
const send = (said: object, sent?: () => void) => process.send!(said, sent)
liveDay(JSON.parse(process.argv[2]!) as DayPart, (share) => send({ share })).then(
  (day) => send(day, () => process.exit()),
  (error: Error) => send({ failure: error.message }, () => process.exit()),
)
