/** The protocol's actions and who answers them. What is not here is refused, never half-done. */
import type { Body, Database } from '../database'
import type { CloudFiles } from '../files/cloud-files'
import type { Pool } from '../functions/pool'
import { abortTransaction } from './abort-transaction'
import { addCollection } from './add-collection'
import { aggregateDocuments } from './aggregate-documents'
import { batchDeleteFile } from './batch-delete-file'
import { batchGetDownloadUrl } from './batch-get-download-url'
import { calculateDocument } from './calculate-document'
import { commitTransaction } from './commit-transaction'
import { getDocument } from './get-document'
import { getUploadMetadata } from './get-upload-metadata'
import { insertDocument } from './insert-document'
import { invokeFunction } from './invoke-function'
import { modifyDocument } from './modify-document'
import { removeDocument } from './remove-document'
import { startTransaction } from './start-transaction'

export interface Services {
  database: Database
  pool: Pool
  files: CloudFiles
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
  'storage.getUploadMetadata': ({ files }, body) => getUploadMetadata(files, body),
  'storage.batchGetDownloadUrl': ({ files, database }, body) => batchGetDownloadUrl(files, database.limits, body),
  'storage.batchDeleteFile': ({ files, database }, body) => batchDeleteFile(files, database.limits, body),
}
