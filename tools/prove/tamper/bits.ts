/** A file of 8 KB, and every one of its bits the other way round: refused, or another digest. */

import { canonicalJson } from '../../../src/domain/digest'
import { exportOrder } from '../../../src/domain/export-order'
import { tinyRound } from '../../../tests/domain/tiny-round'
import { recomputeBytes } from '../../recompute/recompute-file'
import { holds } from '../proof'

export const BYTES = 8192

export interface FlippedBits {
  flipped: number
  refused: number
}

/** A tiny round with as many responses as fit, and a village's description to the last byte. */
export function fileOf8K(): Buffer {
  const round = tinyRound()
  const [first, ...others] = round.villages
  const filled = (responses: number, profile: string) => ({
    ...round,
    villages: [{ ...first!, profile }, ...others],
    responses: Array.from({ length: responses }, (_, n) => round.responses[n % round.responses.length]!),
  })
  const text = (responses: number, profile: string) => canonicalJson(exportOrder(filled(responses, profile)))
  let responses = round.responses.length
  while (Buffer.byteLength(text(responses + 1, '')) <= BYTES) responses++
  const missing = BYTES - Buffer.byteLength(text(responses, ''))
  return Buffer.from(text(responses, 'x'.repeat(missing)))
}

/** Each `every`th bit from the `first` on. Throws where one flipped is not seen. */
export function flippedBits(first: number, every: number): FlippedBits {
  const file = fileOf8K()
  holds(file.length === BYTES, `the file has ${file.length} bytes`)
  const original = recomputeBytes(file)
  if ('error' in original) throw new Error(`the unchanged file is refused: ${original.error}`)
  const { digest } = original.result
  const seen: FlippedBits = { flipped: 0, refused: 0 }
  for (let bit = first; bit < BYTES * 8; bit += every) {
    file[bit >> 3]! ^= 1 << (bit & 7)
    const recomputed = recomputeBytes(file)
    seen.flipped++
    if ('error' in recomputed) {
      holds(recomputed.exit === 2, `bit ${bit}: ${recomputed.error}`)
      seen.refused++
    } else holds(recomputed.result.digest !== digest, `bit ${bit} is not seen`)
    file[bit >> 3]! ^= 1 << (bit & 7)
  }
  const again = recomputeBytes(file)
  holds('result' in again && again.result.digest === digest, 'turned back, the file does not come to its digest')
  return seen
}
