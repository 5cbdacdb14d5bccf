/** The protocol's actions and who answers them. What is not here is refused, never half-done. */
import type { Body, Database } from '../database'
import type { Pool } from '../functions/pool'
import { abortTransaction } from './abort-transaction'
import { addCollection } from './add-collection'
import { aggregateDocuments } from './aggregate-documents'
import { calculateDocument } from './calculate-document'
import { commitTransaction } from './commit-transaction'
import { getDocument } from './get-document'
import { insertDocument } from './insert-document'
import { invokeFunction } from './invoke-function'
import { modifyDocument } from './modify-document'
import { removeDocument } from './remove-document'
import { startTransaction } from './start-transaction'

export interface Services {
  database: Database
  pool: Pool
}

type Operation = (services: Services, body: Body) => object | Promise<object>

const onDatabase =
  (operation: (database: Database, body: Body) => object | Promise<object>): Operation =>
  ({ database }, body) =>
    operation(database, body)

export const operations: Readonly<Record<string, Operation>> = {
  'database.getDocument': onDatabase(getDocument),
  'database.calculateDocument': onDatabase(calculateDocument),
  'database.insertDocument': onDatabase(insertDocument),
  'database.modifyDocument': onDatabase(modifyDocument),
  'database.removeDocument': onDatabase(removeDocument),
  'database.aggregateDocuments': onDatabase(aggregateDocuments),
  'database.startTransaction': onDatabase(startTransaction),
  'database.commitTransaction': onDatabase(commitTransaction),
  'database.abortTransaction': onDatabase(abortTransaction),
  'database.addCollection': onDatabase(addCollection),
  'functions.invokeFunction': ({ pool }, body) => invokeFunction(pool, body),
}
