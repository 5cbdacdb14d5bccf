/** Puts the stored documents together as the audit edition and keeps it in cloud storage. */
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
import type { Step } from './step'

export const freeze: Step = async (job, context) => {
  const { round, repos } = context
  const inputs = await sealedInputs(context)
  if (sealedInputsHash(inputs) !== job.hash) throw new CannotSeal('what two persons agreed to has changed since')
  const responses = await frozenResponses(round, repos)
  const content = canonicalBytes(auditEdition(inputs, responses))
  // The path holds the content's hash: a caller that froze long ago and is only now heard of (the answers may be gone
  // by then) writes a file of its own, never over the one that was sealed.
  const audit = await storage.keep(pathOf('audit', job.snapshotId, content), content)
  const groups = await gatheredGroups(round, repos)
  const warnings = round.reopened?.warnings ?? (await warningsOf(round, groups, repos))
  const review = reviewOf(round, { ...inputs, late: await repos.late.headsOfRound(round._id), groups })
  return { sealing: { ...job, step: 'compute', audit, responses: counts(responses), warnings, review } }
}

function counts(responses: readonly FrozenResponse[]): SealingJob['responses'] {
  return [...groupBy(responses, ({ villageId }) => villageId)].map(([villageId, ofVillage]) => ({
    villageId,
    received: ofVillage.length,
    counting: ofVillage.filter((answer) => answer.counts).length,
  }))
}

/** `rounds/<round>/<n>/audit-<hash>.json` */
export function pathOf(edition: 'audit' | 'public', snapshotId: string, content: Buffer): string {
  const hash = sha256().update(content).digest('hex').slice(0, 16)
  return `rounds/${snapshotId.replace(':', '/')}/${edition}-${hash}.json`
}
