import type { Database } from '../database'

export function startTransaction({ transactions }: Database) {
  return { transactionId: transactions.start() }
}
