/** Boolean, comparing, conditional and object expressions, and variables, as the manual's examples have them. */
import { type Case, expression } from '../case'

const inventory = [{ qty: 300 }, { qty: 200 }, { qty: 250 }]

export const decisions: Case[] = [
  expression('$and', inventory, ({ $ }) => $.and([$.gt(['$qty', 100]), $.lt(['$qty', 250])]), [false, true, false]),
  expression(
    '$and',
    [{}],
    ({ $ }) => ({
      a: $.and([1, 'green']),
      b: $.and([]),
      c: $.and([[null], [false], [0]]),
      d: $.and([null, true]),
      e: $.and([0, true]),
    }),
    [{ a: true, b: true, c: true, d: false, e: false }],
  ),
  expression('$or', inventory, ({ $ }) => $.or([$.gt(['$qty', 250]), $.lt(['$qty', 200])]), [true, false, false]),
  expression('$not', inventory, ({ $ }) => $.not([$.gt(['$qty', 250])]), [false, true, true]),
  expression(
    '$not',
    [{}],
    ({ $ }) => ({ a: $.not([true]), b: $.not([[false]]), c: $.not([false]), d: $.not([null]), e: $.not([0]) }),
    [{ a: false, b: false, c: true, d: true, e: true }],
  ),
  expression('$cmp', inventory, ({ $ }) => $.cmp(['$qty', 250]), [1, -1, 0]),
  expression(
    '$cmp',
    [{ a: '1', b: 2 }, { b: 2 }, { a: null, b: 2 }, { a: true, b: 'x' }, { a: new Date(0), b: true }],
    ({ $ }) => $.cmp(['$a', '$b']),
    [1, -1, -1, 1, 1],
  ),
  expression('$eq', [{ k: null }, {}, { k: 0 }], ({ $ }) => $.eq(['$k', null]), [true, false, false]),
  {
    ...expression('$eq', [{ a: { x: 1, y: 2 }, b: { y: 2, x: 1 } }], ({ $ }) => $.eq(['$a', '$b']), [false]),
    here: { refused: /order of their keys/, why: 'mingo does not see the order of keys: refused, not wrong' },
  },
  expression('$eq', [...inventory, { qty: '250' }, {}], ({ $ }) => $.eq(['$qty', 250]), [
    false,
    false,
    true,
    false,
    false,
  ]),
  expression('$ne', inventory, ({ $ }) => $.neq(['$qty', 250]), [true, true, false]),
  expression('$gt', [...inventory, { qty: '1' }, {}], ({ $ }) => $.gt(['$qty', 250]), [
    true,
    false,
    false,
    true,
    false,
  ]),
  expression('$gte', inventory, ({ $ }) => $.gte(['$qty', 250]), [true, false, true]),
  expression('$lt', [...inventory, {}], ({ $ }) => $.lt(['$qty', 250]), [false, true, false, true]),
  expression('$lte', inventory, ({ $ }) => $.lte(['$qty', 250]), [false, true, true]),
  // biome-ignore lint/suspicious/noThenProperty: the name MongoDB gives a branch
  expression('$cond', inventory, ({ $ }) => $.cond({ if: $.gte(['$qty', 250]), then: 30, else: 20 }), [30, 20, 30]),
  expression('$cond', inventory, ({ $ }) => $.cond([$.gte(['$qty', 250]), 30, 20]), [30, 20, 30]),
  expression('$ifNull', [{ d: 'product 1' }, { d: null }, {}], ({ $ }) => $.ifNull(['$d', 'Unspecified']), [
    'product 1',
    'Unspecified',
    'Unspecified',
  ]),
  expression(
    '$switch',
    [{ scores: [87, 86, 78] }, { scores: [71, 64, 81] }, { scores: [91, 84, 97] }],
    ({ $ }) =>
      $.switch({
        branches: [
          // biome-ignore lint/suspicious/noThenProperty: the name MongoDB gives a branch
          { case: $.gte([$.avg('$scores'), 90]), then: 'great' },
          // biome-ignore lint/suspicious/noThenProperty: the name MongoDB gives a branch
          { case: $.gte([$.avg('$scores'), 80]), then: 'well' },
        ],
        default: 'No scores',
      }),
    ['well', 'No scores', 'great'],
  ),
  expression('$literal', [{ price: 1 }, { price: '$1' }], ({ $ }) => $.eq(['$price', $.literal('$1')]), [false, true]),
  expression('$literal', [{}], ({ $ }) => $.literal({ $add: [2, 3] }), [{ $add: [2, 3] }]),
  expression(
    '$let',
    [
      { price: 10, tax: 0.5, applyDiscount: true },
      { price: 10, tax: 0.25, applyDiscount: false },
    ],
    ({ $ }) =>
      $.let({
        // biome-ignore lint/suspicious/noThenProperty: the name MongoDB gives a branch
        vars: { total: $.add(['$price', '$tax']), discounted: $.cond({ if: '$applyDiscount', then: 0.5, else: 1 }) },
        in: $.multiply(['$$total', '$$discounted']),
      }),
    [5.25, 10.25],
  ),
  expression(
    '$mergeObjects',
    [
      { a: { a: 1 }, b: { a: 2, b: 3 } },
      { a: { a: 1 }, b: null },
    ],
    ({ $ }) => $.mergeObjects(['$a', '$b']),
    [{ a: 2, b: 3 }, { a: 1 }],
  ),
  expression('$objectToArray', [{ d: { l: 25, w: 10, uom: 'cm' } }, { d: null }], ({ $ }) => $.objectToArray('$d'), [
    [
      { k: 'l', v: 25 },
      { k: 'w', v: 10 },
      { k: 'uom', v: 'cm' },
    ],
    null,
  ]),
  // Across types, and where a field is missing: BSON's order.
  expression('$gte', [{ qty: '1' }, {}, { qty: null }], ({ $ }) => [$.gte(['$qty', 250]), $.gte([250, '$qty'])], [
    [true, false],
    [false, true],
    [false, true],
  ]),
  expression('$lte', [{ qty: '1' }, {}, { qty: null }], ({ $ }) => [$.lte(['$qty', 250]), $.lte([250, '$qty'])], [
    [false, true],
    [true, false],
    [true, false],
  ]),
  expression('$ne', [{ k: null }, {}], ({ $ }) => $.neq(['$k', null]), [false, true]),
  {
    ...expression('$cmp', [{ a: { x: 1, y: 2 }, b: { y: 2, x: 1 } }], ({ $ }) => $.cmp(['$a', '$b']), [-1]),
    here: { refused: /order of their keys/, why: 'mingo does not see the order of keys: refused, not wrong' },
  },
]
