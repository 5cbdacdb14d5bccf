import { failure } from '../../../src/contract/errors'
import type { RoundState } from '../../../src/contract/parts'
import type { Database } from '../cloud'
import type { RoundDoc } from '../documents'
import { compareAndSet, read } from '../writes'
import { few } from './pages'

/** Rounds of a programme: six in three years, and a rehearsal beside each. */
const MOST_ROUNDS = 40
/** How far back a village's page looks for a round it was in: a year and a half. */
const LAST_ROUNDS = 3

export function rounds(db: Database) {
  return {
    /** One request. */
    byId: (id: string) => read<RoundDoc>(db, 'rounds', id),

    /** The real round that villagers' codes mean: between ready and sealing, at most one exists. One request. */
    async current(): Promise<RoundDoc | null> {
      const states: RoundState[] = ['ready', 'running', 'closed', 'sealing']
      const found = await few<RoundDoc>(db, 'rounds', { state: db.command.in(states), rehearsal: false }, 2)
      return found[0] ?? null
    },

    /** All rounds, newest first, without their frozen inputs. One request. */
    async heads(): Promise<RoundHeadDoc[]> {
      const answer = await db
        .collection('rounds')
        .where({ number: db.command.gt(0) })
        .field({
          number: true,
          day: true,
          state: true,
          rehearsal: true,
          closedAt: true,
          snapshotId: true,
          proposals: true,
          settings: true,
          'panel.id': true,
          'panel.recusedVillageIds': true,
        })
        .orderBy('number', 'desc')
        .limit(MOST_ROUNDS)
        .get()
      return answer.data as RoundHeadDoc[]
    },

    /** Which version of which scheme each round goes by, rehearsals too. One request. */
    schemesUsed: async () => {
      const any = { number: db.command.gt(0) }
      const found = await few<UsedScheme>(db, 'rounds', any, MOST_ROUNDS, ['scheme.id', 'scheme.version'])
      return found.map(({ scheme }) => scheme)
    },

    /** The last real rounds that are sealed or further on, newest first, with what a public page needs. One request. */
    async lastSealed(): Promise<SealedRoundDoc[]> {
      const states: RoundState[] = ['sealed', 'announced', 'archived']
      const answer = await db
        .collection('rounds')
        .where({ state: db.command.in(states), rehearsal: false })
        .field({
          number: true,
          day: true,
          state: true,
          rehearsal: true,
          villages: true,
          snapshotId: true,
          'scheme.survey': true,
        })
        .orderBy('number', 'desc')
        .limit(LAST_ROUNDS)
        .get()
      return answer.data as SealedRoundDoc[]
    },

    /** Changes a round by compare-and-set, or leaves it (null); refused when its state is no longer one of `states`. */
    async change(
      id: string,
      states: readonly RoundState[],
      change: (round: RoundDoc) => Partial<RoundDoc> | null,
    ): Promise<RoundDoc> {
      const changed = await compareAndSet<RoundDoc>(db, 'rounds', id, (stored) => {
        if (!stored) throw failure('notFound')
        if (!states.includes(stored.state)) throw failure('wrongState', { state: stored.state })
        const fields = change(stored)
        return fields && { ...stored, ...fields }
      })
      return changed!
    },
  }
}

export type RoundHeadDoc = Pick<
  RoundDoc,
  '_id' | 'number' | 'day' | 'state' | 'rehearsal' | 'closedAt' | 'snapshotId' | 'proposals' | 'settings'
> & {
  panel: { id: string; recusedVillageIds: string[] }[]
}

type UsedScheme = { scheme: Pick<RoundDoc['scheme'], 'id' | 'version'> }

export type SealedRoundDoc = Pick<
  RoundDoc,
  '_id' | 'number' | 'day' | 'state' | 'rehearsal' | 'villages' | 'snapshotId'
> & {
  scheme: Pick<RoundDoc['scheme'], 'survey'>
}
