/** Every change of a file, and whether the digest sees it: all by the quick digest, some by recompute itself. */
import { canonicalJson } from '../../../src/domain/digest'
import { recomputeBytes } from '../../recompute/recompute-file'
import { holds } from '../proof'
import { everyChange, type Json } from './changes'
import { quickDigestOf } from './quick-digest'

export interface Seen {
  changes: number
  /** Of these, as many through recompute, from bytes: refused, or with another digest. */
  recomputed: number
  refused: number
}

/** Each `every`th change; each `whole`th of those through recompute. Throws where one is not seen. */
export function seenInFile(text: string, digest: string, { every, whole }: { every: number; whole: number }): Seen {
  const file = JSON.parse(text) as { [name: string]: Json }
  const original = recomputeBytes(Buffer.from(text))
  holds('result' in original && original.result.digest === digest, 'the unchanged file does not come to its digest')
  const ranking = 'result' in original ? original.result.ranking : null
  const quick = quickDigestOf(file, ranking)
  holds(quick(null) === digest, 'the quick digest is not the digest')
  const seen: Seen = { changes: 0, recomputed: 0, refused: 0 }
  let n = 0
  for (const change of everyChange(file)) {
    if (n++ % every !== 0) continue
    change.make()
    const where = `${change.path.join('.')}: ${change.how}`
    const quickly = quick(change.path)
    holds(quickly !== digest, `${where}, and the digest is the same`)
    if (seen.changes++ % whole === 0) {
      seen.recomputed++
      const recomputed = recomputeBytes(Buffer.from(JSON.stringify(file)))
      if ('error' in recomputed) {
        holds(recomputed.exit === 2, `${where}: ${recomputed.error}`)
        seen.refused++
      } else {
        holds(recomputed.result.digest !== digest, `${where}, and recompute gives the same digest`)
        const isRankedAlike = JSON.stringify(recomputed.result.ranking) === JSON.stringify(ranking)
        holds(!isRankedAlike || recomputed.result.digest === quickly, `${where}: the two digests are not one`)
      }
    }
    change.takeBack()
  }
  holds(canonicalJson(file) === canonicalJson(JSON.parse(text)), 'a change was not taken back')
  return seen
}
