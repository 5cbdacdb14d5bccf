/**
 * Puts the stored documents together as the audit edition and keeps it in cloud storage. It holds every single response, so
 * that no second one may be left there: the job names its path first, as long as it stands here. Whoever read the answers
 * before that and is only now heard of (they may be gone by then) finds the job further on and keeps nothing.
 */
import { groupBy } from '../../../src/domain/group-by'
import type { SealingJob } from '../documents'
import { canonicalBytes, sha256 } from '../node-bytes'
import { gatheredGroups } from '../responses'
import { reviewOf } from '../review'
import { sealedInputs, sealedInputsHash } from '../sealed-inputs'
import { storage } from '../storage'
import { warningsOf } from '../survey-warnings'
import { auditEdition } from './audit-edition'
import { CannotSeal } from './cannot-seal'
import { type FrozenResponse, frozenResponses } from './frozen-responses'
import { standsAt } from './give-up'
import type { Sealing, Step } from './step'

export const freeze: Step = async (job, sealing) => {
  const { round, repos } = sealing
  const inputs = await sealedInputs(sealing)
  if (sealedInputsHash(inputs) !== job.hash) throw new CannotSeal('what two persons agreed to has changed since')
  const responses = await frozenResponses(round, repos)
  const content = canonicalBytes(auditEdition(inputs, responses))
  const path = pathOf('audit', job.snapshotId, content)
  if (!(await named(path, job, sealing))) return null
  const audit = await storage.keep(path, content)
  const groups = await gatheredGroups(round, repos)
  const warnings = round.reopened?.warnings ?? (await warningsOf(round, groups, repos))
  const review = reviewOf(round, { ...inputs, late: await repos.late.headsOfRound(round._id), groups })
  return {
    sealing: { ...job, step: 'compute', auditPath: path, audit, responses: counts(responses), warnings, review },
  }
}

function counts(responses: readonly FrozenResponse[]): SealingJob['responses'] {
  return [...groupBy(responses, ({ villageId }) => villageId)].map(([villageId, ofVillage]) => ({
    villageId,
    received: ofVillage.length,
    counting: ofVillage.filter((answer) => answer.counts).length,
  }))
}

/** Whether the job names this path; not where it has gone on. Two requests. */
async function named(auditPath: string, job: SealingJob, { round, repos }: Sealing): Promise<boolean> {
  const now = await repos.rounds.change(round._id, ['sealing', 'sealed', 'closed'], (stored) =>
    standsAt(stored, job) && stored.sealing!.auditPath !== auditPath
      ? { sealing: { ...stored.sealing!, auditPath } }
      : null,
  )
  return standsAt(now, job)
}

/** `rounds/<round>/<n>/audit-<hash>.json`: of two contents never one over the other. */
export function pathOf(edition: 'audit' | 'public', snapshotId: string, content: Buffer): string {
  const hash = sha256().update(content).digest('hex').slice(0, 16)
  return `rounds/${snapshotId.replace(':', '/')}/${edition}-${hash}.json`
}
