/** What somebody who means no good, or whose phone is broken, could put in a field's place. */
import type { Chance } from '../phone/chance'
import { type Json, Raw } from './raw-json'

const KB = 1024

/** Names that mean something to JavaScript, to the database, to the platform, or to nobody. */
export const strangeKeys = [
  '__proto__',
  'constructor',
  'prototype',
  'toString',
  'valueOf',
  'toJSON',
  'hasOwnProperty',
  '__defineGetter__',
  'then',
  'length',
  '$gt',
  '$ne',
  '$set',
  '$where',
  '$regex',
  '$or',
  'a.b',
  '$a.b',
  '.',
  '',
  ' ',
  '0',
  '-1',
  '_id',
  '_openid',
  'openid',
  'OPENID',
  'openId',
  'userInfo',
  'me',
  'by',
  'memberId',
  'revoked',
  'role',
  'roles',
  'now',
  'state',
  'env',
  'action',
  'payload',
  '\u0000',
  '\u200broundId',
  '\u202eroundId',
  'ｒoundId',
  'ROUNDID',
  '\ud800',
  '拉练',
  'k'.repeat(1000),
]

const operators: readonly Json[] = [
  { $gt: '' },
  { $gte: 0 },
  { $ne: null },
  { $exists: true },
  { $in: ['V01', 'M01'] },
  { $nin: [] },
  { $regex: '.*' },
  { $regex: '^(a+)+$', $options: 'i' },
  { $where: 'sleep(1000) || true' },
  { $expr: { $eq: [1, 1] } },
  { $set: { roles: ['administrator'] } },
  { $inc: 1 },
  { $or: [{}, {}] },
  { $or: [{ revoked: false }, { _id: { $ne: '' } }] },
  { $function: { body: 'function(){return true}', args: [], lang: 'js' } },
  { _bsontype: 'ObjectID', id: 'aaaaaaaaaaaa' },
  { $date: '2024-01-01' },
  { $oid: '507f1f77bcf86cd799439011' },
  { operator: 'gt', operands: [''], fieldName: '_id', _internalType: 'command' },
  { toString: 'V01' },
  { toJSON: 'V01' },
  { length: 3, 0: 'V', 1: '0', 2: '1' },
  new Raw('{"then":"V01"}'),
  { constructor: { prototype: { roles: ['administrator'] } } },
  new Raw('{"__proto__":{"roles":["administrator"],"isAdmin":true}}'),
  new Raw('{"__proto__":null}'),
  new Raw('{"__proto__":{"toString":"V01"}}'),
]

/** Where a string, a number or a switch is meant, none of these may be taken. */
export function operator(chance: Chance): Json {
  return chance.oneOf(operators)
}

const strings: readonly string[] = [
  '',
  ' ',
  '\t\n',
  '\u0000',
  'V01\u0000',
  '\ud800',
  '\udfff\ud800',
  'V0\udc001',
  '\u200b',
  '\u202e10V',
  '\ufeffV01',
  'Ｖ０１',
  'null',
  'undefined',
  'NaN',
  '[object Object]',
  'true',
  '0',
  '-0',
  '1e308',
  '../../../../etc/passwd',
  '..%2f..%2fetc%2fpasswd',
  'cloud://local-cloud.local/../../etc/passwd',
  'cloud://',
  'cloud:///etc/passwd',
  'file:///etc/passwd',
  'http://169.254.169.254/latest/meta-data/',
  '{{7*7}}<%= 7*7 %>',
  "' OR '1'='1",
  '"; DROP TABLE docs; --',
  '<script>alert(1)</script>',
  '=HYPERLINK("http://example.com","点我")',
  '$where',
  '__proto__',
  'constructor',
  'hasOwnProperty',
  '__defineGetter__',
  '0000-00-00',
  '9999-99-99',
  '+275760-09-13',
  '24:61',
  'sha256:',
  '(a+)+$',
  'a'.repeat(5000),
  '字'.repeat(2000),
  '👨‍👩‍👧‍👦'.repeat(50),
]

