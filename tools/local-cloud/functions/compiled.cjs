// A function's bundle with V8's own code cache: several megabytes are compiled once, not once an instance. The cache lies
// among the machine's temporary files, not beside the bundle, which is deployed as it stands.
const { createHash } = require('node:crypto')
const { readFileSync, renameSync, writeFileSync } = require('node:fs')
const { createRequire, wrap } = require('node:module')
const { tmpdir } = require('node:os')
const { dirname, join } = require('node:path')
const { Script } = require('node:vm')
const { threadId } = require('node:worker_threads')

/** As `require(entry)`. A cache that is missing, of another build or of another Node is made anew. */
exports.compiled = (entry) => {
  const source = readFileSync(entry, 'utf8')
  // V8 itself tells another source by its length alone.
  const build = Buffer.from(hash(process.version + source))
  const script = new Script(wrap(source), { filename: entry, cachedData: cacheOf(entry, build) })
  const module = { exports: {} }
  script.runInThisContext().call(module.exports, module.exports, createRequire(entry), module, entry, dirname(entry))
  if (script.cachedDataRejected !== false) keep(entry, build, script.createCachedData())
  return module.exports
}

const hash = (text) => createHash('sha1').update(text).digest('hex')
const placeOf = (entry) => join(tmpdir(), `lalian-compiled-${hash(entry)}`)

function cacheOf(entry, build) {
  try {
    const kept = readFileSync(placeOf(entry))
    return kept.subarray(0, build.length).equals(build) ? kept.subarray(build.length) : undefined
  } catch {
    return undefined
  }
}

/** Whole or not at all; where it cannot be written, the next instance compiles for itself. */
function keep(entry, build, cache) {
  try {
    const part = `${placeOf(entry)}.${process.pid}.${threadId}`
    writeFileSync(part, Buffer.concat([build, cache]))
    renameSync(part, placeOf(entry))
  } catch {}
}
