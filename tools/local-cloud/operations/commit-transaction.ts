/** Applies the staged writes in one go; whatever fails ends the transaction, so that no lock is left behind. */
import { type Body, type Database, transactionOf } from '../database'
import { invalid } from '../refusal'

export function commitTransaction(database: Database, body: Body) {
  const id = transactionOf(body)
  if (id === undefined) throw invalid('transactionId is missing')
  const removes = [...database.transactions.get(id).staged.values()].some((docs) => [...docs.values()].includes(null))
  database.transactions.commit(id)
  if (removes) database.whenRemoved()
  return {}
}
