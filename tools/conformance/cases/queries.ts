/** The manual's examples of each query operator we allow, cut to what shows the rule. */
import { type Case, query } from '../case'

const inventory = [
  { _id: '1', item: { name: 'ab', code: '123' }, qty: 15, tags: ['A', 'B', 'C'] },
  { _id: '2', item: { name: 'cd', code: '123' }, qty: 20, tags: ['B'] },
  { _id: '3', item: { name: 'ij', code: '456' }, qty: 25, tags: ['A', 'B'] },
  { _id: '4', item: { name: 'xy', code: '456' }, qty: 30, tags: ['B', 'A'] },
  { _id: '5', item: { name: 'mn', code: '000' }, qty: 20, tags: [['A', 'B'], 'C'] },
]
const stock = [
  { _id: 'nuts', quantity: 30, carrier: { fee: 3 } },
  { _id: 'bolts', quantity: 50, carrier: { fee: 4 } },
  { _id: 'washers', quantity: 10, carrier: { fee: 1 } },
]
const priced = [
  { _id: '1', price: 1.99, qty: 21, sale: true },
  { _id: '2', price: 0.99, qty: 5, sale: false },
  { _id: '3', price: 1.99, qty: 15 },
  { _id: '4', qty: 50, sale: true },
  { _id: '5', price: null, qty: 5 },
]
const sets = [
  {
    _id: 'xyz',
    tags: ['school', 'book', 'bag', 'headphone', 'appliance'],
    sizes: [
      { size: 'S', num: 10 },
      { size: 'M', num: 45 },
    ],
  },
  {
    _id: 'abc',
    tags: ['appliance', 'school', 'book'],
    sizes: [
      { size: '6', num: 100 },
      { size: 'S', num: 150 },
    ],
  },
  {
    _id: 'efg',
    tags: ['school', 'book'],
    sizes: [
      { size: 'S', num: 150 },
      { size: 'L', num: 100 },
    ],
  },
]
const products = [
  { _id: '100', sku: 'abc123', description: 'Single line description.' },
  { _id: '101', sku: 'abc789', description: 'First line\nSecond line' },
  { _id: '102', sku: 'xyz456', description: 'Many spaces before     line' },
  { _id: '103', sku: 'xyz789', description: 'Multiple\nline description' },
  { _id: '104', sku: 'Abc789', description: 'SKU starts with A' },
]

