/** Invites' codes: random, told once to who issues them, and stored as a hash. */
import { createHash, randomBytes } from 'node:crypto'
import { CODE_LENGTH, codeOfBytes } from '../../src/domain/readable-code'

export function newInviteCode(): string {
  return codeOfBytes(randomBytes(CODE_LENGTH))
}

/** Of a code in its normal form. */
export function inviteId(code: string): string {
  return createHash('sha256').update(`invite:${code}`).digest('hex')
}
