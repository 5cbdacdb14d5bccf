/** The manual's examples of each stage we allow. */
import { type Case, stage } from '../case'

const scores = [
  { _id: '1', student: 'Maya', homework: [10, 5, 10], quiz: [10, 8] },
  { _id: '2', student: 'Ryan', homework: [5, 6, 5], quiz: [8, 8] },
]
const artists = [
  { _id: '1', last: 'Bernard', born: 1868 },
  { _id: '2', last: 'Rippl-Ronai', born: 1861 },
  { _id: '3', last: 'Ostroumova', born: 1871 },
  { _id: '4', last: 'Van Gogh', born: 1853 },
  { _id: '5', last: 'Maurer', born: 1868 },
  { _id: '6', last: 'Munch', born: 1863 },
]
const sales = [
  { _id: '1', item: 'abc', price: 10, quantity: 2 },
  { _id: '2', item: 'jkl', price: 20, quantity: 1 },
  { _id: '3', item: 'xyz', price: 5, quantity: 10 },
  { _id: '4', item: 'abc', price: 5, quantity: 10 },
]
const marks = [
  { _id: '1', score: 88 },
  { _id: '2', score: 92 },
  { _id: '3', score: 97 },
  { _id: '4', score: 71 },
  { _id: '5', score: 79 },
  { _id: '6', score: 83 },
]
const clothing = [
  { _id: '1', item: 'Shirt', sizes: ['S', 'M'] },
  { _id: '2', item: 'Shorts', sizes: [] },
  { _id: '3', item: 'Hat', sizes: 'M' },
  { _id: '4', item: 'Gloves' },
  { _id: '5', item: 'Scarf', sizes: null },
]
const orders = [{ _id: '1', item: 'almonds', quantity: 2 }, { _id: '2', item: 'pecans', quantity: 1 }, { _id: '3' }]
const stored = [
  { _id: '1', sku: 'almonds', instock: 120 },
  { _id: '2', sku: 'bread', instock: 80 },
  { _id: '4', sku: 'pecans', instock: 70 },
  { _id: '5', sku: null },
  { _id: '6' },
]
const art = [
  { _id: '1', price: 199, year: 1926, tags: ['painting', 'satire'] },
  { _id: '2', price: 280, year: 1902, tags: ['woodcut', 'painting'] },
  { _id: '3', price: 76, tags: ['oil'] },
  { _id: '4', price: 167, year: 1929, tags: ['painting'] },
]

