/** Harmless where the transaction has ended already: the SDK aborts once more after a conflict. */
import { type Body, type Database, transactionOf } from '../database'
import { invalid } from '../refusal'

export function abortTransaction({ transactions }: Database, body: Body) {
  const id = transactionOf(body)
  if (id === undefined) throw invalid('transactionId is missing')
  transactions.abort(id)
  return {}
}
