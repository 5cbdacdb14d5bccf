import type { Proposal } from '../contract/member'
import { go } from './navigate'
import type { MyRound } from './rounds'

/** What two persons are to agree on, in words: 封存第 2 次拉练. */
export function proposalInWords({ kind, about, roundId }: Proposal, rounds: readonly MyRound[]): string {
  const round = rounds.find(({ id }) => id === roundId)
  const name = round ? `第 ${round.number} 次拉练` : '这次拉练'
  switch (kind) {
    case 'seal':
      return `封存${name}`
    case 'exportAudit':
      return `导出审计版：${name}`
    case 'decideAppeal':
      return `处理申诉：${about}`
    case 'restore':
      return `恢复计分：${about}`
    case 'admitLate':
      return `采纳收卷后才到的：${about}`
    case 'acceptVillage':
      return `照常排名：${about}`
    case 'correct':
      return `改正录入：${about}`
    case 'reopen':
      return `重开${name}，退回收卷`
  }
}

/** Where its second person reads what it is about, and agrees. */
export function openProposal({ id, kind, roundId }: Proposal): void {
  if (kind === 'decideAppeal') go('manage/deductions/one/index', { round: roundId, proposal: id })
  else go('manage/round/index', { round: roundId })
}
