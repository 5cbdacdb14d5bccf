/**
 * What a request of each action may carry, as captured from wx-server-sdk 4.0.2. A field that is not here would be
 * dropped unread while the caller relies on it, so it is refused.
 */
import type { Body } from './database'
import { invalid } from './refusal'

const EVERY = 'action envName wxCloudApiToken wxCloudbaseAccesstoken tcb_sessionToken crossAuthorizationToken'.split(
  ' ',
)

export const wireFields: Readonly<Record<string, readonly string[]>> = {
  'database.getDocument': words('collectionName queryType query multi order offset limit projection transactionId'),
  'database.calculateDocument': words('collectionName queryType query'),
  'database.insertDocument': words('collectionName data transactionId'),
  'database.modifyDocument': words('collectionName queryType query multi data merge upsert transactionId'),
  'database.removeDocument': words('collectionName queryType query multi transactionId'),
  'database.aggregateDocuments': words('collectionName stages'),
  'database.startTransaction': words(''),
  'database.commitTransaction': words('transactionId'),
  'database.abortTransaction': words('transactionId'),
  'database.addCollection': words('collectionName'),
  'functions.invokeFunction': words('function_name request_data'),
  'storage.getUploadMetadata': words('path method'),
  'storage.batchGetDownloadUrl': words('file_list'),
  'storage.batchDeleteFile': words('fileid_list'),
}

export function refuseStrangers(action: string, body: Body): void {
  const known = wireFields[action] ?? []
  const stranger = Object.keys(body).find((field) => !known.includes(field) && !EVERY.includes(field))
  if (stranger !== undefined) throw invalid(`the local cloud does not know the field ${stranger} of ${action}`)
}

function words(text: string): string[] {
  return text.split(' ').filter((word) => word !== '')
}
