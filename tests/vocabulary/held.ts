/** A call that is slower than all others: held at one of its requests while others are done. */
import type { LocalCloud } from '../../tools/local-cloud'
import type { HeldRequest } from '../../tools/local-cloud/gate'

/**
 * `slow` is called and stands still before the first request that `isIt` names; then `others` do what they do, and only then
 * it goes on. Answers what the slow one was answered.
 */
export async function heldWhile<T>(
  { gate }: LocalCloud,
  slow: () => Promise<T>,
  isIt: (request: HeldRequest) => boolean,
  others: () => Promise<unknown>,
): Promise<T> {
  gate.close()
  try {
    const answer = slow()
    let held = await gate.next(answer)
    while (held && !isIt(held)) {
      held.release()
      held = await gate.next(answer)
    }
    if (!held) throw new Error('the slow call never came to the request it is to be held at')
    const done = others()
    for (let next = await gate.next(done); next; next = await gate.next(done)) next.release()
    await done
    gate.open()
    return await answer
  } finally {
    gate.open()
  }
}
