/**
 * `npm run -s stall -- [--seed 3] [--every 1.5] [--longest 3] -- npx jest …` runs a command while its processes stand
 * still, one or all of them, for half a second up to `longest`, every so many seconds: a machine that others use too.
 * What is refused then goes by the machine's pace (docs/decisions/2026-11-29-no-verdict-by-the-machines-pace.md).
 * Its exit code is the command's.
 */
import cac from 'cac'
import { type Stalls, stalled } from './stalled'

const cli = cac('stall')
const { options } = cli
  .option('--seed <number>', '', { default: 1 })
  .option('--every <seconds>', '', { default: 1.5 })
  .option('--longest <seconds>', '', { default: 3 })
  .parse()
const { '--': command, seed, every, longest } = options as Stalls & { '--': string[] }
void stalled(command, { seed, every, longest }).then((code) => {
  process.exitCode = code
})
