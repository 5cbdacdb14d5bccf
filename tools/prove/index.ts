/**
 * `npm run prove` lists the proofs; `npm run -s prove -- NAME` runs one and `-- --all` all of them, `--ci` in CI's form,
 * `--long` in full, `--seed 123` only what chance made of 123, `--point scorecard:12` only this kill. A proof's last line
 * is its figure; the exit code is 0 only if every claim holds.
 */
import cac from 'cac'
import { proveAll } from './all'
import type { Form, Proof, ProofOptions } from './proof'
import { proofs } from './proofs'

// The platform's functions run in UTC; a worker's own TZ has no effect, so the process says it first.
process.env.TZ = 'UTC'

type Options = { all: boolean; ci: boolean; long: boolean; seed?: number; point?: string }

async function prove(name: string | undefined, { all, ci, long, seed, point }: Options): Promise<void> {
  if (all) {
    const words = process.argv.slice(2).filter((word) => word !== '--all')
    const names = proofs.map((proof) => proof.name)
    const hold = await proveAll(names, words)
    console.log(`${hold} hold, ${names.length - hold} do not`)
    if (hold < names.length) process.exitCode = 1
    return
  }
  if (name === undefined) return list()
  const proof = proofs.find((one) => one.name === name)
  if (!proof) {
    console.error(`no proof is called ${name}; npm run prove lists them`)
    process.exitCode = 2
    return
  }
  const form: Form = long ? 'long' : ci ? 'ci' : 'short'
  await run(proof, { form, seed, point })
}

async function run(proof: Proof, chosen: Omit<ProofOptions, 'say'>): Promise<void> {
  console.log(`${proof.name}: ${proof.claim}`)
  try {
    console.log(await proof.run({ ...chosen, say: (line) => console.log(`  ${line}`) }))
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
cli
  .command('[name]', '')
  .option('--all', '')
  .option('--ci', '')
  .option('--long', '')
  .option('--seed <number>', '')
  .option('--point <point>', '')
  .action(prove)
cli.parse()
