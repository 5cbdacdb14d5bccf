import fc from 'fast-check'
import { codeOfBytes, groupedCode, normalCode } from '../../src/domain/readable-code'

const bytes = fc.uint8Array({ minLength: 12, maxLength: 32 })

describe('a household card’s code: twelve characters that nobody takes for one another', () => {
  test('any twelve bytes give one, five bits of each; 32 characters, without 0, 1, I and O', () => {
    const seen = new Set([...Array(256).keys()].flatMap((byte) => [...codeOfBytes(Array(12).fill(byte))]))
    expect([...seen].sort().join('')).toBe('23456789ABCDEFGHJKLMNPQRSTUVWXYZ')
    for (const symbol of '01IO') expect(seen).not.toContain(symbol)
  })

  test('as it is printed it is read again, however it is typed', () => {
    fc.assert(
      fc.property(bytes, (random) => {
        const code = codeOfBytes(random)
        expect(groupedCode(code)).toMatch(/^[2-9A-Z]{4}-[2-9A-Z]{4}-[2-9A-Z]{4}$/)
        for (const typed of [code, groupedCode(code), ` ${groupedCode(code).toLowerCase()} `])
          expect(normalCode(typed)).toBe(code)
      }),
    )
  })

  test.each([
    ['spaces between the groups', 'abcd efgh jklm'],
    ['wide letters and hyphens of a Chinese keyboard', 'ＡＢＣＤ－ｅｆｇｈ－ＪＫＬＭ'],
    ['dashes a phone makes of hyphens', 'ABCD–EFGH—JKLM'],
    ['a line break where it was copied', 'ABCD-EFGH-\nJKLM'],
  ])('%s', (_why, typed) => expect(normalCode(typed)).toBe('ABCDEFGHJKLM'))

  test.each([
    ['one too few', 'ABCD-EFGH-JKL'],
    ['one too many', 'ABCD-EFGH-JKLMN'],
    ['a nought', 'ABCD-EFGH-JKL0'],
    ['a letter that is on no card', 'ABCD-EFGH-JKLO'],
    ['Chinese', '一二三四五六七八九十百千'],
    ['nothing', ''],
  ])('no code: %s', (_why, typed) => expect(normalCode(typed)).toBeNull())
})
