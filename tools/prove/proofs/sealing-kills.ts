/**
 * A small round is sealed and announced through the functions as they are deployed, on the local cloud; and killed at every
 * request of every call: before it reaches the store, after it is done, and with the function's process gone, whose last
 * request may still arrive when all is over. Then people look again. The same where the job must fail.
 */
import { join } from 'node:path'
import { buildFunctions } from '../../build-functions'
import { inItsOwnProcess } from '../in-its-own-process'
import { holds, type Proof } from '../proof'
import type { Killed, Part } from '../seals/kills'

/** Two cores. */
const PROCESSES = 2
const WORKER = join(__dirname, '../seals/kills-worker.ts')

export const sealingKills: Proof = {
  name: 'sealing-kills',
  claim: 'killed at any point, sealing goes on to the same digest and leaves nothing, or is closed with nothing lost',
  async run({ form, seed = 1, point, say }) {
    await buildFunctions()
    const startedAt = Date.now()
    const processes = point === undefined ? PROCESSES : 1
    const parts = Array.from(
      { length: processes },
      (_, first): Part => ({
        form,
        seed,
        point: point ?? null,
        first,
        of: processes,
      }),
    )
    const killed = await Promise.all(parts.map((part) => inItsOwnProcess<Killed>(WORKER, part)))
    const failures = killed.flatMap((part) => part.failures)
    const kills = killed.reduce((sum, part) => sum + part.kills, 0)
    for (const { name, requests } of killed[0]!.scenes) say(`${name}: ${requests} requests`)
    if (failures.length > 0) throw new Error(`${failures.length} of ${kills}:\n${failures.slice(0, 20).join('\n')}`)
    holds(kills > 0, `no point is called ${point}: SCENE:REQUEST:DEATH, as write:4:gone`)
    say(`${((Date.now() - startedAt) / kills).toFixed(0)} ms a kill`)
    return `${kills} of ${killed[0]!.all} points killed at: sealed with one digest and nothing left, or closed with nothing lost`
  },
}
