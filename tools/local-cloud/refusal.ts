/**
 * A refusal as the platform words it: HTTP 200 with a code and a message. The SDK turns the code into errCode; codes
 * it does not know (conflict, duplicate) all become −501001, so the message must carry the words callers look for.
 */
export class Refusal extends Error {
  constructor(
    readonly code: string,
    message: string,
  ) {
    super(`[${code}] ${message}`)
  }
}

export const invalid = (message: string) => new Refusal('INVALID_PARAM', message)

export const failed = (message: string) => new Refusal('DATABASE_REQUEST_FAILED', message)

/** On the platform this passes silently and loses data; here it stops the developer. */
export const damaging = (message: string) =>
  new Refusal('INVALID_PARAM', `refused by the local cloud because it would damage data on the platform: ${message}`)

export const conflict = (what: string) =>
  new Refusal('DATABASE_TRANSACTION_CONFLICT', `Transaction conflict: WriteConflict on ${what}`)

export const duplicate = (collection: string, index: string, key: string) =>
  new Refusal(
    'DATABASE_DUPLICATE_WRITE',
    `E11000 duplicate key error collection: ${collection} index: ${index} dup key: ${key}`,
  )

export const noSuchTransaction = (id: string) =>
  new Refusal(
    'DATABASE_TRANSACTION_FAIL',
    `[ResourceUnavailable.TransactionNotExist] Transaction ${id} does not exist on the server, transaction must be commit or abort in 30 seconds`,
  )

export const noSuchCollection = (name: string) =>
  new Refusal('DATABASE_COLLECTION_NOT_EXIST', `Db or Table not exist: ${name}`)
