/** One part of the kills, on a store of its own. */
import { type Ended, livesOfOneStore } from './lives'
import { type Kill, nameOf } from './points'

export interface Part {
  kills: readonly Kill[]
}

export interface Killed {
  ended: Record<string, number>
  byPoint: Record<string, number>
  acknowledged: number
  failures: string[]
}

export async function killPart({ kills }: Part): Promise<Killed> {
  const store = await livesOfOneStore()
  const sum: Killed = { ended: {}, byPoint: {}, acknowledged: 0, failures: [] }
  try {
    // So that there is something to lose.
    await store.live(null)
    let last: Kill | null = null
    for (const kill of kills) {
      const ended: Ended = await store.live(kill).catch((error: Error) => {
        throw new Error(last ? failureOf(last, error.message) : error.message)
      })
      sum.ended[ended] = (sum.ended[ended] ?? 0) + 1
      if (ended === 'not reached') throw new Error(failureOf(kill, 'was not reached'))
      sum.byPoint[kill.point] = (sum.byPoint[kill.point] ?? 0) + 1
      last = kill
    }
    await store.lookAtTheEnd().catch((error: Error) => {
      throw new Error(failureOf(last!, error.message))
    })
    await store.holdsCanFail()
  } catch (error) {
    sum.failures.push((error as Error).message)
  } finally {
    store.remove()
  }
  return { ...sum, acknowledged: store.known.acknowledged }
}

function failureOf(kill: Kill, what: string): string {
  return `after ${nameOf(kill)}: npm run -s prove -- store-kills --point ${nameOf(kill)}\n  ${what}`
}
