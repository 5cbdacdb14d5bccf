/** `aggregate()…end()`: 20 rows where no limit is given, and never inside a transaction (the SDK sends no id). */
import { type Body, collectionOf, type Database, findAll } from '../database'
import { type Doc, fromWire, isPlainObject, toStore } from '../ejson'
import { runPipeline, type Stage } from '../mongo/aggregate'
import { invalid, Refusal } from '../refusal'

export function aggregateDocuments(database: Database, body: Body) {
  const { limits } = database
  const stages = stagesOf(body.stages)
  const [first] = stages
  const matched = first?.name === '$match' && isPlainObject(first.value) ? first.value : null
  const docs = documentsOf(database, collectionOf(body), matched ?? {})
  const rows = runPipeline(docs, matched ? stages.slice(1) : stages, (name) => documentsOf(database, name, {}))
  const most = stages.some(({ name }) => name === '$limit') ? limits.aggregateRowsWithLimit : limits.aggregateRows
  const list = rows.slice(0, most).map(toStore)
  if (list.reduce((bytes, text) => bytes + Buffer.byteLength(text), 0) > limits.databaseAnswerBytes)
    throw new Refusal('DATABASE_QUERY_SIZE_EXCEED_LIMIT', 'the answer is larger than the database may give')
  return { data: { list } }
}

function documentsOf(database: Database, coll: string, query: Doc): Doc[] {
  return findAll(database, coll, query).map(({ doc }) => doc)
}

function stagesOf(stages: unknown): Stage[] {
  if (!Array.isArray(stages)) throw invalid('stages must be a list')
  const now = Date.now()
  return stages.map(({ stageKey, stageValue }) => ({
    name: String(stageKey),
    value: fromWire(String(stageValue), now),
  }))
}
