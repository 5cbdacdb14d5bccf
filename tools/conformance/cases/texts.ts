/** Text expressions, as the manual's examples have them. A Chinese character is one code point and three bytes. */
import { type Case, expression } from '../case'

const bar = [{ item: 'foo' }, { item: 'fóofoo' }, { item: 'the foo bar' }, { item: 'hello world fóo' }, { item: null }]
const inventory = [
  { item: 'ABC1', quarter: '13Q1', description: 'product 1' },
  { item: 'ABC2', quarter: '13q4', description: 'Product 2' },
  { item: 'XYZ1', quarter: '14Q2', description: null },
]
const food = [{ name: 'apple' }, { name: 'éclair' }, { name: 'hamburger' }, { name: '寿司sushi' }]

export const texts: Case[] = [
  expression('$concat', inventory, ({ $ }) => $.concat(['$item', ' - ', '$description']), [
    'ABC1 - product 1',
    'ABC2 - Product 2',
    null,
  ]),
  expression('$indexOfBytes', bar, ({ $ }) => $.indexOfBytes(['$item', 'foo']), [0, 4, 4, -1, null]),
  expression('$indexOfCP', bar, ({ $ }) => $.indexOfCP(['$item', 'foo']), [0, 3, 4, -1, null]),
  expression(
    '$indexOfCP',
    [{}],
    ({ $ }) => [
      $.indexOfCP(['cafétéria', 'é']),
      $.indexOfCP(['cafétéria', 'e']),
      $.indexOfCP(['foo.bar.fi', '.', 5]),
      $.indexOfCP(['vanilla', 'll', 0, 2]),
      $.indexOfCP(['vanilla', 'll', 12]),
      $.indexOfCP(['vanilla', 'll', 5, 2]),
      $.indexOfCP(['vanilla', 'nilla', 3]),
    ],
    [[3, -1, 7, -1, -1, -1, -1]],
  ),
  expression('$indexOfCP', [{ t: 'cafétéria' }, { t: '村村通' }], ({ $ }) => $.indexOfCP(['$t', '村', 1]), [-1, 1]),
  expression(
    '$split',
    [{ city: 'Berkeley, CA' }, { city: 'Bend' }, { city: null }],
    ({ $ }) => $.split(['$city', ', ']),
    [['Berkeley', 'CA'], ['Bend'], null],
  ),
  expression('$strLenBytes', food, ({ $ }) => $.strLenBytes('$name'), [5, 7, 9, 11]),
  expression('$strLenCP', food, ({ $ }) => $.strLenCP('$name'), [5, 6, 9, 7]),
  expression('$strcasecmp', inventory, ({ $ }) => $.strcasecmp(['$quarter', '13q4']), [-1, 0, 1]),
  expression('$substr', inventory, ({ $ }) => [$.substr(['$quarter', 0, 2]), $.substr(['$quarter', 2, -1])], [
    ['13', 'Q1'],
    ['13', 'q4'],
    ['14', 'Q2'],
  ]),
  expression('$substrBytes', food, ({ $ }) => $.substrBytes(['$name', 0, 3]), ['app', 'éc', 'ham', '寿']),
  expression('$substrCP', food, ({ $ }) => $.substrCP(['$name', 0, 3]), ['app', 'écl', 'ham', '寿司s']),
  expression('$toLower', inventory, ({ $ }) => $.toLower('$description'), ['product 1', 'product 2', '']),
  expression('$toUpper', inventory, ({ $ }) => $.toUpper('$description'), ['PRODUCT 1', 'PRODUCT 2', '']),
]
