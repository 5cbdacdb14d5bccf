/**
 * What the platform allows, in one place. Sources differ between years and plans; where they do, the stricter value
 * that the documentation still states is taken, and the line says so.
 * [D] official documentation, [T] community threads, [S] read in the SDK, [O] our own choice.
 */
const KB = 1024
const MB = 1024 * KB

export const documentedLimits = {
  /** Request of a cloud function: 100 KB of text [D: EXCEED_MAX_PAYLOAD_SIZE]. */
  functionRequestBytes: 100 * KB,
  /** Answer of a cloud function [D: EXCEED_MAX_RESPONSE_SIZE]. */
  functionResponseBytes: 1 * MB,
  /** Environment of a function [D: SCF]. */
  functionEnvironmentBytes: 4 * KB,
  /** Seconds, where config.json names none [T]; 60 at most in the console [T]. */
  functionTimeoutSeconds: 3,
  functionMostTimeoutSeconds: 60,
  /** One function's requests at a time: 20 in the old plan [D], 1 000 in newer threads [T]. */
  functionConcurrentRequests: 1_000,
  functions: 50,

  /** Documents of a `get` in a function: 100 in the guide, 1 000 on the API page [D]; the SDK asks for ≤ 1 000 [S]. */
  rows: 1_000,
  /** Rows of an aggregate without $limit [T]. */
  aggregateRows: 20,
  /** Rows of an aggregate with $limit [T]. */
  aggregateRowsWithLimit: 10_000,
  /** What one database request may answer [D, old plan]. */
  databaseAnswerBytes: 16 * MB,
  /** What one database request may carry [O: as its answer]. */
  databaseRequestBytes: 16 * MB,
  collections: 100,
  /** Indexes of one collection: 20 [D, old plan], 10 in an older copy. */
  indexes: 20,

  /** Database requests a second [D, old plan]; kept to where a cloud is started `atItsPace`. */
  databaseRequestsASecond: 30,

  /** A transaction may live 30 s; also bounds how long a snapshot keeps the write-ahead log from shrinking. */
  transactionMs: 30_000,
  /** Transactions open at once: 20 connections in the old plan [D]; here a bound on snapshots [O]. */
  transactions: 200,

  /** Files of one getTempFileURL or deleteFile [D]. */
  filesARequest: 50,
  /** One file in cloud storage [O]. */
  fileBytes: 50 * MB,
  /** Life of a temporary address in seconds where none is asked for [D: one day at most for private files]. */
  temporaryUrlSeconds: 86_400,
}

/** Database requests a day of the free tier [D, old plan]: bench counts a day against them, nothing here refuses one. */
export const dailyQuota = { reads: 50_000, writes: 30_000 }

export type Limits = typeof documentedLimits
