/**
 * `npm run prove` lists the proofs; `npm run -s prove -- NAME` runs one, `--long` in full. Its last line is the figure;
 * it exits 0 only if the claim holds.
 */
import cac from 'cac'
import { proofs } from './proofs'

// The platform's functions run in UTC; a worker's own TZ has no effect, so the process says it first.
process.env.TZ = 'UTC'

async function prove(name: string | undefined, { long }: { long: boolean }): Promise<void> {
  if (name === undefined) return list()
  const proof = proofs.find((one) => one.name === name)
  if (!proof) {
    console.error(`no proof is called ${name}; npm run prove lists them`)
    process.exitCode = 2
    return
  }
  console.log(`${proof.name}: ${proof.claim}`)
  try {
    console.log(await proof.run({ long, say: (line) => console.log(`  ${line}`) }))
  } catch (error) {
    console.error(error)
    console.log(`does not hold: ${error instanceof Error ? error.message : String(error)}`)
    process.exitCode = 1
  }
}

function list(): void {
  for (const { name, claim } of proofs) console.log(`${name}\t${claim}`)
}

const cli = cac('prove')
cli.command('[name]', '').option('--long', '').action(prove)
cli.parse()
