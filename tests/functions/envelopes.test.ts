/** The survey's two envelopes stand on standard functions: checked against the published vectors, not against themselves. */
import { createHash } from 'node:crypto'
import { answerId, ballotId } from '../../cloudfunctions/common/envelopes'
import rfc4231 from '../data/published/hmac-sha256-rfc4231.json'

/** An OPENID is text: the vectors whose data are ASCII can be read as one. */
const textual = rfc4231.input
  .map((input, n) => ({
    ...input,
    text: Buffer.from(input.data, 'hex').toString('latin1'),
    mac: rfc4231.expected[n]!.mac,
  }))
  .filter(({ text, bytes }) => bytes === 32 && /^[\x20-\x7e]+$/.test(text))

describe(`a ballot is HMAC-SHA-256(round secret, OPENID): ${rfc4231.source}`, () => {
  test('several vectors are text', () => expect(textual.length).toBeGreaterThanOrEqual(4))
  test.each(textual)('test case $case: "$text"', ({ key, text, mac }) => expect(ballotId(key, text)).toBe(mac))
})

describe('an answer’s id is SHA-256(round ‖ answer key)', () => {
  const key = '0123456789abcdef'.repeat(2)
  test('a line feed parts the two', () =>
    expect(answerId('2024-2', key)).toBe(createHash('sha256').update(`2024-2\n${key}`).digest('hex')))
  test('another round, another id: rounds cannot be joined by it', () =>
    expect(answerId('2025-1', key)).not.toBe(answerId('2024-2', key)))
})
