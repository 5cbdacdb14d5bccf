/** The manual's examples of each accumulator we allow, in $group. */
import { accumulator, type Case } from '../case'

const sales = [
  { item: 'abc', price: 10, quantity: 2 },
  { item: 'abc', price: 5, quantity: 10 },
  { item: 'jkl', price: 20, quantity: 1 },
  { item: 'xyz', price: 5, quantity: 5 },
  { item: 'xyz', price: 5, quantity: 10 },
]
const quizzes = [
  { item: '1', score: 10 },
  { item: '1', score: 20 },
  { item: '1', score: 30 },
  { item: '2', score: 5 },
  { item: '2', score: 'absent' },
]

export const accumulators: Case[] = [
  accumulator(
    '$addToSet',
    [...sales, { item: 'jkl' }].map(({ item, ...rest }) => ({ item, quantity: 2, ...rest })),
    ({ $ }) => $.addToSet('$item'),
    [['abc'], ['jkl'], ['xyz']],
  ),
  accumulator('$addToSet', [{ item: 'a', n: 1 }, { item: 'a', n: 1 }, { item: 'a' }], ({ $ }) => $.addToSet('$n'), [
    [1],
  ]),
  accumulator('$avg', sales, ({ $ }) => $.avg($.multiply(['$price', '$quantity'])), [35, 20, 37.5]),
  accumulator('$avg', quizzes, ({ $ }) => $.avg('$score'), [20, 5]),
  accumulator('$first', sales, ({ $ }) => $.first('$price'), [10, 20, 5]),
  accumulator('$last', sales, ({ $ }) => $.last('$quantity'), [10, 1, 10]),
  accumulator('$max', sales, ({ $ }) => $.max($.multiply(['$price', '$quantity'])), [50, 20, 50]),
  accumulator('$min', [...sales, { item: 'xyz', price: null }], ({ $ }) => $.min('$price'), [5, 20, 5]),
  accumulator('$push', sales, ({ $ }) => $.push('$price'), [[10, 5], [20], [5, 5]]),
  accumulator('$push', sales.slice(0, 2), ({ $ }) => $.push({ price: '$price', quantity: '$quantity' }), [
    [
      { price: 10, quantity: 2 },
      { price: 5, quantity: 10 },
    ],
  ]),
  accumulator(
    '$stdDevPop',
    [
      { item: 'q', score: 2 },
      { item: 'q', score: 4 },
      { item: 'q', score: 4 },
      { item: 'q', score: 6 },
    ],
    ({ $ }) => $.stdDevPop('$score'),
    [Math.sqrt(2)],
  ),
  accumulator('$stdDevPop', [{ item: 'q', score: 'absent' }], ({ $ }) => $.stdDevPop('$score'), [null]),
  accumulator('$stdDevSamp', [...quizzes.slice(0, 3), { item: '9', score: 1 }], ({ $ }) => $.stdDevSamp('$score'), [
    10,
    null,
  ]),
  accumulator('$sum', sales, ({ $ }) => $.sum('$quantity'), [12, 1, 15]),
  accumulator('$sum', quizzes, ({ $ }) => $.sum('$score'), [60, 5]),
  accumulator('$sum', sales, ({ $ }) => $.sum(1), [2, 1, 2]),
  accumulator(
    '$mergeObjects',
    [
      { item: 'a', q: { n: 1, w: 2 } },
      { item: 'a', q: { n: 5, x: null } },
    ],
    ({ $ }) => $.mergeObjects('$q'),
    [{ n: 5, w: 2, x: null }],
  ),
]
