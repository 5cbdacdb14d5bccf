/** The last announced round, and what is set beside it: its ranks and figures, and each village's progress. A rehearsal never enters. */
import { formerFigures } from '../../../src/domain/former-figures'
import { type Progress, roundProgress, type SealedRound } from '../../../src/domain/progress'
import type { RoundDoc, SnapshotDoc } from '../documents'
import type { Repositories } from '../repositories'
import { CannotSeal } from './cannot-seal'
import { sealedAudit } from './sealed-file'

export type BesideFormer = { previous: SnapshotDoc['previous']; progress: Progress | null }

export async function besideFormer(round: RoundDoc, now: SealedRound, repos: Repositories): Promise<BesideFormer> {
  const former = round.rehearsal ? null : await formerSnapshot(round, repos)
  if (!former) return { previous: null, progress: null }
  const { snapshot, number } = former
  const ranks = snapshot.result.ranking.flatMap(({ villageId, rank, total }) =>
    rank === null || total === null ? [] : [{ villageId, rank, total }],
  )
  const previous = { roundId: snapshot.roundId, number, ranks }
  const before = await sealedBefore(snapshot)
  if (!before) return { previous, progress: null }
  return { previous: { ...previous, figures: formerFigures(before, now) }, progress: roundProgress(before, now) }
}

async function formerSnapshot(round: RoundDoc, repos: Repositories) {
  const head = (await repos.rounds.heads()).find(
    ({ number, rehearsal, state, snapshotId }) =>
      number < round.number && !rehearsal && snapshotId !== null && (state === 'announced' || state === 'archived'),
  )
  const snapshot = head && (await repos.snapshots.byId(head.snapshotId!))
  return snapshot ? { snapshot, number: head.number } : null
}

/** Null where the former round's file can no longer be read: this round is sealed all the same, without a 进步榜. */
async function sealedBefore({ files, result, details }: SnapshotDoc): Promise<SealedRound | null> {
  try {
    const { input } = await sealedAudit(files.audit)
    return { input, ranking: result.ranking, details }
  } catch (error) {
    if (error instanceof CannotSeal) return null
    throw error
  }
}
