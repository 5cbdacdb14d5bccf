import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { tooNewFor2018 } from '../../tools/check-syntax'

describe('the oldest phones we serve can load the build', () => {
  test('nothing in it is newer than they are', () => expect(tooNewFor2018(resolve('dist/weapp'))).toEqual([]))

  test.each([
    ['const a = b ?? c', 'ES2019'],
    ['const a = b?.c', 'ES2019'],
    ['/(?<=a)b/.test(c)', 'lookbehind'],
    ['const big = 10n', 'BigInt'],
    ['Object.fromEntries(a)', 'fromEntries'],
    ["a.replaceAll('b', 'c')", 'newer than 2018'],
  ])('%s would be found', (source, fault) => {
    const folder = mkdtempSync(join(tmpdir(), 'lalian-syntax-'))
    writeFileSync(join(folder, 'page.js'), source)
    expect(tooNewFor2018(folder).join()).toContain(fault)
  })
})
