/**
 * The database's collections, indexes and rules as data. Drives the local cloud, the deployment and the handbook's
 * table. What each collection holds and how long it is kept: the handbook's data chapter.
 */

export interface Index {
  /** Dotted paths, ascending, in the order of the index. */
  fields: readonly string[]
  /** A missing field counts as null, as on the platform: two documents without it collide. */
  unique?: boolean
}

export interface Collection {
  /** Nothing in the mini-program reads the database directly: only functions reach it. */
  rule: 'ADMINONLY'
  /** `_id` is always there and unique. */
  indexes: readonly Index[]
}

export type DatabaseConfig = Readonly<Record<string, Collection>>

const byVillage: Index = { fields: ['roundId', 'villageId'] }

export const cloudDatabase = {
  programme: adminOnly(),
  members: adminOnly({ fields: ['memberId'] }, { fields: ['roles.role', 'roles.scope'] }),
  invites: adminOnly({ fields: ['expiresAt'] }),
  villages: adminOnly({ fields: ['districtId'] }),
  schemes: adminOnly({ fields: ['id'] }),
  rounds: adminOnly({ fields: ['state'] }),
  // By the village alone: whether any round names it still, before it is removed.
  goals: adminOnly(byVillage, { fields: ['villageId'] }),
  measurements: adminOnly(byVillage, { fields: ['villageId'] }),
  arrivals: adminOnly({ fields: ['roundId'] }),
  scorecards: adminOnly(byVillage, { fields: ['roundId', 'inspectorId'] }),
  late: adminOnly({ fields: ['roundId', 'memberId'] }),
  deductions: adminOnly(byVillage),
  findings: adminOnly({ fields: ['villageId', 'state'] }, { fields: ['roundId'] }, { fields: ['dueOn'] }),
  highlights: adminOnly({ fields: ['roundId'] }, { fields: ['villageId'] }),
  secrets: adminOnly(),
  ballots: adminOnly(),
  answers: adminOnly(byVillage),
  voices: adminOnly(byVillage),
  cards: adminOnly(byVillage),
  bursts: adminOnly(),
  snapshots: adminOnly({ fields: ['roundId'] }),
  audits: adminOnly({ fields: ['roundId'] }),
  // By when it is due: the timer asks for nothing else.
  files: adminOnly({ fields: ['roundId', 'uploader'] }, { fields: ['dueAt'] }),
  uploads: adminOnly({ fields: ['at'] }),
} satisfies DatabaseConfig

/** The name the console and the deployment give an index: `roundId_1_villageId_1`. */
export function indexName(index: Index): string {
  return index.fields.map((field) => `${field}_1`).join('_')
}

function adminOnly(...indexes: Index[]): Collection {
  return { rule: 'ADMINONLY', indexes }
}
