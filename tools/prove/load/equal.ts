/** Every action on a store of a thousand documents and on one of a hundred thousand. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { cloudDatabase, type DatabaseConfig } from '../../../config/cloud-database'
import { startLocalCloud } from '../../local-cloud'
import { sharedOn } from '../matrix/shared'
import { smallFile } from '../matrix/small-round'
import { standsOn } from '../matrix/stands'
import { holds } from '../proof'
import { stageOn } from '../seals/stage'
import { uncalled, type ValidCall, validCalls } from './calls'
import { growing, misgrowing, scanning, told } from './compared'
import { costsBeside, type Store, total } from './costs'
import { more, type Own, others, sizeOf, take } from './growth'

const FEW = 1_000
const MANY = 100_000
const MORE_OF_THE_ROUND: Own = { answers: 2_600, ballots: 2_600, cards: 1_200, voices: 150, audits: 1_500 }

export interface EqualOptions {
  /** Every kind of person who may; absent: one of them. */
  isEverybody?: boolean
  say(line: string): void
  /** Only these calls. */
  isCalled?(call: ValidCall): boolean
  /** Another one than the product's, to see that a missing index is seen. */
  database?: DatabaseConfig
}

/** How many actions cost the same; throws where one does not. */
export async function equalRequests({
  say,
  isEverybody = false,
  isCalled = () => true,
  database,
}: EqualOptions): Promise<number> {
  return onStore(database ?? cloudDatabase, isEverybody, async (store, all, roundId) => {
    const calls = all.filter(isCalled)
    const stands = Object.values(store.stands)
    const little = others(stands, FEW)
    const few = await costsBeside(store, calls, little)
    take(store.cloud, little)
    const rounds = more(stands, { roundId, villageId: 'V03' }, MORE_OF_THE_ROUND)
    const grown = await costsBeside(store, calls, rounds)
    take(store.cloud, rounds)
    const much = others(stands, MANY)
    const many = await costsBeside(store, calls, much)

    const actions = new Set(calls.map(({ fn, event }) => `${fn}.${event.action}`)).size
    say(
      `${calls.length} ways to call ${actions} actions, with ${sizeOf(little)} and with ${sizeOf(much)} documents beside`,
    )
    const sizes = { before: ownIn(store, {}), after: ownIn(store, MORE_OF_THE_ROUND) }
    const wrong = [...growing(few, many), ...scanning(many), ...misgrowing(few, grown, sizes)]
    for (const line of told()) say(`grows with the round: ${line}`)
    const [dearest] = [...many].sort(([, a], [, b]) => total(b) - total(a))
    say(`the most requests: ${total(dearest![1])}, ${dearest![0]}`)
    holds(wrong.length === 0, `${wrong.length} wrong:\n${wrong.slice(0, 60).join('\n')}`)
    return actions
  })
}

/** Of the round, as it stands before it is sealed, and so many more. */
function ownIn({ stands: { sealing } }: Store, more: Partial<Own>): Own {
  const count = (kind: keyof Own) => sealing.documents[kind]!.length + (more[kind] ?? 0)
  return {
    answers: count('answers'),
    ballots: count('ballots'),
    cards: count('cards'),
    voices: count('voices'),
    audits: count('audits'),
  }
}

async function onStore<T>(
  database: DatabaseConfig,
  isEverybody: boolean,
  work: (store: Store, calls: ValidCall[], roundId: string) => Promise<T>,
): Promise<T> {
  const dataDir = mkdtempSync(join(tmpdir(), 'lalian-load-'))
  const cloud = await startLocalCloud({
    dataDir,
    synchronous: 'NORMAL',
    quiet: true,
    instances: 1,
    database,
    keepsRemains: true,
  })
  try {
    const shared = await sharedOn(cloud)
    const stage = stageOn(cloud, dataDir)
    const stands = await standsOn(cloud, stage, smallFile('one'), shared)
    const calls = validCalls(shared.objects, isEverybody)
    const missing = uncalled(calls)
    holds(missing.length === 0, `no valid call of ${missing.join(', ')}`)
    return await work({ cloud, stage, stands }, calls, shared.objects.roundId)
  } finally {
    await cloud.stop()
    rmSync(dataDir, { recursive: true, force: true })
  }
}
