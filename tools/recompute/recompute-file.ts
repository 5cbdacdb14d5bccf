/** One round file, recomputed: the result it leads to, or why it is refused. No network, no database. */
import { readFileSync } from 'node:fs'
import { decodeUtf8, sha256 } from '../../cloudfunctions/common/node-bytes'
import { readRoundFile } from '../../src/domain/read-round-file'
import { oneLine, refusalLine } from '../../src/domain/refusal'
import { roundResult } from '../../src/domain/result'
import type { RoundResult } from '../../src/domain/round-result'

export const EXIT = { done: 0, fault: 1, refused: 2, otherDigest: 4 } as const

export type Recomputed =
  | { exit: typeof EXIT.done; result: RoundResult }
  /** Refused: the file's fault. Fault: this program's, never the file's. */
  | { exit: typeof EXIT.refused | typeof EXIT.fault; error: string }

export function recomputeFile(path: string): Recomputed {
  let bytes: Uint8Array
  try {
    bytes = readFileSync(path)
  } catch (error) {
    return { exit: EXIT.refused, error: oneLine(`cannot be read: ${messageOf(error)}`) }
  }
  return recomputeBytes(bytes)
}

export function recomputeBytes(bytes: Uint8Array): Recomputed {
  try {
    const read = readRoundFile(bytes, decodeUtf8)
    if ('refusal' in read) return { exit: EXIT.refused, error: refusalLine(read.refusal) }
    return { exit: EXIT.done, result: roundResult(read.round, sha256) }
  } catch (error) {
    return { exit: EXIT.fault, error: oneLine(`a fault of the program: ${messageOf(error)}`) }
  }
}

export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}
