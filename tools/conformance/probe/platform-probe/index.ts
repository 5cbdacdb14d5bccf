/**
 * Asks the real platform what docs/platform.md leaves open, once, in a test environment, and answers in plain words, the
 * local cloud's answer beside each. Not part of the product: `npm run conformance -- --probe` builds it into dist/probe.
 * Collections: `conformance_things`, and `conformance_unique` with a unique index on `k` made in the console. Both must
 * be empty; what it writes there it removes. Never tried on the platform: there was no account.
 */
import cloud from 'wx-server-sdk'
import { locally } from './locally'
import { type Asked, type Database, type Question, questions } from './questions'

cloud.init({ env: cloud.DYNAMIC_CURRENT_ENV as never })

export interface Report {
  报告: string
  回答: Record<string, Asked>
}

export async function main(event: { run?: boolean }): Promise<Report | { 报告: string }> {
  if (event.run !== true) return { 报告: '这个函数只在测试环境里问一次平台。要它问，请用参数 {"run": true} 调用。' }
  const db = cloud.database({ throwOnNotFound: false } as never) as unknown as Database
  const things = db.collection('conformance_things')
  const unique = db.collection('conformance_unique')
  for (const name of ['conformance_things', 'conformance_unique']) await db.createCollection(name).catch(() => {})
  for (const collection of [things, unique])
    if ((await collection.count()).total > 0)
      return { 报告: 'conformance_things 或 conformance_unique 里有数据，没有开始。请先清空。' }

  const 回答: Record<string, Asked> = {}
  const empty = () => Promise.all([things, unique].map((collection) => collection.where({ _id: /^/ }).remove()))
  for (const question of questions) {
    回答[question.id] = await ask(question).catch((error) => ({
      答: `没有问成：${textOf(error)}`,
      原样: textOf(error),
    }))
    await empty()
  }
  return { 报告: lines(回答).join('\n'), 回答 }

  async function ask({ ask }: Question): Promise<Asked> {
    return ask({ db, things, unique, _: db.command })
  }
}

function lines(answers: Record<string, Asked>): string[] {
  return questions.flatMap(({ id, question }) => {
    const { 答, 原样 } = answers[id]!
    const local = locally[id]
    return [
      question,
      `  这里：${答}`,
      `  本地云：${local}${local === 答 ? '' : '  ← 不同'}`,
      `  原样：${JSON.stringify(原样)}`,
    ]
  })
}

function textOf(error: unknown): string {
  const { errMsg, message } = error as { errMsg?: string; message?: string }
  return String(errMsg ?? message ?? error)
}
