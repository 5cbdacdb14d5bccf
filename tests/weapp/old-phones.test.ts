import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { tooNewFor2018 } from '../../tools/check-syntax'
import { phoneWith } from '../vocabulary/phone'
import type { AppSettings } from './engine/built-app'

describe('the oldest phones we serve can load the build', () => {
  test('nothing in it is newer than they are', () => expect(tooNewFor2018(resolve('dist/weapp'))).toEqual([]))

  test.each([
    ['const a = b ?? c', 'ES2019'],
    ['const a = b?.c', 'ES2019'],
    ['/(?<=a)b/.test(c)', 'lookbehind'],
    ['const big = 10n', 'BigInt'],
    ['a.at(-1)', 'at'],
    ["a.replaceAll('b', 'c')", 'newer than 2018'],
  ])('%s would be found', (source, fault) => {
    const folder = mkdtempSync(join(tmpdir(), 'lalian-syntax-'))
    writeFileSync(join(folder, 'page.js'), source)
    expect(tooNewFor2018(folder).join()).toContain(fault)
  })
})

describe('without BigInt (iOS before 14) every page still opens', () => {
  const { pages, subPackages } = JSON.parse(readFileSync(resolve('dist/weapp/app.json'), 'utf8')) as AppSettings
  const routes = [...pages, ...subPackages!.flatMap(({ root, pages }) => pages.map((page) => `${root}/${page}`))]
  const own = globalThis.BigInt
  beforeAll(() => void Object.assign(globalThis, { BigInt: undefined }))
  afterAll(() => void Object.assign(globalThis, { BigInt: own }))

  test.each(routes)('%s', async (route) => {
    const phone = phoneWith({ online: false })
    await phone.opens(route)
    expect(phone.app.route).toBe(route)
    phone.dies()
  })
})

describe('what they lack of the built-ins is added before anything else runs', () => {
  const lacking = [
    [Object, 'fromEntries'],
    [Object, 'hasOwn'],
    [Array.prototype, 'flatMap'],
    [Array.prototype, 'flat'],
  ] as const
  const own = lacking.map(([place, name]) => Object.getOwnPropertyDescriptor(place, name)!)
  beforeAll(() => {
    for (const [place, name] of lacking) delete (place as unknown as Record<string, unknown>)[name]
    require('../../src/older-phones')
  })
  afterAll(() => {
    for (const [index, [place, name]] of lacking.entries()) Object.defineProperty(place, name, own[index]!)
  })

  test('Object.fromEntries and Object.hasOwn', () => {
    expect(Object.fromEntries(new Map([['V01', 3.5]]))).toEqual({ V01: 3.5 })
    expect(Object.hasOwn({ V01: 1 }, 'V01')).toBe(true)
    expect(Object.hasOwn({}, 'toString')).toBe(false)
  })

  test('flat and flatMap', () => {
    expect([1, 2].flatMap((n) => [n, n * 10])).toEqual([1, 10, 2, 20])
    expect([1, 2].flatMap((n) => n + 1)).toEqual([2, 3])
    expect([[1], [2, 3], 4].flat()).toEqual([1, 2, 3, 4])
  })
})
