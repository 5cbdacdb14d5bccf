/**
 * Every action of the contract is sent what it is not meant for, through the real bundles, by somebody who may call it at a
 * moment when it may be called, so that nothing but its shape stands in the way; an eighth each by a stranger and by nobody.
 * Payloads near the shape (a field missing, too many, of another kind, of the database's operators, `__proto__`, half a
 * character, 90 KB, 10 000 brackets) and random ones. Whether a payload is of the shape the contract itself says: what is
 * not is refused as `invalid` with the place and a sentence of the sources, and nothing else. What is, though its ids are
 * other people's and its words are strange, is done or refused as the contract names. Around it: events that are no call,
 * and calls that claim to be somebody else's. Nothing is written but by a call that was done, nothing printed, nothing ends.
 * `--point round.close` fuzzes one action, `--point round.close:137` sends one payload.
 */
import { join } from 'node:path'
import { buildFunctions } from '../../build-functions'
import type { Tried } from '../fuzz/fuzzer'
import type { Part } from '../fuzz/part'
import type { Amounts } from '../fuzz/sends'
import { allActions } from '../fuzz/targets'
import { inItsOwnProcess } from '../in-its-own-process'
import { type Form, holds, type Proof } from '../proof'

/** Two cores; one action is a matter of one. */
const processes = (point: string | null) => (point === null ? 2 : 1)

const AMOUNTS: Record<Form, Amounts> = {
  short: { invalid: 20, fitting: 1, around: 4, posing: 1, workbooks: 4 },
  ci: { invalid: 1_000, fitting: 15, around: 100, posing: 4, workbooks: 40 },
  long: { invalid: 10_000, fitting: 200, around: 400, posing: 20, workbooks: 400 },
}

export const fuzz: Proof = {
  name: 'fuzz',
  claim:
    'whatever an action is sent, it is refused in the words of the catalogue, with nothing written, repeated or shown',
  async run({ form, seed = 1, point = null, say }) {
    await buildFunctions()
    const of = processes(point)
    const parts = Array.from({ length: of }, (_, first): Part => ({ seed, amounts: AMOUNTS[form], point, first, of }))
    const worker = join(__dirname, '../fuzz/fuzz-worker.ts')
    const said = await Promise.all(
      parts.map((part) => inItsOwnProcess<{ tried: Tried[]; seconds: number }>(worker, part)),
    )
    const tried = said.flatMap((one) => one.tried)
    holds(tried.length > 0, `no action is called ${point}: round.close, or round.close:137`)
    holds(
      point !== null || tried.length === allActions.length,
      `${tried.length} of ${allActions.length} actions were fuzzed`,
    )

    const sum = (of: (one: Tried) => number) => tried.reduce((all, one) => all + of(one), 0)
    const least = Math.min(...tried.map(({ invalid }) => invalid))
    say(`${tried.length} actions, ${least} payloads at least of each that are not of its shape, seed ${seed}`)
    say(together(tried.map(({ how }) => how)))
    say(`${sum((one) => one.fitting)} of the shape: ${together(tried.map(({ answers }) => answers))}`)
    say(
      `${sum((one) => one.around)} events that are no call or pose as somebody else’s, ${sum((one) => one.files)} files that are not meant`,
    )
    say(`${Math.round(said.reduce((all, { seconds }) => all + seconds, 0))} s of processor`)
    const wrong = tried.flatMap((one) => one.wrong)
    holds(wrong.length === 0, `${wrong.length} are wrong:\n${wrong.slice(0, 40).join('\n')}`)
    return `${sum((one) => one.invalid)} payloads: 0 crashes, 0 writes, 0 words that are not the catalogue’s`
  },
}

/** `extra 12, junk 9`: the most frequent first. */
function together(counts: readonly Record<string, number>[]): string {
  const all = new Map<string, number>()
  for (const [name, times] of counts.flatMap((one) => Object.entries(one))) all.set(name, (all.get(name) ?? 0) + times)
  const sorted = [...all].sort(([, one], [, other]) => other - one)
  return sorted.map(([name, times]) => `${name} ${times}`).join(', ')
}
