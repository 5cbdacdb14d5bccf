/**
 * A call whose every request stands at the gate, and which dies at one of them. `lost`: the request never reaches the
 * store, and the function hears of a closed socket. `unanswered`: it is done, and the function hears the same. `gone`: the
 * function's process ends before the request, which is still on its way and may be done when all else is over. `unheard`:
 * everything is done, and only the caller hears nothing.
 */
import type { LocalCloud } from '../../local-cloud'
import type { HeldRequest } from '../../local-cloud/gate'

export const deaths = ['lost', 'unanswered', 'gone'] as const
export type Death = (typeof deaths)[number] | 'unheard'

export interface MortalCall {
  /** What the call asked for, in order: `database.getDocument rounds`. */
  requests: string[]
  /** Null: it was killed, or refused by the platform. */
  answer: unknown
  /** Of `gone`: the request that is still to come. */
  late: HeldRequest | null
}

/** The gate must be closed. `at`: the request it dies at, from 0; none: it lives. */
export async function mortalCall(
  { gate, end }: Pick<LocalCloud, 'gate' | 'end'>,
  call: () => Promise<unknown>,
  kill: { at: number; death: Death } | null,
): Promise<MortalCall> {
  const answer = call().catch(() => null)
  const requests: string[] = []
  let late: HeldRequest | null = null
  for (let n = 0; ; n++) {
    const request = await gate.next(answer)
    if (!request) return { requests, answer: kill?.death === 'unheard' ? null : await answer, late }
    requests.push(`${request.action.replace('database.', '')}${request.collection ? ` ${request.collection}` : ''}`)
    if (kill?.at !== n) request.release()
    else if (kill.death === 'lost') request.refuse()
    else if (kill.death === 'unanswered') request.loseAnswer()
    else {
      await end('round')
      late = request
      // What it had sent at the same time dies with it.
      for (let other = await gate.next(answer); other; other = await gate.next(answer)) other.refuse()
      return { requests, answer: null, late }
    }
  }
}
