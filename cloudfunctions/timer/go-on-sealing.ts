/**
 * A sealing job that nobody drives any more is taken to its end, by the very steps that whoever looks takes
 * (common/seal/drive-on.ts). Killed anywhere, the next tick, or anybody who looks, goes on from where it stood.
 */
import { Failure } from '../../src/contract/errors'
import type { RoundDoc, SealingJob } from '../common/documents'
import { driveOn } from '../common/seal/drive-on'
import type { Tick } from './ticking'

/** In the audit. No member's id: those begin with a letter or a figure. */
const TIMER = '_timer'

/** Milliseconds. Whoever looks is done sooner, and is left alone until then. */
const LOOKED_AFTER = 2 * 60_000

/** One request where no round is being sealed. */
export async function goOnSealing(tick: Tick): Promise<void> {
  for (const round of await tick.repos().rounds.beingSealed()) {
    if (tick.now - round.sealing!.startedAt >= LOOKED_AFTER) await goOn(round, tick)
  }
}

async function goOn(begun: RoundDoc, tick: Tick): Promise<void> {
  let round = begun
  while (round.state === 'sealing' && tick.hasTime()) round = await nextOf(round, round.sealing!, tick)
}

/** As it stands after one more step; where it cannot be sealed, it has been put back and is driven no further. */
async function nextOf(round: RoundDoc, job: SealingJob, { now, repos }: Tick): Promise<RoundDoc> {
  try {
    return await driveOn(job, { round, now, repos: repos(), by: TIMER })
  } catch (error) {
    if (error instanceof Failure && error.refusal.code === 'sealingFailed') return { ...round, state: 'closed' }
    throw error
  }
}