const numbers: readonly Json[] = [
  new Raw('-0'),
  new Raw('1e308'),
  new Raw('-1e308'),
  new Raw('1e999'),
  new Raw('-1e999'),
  new Raw('5e-324'),
  new Raw('0.1e-7'),
  new Raw('9007199254740993'),
  new Raw('-9007199254740993'),
  new Raw('18446744073709551616'),
  new Raw('1.7976931348623157e308'),
  -1,
  0,
  0.1,
  0.30000000000000004,
  1.00005,
  8_640_000_000_000_001,
  253_402_300_800_000,
  4_294_967_296,
]

/** A small thing of whatever kind. */
export function junk(chance: Chance): Json {
  switch (chance.between(0, 5)) {
    case 0:
      return chance.oneOf(strings)
    case 1:
      return chance.oneOf(numbers)
    case 2:
      return operator(chance)
    case 3:
      return chance.oneOf<Json>([null, true, false, [], {}, [[]], [null], [{}], ['V01'], { 0: 'V01' }])
    case 4:
      return randomText(chance)
    default:
      return anything(chance, 3)
  }
}

export function strangeNumber(chance: Chance): Json {
  return chance.oneOf(numbers)
}

export function strangeString(chance: Chance): string {
  return chance.oneOf(strings)
}

/** Near to what a function may be sent at all: 90 KB in one field, or brackets within brackets. */
export function huge(chance: Chance): Json {
  const deep = (open: string, close: string, times: number) => new Raw(`${open.repeat(times)}0${close.repeat(times)}`)
  return chance.oneOf<() => Json>([
    () => 'x'.repeat(90 * KB),
    () => 'V'.repeat(90 * KB),
    () => '9'.repeat(90 * KB),
    () => '字'.repeat(30 * KB),
    () => '\u0000'.repeat(15 * KB),
    () => new Raw(`${'9'.repeat(90 * KB)}`),
    () => new Raw(`[${'0,'.repeat(45 * KB)}0]`),
    () => new Raw(`[${'{},'.repeat(30 * KB)}{}]`),
    () => new Raw(`[${'"V01",'.repeat(15 * KB)}"V01"]`),
    () => new Raw(`{${Array.from({ length: 6000 }, (_, n) => `"k${n}":${n % 5}`).join(',')}}`),
    () => deep('[', ']', 10_000),
    () => deep('[', ']', 45_000),
    () => deep('{"a":', '}', 10_000),
    () => deep('{"__proto__":', '}', 6_000),
    () => deep('[{"$or":', '}]', 8_000),
  ])()
}

/** Any JSON, at most so deep. */
export function anything(chance: Chance, depth: number): Json {
  const kind = chance.between(0, depth > 0 ? 7 : 5)
  if (kind === 0) return chance.oneOf<Json>([null, true, false])
  if (kind === 1) return chance.oneOf(numbers)
  if (kind === 2) return chance.between(-100_000, 100_000) / chance.oneOf([1, 10, 1000])
  if (kind === 3) return chance.oneOf(strings)
  if (kind <= 5) return randomText(chance)
  const length = chance.between(0, 5)
  if (kind === 6) return Array.from({ length }, () => anything(chance, depth - 1))
  return Object.fromEntries(
    Array.from({ length }, () => [
      chance.happens(0.5) ? chance.oneOf(strangeKeys) : randomText(chance),
      anything(chance, depth - 1),
    ]),
  )
}

const alphabets = [
  () => [0x20, 0x7e],
  () => [0x00, 0x1f],
  () => [0x4e00, 0x9fff],
  () => [0xd800, 0xdfff],
  () => [0x00, 0xffff],
] as const

/** Up to 30 units of UTF-16, lone surrogates and all. */
function randomText(chance: Chance): string {
  const [least, most] = chance.oneOf(alphabets)()
  return String.fromCharCode(
    ...Array.from({ length: chance.between(1, 30) }, () => chance.between(least as number, most as number)),
  )
}
