/**
 * What is not on the local cloud's lists is refused with a code, wherever it stands: each of MongoDB's names, each action
 * and each field that the wire could carry.
 */
import {
  accumulatorNames,
  expressionNames,
  projectionOperators,
  queryOperators,
  stageNames,
  updateOperators,
} from '../local-cloud/mongo/context'
import { operations } from '../local-cloud/operations'
import { wireFields } from '../local-cloud/wire-fields'
import { mongodbNames } from './mongodb-names'
import { type Body, type Said, say } from './wire'

export type Position = keyof typeof mongodbNames

export const allowed: Readonly<Record<Position, ReadonlySet<string>>> = {
  query: queryOperators,
  projection: projectionOperators,
  update: updateOperators,
  stage: stageNames,
  accumulator: accumulatorNames,
  expression: expressionNames,
}

/** MongoDB's names that the local cloud does not have, by position. */
export const unlisted = Object.fromEntries(
  (Object.keys(mongodbNames) as Position[]).map((position) => [
    position,
    mongodbNames[position].filter((name) => !allowed[position].has(name)),
  ]),
) as Record<Position, string[]>

/** The requests that each name could come in; `things` holds a document that they meet. */
const requests: Readonly<Record<Position, (name: string) => Body[]>> = {
  query: (name) =>
    [
      { n: { [name]: 1 } },
      { [name]: [{ n: 1 }] },
      { n: { $not: { [name]: 1 } } },
      { list: { $elemMatch: { [name]: 1 } } },
    ]
      .concat([{ $or: [{ n: { [name]: 1 } }] }, { list: { $all: [{ $elemMatch: { [name]: 1 } }] } }] as never[])
      .flatMap((query) => [
        get({ query }),
        aggregate('$match', query),
        aggregate('$lookup', { from: 'things', pipeline: [{ $match: query }], as: 'x' }),
      ])
      .concat(modify({ $pull: { list: { [name]: 1 } } })),
  projection: (name) => [get({ projection: { list: { [name]: 1 } } })],
  update: (name) => [
    modify({ [name]: { n: 1 } }),
    ...(MODIFIERS.includes(name) ? [] : [modify({ $push: { list: { $each: [1], [name]: 1 } } })]),
  ],
  stage: (name) => [aggregate(name, {}), aggregate('$lookup', { from: 'things', pipeline: [{ [name]: {} }], as: 'x' })],
  accumulator: (name) => [
    aggregate('$group', { _id: null, x: { [name]: '$n' } }),
    aggregate('$bucket', { groupBy: '$n', boundaries: [0, 9], output: { x: { [name]: '$n' } } }),
    aggregate('$bucketAuto', { groupBy: '$n', buckets: 1, output: { x: { [name]: '$n' } } }),
  ],
  expression: (name) => {
    const value = { [name]: '$n' }
    return [
      aggregate('$project', { x: value }),
      aggregate('$addFields', { x: { $cond: [true, value, 0] } }),
      aggregate('$group', { _id: value }),
      aggregate('$group', { _id: null, x: { $sum: value } }),
      aggregate('$bucket', { groupBy: value, boundaries: [0, 9] }),
      aggregate('$bucketAuto', { groupBy: value, buckets: 1 }),
      aggregate('$sortByCount', value),
      aggregate('$replaceRoot', { newRoot: value }),
      aggregate('$match', { $expr: value }),
      get({ query: { $expr: value } }),
      get({ query: { $and: [{ $expr: value }] } }),
      aggregate('$lookup', { from: 'things', let: { v: value }, pipeline: [], as: 'x' }),
      aggregate('$lookup', { from: 'things', pipeline: [{ $project: { x: value } }], as: 'x' }),
    ]
  },
}

/** They have their place: inside $push. */
const MODIFIERS = ['$each', '$position', '$sort', '$slice']

export interface Asked {
  requests: number
  /** Those that were done, or refused by accident. */
  taken: string[]
}

export async function askUnlisted(url: string, position: Position): Promise<Asked> {
  const bodies = unlisted[position].flatMap((name) => requests[position](name).map((body) => ({ name, body })))
  return askAll(
    url,
    bodies.map(({ name, body }) => ({ what: `${position} ${name}: ${JSON.stringify(body)}`, body })),
    isRefusal,
  )
}

/** Actions that the SDK or the platform knows and the local cloud does not; and nonsense. */
const strangeActions = [
  ...['database.modifyAndReturnDoc', 'database.getInTransaction', 'database.updateDocInTransaction'],
  ...['database.deleteDocInTransaction', 'database.updateDocument', 'database.addDocument', 'database.deleteDocument'],
  ...['database.listCollections', 'database.dropCollection', 'database.getmore', 'database.watch', 'database.distinct'],
  ...['storage.batchCopyFile', 'storage.getFileAuthority', 'storage.uploadFile', 'storage.downloadFile'],
  ...['functions.createFunction', 'functions.getFunction', 'auth.getUserInfoForAdmin', 'auth.wsWebSign'],
  ...[
    'wx.api',
    'wx.wxPayApi',
    'wx.wxCallContainerApi',
    'wx.openApi',
    '',
    'getDocument',
    'constructor',
    '__proto__',
    'undefined',
  ],
]

export function askActions(url: string): Promise<Asked> {
  const bodies = strangeActions.map((action) => ({
    what: `the action ${action}`,
    body: { action, collectionName: 'things' },
  }))
  return askAll(url, bodies, ({ code }) => code === 'INVALID_ACTION')
}

export function askFields(url: string): Promise<Asked> {
  const everyField = [
    ...new Set(Object.values(wireFields).flat()),
    'collation',
    'hint',
    'maxTimeMS',
    'readConcern',
    'session',
  ]
  const bodies = Object.keys(operations).flatMap((action) =>
    everyField
      .filter((field) => !wireFields[action]?.includes(field))
      .map((field) => ({
        what: `the field ${field} of ${action}`,
        body: { action, collectionName: 'things', [field]: 1 },
      })),
  )
  return askAll(
    url,
    bodies,
    ({ code, message }) => code === 'INVALID_PARAM' && /does not know the field/.test(message ?? ''),
  )
}

async function askAll(
  url: string,
  bodies: { what: string; body: Body }[],
  isRight: (said: Said) => boolean,
): Promise<Asked> {
  const taken: string[] = []
  for (const { what, body } of bodies) {
    const said = await say(url, body)
    if (!isRight(said)) taken.push(`${what} → ${JSON.stringify(said).slice(0, 300)}`)
  }
  return { requests: bodies.length, taken }
}

/** A name that is not on a list is called by name; in some places another rule refuses it first. */
function isRefusal({ code }: Said): boolean {
  return code === 'DATABASE_INVALID_OPERRATOR'
}

function get(fields: { query?: object; projection?: object }): Body {
  return {
    action: 'database.getDocument',
    collectionName: 'things',
    queryType: 'WHERE',
    ...Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, JSON.stringify(value)])),
  }
}

function modify(data: object): Body {
  return {
    action: 'database.modifyDocument',
    collectionName: 'things',
    queryType: 'DOC',
    query: '{"_id":"a"}',
    multi: false,
    merge: true,
    upsert: false,
    data: JSON.stringify(data),
  }
}

function aggregate(stageKey: string, stage: object): Body {
  return {
    action: 'database.aggregateDocuments',
    collectionName: 'things',
    stages: [{ stageKey, stageValue: JSON.stringify(stage) }],
  }
}
