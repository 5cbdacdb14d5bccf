// Preloaded by a process that the bench starts (node -r): tells its highest memory, in KB, on descriptor 3 when it ends.
// Plain JavaScript: a process of its own must not load more than what is measured.
const { writeSync } = require('node:fs')

process.on('exit', () => writeSync(3, String(process.resourceUsage().maxRSS)))
