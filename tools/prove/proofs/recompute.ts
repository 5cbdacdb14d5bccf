/**
 * Rounds by chance, built so that roundings end exactly in a half, where an error of one unit begins: the ranking,
 * severity, figures shown and digest that recompute prints are those of a second computation (tests/naive), written from
 * docs/round-file.md alone in exact fractions. And they are the same bytes on every Node, in every time zone and language.
 */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { RoundFile } from '../../../src/domain/round-file'
import { naiveResult } from '../../../tests/naive/result'
import { type Form, holds, type Proof, type ProofOptions } from '../proof'
import {
  difference,
  equalOutliersDecide,
  holdsUnderOtherNames,
  printedResult,
  publicRanksAlike,
} from '../recompute/comparison'
import { elsewhere, holdsElsewhere, type Printed } from '../recompute/elsewhere'
import { type HalvedRound, halvedRound } from '../recompute/halved-round'
import { nodesHere } from '../recompute/nodes'
import { faults, isSeen, noOutlierLeftOut } from '../recompute/without-a-rule'

/** `halved`: so many rounds at least have a score that is rounded from a half. `sent`: as many are recomputed elsewhere. */
const MEASURES: Record<Form, { rounds: number; halved: number; sent: number; places: number }> = {
  short: { rounds: 60, halved: 40, sent: 20, places: 1 },
  ci: { rounds: 1_500, halved: 1_000, sent: 200, places: elsewhere.length },
  long: { rounds: 30_000, halved: 20_000, sent: 2_000, places: elsewhere.length },
}

export const recompute: Proof = {
  name: 'recompute',
  claim: 'what recompute prints is what a second, naive computation comes to, and the same bytes everywhere',
  run: (options) => (options.seed === undefined ? proveAll(options) : proveOne(options.seed)),
}

async function proveAll({ form, say }: ProofOptions): Promise<string> {
  const { rounds, halved, sent, places } = MEASURES[form]
  holdsForSample()
  const count = new Counts()
  const unseen = new Set(faults)
  const printed: Printed[] = []
  for (let seed = 1; seed <= rounds; seed++) {
    const round = halvedRound(seed)
    count.add(round)
    holdsFor(round, count)
    for (const fault of unseen) if (isSeen(fault, round)) unseen.delete(fault)
    if (printed.length < sent) printed.push({ file: round.file, result: round.naive })
  }
  for (const line of count.lines()) say(line)
  holds(count.halved >= halved, `only ${count.halved} of ${rounds} rounds have a score rounded from a half`)
  say(`${faults.length - unseen.size} of ${faults.length} wrong roundings and rules left out are seen`)
  const names = [...unseen].map(({ name }) => name)
  holds(form === 'short' || names.length === 0, `these rounds do not tell: ${names.join('; ')}`)

  const nodes = nodesHere()
  const times = await holdsElsewhere(printed, nodes, elsewhere.slice(0, places))
  say(`${printed.length} rounds, ${times} times elsewhere, on Node ${nodes.map(({ version }) => version).join(', ')}`)
  if (!nodes.some(({ major }) => major === 22)) say('Node 22 is not on this machine: not tried')
  return `${rounds} rounds, ${count.halved} with a score rounded from a half: 0 otherwise than the naive computation`
}

async function proveOne(seed: number): Promise<string> {
  const round = halvedRound(seed)
  const count = new Counts()
  count.add(round)
  holdsFor(round, count)
  return `round ${seed}: 0 otherwise than the naive computation`
}

function holdsFor(round: HalvedRound, count: Counts): void {
  const { seed, file, naive } = round
  const result = printedResult(file)
  const otherwise = difference(result, naive)
  holds(otherwise === null, `round ${seed}: recompute says ${otherwise}, which the naive computation says`)
  holdsUnderOtherNames(file, result, seed)
  if (!publicRanksAlike(file, result, seed)) count.publicRanksOtherwise++
  if (equalOutliersDecide(file, result)) count.equalOutliersDecide++
}

/** Real-sized ones. */
function holdsForSample(): void {
  for (const name of ['round-1', 'round-2', 'round-2-public']) {
    const read = (ending: string) => readFileSync(join(__dirname, '../../seed/sample', `${name}.${ending}`), 'utf8')
    const otherwise = difference(JSON.parse(read('result.json')), naiveResult(JSON.parse(read('json')) as RoundFile))
    holds(otherwise === null, `the sample’s ${name}: ${otherwise}, which the naive computation says`)
  }
}

class Counts {
  rounds = 0
  halved = 0
  publicRanksOtherwise = 0
  equalOutliersDecide = 0
  #places = new Map<string, number>()
  #kinds = new Map<string, number>()

  add(round: HalvedRound): void {
    const { halves, naive } = round
    this.rounds++
    // Cents decide an order, and what is shown stands outside the digest: they do not count.
    if ([...halves.keys()].some((place) => place !== 'cent' && place !== 'shown')) this.halved++
    for (const place of halves.keys()) this.#count(this.#places, place)
    const ranks = naive.ranking.flatMap(({ rank }) => (rank === null ? [] : [rank]))
    if (new Set(ranks).size < ranks.length) this.#count(this.#kinds, 'shared ranks')
    if (isSeen(noOutlierLeftOut, round)) this.#count(this.#kinds, 'outliers left out that decide')
    if (ranks.length < naive.ranking.length) this.#count(this.#kinds, 'deferred villages')
    for (const outcome of new Set(Object.values(naive.severity))) this.#count(this.#kinds, `severity ${outcome}`)
  }

  lines(): string[] {
    return [
      `${this.rounds} rounds; in ${this.halved} a score is rounded from a half; halves in ${listed(this.#places)}`,
      `among them ${listed(this.#kinds)}, equal outliers that decide ${this.equalOutliersDecide}`,
      `other ids, other orders, the public edition under its names: the same; by its names equal outliers differ in ${this.publicRanksOtherwise}`,
    ]
  }

  #count(counts: Map<string, number>, name: string): void {
    counts.set(name, (counts.get(name) ?? 0) + 1)
  }
}

function listed(counts: ReadonlyMap<string, number>): string {
  return [...counts].map(([name, count]) => `${name} ${count}`).join(', ')
}
