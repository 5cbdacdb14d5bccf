/** 进步榜 and 四象限, as they were frozen beside the ranking. */
import type { CallOut } from '../../src/contract'
import type { Progress } from '../../src/domain/progress'
import { quadrants } from '../../src/domain/quadrants'
import type { RoundDoc, SnapshotDoc } from '../common/documents'
import { villageHead } from '../common/heads'

type BoardProgress = CallOut<'ranking', 'board'>['progress']

export function boardProgress({ villages }: RoundDoc, { progress, result }: SnapshotDoc): BoardProgress {
  if (!progress) return null
  const heads = new Map(villages.map((village) => [village.id, villageHead(village)]))
  return {
    kind: progress.kind,
    rows: progress.rows.map(({ villageId, ...row }) => ({ ...row, village: heads.get(villageId)! })),
    leftOut: leftOut(progress, heads),
    quadrants: quadrants(result.ranking, progress),
  }
}

/** A village of the former round alone is not on this board. */
function leftOut(progress: Progress, heads: ReadonlyMap<string, ReturnType<typeof villageHead>>) {
  return progress.leftOut.flatMap(({ villageId, reason }) => {
    const village = heads.get(villageId)
    return village ? [{ village, reason }] : []
  })
}
