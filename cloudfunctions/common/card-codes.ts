/**
 * Household cards' codes. They follow from the round's secret and the send that printed them, so that a send repeated
 * after a lost answer prints the same cards; what is stored of one is its hash, and both die at sealing.
 */
import { createHash, createHmac } from 'node:crypto'
import { codeOfBytes } from '../../src/domain/readable-code'
import type { SecretDoc } from './documents'

/** Neither a round's, a village's nor a send's id holds a colon, so no two of them read alike. */
export function printedCode(
  gate: Pick<SecretDoc, '_id' | 'secret'>,
  villageId: string,
  sendId: string,
  n: number,
): string {
  const mac = createHmac('sha256', Buffer.from(gate.secret, 'hex'))
    .update(`card:${gate._id}:${villageId}:${sendId}:${n}`)
    .digest()
  return codeOfBytes(mac)
}

/** Of a code in its normal form. */
export function cardId(code: string): string {
  return createHash('sha256').update(`card:${code}`).digest('hex')
}
