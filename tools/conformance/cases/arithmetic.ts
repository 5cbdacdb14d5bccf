/** Arithmetic expressions, as the manual's examples have them. */
import { type Case, expression } from '../case'

export const arithmetic: Case[] = [
  expression('$abs', [{ v: -1 }, { v: 1 }, { v: null }, {}], ({ $ }) => $.abs('$v'), [1, 1, null, null]),
  expression(
    '$add',
    [
      { price: 10, fee: 2 },
      { price: 20, fee: 1 },
      { price: null, fee: 1 },
    ],
    ({ $ }) => $.add(['$price', '$fee']),
    [12, 21, null],
  ),
  expression('$add', [{ date: new Date('2014-03-01T08:00:00Z') }], ({ $ }) => $.add(['$date', 3 * 24 * 60 * 60_000]), [
    new Date('2014-03-04T08:00:00Z'),
  ]),
  expression('$ceil', [{ v: 9.25 }, { v: 8.73 }, { v: -5.34 }, { v: null }], ({ $ }) => $.ceil('$v'), [
    10,
    9,
    -5,
    null,
  ]),
  expression('$divide', [{ hours: 80 }, { hours: 40 }], ({ $ }) => $.divide(['$hours', 8]), [10, 5]),
  expression('$exp', [{ v: 0 }, { v: 2 }, { v: null }], ({ $ }) => $.exp('$v'), [1, Math.exp(2), null]),
  expression('$floor', [{ v: 9.25 }, { v: 8.73 }, { v: -5.34 }, { v: null }], ({ $ }) => $.floor('$v'), [
    9,
    8,
    -6,
    null,
  ]),
  expression('$ln', [{ v: 1 }, { v: Math.E }, { v: 10 }, { v: null }], ({ $ }) => $.ln('$v'), [0, 1, Math.LN10, null]),
  expression('$log', [{ v: 100 }, { v: null }], ({ $ }) => $.log(['$v', 10]), [2, null]),
  expression('$log10', [{ v: 1 }, { v: 10 }, { v: 1000 }, {}], ({ $ }) => $.log10('$v'), [0, 1, 3, null]),
  expression(
    '$mod',
    [
      { hours: 80, tasks: 7 },
      { hours: 40, tasks: 4 },
      { hours: -7, tasks: 3 },
    ],
    ({ $ }) => $.mod(['$hours', '$tasks']),
    [3, 0, -1],
  ),
  expression(
    '$multiply',
    [{ price: 10, quantity: 2 }, { price: 20, quantity: 1 }, { price: 5 }],
    ({ $ }) => $.multiply(['$price', '$quantity']),
    [20, 20, null],
  ),
  expression(
    '$pow',
    [
      { v: 5, e: 0 },
      { v: 5, e: 2 },
      { v: 5, e: -2 },
      { v: null, e: 2 },
    ],
    ({ $ }) => $.pow(['$v', '$e']),
    [1, 25, 0.04, null],
  ),
  expression('$sqrt', [{ v: 25 }, { v: 30 }, { v: null }], ({ $ }) => $.sqrt('$v'), [5, Math.sqrt(30), null]),
  expression(
    '$subtract',
    [
      { price: 10, discount: 5 },
      { price: 20, discount: 2 },
    ],
    ({ $ }) => $.subtract(['$price', '$discount']),
    [5, 18],
  ),
  expression('$subtract', [{ a: new Date(8_000), b: new Date(1_000) }], ({ $ }) => $.subtract(['$a', '$b']), [7_000]),
  expression('$subtract', [{ a: new Date(8_000) }], ({ $ }) => $.subtract(['$a', 5_000]), [new Date(3_000)]),
  expression('$trunc', [{ v: 19.25 }, { v: 28.73 }, { v: -34.32 }, { v: null }], ({ $ }) => $.trunc('$v'), [
    19,
    28,
    -34,
    null,
  ]),
  // Of an array in a document; in $group they are accumulators.
  expression('$avg', [{ quizzes: [10, 6, 7] }, { quizzes: [9, 'x'] }, { quizzes: [] }], ({ $ }) => $.avg('$quizzes'), [
    23 / 3,
    9,
    null,
  ]),
  expression(
    '$max',
    [{ quizzes: [10, 6, 7] }, { quizzes: [9, 'x'] }, { quizzes: [null] }],
    ({ $ }) => $.max('$quizzes'),
    [10, 'x', null],
  ),
  expression('$min', [{ quizzes: [10, 6, 7] }, { quizzes: [9, null] }], ({ $ }) => $.min('$quizzes'), [6, 9]),
  expression('$sum', [{ quizzes: [10, 6, 7] }, { quizzes: [9, 'x'] }], ({ $ }) => $.sum('$quizzes'), [23, 9]),
  {
    ...expression('$sum', [{ quizzes: 5 }], ({ $ }) => $.sum('$quizzes'), [5]),
    here: { refused: /must resolve to array/, why: 'mingo sums only lists: refused, not wrong' },
  },
  expression('$sum', [{ a: 3, b: 5 }, { a: 3 }], ({ $ }) => $.sum(['$a', '$b']), [8, 3]),
  expression('$stdDevPop', [{ scores: [2, 4, 4, 6] }], ({ $ }) => $.stdDevPop('$scores'), [Math.sqrt(2)]),
  expression('$stdDevSamp', [{ scores: [10, 20, 30] }, { scores: [1] }], ({ $ }) => $.stdDevSamp('$scores'), [
    10,
    null,
  ]),
]
