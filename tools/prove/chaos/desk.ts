/** Those who sit at a desk: what fails they press again, by the same send, until they know what came of it. */
import type { ActionName, CallIn, CallOut, FunctionName } from '../../../src/contract'
import type { Answer } from '../../../src/contract/errors'
import type { Chance } from '../phone/chance'
import type { Wire } from '../phone/phone'
import type { SimulatedTime } from '../phone/simulated-time'

export type Desk = ReturnType<typeof deskOf>

export function deskOf({ time, wire, chance }: { time: SimulatedTime; wire: Wire; chance: Chance }) {
  return { wait, call }

  function wait(ms: number): Promise<void> {
    return new Promise((resolve) => void time.after(ms, resolve))
  }

  async function call<F extends FunctionName, A extends ActionName<F>>(
    fn: F,
    action: A,
    payload: CallIn<F, A>,
  ): Promise<CallOut<F, A>> {
    for (;;) {
      const answer = (await wire.send(fn, { action, payload }).catch(() => null)) as Answer<CallOut<F, A>> | null
      if (answer?.ok) return answer.data
      if (answer && answer.error.code !== 'tryAgain')
        throw new Error(`${fn}.${action} was refused: ${JSON.stringify(answer.error)}`)
      await wait(chance.between(2, 30) * 1_000)
    }
  }
}
