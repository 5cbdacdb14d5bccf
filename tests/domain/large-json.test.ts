/** A large file is read in runs: what comes out, and what is refused, must be what the whole text would have led to. */
import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { canonicalJson, digestOf, eachCanonicalPiece } from '../../src/domain/digest'
import { largeJson } from '../../src/domain/large-json'
import { readRoundFile } from '../../src/domain/read-round-file'
import { parseStrictJson } from '../../src/domain/strict-json'
import { decodeUtf8 } from '../../src/domain/utf8'
import { fileText, tinyRound } from './tiny-round'

const inRuns = (text: string, run: number) => largeJson(new Uint8Array(Buffer.from(text)), decodeUtf8, run)

/** Undefined: refused, or no object. */
function whole(text: string): unknown {
  const parsed = parseStrictJson(text)
  const isObject =
    'value' in parsed && typeof parsed.value === 'object' && parsed.value !== null && !Array.isArray(parsed.value)
  return isObject ? parsed.value : undefined
}

const runs = fc.constantFrom(1, 2, 3, 5, 8, 13, 40, 1000)
const spaces = fc.constantFrom(undefined, 1, '\t')
const objects = fc
  .dictionary(fc.string(), fc.oneof(fc.array(fc.jsonValue()), fc.array(fc.array(fc.nat())), fc.jsonValue()))
  .map((value) => JSON.parse(JSON.stringify(value)) as object)

describe('in runs of any length', () => {
  test('an object reads as in one piece', () =>
    fc.assert(
      fc.property(objects, spaces, runs, (value, space, run) => {
        const text = JSON.stringify(value, null, space)
        expect(inRuns(text, run)).toEqual(JSON.parse(text))
      }),
      { numRuns: 500 },
    ))

  const meddled = fc
    .tuple(objects, fc.nat(), fc.constantFrom(0, 1), fc.constantFrom(...'[]{},:"\\ 01e-x', '', '"a":', ',,', '[],'))
    .map(([value, where, gone, put]) => {
      const text = JSON.stringify(value)
      const at = where % (text.length + 1)
      return text.slice(0, at) + put + text.slice(at + gone)
    })
  test('a text that somebody meddled with is read or refused as in one piece', () =>
    fc.assert(
      fc.property(meddled, runs, (text, run) => expect(inRuns(text, run)).toEqual(whole(text))),
      { numRuns: 3000 },
    ))

  test.each([
    { text: '{"a":[1,2,3],"b":{"c":[4]},"d":[]}', why: 'lists side by side, within and empty' },
    { text: ' { "a" : [ [ 1 , 2 ] , { "b" : "]," } ] } ', why: 'brackets in texts and in lists' },
    { text: '{"2":[2],"1":[1],"__proto__":[0],"0":["\\"[\\\\"]}', why: 'names that an object puts elsewhere' },
    { text: '{"a":["中","\\u4e2d😀"]}', why: 'characters of several bytes' },
    { text: `{"a":${'['.repeat(999)}${']'.repeat(999)}}`, why: 'nested 1000 levels deep' },
  ])('$why: as in one piece', ({ text }) => {
    for (let run = 1; run < 12; run++) expect(JSON.stringify(inRuns(text, run))).toBe(JSON.stringify(JSON.parse(text)))
  })

  test.each([
    { text: '{"a":[1,,2]}', why: 'nothing between two commas' },
    { text: '{"a":[1,2,]}', why: 'a comma before the end' },
    { text: '{"a":[,1]}', why: 'a comma at the beginning' },
    { text: '{"a":[1],"a":[2]}', why: 'two lists of one name' },
    { text: '{"a":[{"b":1,"\\u0062":2}]}', why: 'a name twice within a list' },
    { text: '{"a":[1}]', why: 'brackets that cross' },
    { text: '{"a":[1]]', why: 'a bracket that closes nothing of its kind' },
    { text: '{"a":[1]}{}', why: 'more after the end' },
    { text: '{"a":["1]}', why: 'a text without an end' },
    { text: '\ufeff{"a":[1]}', why: 'a byte-order mark' },
    { text: '[[1],[2]]', why: 'no object' },
    { text: `{"a":${'['.repeat(1000)}${']'.repeat(1000)}}`, why: 'nested 1001 levels deep' },
  ])('$why: not read', ({ text }) => {
    for (let run = 1; run < 12; run++) expect(inRuns(text, run)).toBeUndefined()
    expect(whole(text)).toBeUndefined()
  })

  test('bytes that are not UTF-8: not read', () => {
    const bytes = new Uint8Array(Buffer.from('{"a":["xx","y"]}'))
    bytes[7] = 0xff
    expect(largeJson(bytes, decodeUtf8, 1)).toBeUndefined()
  })
})

describe('a file of more than four million bytes', () => {
  const round = { ...tinyRound(), villages: [{ ...tinyRound().villages[0]!, story: '长'.repeat(2_000_000) }] }
  const text = fileText({ ...tinyRound(), villages: [...round.villages, ...tinyRound().villages.slice(1)] })
  test('is the round that it says', () =>
    expect(readRoundFile(new Uint8Array(Buffer.from(text)))).toEqual({ round: JSON.parse(text) }))
  test('is refused with the sentence that a small one would be', () => {
    const twice = text.replace('"number":1', '"number":1,"number":1')
    const refusal = { path: [], what: 'the name "number" stands twice' }
    expect(readRoundFile(new Uint8Array(Buffer.from(twice)))).toEqual({ refusal })
  })
})

describe('the digest, taken piece by piece', () => {
  test('the pieces are the canonical JSON', () =>
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const pieces: string[] = []
        eachCanonicalPiece(value, (piece) => pieces.push(piece))
        expect(pieces.join('')).toBe(canonicalJson(value))
      }),
    ))
  test('Node’s own SHA-256 gives the same', () =>
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const digest = `sha256:${createHash('sha256').update(canonicalJson(value)).digest('hex')}`
        expect(digestOf(value)).toBe(digest)
        expect(digestOf(value, () => createHash('sha256'))).toBe(digest)
      }),
    ))
})