export const stages: Case[] = [
  stage(
    '$addFields',
    scores,
    (of, { $ }) =>
      of
        .addFields({ total: $.sum('$homework') })
        .addFields({ doubled: $.add(['$total', '$total']) })
        .sort({ _id: 1 }),
    [
      { ...scores[0]!, total: 25, doubled: 50 },
      { ...scores[1]!, total: 16, doubled: 32 },
    ],
  ),
  stage(
    '$bucket',
    artists,
    (of, { $ }) =>
      of.bucket({
        groupBy: '$born',
        boundaries: [1840, 1850, 1860, 1870, 1880],
        default: 'Other',
        output: { count: $.sum(1), names: $.push('$last') },
      }),
    [
      { _id: 1850, count: 1, names: ['Van Gogh'] },
      { _id: 1860, count: 4, names: ['Bernard', 'Rippl-Ronai', 'Maurer', 'Munch'] },
      { _id: 1870, count: 1, names: ['Ostroumova'] },
    ],
  ),
  stage('$bucket', art, (of) => of.bucket({ groupBy: '$price', boundaries: [0, 200], default: 'Other' }), [
    { _id: 0, count: 3 },
    { _id: 'Other', count: 1 },
  ]),
  stage(
    '$bucketAuto',
    [199.99, 280, 76.04, 167.3, 483, 385, 159, 118.42].map((price, n) => ({ _id: `${n}`, price })),
    (of) => of.bucketAuto({ groupBy: '$price', buckets: 4 }),
    [
      { _id: { min: 76.04, max: 159 }, count: 2 },
      { _id: { min: 159, max: 199.99 }, count: 2 },
      { _id: { min: 199.99, max: 385 }, count: 2 },
      { _id: { min: 385, max: 483 }, count: 2 },
    ],
  ),
  stage('$count', marks, (of, { _ }) => of.match({ score: _.gt(80) }).count('passing'), [{ passing: 4 }]),
  stage('$count', marks, (of, { _ }) => of.match({ score: _.gt(800) }).count('passing'), []),
  stage(
    '$group',
    sales,
    (of, { $ }) => of.group({ _id: '$item', total: $.sum($.multiply(['$price', '$quantity'])) }).sort({ _id: 1 }),
    [
      { _id: 'abc', total: 70 },
      { _id: 'jkl', total: 20 },
      { _id: 'xyz', total: 50 },
    ],
  ),
  stage('$group', sales, (of, { $ }) => of.group({ _id: null, average: $.avg('$quantity'), count: $.sum(1) }), [
    { _id: null, average: 5.75, count: 4 },
  ]),
  stage(
    '$group',
    [{ _id: '1', k: null }, { _id: '2' }, { _id: '3', k: 0 }],
    (of, { $ }) => of.group({ _id: '$k', count: $.sum(1) }).sort({ _id: 1 }),
    [
      { _id: null, count: 2 },
      { _id: 0, count: 1 },
    ],
  ),
  stage('$limit', marks, (of) => of.sort({ _id: 1 }).limit(2), marks.slice(0, 2)),
  stage(
    '$lookup',
    orders,
    (of, { names }) =>
      of.lookup({ from: names.others, localField: 'item', foreignField: 'sku', as: 'docs' }).sort({ _id: 1 }),
    [
      { ...orders[0]!, docs: [stored[0]!] },
      { ...orders[1]!, docs: [stored[2]!] },
      { ...orders[2]!, docs: [stored[3]!, stored[4]!] },
    ],
    stored,
  ),
  stage(
    '$lookup',
    [{ _id: '1', enrolled: ['giraffe2', 'artie'] }],
    (of, { names }) =>
      of
        .lookup({ from: names.others, localField: 'enrolled', foreignField: 'name', as: 'info' })
        .unwind('$info')
        .sort({ 'info._id': 1 }),
    [
      { _id: '1', enrolled: ['giraffe2', 'artie'], info: { _id: 'a', name: 'artie' } },
      { _id: '1', enrolled: ['giraffe2', 'artie'], info: { _id: 'g', name: 'giraffe2' } },
    ],
    [
      { _id: 'a', name: 'artie' },
      { _id: 'g', name: 'giraffe2' },
      { _id: 'p', name: 'panda' },
    ],
  ),
  stage(
    '$lookup',
    orders.slice(0, 2),
    (of, { names, $ }) =>
      of
        .lookup({
          from: names.others,
          let: { item: '$item', ordered: '$quantity' },
          pipeline: [
            { $match: { $expr: $.and([$.eq(['$sku', '$$item']), $.gte(['$instock', '$$ordered'])]) } },
            { $project: { _id: 0, instock: 1 } },
          ],
          as: 'stock',
        })
        .sort({ _id: 1 }),
    [
      { ...orders[0]!, stock: [{ instock: 120 }] },
      { ...orders[1]!, stock: [{ instock: 70 }] },
    ],
    stored,
  ),
  stage('$match', marks, (of, { _ }) => of.match({ score: _.gt(70).and(_.lt(90)) }).sort({ _id: 1 }), [
    marks[0]!,
    marks[3]!,
    marks[4]!,
    marks[5]!,
  ]),
  stage(
    '$project',
    [{ _id: '1', title: 'abc123', isbn: '0001122223334', author: { last: 'zzz', first: 'aaa' } }],
    (of) => of.project({ title: 1, 'author.last': 1 }),
    [{ _id: '1', title: 'abc123', author: { last: 'zzz' } }],
  ),
  stage(
    '$project',
    [{ _id: '1', title: 'abc123', isbn: '0001122223334', author: { last: 'zzz', first: 'aaa' } }],
    (of) => of.project({ _id: 0, isbn: 0, 'author.first': 0 }),
    [{ title: 'abc123', author: { last: 'zzz' } }],
  ),
  stage(
    '$project',
    [{ _id: '1', isbn: '0001122223334' }],
    (of, { $ }) => of.project({ _id: 0, prefix: $.substr(['$isbn', 0, 3]), list: ['$isbn', '$none'] }),
    [{ prefix: '000', list: ['0001122223334', null] }],
  ),
  stage(
    '$replaceRoot',
    [
      { _id: '1', name: 'Arlene', pets: { dogs: 2, cats: 1 } },
      { _id: '2', name: 'Sam', pets: { cats: 1 } },
    ],
    (of) => of.sort({ _id: 1 }).replaceRoot({ newRoot: '$pets' }),
    [{ dogs: 2, cats: 1 }, { cats: 1 }],
  ),
  {
    ...stage('$sample', marks, (of) => of.sample({ size: 3 }), []),
    // Which three, chance decides, and one may come twice.
    ask: async ({ things }) => {
      const { list } = await things.aggregate().sample({ size: 3 }).end()
      return [list.length, list.every(({ _id }) => marks.some((one) => one._id === _id))]
    },
    answer: [3, true],
  },
  stage('$skip', marks, (of) => of.sort({ _id: 1 }).skip(5), [marks[5]!]),
  stage('$sort', sales, (of) => of.sort({ item: 1, price: -1, _id: 1 }).project({ _id: 1 }), [
    { _id: '1' },
    { _id: '4' },
    { _id: '2' },
    { _id: '3' },
  ]),
  stage(
    '$sort',
    [
      { _id: 'text', k: 'a' },
      { _id: 'date', k: new Date(0) },
      { _id: 'number', k: 5 },
      { _id: 'truth', k: true },
      { _id: 'missing' },
      { _id: 'object', k: { a: 1 } },
    ],
    (of) => of.sort({ k: 1 }).project({ _id: 1 }),
    [{ _id: 'missing' }, { _id: 'number' }, { _id: 'text' }, { _id: 'object' }, { _id: 'truth' }, { _id: 'date' }],
  ),
  stage(
    '$sortByCount',
    art,
    (of) =>
      of
        .unwind('$tags')
        .match({ tags: /^[ops]/ })
        .sortByCount('$tags')
        .limit(1),
    [{ _id: 'painting', count: 3 }],
  ),
  stage('$unwind', clothing, (of) => of.unwind('$sizes').sort({ _id: 1, sizes: -1 }), [
    { _id: '1', item: 'Shirt', sizes: 'S' },
    { _id: '1', item: 'Shirt', sizes: 'M' },
    { _id: '3', item: 'Hat', sizes: 'M' },
  ]),
  stage(
    '$unwind',
    clothing,
    (of) =>
      of.unwind({ path: '$sizes', preserveNullAndEmptyArrays: true, includeArrayIndex: 'at' }).sort({ _id: 1, at: 1 }),
    [
      { _id: '1', item: 'Shirt', sizes: 'S', at: 0 },
      { _id: '1', item: 'Shirt', sizes: 'M', at: 1 },
      { _id: '2', item: 'Shorts', at: null },
      { _id: '3', item: 'Hat', sizes: 'M', at: null },
      { _id: '4', item: 'Gloves', at: null },
      { _id: '5', item: 'Scarf', sizes: null, at: null },
    ],
  ),
]
