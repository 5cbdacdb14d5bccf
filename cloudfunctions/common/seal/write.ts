/** Writes the snapshot and the public edition. Written twice, both are the same. */
import { auditHead, settledAt } from '../../../src/domain/audit-chain'
import { canonicalJson } from '../../../src/domain/digest'
import { panelQuality } from '../../../src/domain/panel-quality'
import { publicEdition } from '../../../src/domain/public-edition'
import { roundResult } from '../../../src/domain/result'
import type { AuditEdition } from '../../../src/domain/round-file'
import type { RoundResult } from '../../../src/domain/round-result'
import { roundDetails } from '../../../src/domain/village-details'
import type { RoundDoc, SealedFile, SnapshotDoc } from '../documents'
import { canonicalBytes } from '../node-bytes'
import { storage } from '../storage'
import { findingCounts } from './finding-counts'
import { besideFormer } from './former-round'
import { pathOf } from './freeze'
import { sealedCards } from './sealed-cards'
import { sealedAsBefore } from './sealed-file'
import type { Step } from './step'

export const write: Step = async (job, { round, repos }) => {
  const { input, result } = await sealedAsBefore(job)
  const details = roundDetails(input, result.ranking)
  await repos.snapshots.put({
    _id: job.snapshotId,
    roundId: round._id,
    n: round.sealings!,
    result,
    digest: result.digest,
    files: {
      audit: { ...job.audit!, digest: result.digest },
      public: await keptPublic(input, result, job.snapshotId),
    },
    details,
    ...(job.certainty && { certainty: job.certainty }),
    panel: panelQuality(input, result.ranking),
    cards: await sealedCards(input, repos),
    warnings: job.warnings ?? [],
    review: job.review ?? [],
    correction: correctionOf(round),
    findings: await findingCounts(round._id, repos),
    ...(await besideFormer(round, { input, ranking: result.ranking, details }, repos)),
    audits: auditHead(await repos.audits.ofRound(round._id), settledAt(job.startedAt)),
    sealedBy: job.by,
    agreedBy: job.agreedBy,
    sealedAt: job.startedAt,
  })
  return { sealing: { ...job, step: 'readBack' } }
}

/**
 * The public edition, or null where it would rank otherwise than the audit edition: equal residuals are ordered by
 * inspector id, which it replaces, and in a very thin design that can decide the fit
 * (docs/decisions/2026-11-24-round-file-readings.md). Then the round is sealed all the same, and nothing is published
 * that contradicts its ranking.
 */
async function keptPublic(audit: AuditEdition, sealed: RoundResult, snapshotId: string): Promise<SealedFile | null> {
  const edition = publicEdition(audit, sealed.digest)
  const { digest, ranking } = roundResult(edition)
  if (canonicalJson(ranking) !== canonicalJson(sealed.ranking)) return null
  const content = canonicalBytes(edition)
  return { ...(await storage.keep(pathOf('public', snapshotId, content), content)), digest }
}

/** 更正: sealed again after a reopening, told on the bulletin. */
function correctionOf({ reopened, corrections }: RoundDoc): SnapshotDoc['correction'] {
  return reopened ? { n: corrections!, of: reopened.snapshotId, reason: reopened.reason } : null
}
