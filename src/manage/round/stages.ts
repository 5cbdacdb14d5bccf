import type { RoundState } from '../../contract/parts'

/** A round's life in seven stages; sealing and sealed are one. */
export const stages = ['草稿', '就绪', '进行', '收卷', '封存', '公布', '归档'] as const

/** The stage we are in; once somebody has proposed it, that is 封存. */
export function stage(state: RoundState, isProposed: boolean): number {
  if (state === 'closed' && isProposed) return STAGE.sealing
  return STAGE[state]
}

const STAGE: Record<RoundState, number> = {
  draft: 0,
  ready: 1,
  running: 2,
  closed: 3,
  sealing: 4,
  sealed: 4,
  announced: 5,
  archived: 6,
}
