/**
 * The sample's round 2 is sealed and announced in the running system and exported; then everything that can be exported is
 * changed, bit by bit, leaf by leaf, line by line, and whoever recomputes sees it.
 */
import { fork } from 'node:child_process'
import { join } from 'node:path'
import { type Form, holds, type Proof } from '../proof'
import { seenInLog } from '../tamper/audit-log'
import type { FlippedBits } from '../tamper/bits'
import { everyChange, type Json } from '../tamper/changes'
import { exportedSample } from '../tamper/exported'
import { seenInFile } from '../tamper/leaves'

const LINES = 1000

/** Each so-manieth change, bit and line; and of the changes seen each so-manieth through recompute and the check itself. */
const MEASURES: Record<
  Form,
  { every: number; bits: number; wholeAudit: number; wholePublic: number; wholeLog: number }
> = {
  short: { every: 29, bits: 61, wholeAudit: 150, wholePublic: 20, wholeLog: 20 },
  ci: { every: 5, bits: 4, wholeAudit: 60, wholePublic: 10, wholeLog: 30 },
  long: { every: 1, bits: 1, wholeAudit: 1, wholePublic: 1, wholeLog: 1 },
}

export const tamper: Proof = {
  name: 'tamper',
  claim: 'a changed bit, leaf or audit line of what is exported is refused or gives another digest',
  async run({ form, say }) {
    const { every, bits, wholeAudit, wholePublic, wholeLog } = MEASURES[form]
    const flipping = flipped(bits)
    // Heard below; until then a failure must not end the process.
    flipping.catch(() => {})
    const exported = await exportedSample(LINES)
    const inAudit = seenInFile(exported.audit.text, exported.audit.digest, { every, whole: wholeAudit })
    say(
      `audit edition: ${inAudit.changes} changes; ${inAudit.recomputed} recomputed, ${inAudit.refused} of them refused`,
    )
    const inPublic = seenInFile(exported.public.text, exported.public.digest, { every, whole: wholePublic })
    say(`public edition: ${inPublic.changes} changes; ${inPublic.recomputed} recomputed, ${inPublic.refused} refused`)
    say(outsideTheDigest(exported.snapshot.result as unknown as { [name: string]: Json }))

    const inLog = seenInLog(exported.lines, exported.snapshot.audits!, { every, whole: wholeLog })
    say(`audit log of ${exported.snapshot.audits!.count} lines: ${inLog.tampered} tamperings, ${inLog.checked} checked`)
    const inBits = await flipping
    say(`8 KB: ${inBits.flipped} bits, ${inBits.refused} refused`)
    const changes = inAudit.changes + inPublic.changes
    return `${changes} changes of leaves and entries, ${inBits.flipped} bits, ${inLog.tampered} audit entries: 0 not seen`
  },
}

/** Of the printed result the ranking enters the digest; the rest recompute prints anew, and says so in docs/round-file.md. */
function outsideTheDigest(result: { [name: string]: Json }): string {
  const leaves = new Map<string, number>()
  for (const { path, how } of everyChange(result))
    if (how === 'value changed') leaves.set(String(path[0]), (leaves.get(String(path[0])) ?? 0) + 1)
  const { ranking = 0, digest = 0, ...outside } = Object.fromEntries(leaves)
  holds(ranking > 0 && digest === 1, 'a result without its ranking or its digest')
  const said = Object.entries(outside).map(([name, count]) => `${count} of ${name}`)
  return `of the result’s leaves ${ranking} enter the digest; outside it on purpose: ${said.join(', ')}`
}

/** In a process of their own, beside the leaves. */
function flipped(every: number): Promise<FlippedBits> {
  return new Promise((resolve, reject) => {
    const worker = fork(join(__dirname, '../tamper/bits-worker.ts'), ['0', String(every)], {
      execArgv: ['--import', 'tsx'],
    })
    worker.once('message', (seen) => resolve(seen as FlippedBits))
    worker.once('exit', (code) => reject(new Error(`the bits’ process ended with ${code}`)))
  })
}
