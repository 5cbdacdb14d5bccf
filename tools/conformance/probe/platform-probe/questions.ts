/** The open questions, each asked by itself of empty collections. */

export interface Asked {
  答: string
  /** What came back, word by word. */
  原样: unknown
}

export interface Question {
  id: string
  question: string
  ask(on: On): Promise<Asked>
}

interface On {
  db: Database
  things: Collection
  unique: Collection
  _: { inc(n: number): unknown }
}
export interface Database {
  collection(name: string): Collection
  createCollection(name: string): Promise<unknown>
  startTransaction(): Promise<Transaction>
  command: On['_']
}
interface Transaction {
  collection(name: string): Collection
  commit(): Promise<unknown>
  rollback(reason: unknown): Promise<unknown>
}
interface Collection {
  add(doc: { data: object }): Promise<unknown>
  doc(id: string): {
    get(): Promise<{ data: object | null }>
    update(change: { data: object }): Promise<{ stats: { updated: number } }>
  }
  where(query: object): { remove(): Promise<unknown> }
  limit(n: number): { get(): Promise<{ data: object[] }> }
  count(): Promise<{ total: number }>
  aggregate(): Pipeline
}
interface Pipeline {
  limit(n: number): Pipeline
  sort(order: object): Pipeline
  end(): Promise<{ list: object[] }>
}

const MANY = Array.from({ length: 120 }, (_, n) => ({ _id: `probe-${String(n).padStart(3, '0')}`, n }))

