/** What recompute prints of one round, held against the naive computation, under other names and in other orders. */
import { createHash } from 'node:crypto'
import { publicEdition } from '../../../src/domain/public-edition'
import type { AuditEdition, RoundFile } from '../../../src/domain/round-file'
import type { RoundResult } from '../../../src/domain/round-result'
import { naiveDigest } from '../../../tests/naive/digest'
import { naiveResult } from '../../../tests/naive/result'
import { recomputeBytes } from '../../recompute/recompute-file'
import { randomOf } from '../cells/random'
import { holds } from '../proof'
import { inspectorsNamed, namesReordered, opposite, relabelled, reordered } from './relabelled'

/** As the command does it: from the file's bytes to what is printed. */
export function printedResult(file: RoundFile): RoundResult {
  const recomputed = recomputeBytes(Buffer.from(JSON.stringify(file)))
  if ('error' in recomputed) throw new Error(`refused: ${recomputed.error}`)
  return recomputed.result
}

/** Null: the same bytes. Otherwise the first leaf that differs. */
export function difference(one: unknown, other: unknown, path = 'result'): string | null {
  if (JSON.stringify(one) === JSON.stringify(other)) return null
  const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null
  if (isObject(one) && isObject(other)) {
    const [left, right] = [new Map<string, unknown>(Object.entries(one)), new Map(Object.entries(other))]
    for (const name of new Set([...left.keys(), ...right.keys()])) {
      const found = difference(left.get(name), right.get(name), `${path}.${name}`)
      if (found) return found
    }
  }
  return `${path}: ${JSON.stringify(one)}, not ${JSON.stringify(other)}`
}

/** What the ranking says, apart from which file it is of. */
export function sayingOf({ severity, ranking, shown }: RoundResult) {
  return { severity, ranking, shown }
}

/** Other ids in the same order, and whatever order of lists and names: the ranking stays; the digest follows the file. */
export function holdsUnderOtherNames(file: AuditEdition, result: RoundResult, seed: number): void {
  const random = randomOf(seed + 1_000_000)
  const other = relabelled(file, random)
  const renamed = sayingOf(result)
  const expected = {
    ...renamed,
    ranking: renamed.ranking.map((one) => ({ ...one, villageId: other.village(one.villageId) })),
    shown: renamed.shown.map((one) => ({ ...one, villageId: other.village(one.villageId) })),
  }
  holdsFor(other.file, expected, 'under other ids')
  holdsFor(reordered(file, random), sayingOf(result), 'in another order')
  const names = difference(printedResult(namesReordered(file, random)), result)
  holds(names === null, `round ${seed}, names in another order: ${names}`)

  function holdsFor(changed: AuditEdition, saying: ReturnType<typeof sayingOf>, how: string): void {
    const printed = printedResult(changed)
    const otherwise = difference(sayingOf(printed), saying)
    holds(otherwise === null, `round ${seed} ${how}: ${otherwise}`)
    holds(printed.digest === naiveDigest(changed, saying.ranking), `round ${seed} ${how}: another digest`)
  }
}

/**
 * The public edition: the naive computation from its sums says the same, and so does the audit edition once its inspectors
 * are called as there. Whether it ranks as the audit edition under its own names: not where ids decide which of equal
 * outliers goes first (docs/decisions/2026-11-24-round-file-readings.md).
 */
export function publicRanksAlike(file: AuditEdition, result: RoundResult, seed: number): boolean {
  const edition = publicEdition(file, result.digest)
  const printed = printedResult(edition)
  const otherwise = difference(printed, naiveResult(edition))
  holds(otherwise === null, `round ${seed}, public edition: ${otherwise}`)
  const named = printedResult(inspectorsNamed(file, publicNames(file, result.digest)))
  const renamed = difference(sayingOf(printed), sayingOf(named))
  holds(renamed === null, `round ${seed}, public edition and the audit edition under its names: ${renamed}`)
  return difference(sayingOf(printed), sayingOf(result)) === null
}

/** A, B, C… in the order of SHA-256 of digest and id; rounds by chance have fewer than 26 inspectors. */
function publicNames({ panel }: AuditEdition, digest: string): (id: string) => string {
  const hashOf = (id: string) => createHash('sha256').update(`${digest}${id}`).digest('hex')
  const byHash = panel.map(({ id }) => id).sort((one, other) => (hashOf(one) < hashOf(other) ? -1 : 1))
  return (id) => String.fromCharCode('A'.charCodeAt(0) + byHash.indexOf(id))
}

/** Whether the order of equal outliers decides: inspectors under the opposite ids come to another ranking. */
export function equalOutliersDecide(file: AuditEdition, result: RoundResult): boolean {
  return difference(sayingOf(printedResult(inspectorsNamed(file, opposite(file)))), sayingOf(result)) !== null
}
