/** One process of the matrix: its part as an argument, what came of it as a message. */
import { type Part, tryPart } from './part'

tryPart(JSON.parse(process.argv[2]!) as Part).then(
  (tried) => process.send!(tried, () => process.exit(0)),
  (error) => {
    console.error(error)
    process.exit(1)
  },
)
