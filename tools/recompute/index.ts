import { recompute } from './recompute'

// Not process.exit: standard output may still be on its way into a pipe.
process.exitCode = recompute(process.argv.slice(2), {
  out: (text) => process.stdout.write(text),
  err: (line) => process.stderr.write(`${line}\n`),
})
