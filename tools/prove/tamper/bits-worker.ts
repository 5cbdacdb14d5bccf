/** One half of the bits, in a process of its own: `first every`. */
import { flippedBits } from './bits'

const [first, every] = process.argv.slice(2).map(Number)
process.send!(flippedBits(first!, every!))
