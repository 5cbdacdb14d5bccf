/** Every action on a store of a thousand documents and on one of a hundred thousand. */
import { cloudDatabase, type DatabaseConfig } from '../../../config/cloud-database'
import { holds } from '../proof'
import { uncalled, type ValidCall, validCalls } from './calls'
import { growing, misgrowing, scanning, told } from './compared'
import { costsBeside, total } from './costs'
import { more, type Own, others, sizeOf, take } from './growth'
import { onStore, type Store } from './store'

const FEW = 1_000
const MANY = 100_000
const MORE_OF_THE_ROUND: Own = { answers: 1_100, ballots: 1_100, cards: 600, voices: 110, audits: 1_100 }

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
  return onStore(database ?? cloudDatabase, async (store) => {
    const { roundId } = store.objects
    const all = validCalls(store.objects, isEverybody)
    const missing = uncalled(all)
    holds(missing.length === 0, `no valid call of ${missing.join(', ')}`)
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
