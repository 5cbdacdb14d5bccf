/** What a payload may be made of that is known somewhere: ids of everything stored, and words that only look like one. */
import type { Stand } from '../seals/stage'
import type { Json } from './raw-json'

const BUCKET = 'cloud://local-cloud.local/'

/** They keep to the contract's bounds: what they mean is another matter. */
const lookAlikes = [
  'constructor',
  'prototype',
  'toString',
  'valueOf',
  'hasOwnProperty',
  'isPrototypeOf',
  'propertyIsEnumerable',
  '__proto__',
  '__defineGetter__',
  '__lookupSetter__',
  'nowhere',
  'V99',
  'v01',
  'V01-x',
  '2099-1',
  '2024-1-x1',
  'length',
  '0',
  '-',
  'M99',
  'a.b',
  'overdue:V01:constructor',
  'arrive:I06:V01',
  'confirm:__proto__',
  '2024-02-30',
  '0000-00-00',
  '9999-99-99',
  '00:00',
  '24:61',
  '99:99',
  'v=',
  'v=V99',
  'v=__proto__',
  'v=V01&t=00000000000000000000',
  'v=V01&v=V02',
  'i=constructor',
  'constructorconstr',
  'AAAAAAAAAAAA',
  '2345-6789-ABCD',
  'ABCDEFGHJKLMN',
  '________________',
  '----------------',
  'ffffffffffffffffffffffffffffffff',
  `sha256:${'0'.repeat(64)}`,
  '城北村',
  '一句合适的话',
  '\u202e倒着写的话',
  '零宽\u200b字符',
  '带\u0000字符',
  '半个\ud83d字',
  '=1+1',
  '<b>粗</b>',
  '$where',
  ' ',
  '  ',
  '\n\n',
]

const files = [
  '../../etc/passwd',
  '..',
  '/etc/passwd',
  './photos',
  '.parts/x',
  'photos/../../lalian.db',
  'photos/%2e%2e/x.jpg',
  'photos//x.jpg',
  'imports/',
  'imports/none.xlsx',
  'imports/none.xlsx?sign=0',
  'imports/none.xlsx#x',
  'imports\\none.xlsx',
]

/** Each once, in an order that depends on nothing but what is stored. */
export function wordsOf(stands: readonly Stand[], bases: readonly Json[]): string[] {
  const ids = stands.flatMap(({ documents }) =>
    Object.values(documents).flatMap((docs) =>
      docs
        .map(({ _id }) => String(_id))
        .filter(isSettled)
        .slice(0, 40),
    ),
  )
  const parts = ids.flatMap((id) => id.split(':'))
  const paths = stands.flatMap((stand) => Object.keys(stand.files)).filter(isSettled)
  const fileIds = [...paths, ...files].map((path) => BUCKET + path)
  const others = ['cloud://elsewhere.x/photos/a.jpg', 'cloud://x', 'cloud://local-cloud.localhost/a']
  return [...new Set([...bases.flatMap(stringsIn), ...ids, ...parts, ...fileIds, ...others, ...lookAlikes])]
}

/** Ids that chance made are others at every run: the same seed would send something else. */
function isSettled(id: string): boolean {
  return !/[0-9a-f]{20}/.test(id)
}

function stringsIn(value: Json): string[] {
  if (typeof value === 'string') return [value]
  if (typeof value !== 'object' || value === null) return []
  return [...Object.keys(value), ...Object.values(value)].flatMap((inner) => stringsIn(inner as Json))
}
