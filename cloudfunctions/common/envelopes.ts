/** The survey's two envelopes (docs/domain.md, Survey rules): neither id can be traced to the other, nor to a person. */
import { createHash, createHmac } from 'node:crypto'

/** Which account: HMAC-SHA-256 under the round's secret, which dies at sealing. */
export function ballotId(secret: string, openid: string): string {
  return createHmac('sha256', Buffer.from(secret, 'hex')).update(openid).digest('hex')
}

/** Which phone's key. Neither a round's id nor a key holds a line feed, so no two pairs read alike. */
export function answerId(roundId: string, key: string): string {
  return createHash('sha256').update(`${roundId}\n${key}`).digest('hex')
}
