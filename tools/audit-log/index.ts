import { auditLog } from './audit-log'

process.exitCode = auditLog(process.argv.slice(2), {
  out: (text) => process.stdout.write(text),
  err: (line) => process.stderr.write(`${line}\n`),
})