export const questions: readonly Question[] = [
  {
    id: 'bundledSdk',
    question: '平台接受打包在函数里的 wx-server-sdk 吗？',
    // That this is answered is the answer.
    ask: async ({ things }) => ({ 答: '可以：打包在函数里的 SDK 能用。', 原样: await things.count() }),
  },
  {
    id: 'conflict',
    question: '事务开始后，文档被别人改了：冲突在写入时报，还是在提交时报？',
    async ask({ db, things }) {
      await things.add({ data: { _id: 'probe-a', n: 1 } })
      const transaction = await db.startTransaction()
      await transaction.collection('conformance_things').doc('probe-a').get()
      await things.doc('probe-a').update({ data: { n: 2 } })
      const writing = await outcome(
        transaction
          .collection('conformance_things')
          .doc('probe-a')
          .update({ data: { n: 3 } }),
      )
      const commit = await outcome(transaction.commit())
      if (writing.error) return { 答: '提交前发现：在那一次写入时就报错。', 原样: { writing, commit } }
      return { 答: commit.error ? '提交时才报错。' : '没有报错，后写的盖过先写的。', 原样: { writing, commit } }
    },
  },
  {
    id: 'conflictOfTwo',
    question: '两个事务写同一条文档：谁报错，什么时候？',
    async ask({ db, things }) {
      await things.add({ data: { _id: 'probe-a', n: 1 } })
      const [first, second] = [await db.startTransaction(), await db.startTransaction()]
      const write = (transaction: Transaction, n: number) =>
        outcome(transaction.collection('conformance_things').doc('probe-a').update({ data: { n } }))
      const writings = [await write(first, 2), await write(second, 3)]
      const commits = [await outcome(first.commit()), await outcome(second.commit())]
      const 原样 = { writings, commits }
      if (writings[1]!.error) return { 答: '后写的事务在写入时就报错。', 原样 }
      return { 答: commits[1]!.error ? '后写的事务在提交时报错。' : '都没有报错。', 原样 }
    },
  },
  {
    id: 'lockedDocument',
    question: '事务写过、还没提交的文档，普通更新会等吗？',
    async ask({ db, things, _ }) {
      await things.add({ data: { _id: 'probe-a', n: 1 } })
      const transaction = await db.startTransaction()
      await transaction
        .collection('conformance_things')
        .doc('probe-a')
        .update({ data: { n: 10 } })
      const order: string[] = []
      const plain = outcome(things.doc('probe-a').update({ data: { n: _.inc(1) } })).then((done) => {
        order.push('plain')
        return done
      })
      await new Promise((resolve) => setTimeout(resolve, 300))
      order.push('commit')
      const commit = await outcome(transaction.commit())
      const 原样 = { plain: await plain, commit, order, after: await things.doc('probe-a').get() }
      if (原样.plain.error) return { 答: '普通更新报错。', 原样 }
      return { 答: order[0] === 'commit' ? '普通更新等事务结束后才写入。' : '普通更新没有等。', 原样 }
    },
  },
  {
    id: 'nothingChanged',
    question: '更新的值和原来一样时，updated 是 0 还是 1？',
    async ask({ things }) {
      await things.add({ data: { _id: 'probe-a', n: 5 } })
      const answer = await things.doc('probe-a').update({ data: { n: 5 } })
      return { 答: `updated 是 ${answer.stats.updated}。`, 原样: answer }
    },
  },
  {
    id: 'severalAtOnce',
    question: 'add 能一次添加多条吗？',
    async ask({ things }) {
      const added = await outcome(things.add({ data: MANY.slice(0, 3) }))
      const { total } = await things.count()
      return { 答: total === 3 ? '可以一次添加多条。' : `不行：写入了 ${total} 条。`, 原样: { added, total } }
    },
  },
  {
    id: 'duplicateInSeveral',
    question: '一次添加多条，其中一条编号重复：前面的写入了吗？',
    async ask({ things }) {
      await things.add({ data: MANY[1]! })
      const added = await outcome(things.add({ data: MANY.slice(0, 3) }))
      const written = (await things.count()).total - 1
      return {
        答: written === 0 ? '遇到重复，一条也没有写入。' : `遇到重复，仍写入了 ${written} 条。`,
        原样: { added, written },
      }
    },
  },
  {
    id: 'mostRows',
    question: '函数里一次 get 最多读几条：100，还是更多？',
    async ask(on) {
      await fill(on.things)
      const { length } = (await on.things.limit(1000).get()).data
      return { 答: length === 120 ? '一次能读 120 条（不限于 100）。' : `一次只读到 ${length} 条。`, 原样: { length } }
    },
  },
  {
    id: 'aggregateDefault',
    question: '聚合不写 limit 时给几条？',
    async ask({ things }) {
      await fill(things)
      const without = (await things.aggregate().sort({ _id: 1 }).end()).list.length
      const limited = (await things.aggregate().limit(110).end()).list.length
      return { 答: `不写 limit 时，聚合给 ${without} 条；写了 limit，给 ${limited} 条。`, 原样: { without, limited } }
    },
  },
  {
    id: 'emptyUpdate',
    question: '更新里全是 undefined（发出去是 data:"{}"）：报错吗，文档变了吗？',
    async ask({ things }) {
      await things.add({ data: { _id: 'probe-a', n: 5 } })
      const updated = await outcome(things.doc('probe-a').update({ data: { u: undefined } }))
      const after = (await things.doc('probe-a').get()).data
      const same = JSON.stringify(after) === '{"_id":"probe-a","n":5}'
      return { 答: `${updated.error ? '报错' : '不报错'}，文档${same ? '没有变' : '变了'}。`, 原样: { updated, after } }
    },
  },
  {
    id: 'duplicateId',
    question: '编号（_id）重复：报什么错？',
    async ask({ things }) {
      await things.add({ data: { _id: 'probe-a', n: 1 } })
      const again = await outcome(things.add({ data: { _id: 'probe-a', n: 2 } }))
      return { 答: again.error ? '报错，编号相同的第二条没有写入。' : '没有报错。', 原样: again }
    },
  },
  twice('duplicateValue', '唯一索引上的值重复：报什么错？', '', { k: 1 }, { k: 1 }),
  twice('missingValue', '唯一索引的字段两条都没有：算重复吗？', '两条都没有这个字段：', {}, {}),
  twice(
    'nullValue',
    '唯一索引：一条没有这个字段，一条是 null，算重复吗？',
    '一条没有这个字段，一条是 null：',
    {},
    { k: null },
  ),
]

/** Of conformance_unique. Its index is made in the console, so that it is there is asked too. */
function twice(id: string, question: string, what: string, first: object, second: object): Question {
  return {
    id,
    question,
    async ask({ unique }) {
      await unique.add({ data: { _id: 'probe-1', ...first } })
      const again = await outcome(unique.add({ data: { _id: 'probe-2', ...second } }))
      if (again.error) return { 答: what ? `${what}第二条报错，没有写入。` : '报错，第二条没有写入。', 原样: again }
      if (id === 'duplicateValue')
        return { 答: '两条都写入了：conformance_unique 没有 k 的唯一索引，请先建。', 原样: again }
      return { 答: `${what}两条都写入了。`, 原样: again }
    },
  }
}

async function fill(things: Collection): Promise<void> {
  for (let at = 0; at < MANY.length; at += 40) await things.add({ data: MANY.slice(at, at + 40) })
}

interface Outcome {
  error: null | { errCode?: unknown; code?: unknown; errMsg?: unknown; message?: unknown; name: string }
  answer?: unknown
}

async function outcome(work: Promise<unknown>): Promise<Outcome> {
  try {
    return { error: null, answer: await work }
  } catch (error) {
    const { errCode, code, errMsg, message, name } = error as NonNullable<Outcome['error']>
    return { error: { name, errCode, code, errMsg, message } }
  }
}
