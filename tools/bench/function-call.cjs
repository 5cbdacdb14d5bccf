// One call of a cloud function in a process of its own: the bundle as it is deployed, its memory not shared with anything.
// Plain JavaScript: nothing but the function may weigh.
const [, , entry, event] = process.argv

const { main } = require(entry)
const start = process.hrtime.bigint()
const before = process.cpuUsage()

main(JSON.parse(event)).then((answer) => {
  const seconds = Number(process.hrtime.bigint() - start) / 1e9
  const { user, system } = process.cpuUsage(before)
  const told = {
    answer,
    seconds,
    busySeconds: (user + system) / 1e6,
    megabytes: (process.resourceUsage().maxRSS * 1024) / 1e6,
  }
  process.stdout.write(JSON.stringify(told), () => process.exit(0))
})
