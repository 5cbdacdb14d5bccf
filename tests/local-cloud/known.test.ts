/** What `prove store-kills` holds against the store can fail: each wrong is found and named. */
import { type Change, Known } from '../../tools/prove/store/known'

const [s1, s2, s3] = ['1', '2', '3'].map((figure) => `abcdef${figure}`.repeat(5).slice(0, 32)) as [
  string,
  string,
  string,
]
const change = (cells: Record<string, string | null>): Change => new Map(Object.entries(cells))

function knownWith(heard: Record<string, string>, unheard: Record<string, string | null> = {}): Known {
  const known = new Known()
  known.hear(change(heard))
  if (Object.keys(unheard).length > 0) known.send(change(unheard))
  return known
}
const wrong = (known: Known, found: Record<string, string>) => known.wrongIn(new Map(Object.entries(found)))

describe('what was acknowledged stands', () => {
  test.each<[string, Record<string, string>, string[]]>([
    ['all of it', { a: s1, b: s2 }, []],
    ['one is gone', { a: s1 }, ['lost: b']],
    ['one is broken', { a: s1, b: 'damaged' }, ['damaged: b']],
    ['one is another', { a: s1, b: s3 }, ['another content than acknowledged: b']],
    ['one too many', { a: s1, b: s2, c: s3 }, ['there, though removed or never written: c']],
  ])('%s', (_, found, what) => expect(wrong(knownWith({ a: s1, b: s2 }), found)).toEqual(what))

  test('a removal too', () => {
    const known = knownWith({ a: s1 })
    known.hear(change({ a: null }))
    expect(wrong(known, { a: s1 })).toEqual(['there, though removed or never written: a'])
  })
})

describe('what nobody heard of was done, or was not, but never by half', () => {
  test.each<[string, Record<string, string>, string[]]>([
    ['done', { a: s2, b: s3 }, []],
    ['not done', { a: s1 }, []],
    ['half', { a: s2 }, ['half written: a of a,b', 'another content than acknowledged: a']],
  ])('%s', (_, found, what) => expect(wrong(knownWith({ a: s1 }, { a: s2, b: s3 }), found)).toEqual(what))

  test('and then it stays', () => {
    const known = knownWith({ a: s1 }, { a: null })
    expect(wrong(known, {})).toEqual([])
    expect(wrong(known, { a: s1 })).toEqual(['there, though removed or never written: a'])
  })
})

test('a piece of what was removed is found in any byte; what stands is none', () => {
  const known = knownWith({ a: s1 })
  const bytes = (text: string) => Buffer.from(`\u0000${text}\u0000`)
  expect(known.remainsIn(bytes(s1))).toEqual([])
  expect(known.remainsIn(bytes(s1.slice(5)))).toEqual([])
  expect(known.remainsIn(bytes(s2))).toEqual([s2])
  expect(known.remainsIn(bytes(s2.slice(4, 20)))).toEqual([s2.slice(4, 20)])
})