export const queries: Case[] = [
  query('$eq', inventory, ({ _ }) => ({ qty: _.eq(20) }), ['2', '5']),
  query('$eq', inventory, ({ _ }) => ({ 'item.name': _.eq('ab') }), ['1']),
  query('$eq', inventory, ({ _ }) => ({ tags: _.eq('B') }), ['1', '2', '3', '4']),
  query('$eq', inventory, ({ _ }) => ({ tags: _.eq(['A', 'B']) }), ['3', '5']),
  query('$ne', stock, ({ _ }) => ({ quantity: _.neq(30) }), ['bolts', 'washers']),
  query('$ne', stock, ({ _ }) => ({ 'carrier.absent': _.neq(1) }), ['bolts', 'nuts', 'washers']),
  query('$gt', stock, ({ _ }) => ({ quantity: _.gt(20) }), ['bolts', 'nuts']),
  query('$gt', stock, ({ _ }) => ({ 'carrier.fee': _.gt(3) }), ['bolts']),
  query('$gte', stock, ({ _ }) => ({ quantity: _.gte(30) }), ['bolts', 'nuts']),
  query('$lt', stock, ({ _ }) => ({ quantity: _.lt(20) }), ['washers']),
  query(
    '$lt',
    [{ _id: 'text', quantity: '5' }, { _id: 'null', quantity: null }, ...stock],
    ({ _ }) => ({ quantity: _.lt(20) }),
    ['washers'],
  ),
  query('$lte', stock, ({ _ }) => ({ quantity: _.lte(30) }), ['nuts', 'washers']),
  query('$in', sets, ({ _ }) => ({ tags: _.in(['bag', 'none']) }), ['xyz']),
  query('$in', products, ({ _ }) => ({ sku: _.in([/^xyz4/, 'Abc789']) }), ['102', '104']),
  query('$nin', priced, ({ _ }) => ({ price: _.nin([1.99, 0.99]) }), ['4', '5']),
  query('$nin', sets, ({ _ }) => ({ tags: _.nin(['appliance']) }), ['efg']),
  query('$and', priced, ({ _ }) => _.and([{ price: _.neq(1.99) }, { price: _.exists(true) }]), ['2', '5']),
  query('$and', priced, ({ _ }) => ({ qty: _.gt(5).and(_.lt(21)) }), ['3']),
  query('$or', priced, ({ _ }) => _.or([{ qty: _.lt(20) }, { price: 10 }]), ['2', '3', '5']),
  query('$nor', priced, ({ _ }) => _.nor([{ price: 1.99 }, { sale: true }]), ['2', '5']),
  query('$not', priced, ({ _ }) => ({ price: _.not(_.gt(1.0)) }), ['2', '4', '5']),
  query('$exists', priced, ({ _ }) => ({ price: _.exists(true) }), ['1', '2', '3', '5']),
  query('$exists', priced, ({ _ }) => ({ sale: _.exists(false) }), ['3', '5']),
  query('$size', sets, ({ _ }) => ({ tags: _.size(2) }), ['efg']),
  query('$all', sets, ({ _ }) => ({ tags: _.all(['appliance', 'school', 'book']) }), ['abc', 'xyz']),
  query(
    '$all',
    sets,
    // The SDK encodes no command inside them, so they are written out.
    ({ _ }) => ({
      sizes: _.all([_.elemMatch({ size: 'S', num: { $gt: 100 } }), _.elemMatch({ num: 100, size: 'L' })]),
    }),
    ['efg'],
  ),
  query(
    '$elemMatch',
    [
      { _id: '1', results: [82, 85, 88] },
      { _id: '2', results: [75, 88, 89] },
    ],
    ({ _ }) => ({ results: _.elemMatch({ $gte: 80, $lt: 85 }) }),
    ['1'],
  ),
  query('$elemMatch', sets, ({ _ }) => ({ sizes: _.elemMatch({ size: 'S', num: _.gte(100) }) }), ['abc', 'efg']),
  query(
    '$mod',
    [
      { _id: '1', qty: 0 },
      { _id: '2', qty: 5 },
      { _id: '3', qty: 12 },
    ],
    ({ _ }) => ({ qty: _.mod([4, 0]) }),
    ['1', '3'],
  ),
  query('$regex', products, () => ({ sku: /789$/ }), ['101', '103', '104']),
  query('$options', products, () => ({ sku: /^abc/i }), ['100', '101', '104']),
  query('$options', products, ({ db }) => ({ description: db.RegExp({ regexp: '^S', options: 'm' }) }), [
    '100',
    '101',
    '104',
  ]),
  query('$options', products, ({ db }) => ({ description: db.RegExp({ regexp: 'm.*line', options: 'is' }) }), [
    '102',
    '103',
  ]),
  query(
    '$expr',
    [
      { _id: '1', category: 'food', budget: 400, spent: 450 },
      { _id: '2', category: 'drinks', budget: 100, spent: 150 },
      { _id: '3', category: 'clothes', budget: 100, spent: 50 },
    ],
    ({ _, $ }) => _.expr($.gt(['$spent', '$budget'])),
    ['1', '2'],
  ),
].map((one) => (one.of === 'query $options' ? { ...one, source: one.source.replace('options', 'regex') } : one))

const PROJECTION = 'https://www.mongodb.com/docs/manual/reference/operator/projection'

/** A field of what is read: by `field()`, not by `where()`. */
export const projections: Case[] = [
  {
    of: 'projection $slice',
    source: `${PROJECTION}/slice/`,
    documents: [{ _id: '1', title: 'Bagels', comments: ['0. true', '1. croissants', '2. bread', '3. butter'] }],
    ask: async ({ things, _ }) => (await things.field({ title: true, comments: _.project.slice(2) }).get()).data,
    answer: [{ _id: '1', title: 'Bagels', comments: ['0. true', '1. croissants'] }],
  },
  {
    of: 'projection $slice',
    source: `${PROJECTION}/slice/`,
    documents: [{ _id: '1', comments: ['a', 'b', 'c', 'd'] }],
    ask: async ({ things, _ }) => (await things.field({ comments: _.project.slice([1, 2]) }).get()).data,
    answer: [{ _id: '1', comments: ['b', 'c'] }],
  },
  {
    of: 'projection $elemMatch',
    source: `${PROJECTION}/elemMatch/`,
    documents: [
      {
        _id: '1',
        zip: '63109',
        students: [
          { name: 'john', school: 102 },
          { name: 'jess', school: 102 },
        ],
      },
      { _id: '2', zip: '63109', students: [{ name: 'ajax', school: 100 }] },
    ],
    ask: async ({ things, _ }) =>
      (
        await things
          .where({ zip: '63109' })
          .orderBy('_id', 'asc')
          .field({ students: _.project.elemMatch({ school: 102 }) })
          .get()
      ).data,
    answer: [{ _id: '1', students: [{ name: 'john', school: 102 }] }, { _id: '2' }],
  },
]
