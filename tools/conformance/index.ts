/**
 * `npm run conformance` asks the local cloud; `CLOUD_ENV=… npm run conformance` a real environment (with `-- --dry-run`
 * only what would be sent is printed); `MONGOD_URL=mongodb://… npm run conformance` a mongod. The exit code is 0 only
 * where nothing differs. `-- --probe` builds the probe function, to be uploaded by hand, and asks the local cloud with it.
 */
import Table from 'cli-table3'
import type { Report } from './report'

process.env.TZ = 'UTC'

async function main(words: readonly string[]): Promise<void> {
  const { CLOUD_ENV: env, MONGOD_URL: mongod } = process.env
  if (env !== undefined && mongod !== undefined) throw new Error('CLOUD_ENV or MONGOD_URL, not both')
  if (words.includes('--probe')) return probe()
  if (words.includes('--dry-run')) return rehearse(env)
  print(await ask(env, mongod))
}

async function ask(env: string | undefined, mongod: string | undefined): Promise<Report> {
  if (env !== undefined) return (await import('./targets/environment')).askEnvironment(env)
  if (mongod !== undefined) return (await import('./targets/mongod')).askMongod(mongod)
  return (await import('./targets/local')).askLocal()
}

async function rehearse(env: string | undefined): Promise<void> {
  const { ownCollections, refuseUnclear, rehearseEnvironment } = await import('./targets/environment')
  if (env === undefined) throw new Error('say which environment: CLOUD_ENV=… npm run conformance -- --dry-run')
  refuseUnclear(env, { TENCENTCLOUD_SECRETID: 'not read', TENCENTCLOUD_SECRETKEY: 'not read' })
  const requests = await rehearseEnvironment((line) => console.log(line))
  console.log(`${requests} requests would go to ${env}, one after the other; nothing was sent.`)
  console.log(
    `Left there, empty: ${Object.values(ownCollections).join(', ')} (the SDK removes no collection: the console does).`,
  )
}

async function probe(): Promise<void> {
  const { buildProbe, probeLocally } = await import('./probe')
  const folder = await buildProbe()
  console.log((await probeLocally()).probed.报告)
  console.log(`built: ${folder}. How it is uploaded and called: tools/conformance/README.md`)
}

function print({ asked, lines, differences, deviations }: Report): void {
  for (const line of lines) console.log(line)
  if (deviations.length > 0) console.log('documented deviations of the local cloud:')
  for (const { what, why } of deviations) console.log(`  ${what}: ${why}`)
  if (differences.length > 0) {
    const table = new Table({
      head: ['what', 'expected', 'got'],
      colWidths: [40, 40, 40],
      wordWrap: true,
      wrapOnWordBoundary: false,
    })
    for (const { what, expected, got } of differences) table.push([what, expected, got])
    console.log(table.toString())
  }
  console.log(`${asked} questions, ${differences.length} answered otherwise than documented`)
  process.exitCode = differences.length === 0 ? 0 : 1
}

main(process.argv.slice(2)).catch((error) => {
  console.error(error instanceof Error ? error.message : error)
  process.exit(1)
})
