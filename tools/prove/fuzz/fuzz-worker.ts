/** One process of the fuzzing: its part as an argument, what came of it as a message. */
import { fuzzPart, type Part } from './part'

fuzzPart(JSON.parse(process.argv[2]!) as Part).then(
  (tried) => {
    const { user, system } = process.cpuUsage()
    process.send!({ tried, seconds: (user + system) / 1e6 }, () => process.exit(0))
  },
  (error) => {
    console.error(error)
    process.exit(1)
  },
)
