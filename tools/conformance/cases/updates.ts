/** The manual's examples of each update operator we allow, on one document. */
import { type Case, update } from '../case'

const product = {
  quantity: 500,
  details: { model: '2600', make: 'Fashionaires' },
  tags: ['hats'],
  ratings: [{ by: 'Customer007', rating: 4 }],
}

export const updates: Case[] = [
  update('$set', product, () => ({ quantity: 400, 'details.make': 'Kustom Kidz' }), {
    ...product,
    quantity: 400,
    details: { model: '2600', make: 'Kustom Kidz' },
  }),
  update('$set', product, () => ({ 'tags.1': 'rain gear', 'ratings.0.rating': 2 }), {
    ...product,
    tags: ['hats', 'rain gear'],
    ratings: [{ by: 'Customer007', rating: 2 }],
  }),
  update('$set', product, ({ _ }) => ({ details: _.set({ size: 'M' }) }), { ...product, details: { size: 'M' } }),
  update('$unset', product, ({ _ }) => ({ quantity: _.remove(), 'details.model': _.remove(), none: _.remove() }), {
    details: { make: 'Fashionaires' },
    tags: product.tags,
    ratings: product.ratings,
  }),
  update(
    '$inc',
    { quantity: 10, metrics: { orders: 2, ratings: 3.5 } },
    ({ _ }) => ({ quantity: _.inc(-2), 'metrics.orders': _.inc(1), fresh: _.inc(3) }),
    { quantity: 8, metrics: { orders: 3, ratings: 3.5 }, fresh: 3 },
  ),
  update(
    '$mul',
    { price: 11, quantity: 10 },
    ({ _ }) => ({ price: _.mul(1.25), quantity: _.mul(2), none: _.mul(100) }),
    { price: 13.75, quantity: 20, none: 0 },
  ),
  update('$min', { high: 800, low: 200 }, ({ _ }) => ({ low: _.min(150), high: _.min(900) }), { high: 800, low: 150 }),
  update('$max', { high: 800, low: 200 }, ({ _ }) => ({ high: _.max(950), low: _.max(150) }), { high: 950, low: 200 }),
  update(
    '$max',
    { entered: new Date('2013-10-01T05:00:00Z') },
    ({ _ }) => ({ entered: _.max(new Date('2013-09-30')) }),
    { entered: new Date('2013-10-01T05:00:00Z') },
  ),
  update(
    '$rename',
    { nmae: { first: 'george', last: 'washington' }, age: 5 },
    ({ _ }) => ({ nmae: _.rename('name') }),
    { name: { first: 'george', last: 'washington' }, age: 5 },
  ),
  update(
    '$rename',
    { name: { first: 'george', last: 'washington' } },
    ({ _ }) => ({ 'name.first': _.rename('name.fname') }),
    { name: { last: 'washington', fname: 'george' } },
  ),
  update('$rename', { wife: 'Ann', spouse: 'X' }, ({ _ }) => ({ wife: _.rename('spouse'), none: _.rename('other') }), {
    spouse: 'Ann',
  }),
  update('$push', { scores: [44, 78] }, ({ _ }) => ({ scores: _.push([89]) }), { scores: [44, 78, 89] }),
  update('$push', { scores: [] }, ({ _ }) => ({ scores: _.push([90, 92, 85]) }), { scores: [90, 92, 85] }),
  update('$push', { name: 'joe' }, ({ _ }) => ({ scores: _.push([90]) }), { name: 'joe', scores: [90] }),
  update(
    '$push',
    {
      quizzes: [
        { wk: 1, score: 10 },
        { wk: 2, score: 8 },
        { wk: 3, score: 5 },
        { wk: 4, score: 6 },
      ],
    },
    ({ _ }) => ({
      quizzes: _.push({
        each: [
          { wk: 5, score: 8 },
          { wk: 6, score: 7 },
          { wk: 7, score: 6 },
        ],
        sort: { score: -1 },
        slice: 3,
      }),
    }),
    {
      quizzes: [
        { wk: 1, score: 10 },
        { wk: 2, score: 8 },
        { wk: 5, score: 8 },
      ],
    },
  ),
  update('$push', { scores: [100] }, ({ _ }) => ({ scores: _.unshift([50, 60, 70]) }), { scores: [50, 60, 70, 100] }),
  update('$push', { scores: [50, 60, 70, 100] }, ({ _ }) => ({ scores: _.push({ each: [20, 30], position: 2 }) }), {
    scores: [50, 60, 20, 30, 70, 100],
  }),
  update('$push', { scores: [40, 50, 60] }, ({ _ }) => ({ scores: _.push({ each: [80, 78, 86], slice: -5 }) }), {
    scores: [50, 60, 80, 78, 86],
  }),
  update('$push', { tests: [89, 70, 89, 50] }, ({ _ }) => ({ tests: _.push({ each: [40, 60], sort: 1 }) }), {
    tests: [40, 50, 60, 70, 89, 89],
  }),
  update('$pop', { scores: [8, 9, 10] }, ({ _ }) => ({ scores: _.shift() }), { scores: [9, 10] }),
  update('$pop', { scores: [9, 10] }, ({ _ }) => ({ scores: _.pop() }), { scores: [9] }),
  update('$pull', { votes: [3, 5, 6, 7, 7, 8] }, ({ _ }) => ({ votes: _.pull(_.gte(6)) }), { votes: [3, 5] }),
  update(
    '$pull',
    { fruits: ['apples', 'pears', 'oranges', 'bananas'], vegetables: ['carrots', 'celery'] },
    ({ _ }) => ({ fruits: _.pull(_.in(['apples', 'oranges'])), vegetables: _.pull('carrots') }),
    { fruits: ['pears', 'bananas'], vegetables: ['celery'] },
  ),
  update(
    '$pull',
    {
      results: [
        { item: 'A', score: 5 },
        { item: 'B', score: 8 },
      ],
    },
    ({ _ }) => ({ results: _.pull({ score: 8, item: 'B' }) }),
    { results: [{ item: 'A', score: 5 }] },
  ),
  update('$pullAll', { scores: [0, 2, 5, 5, 1, 0] }, ({ _ }) => ({ scores: _.pullAll([0, 5]) }), { scores: [2, 1] }),
  update('$addToSet', { tags: ['electronics', 'supplies'] }, ({ _ }) => ({ tags: _.addToSet('camera') }), {
    tags: ['electronics', 'supplies', 'camera'],
  }),
  update(
    '$addToSet',
    { tags: ['electronics', 'camera'] },
    ({ _ }) => ({ tags: _.addToSet({ $each: ['camera', 'accessories'] }) }),
    { tags: ['electronics', 'camera', 'accessories'] },
  ),
  update('$bit', { expdata: 13 }, ({ _ }) => ({ expdata: _.bit({ and: 10 }) }), { expdata: 8 }),
  update('$bit', { expdata: 3 }, ({ _ }) => ({ expdata: _.bit({ or: 5 }) }), { expdata: 7 }),
  update('$bit', { expdata: 1 }, ({ _ }) => ({ expdata: _.bit({ xor: 5 }) }), { expdata: 4 }),
]
