import type { Proposal } from '../../contract/member'

type Kind = Extract<Proposal['kind'], 'restore' | 'admitLate' | 'acceptVillage' | 'correct' | 'reopen'>

/** Kinds of proposals that are read and agreed to on this page, each with what happens by it. */
const KINDS: Record<Kind, { title: string; effect: string }> = {
  restore: { title: '恢复计分', effect: '全部计入。不能收回。' },
  admitLate: { title: '采纳收卷后才到的', effect: '当作没有迟到，计入得分。不能收回。' },
  acceptVillage: { title: '照常排名', effect: '评分或答卷虽然少，也排名次。不能收回。' },
  correct: { title: '改正录入', effect: '按改正后的算分，原来录入的留在记录里。' },
  reopen: { title: '重开这次拉练', effect: '退回收卷，改好后要重新封存；通报会标明更正。' },
}

export function isPending({ kind }: Proposal): boolean {
  return kind in KINDS
}

export function wordsOf({ kind }: Proposal): { title: string; effect: string } {
  return KINDS[kind as Kind]
}
