import type { RoundState } from '../contract/parts'

/** Where a round stands, as it follows its name: 第 2 次拉练正在进行. */
export const roundStateInWords: Record<RoundState, string> = {
  draft: '还在准备',
  ready: '已经就绪，等着开始',
  running: '正在进行',
  closed: '已经收卷，等着封存',
  sealing: '正在封存',
  sealed: '已经封存，等着公布',
  announced: '已经公布',
  archived: '已经归档',
}
