/**
 * Every order in which the database requests of two calls can meet the database. Each call asks for one thing at a
 * time; whichever is let through, the other waits at the door. Orders are walked depth first: a run follows a given
 * beginning and then always lets the first call through, and its last turn that was not yet tried the other way begins
 * the next. So a call that has to ask again is followed to its end, and every order is met once.
 */
import type { LocalCloud } from '../../local-cloud'

/** Whose request was let through, turn by turn: 0 the first call's, 1 the second's. */
export type Order = (0 | 1)[]
type Turn = { who: 0 | 1; couldBeEither: boolean }

export interface Interleaving {
  order: Order
  answers: [unknown, unknown]
}

/** Runs two calls in every order; `prepare` comes before each run, `check` after it. Answers how many orders there were. */
export async function everyInterleaving(
  { gate }: Pick<LocalCloud, 'gate'>,
  prepare: () => void,
  calls: readonly [() => Promise<unknown>, () => Promise<unknown>],
  check: (run: Interleaving) => Promise<void>,
): Promise<number> {
  let beginning: Order | null = []
  let orders = 0
  while (beginning) {
    prepare()
    const { turns, answers } = await runInOrder(gate, calls, beginning)
    await check({ order: turns.map(({ who }) => who), answers })
    orders++
    beginning = nextBeginning(turns)
  }
  return orders
}

async function runInOrder(
  gate: LocalCloud['gate'],
  calls: readonly [() => Promise<unknown>, () => Promise<unknown>],
  beginning: Order,
): Promise<{ turns: Turn[]; answers: [unknown, unknown] }> {
  gate.close()
  try {
    const both = [await begun(gate, calls[0]), await begun(gate, calls[1])] as const
    const turns: Turn[] = []
    while (both[0].request || both[1].request) {
      const couldBeEither = both[0].request !== null && both[1].request !== null
      const who = couldBeEither ? (beginning[turns.length] ?? 0) : both[0].request ? 0 : 1
      turns.push({ who, couldBeEither })
      await both[who].letThrough()
    }
    return { turns, answers: [await both[0].answer, await both[1].answer] }
  } finally {
    gate.open()
  }
}

/** A call whose first request stands at the door. */
async function begun(gate: LocalCloud['gate'], call: () => Promise<unknown>) {
  const answer = call()
  const one = {
    answer,
    request: await gate.next(answer),
    /** Done when the call's next request stands at the door, or the call is over. */
    async letThrough(): Promise<void> {
      one.request?.release()
      one.request = await gate.next(answer)
    },
  }
  return one
}

/** The last turn that could have been the other's, taken the other way; null when none is left. */
function nextBeginning(turns: readonly Turn[]): Order | null {
  const last = turns.map(({ who, couldBeEither }) => couldBeEither && who === 0).lastIndexOf(true)
  return last < 0 ? null : [...turns.slice(0, last).map(({ who }) => who), 1]
}
