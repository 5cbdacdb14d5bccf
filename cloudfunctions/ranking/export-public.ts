import type { CallIn, CallOut } from '../../src/contract'
import type { PublicRoundContext } from '../common/serve'
import { exportFile } from './export-file'

/** 公开版: for anybody, once announced, to recompute the ranking. */
export async function exportPublic(
  _: CallIn<'ranking', 'exportPublic'>,
  { round, repos }: PublicRoundContext,
): Promise<CallOut<'ranking', 'exportPublic'>> {
  const snapshot = (await repos.snapshots.byId(round.snapshotId!))!
  return exportFile(snapshot, 'public')
}
