import { failure } from '../../../src/contract/errors'
import type { RoundState } from '../../../src/contract/parts'
import type { Database } from '../cloud'
import type { RoundDoc, SecretDoc } from '../documents'
import { compareAndSet, read, transact } from '../writes'
import { few } from './pages'
import { type Guarded, guarded } from './programme'

/** Rounds of a programme: six in three years, and a rehearsal beside each. */
const MOST_ROUNDS = 40
/** How far back a village's page looks for a round it was in: a year and a half. */
export const LAST_ROUNDS = 3

export function rounds(db: Database) {
  const heads = () => headsIn(db)
  return {
    /** One request. */
    byId: (id: string) => read<RoundDoc>(db, 'rounds', id),

    /** The real round that villagers' codes mean: between ready and sealing, at most one exists. One request. */
    async current(): Promise<RoundDoc | null> {
      const states: RoundState[] = ['ready', 'running', 'closed', 'sealing']
      const found = await few<RoundDoc>(db, 'rounds', { state: db.command.in(states), rehearsal: false }, 2)
      return found[0] ?? null
    },

    /** Those whose sealing is under way: the real one, a rehearsal. One request. */
    beingSealed: () => few<RoundDoc>(db, 'rounds', { state: 'sealing' }, MOST_ROUNDS),

    /** All rounds, newest first, without their frozen inputs. One request. */
    heads,

    /** The villages that any round names, rehearsals too. One request. */
    async villagesNamed(): Promise<Set<string>> {
      const any = { number: db.command.gt(0) }
      const found = await few<NamedVillages>(db, 'rounds', any, MOST_ROUNDS, ['villages.id', 'stops.villageId'])
      return new Set(found.flatMap(({ villages, stops }) => [...villages, ...stops].map((one) => idOf(one))))
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

    /** Adds a draft; what is there under its id stays and is answered. Refused where a real round has its number. Six requests. */
    begin: (draft: RoundDoc): Promise<RoundDoc> =>
      guarded(db, async (inside) => {
        const stored = await inside.read<RoundDoc>('rounds', draft._id)
        if (stored) return stored
        const sameNumber = (await heads()).find(({ number, rehearsal }) => !rehearsal && number === draft.number)
        if (sameNumber) throw failure('inUse', { path: 'number', roundId: sameNumber._id })
        await inside.put('rounds', draft)
        return draft
      }),

    /**
     * A round comes to hand: a draft becomes ready, a sealed one is reopened. `change` reads what else it decides by and
     * says what becomes of it, with the survey's gate; null leaves it. Refused beside another real round that is not
     * sealed yet: two that come at once meet at the programme's document. Six requests, and `change`'s own.
     */
    toHand: (
      id: string,
      states: readonly RoundState[],
      change: (stored: RoundDoc) => Promise<{ round: Partial<RoundDoc>; gate?: SecretDoc } | null>,
    ): Promise<RoundDoc> =>
      guarded(db, async (inside) => {
        const stored = await storedIn(inside, id, states)
        const changed = await change(stored)
        if (!changed) return stored
        const other = otherAtHand(stored, await heads())
        if (other) throw failure('otherRound', { number: other.number })
        if (changed.gate) await inside.put('secrets', changed.gate)
        return putNext(inside, stored, changed.round)
      }),

    /** Back to a draft, its gate gone with its secret; `change` sees both and may refuse. Null leaves it. Seven requests. */
    backToDraft: (
      id: string,
      change: (stored: RoundDoc, gate: SecretDoc | null) => Partial<RoundDoc> | null,
    ): Promise<RoundDoc> =>
      guarded(db, async (inside) => {
        const stored = await storedIn(inside, id, ['ready', 'draft'])
        const gate = await inside.read<SecretDoc>('secrets', id)
        const fields = change(stored, gate)
        if (!fields) return stored
        if (gate) await inside.remove('secrets', id)
        return putNext(inside, stored, fields)
      }),

    /**
     * A rehearsal of a ready round, as `make` makes it of it; one that is there already is answered, whichever. At most
     * one, for two that begin at once meet at the programme's document. `number` no other rehearsal had: it is the
     * programme's revision, which goes up with it. Six requests.
     */
    beginRehearsal: (id: string, make: (real: RoundDoc, number: number) => RoundDoc): Promise<RoundDoc> =>
      guarded(db, async (inside) => {
        const real = await storedIn(inside, id, ['ready'])
        const [there] = (await heads()).filter(({ rehearsal }) => rehearsal)
        if (there) return (await inside.read<RoundDoc>('rounds', there._id))!
        const made = make(real, inside.programme.revision)
        await inside.put('rounds', made)
        return made
      }),

    /** Removes a draft or a rehearsal, unless it has become something else; gone already is harmless. Four requests. */
    remove: (id: string): Promise<void> =>
      transact(db, async (transaction) => {
        const document = transaction.collection('rounds').doc(id)
        const round = (await document.get()).data as RoundDoc | undefined
        if (!round) return
        if (round.state !== 'draft' && !round.rehearsal) throw failure('wrongState', { state: round.state })
        await document.remove()
      }),
  }
}

/** From ready until it is sealed: villagers' codes mean this round. */
const isAtHand: Record<RoundState, boolean> = {
  draft: false,
  ready: true,
  running: true,
  closed: true,
  sealing: true,
  sealed: false,
  announced: false,
  archived: false,
}

/** The real round at hand that this one would stand beside; a rehearsal stands beside any. */
export function otherAtHand(
  { _id, rehearsal }: Pick<RoundDoc, '_id' | 'rehearsal'>,
  heads: readonly RoundHeadDoc[],
): RoundHeadDoc | undefined {
  return rehearsal ? undefined : heads.find((head) => head._id !== _id && !head.rehearsal && isAtHand[head.state])
}

async function storedIn(inside: Guarded, id: string, states: readonly RoundState[]): Promise<RoundDoc> {
  const stored = await inside.read<RoundDoc>('rounds', id)
  if (!stored) throw failure('notFound')
  if (!states.includes(stored.state)) throw failure('wrongState', { state: stored.state })
  return stored
}

async function putNext(inside: Guarded, stored: RoundDoc, fields: Partial<RoundDoc>): Promise<RoundDoc> {
  const next = { ...stored, ...fields, revision: stored.revision + 1 }
  await inside.put('rounds', next)
  return next
}

async function headsIn(db: Database): Promise<RoundHeadDoc[]> {
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
}

export type RoundHeadDoc = Pick<
  RoundDoc,
  '_id' | 'number' | 'day' | 'state' | 'rehearsal' | 'closedAt' | 'snapshotId' | 'proposals' | 'settings'
> & {
  panel: { id: string; recusedVillageIds: string[] }[]
}

type NamedVillages = { villages: { id: string }[]; stops: { villageId: string }[] }

function idOf(one: { id: string } | { villageId: string }): string {
  return 'id' in one ? one.id : one.villageId
}

type UsedScheme = { scheme: Pick<RoundDoc['scheme'], 'id' | 'version'> }

export type SealedRoundDoc = Pick<
  RoundDoc,
  '_id' | 'number' | 'day' | 'state' | 'rehearsal' | 'villages' | 'snapshotId'
> & {
  scheme: Pick<RoundDoc['scheme'], 'survey'>
}
