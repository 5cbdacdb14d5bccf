/** Array and set expressions, as the manual's examples have them. */
import { type Case, expression } from '../case'

const favorites = [
  { list: ['chocolate', 'cake', 'butter', 'apples'] },
  { list: ['apples', 'pudding', 'pie'] },
  { list: [] },
]
const flowers = [
  { A: ['rose', 'orchid'], B: ['rose', 'orchid'] },
  { A: ['rose', 'orchid'], B: ['orchid', 'rose', 'orchid'] },
  { A: ['rose', 'orchid'], B: ['rose', 'orchid', 'jasmine'] },
  { A: ['rose', 'orchid'], B: ['jasmine', 'rose'] },
  { A: ['rose', 'orchid'], B: [] },
]
const responses = [
  { list: [true] },
  { list: [true, false] },
  { list: [] },
  { list: [1, true, 'seven'] },
  { list: [0] },
  { list: [[]] },
  { list: [null] },
  { list: [[0]] },
  { list: [[false]] },
]

export const arrays: Case[] = [
  expression(
    '$arrayElemAt',
    favorites.slice(0, 2),
    ({ $ }) => ({ first: $.arrayElemAt(['$list', 0]), last: $.arrayElemAt(['$list', -1]) }),
    [
      { first: 'chocolate', last: 'apples' },
      { first: 'apples', last: 'pie' },
    ],
  ),
  expression('$arrayElemAt', favorites, ({ $ }) => $.arrayElemAt(['$list', 3]), [
    'apples',
    'there is no such field',
    'there is no such field',
  ]),
  expression(
    '$arrayToObject',
    [
      {
        dimensions: [
          { k: 'l', v: 25 },
          { k: 'w', v: 10 },
        ],
      },
    ],
    ({ $ }) => $.arrayToObject('$dimensions'),
    [{ l: 25, w: 10 }],
  ),
  expression(
    '$arrayToObject',
    [
      {
        pairs: [
          ['item', 'abc123'],
          ['qty', 25],
        ],
      },
    ],
    ({ $ }) => $.arrayToObject('$pairs'),
    [{ item: 'abc123', qty: 25 }],
  ),
  expression(
    '$concatArrays',
    [{ a: ['x', 'y'], b: ['z'] }, { a: ['x'], b: [['y']] }, { a: ['x'] }],
    ({ $ }) => $.concatArrays(['$a', '$b']),
    [['x', 'y', 'z'], ['x', ['y']], null],
  ),
  expression(
    '$filter',
    [{ items: [{ price: 2 }, { price: 240 }] }, { items: [{ price: 300 }, { price: 110 }] }, { items: null }],
    ({ $ }) => $.filter({ input: '$items', as: 'item', cond: $.gte(['$$item.price', 100]) }),
    [[{ price: 240 }], [{ price: 300 }, { price: 110 }], null],
  ),
  expression('$first', favorites.slice(0, 2), ({ $ }) => $.first('$list'), ['chocolate', 'apples']),
  expression('$last', favorites.slice(0, 2), ({ $ }) => $.last('$list'), ['apples', 'pie']),
  expression('$in', [{ stock: ['bananas', 'apples'] }, { stock: ['apples'] }], ({ $ }) => $.in(['bananas', '$stock']), [
    true,
    false,
  ]),
  expression(
    '$indexOfArray',
    [{ a: ['a', 'abc'] }, { a: ['abc', 'de', ['de']] }, { a: ['x'] }, { a: null }],
    ({ $ }) => $.indexOfArray(['$a', 'de']),
    [-1, 1, -1, null],
  ),
  expression('$indexOfArray', [{ a: [1, 2, 1, 2] }], ({ $ }) => $.indexOfArray(['$a', 2, 2, 4]), [3]),
  expression('$isArray', [{ v: ['chocolate'] }, { v: 'x' }, {}], ({ $ }) => $.isArray('$v'), [true, false, false]),
  expression(
    '$map',
    [{ quizzes: [5, 6, 7] }, { quizzes: [] }, { quizzes: null }],
    ({ $ }) => $.map({ input: '$quizzes', as: 'grade', in: $.add(['$$grade', 2]) }),
    [[7, 8, 9], [], null],
  ),
  expression(
    '$range',
    [{ distance: 42 }, { distance: 81 }, { distance: 14 }],
    ({ $ }) => $.range([0, '$distance', 25]),
    [[0, 25], [0, 25, 50, 75], [0]],
  ),
  expression(
    '$range',
    [{}],
    ({ $ }) => ({ up: $.range([0, 10, 2]), down: $.range([10, 0, -2]), none: $.range([0, 10, -2]) }),
    [{ up: [0, 2, 4, 6, 8], down: [10, 8, 6, 4, 2], none: [] }],
  ),
  expression(
    '$reduce',
    [{ list: ['a', 'b', 'c'] }, { list: [] }, { list: null }],
    ({ $ }) => $.reduce({ input: '$list', initialValue: '', in: $.concat(['$$value', '$$this']) }),
    ['abc', '', null],
  ),
  expression(
    '$reverseArray',
    [{ list: [1, 2, 3] }, { list: [[1, 2], [3]] }, { list: null }, { list: [] }],
    ({ $ }) => $.reverseArray('$list'),
    [[3, 2, 1], [[3], [1, 2]], null, []],
  ),
  expression('$size', [{ colors: ['blue', 'black'] }, { colors: [] }], ({ $ }) => $.size('$colors'), [2, 0]),
  expression('$slice', favorites, ({ $ }) => $.slice(['$list', 3]), [
    ['chocolate', 'cake', 'butter'],
    ['apples', 'pudding', 'pie'],
    [],
  ]),
  expression(
    '$slice',
    [{ l: [1, 2, 3] }],
    ({ $ }) => ({
      a: $.slice(['$l', 1, 1]),
      b: $.slice(['$l', -2]),
      c: $.slice(['$l', 15, 2]),
      d: $.slice(['$l', -15, 2]),
    }),
    [{ a: [2], b: [2, 3], c: [], d: [1, 2] }],
  ),
  expression(
    '$zip',
    [
      {
        m: [
          [1, 2],
          [3, 4],
          [5, 6],
        ],
      },
    ],
    ({ $ }) => $.zip({ inputs: [$.arrayElemAt(['$m', 0]), $.arrayElemAt(['$m', 1]), $.arrayElemAt(['$m', 2])] }),
    [
      [
        [1, 3, 5],
        [2, 4, 6],
      ],
    ],
  ),
  expression(
    '$zip',
    [{ a: [1], b: [2, 3] }],
    ({ $ }) => $.zip({ inputs: ['$a', '$b'], useLongestLength: true, defaults: ['a', 'b'] }),
    [
      [
        [1, 2],
        ['a', 3],
      ],
    ],
  ),
  expression('$setEquals', flowers, ({ $ }) => $.setEquals(['$A', '$B']), [true, true, false, false, false]),
  expression('$setIsSubset', flowers, ({ $ }) => $.setIsSubset(['$A', '$B']), [true, true, true, false, false]),
  // The order of a set is not documented, so each is one element at most, or is counted.
  expression(
    '$setIntersection',
    flowers,
    ({ $ }) => ({ n: $.size($.setIntersection(['$A', '$B'])), has: $.in(['rose', $.setIntersection(['$A', '$B'])]) }),
    [
      { n: 2, has: true },
      { n: 2, has: true },
      { n: 2, has: true },
      { n: 1, has: true },
      { n: 0, has: false },
    ],
  ),
  expression('$setDifference', flowers, ({ $ }) => $.setDifference(['$B', '$A']), [
    [],
    [],
    ['jasmine'],
    ['jasmine'],
    [],
  ]),
  expression('$setUnion', flowers, ({ $ }) => $.size($.setUnion(['$A', '$B'])), [2, 2, 3, 3, 2]),
  expression('$allElementsTrue', responses, ({ $ }) => $.allElementsTrue(['$list']), [
    true,
    false,
    true,
    true,
    false,
    true,
    false,
    true,
    true,
  ]),
  expression('$anyElementTrue', responses, ({ $ }) => $.anyElementTrue(['$list']), [
    true,
    true,
    false,
    true,
    false,
    true,
    false,
    true,
    true,
  ]),
]
