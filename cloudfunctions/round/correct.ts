/**
 * 改正录入: a mistyped measured value, or a goal's title or difficulty, while the round is closed. An administrator
 * proposes, the second person agrees by round.agree, and in that same write it stands in the round. A measured value's own
 * document keeps what was entered, by whom, and on which evidence.
 */
import type { CallIn, CallOut } from '../../src/contract'
import { failure } from '../../src/contract/errors'
import { corrected, correctionProblem, goalWordsProblem, valueProblem } from '../../src/domain/corrections'
import { digestOf } from '../../src/domain/digest'
import { villageName } from '../common/deductions'
import type { Correcting, ProposalDoc, RoundDoc } from '../common/documents'
import { proposalFor } from '../common/proposals'
import type { Repositories } from '../common/repositories'
import type { AuditLine, RoundContext } from '../common/serve'
import { newProposal, proposed, signed } from './signed'

type Send = CallIn<'round', 'correct'>

/** Six requests for a measured value, five for a goal, the audit's line included. */
export async function correct(send: Send, context: RoundContext): Promise<CallOut<'round', 'correct'>> {
  const { me, round, repos } = context
  const { roundId, sendId, reason } = send
  const correcting = await correctingOf(send, context)
  const hash = digestOf({ corrects: { roundId, ...correcting } })
  const about = inWords(correcting, round)
  const proposal = newProposal(sendId, { kind: 'correct', hash, reason, about, correct: correcting }, context)
  const changed = await repos.rounds.change(roundId, ['closed'], (stored) => {
    const proposals = proposed(stored, proposal, (other) => targetOf(other.correct!) === targetOf(correcting))
    return proposals && { proposals }
  })
  return { proposal: proposalFor(me, changed, changed.proposals.find(({ id }) => id === sendId)!) }
}

/** What was there when it was proposed must still be there: both persons see the same. */
export async function agreeToCorrecting({ id, correct, hash }: ProposalDoc, context: RoundContext): Promise<RoundDoc> {
  const { round, repos } = context
  const correcting = correct!
  const entered = correcting.kind === 'measurement' ? await enteredValue(correcting, round, repos) : null
  return repos.rounds.change(round._id, ['closed'], (stored) => {
    const proposals = signed(stored, id, context)
    const now =
      correcting.kind === 'measurement' ? currentValue(correcting, entered!, stored) : currentWords(correcting, stored)
    if (digestOf({ now }) !== digestOf({ now: correcting.former })) throw failure('changed', { proposed: hash })
    return { proposals, ...asCorrected(correcting, id, stored) }
  })
}

function asCorrected(what: Correcting, proposalId: string, { corrected = [], goals }: RoundDoc): Partial<RoundDoc> {
  if (what.kind === 'goal')
    return { goals: goals.map((goal) => (goal.id === what.goalId ? { ...goal, ...what.to } : goal)) }
  const { villageId, indicatorId, value } = what
  return { corrected: [...corrected, { proposalId, villageId, indicatorId, value }] }
}

async function correctingOf({ correction }: Send, { round, repos }: RoundContext): Promise<Correcting> {
  refuse(correctionProblem(correction, round))
  if (correction.kind === 'measurement') {
    const former = currentValue(correction, await enteredValue(correction, round, repos), round)
    refuse(valueProblem(correction.value, former))
    return { ...correction, former }
  }
  const { goalId, title, difficulty } = correction
  const former = currentWords({ goalId }, round)
  refuse(goalWordsProblem({ title, difficulty }, former))
  const { villageId } = round.goals.find(({ id }) => id === goalId)!
  return { kind: 'goal', villageId, goalId, to: { title, difficulty }, former }
}

type Measured = { villageId: string; indicatorId: string }
type CorrectedFact = ({ kind: 'measurement' } & Measured) | { kind: 'goal'; goalId: string }

/** As it was entered and checked before the round. One request. */
async function enteredValue({ villageId, indicatorId }: Measured, { _id }: RoundDoc, repos: Repositories) {
  const stored = await repos.measurements.of(_id, villageId, indicatorId)
  if (!stored) throw failure('notFound')
  return stored.value
}

function currentValue({ villageId, indicatorId }: Measured, entered: number, round: RoundDoc): number {
  return corrected([{ villageId, indicatorId, value: entered }], round.corrected ?? [])[0]!.value
}

function currentWords({ goalId }: { goalId: string }, { goals }: RoundDoc) {
  const { title, difficulty } = goals.find(({ id }) => id === goalId)!
  return { title, difficulty }
}

/** What is corrected, whatever it becomes: one correction of it waits at a time. */
export function targetOf(what: CorrectedFact): string {
  return what.kind === 'goal' ? `goal ${what.goalId}` : `measurement ${what.villageId} ${what.indicatorId}`
}

/** 云溪村 · 党员联户与先锋模范（联户覆盖率 %）：87 改为 78 */
function inWords(what: Correcting, round: RoundDoc): string {
  const village = villageName(round, what.villageId)
  if (what.kind === 'measurement') {
    const indicator = round.scheme.indicators.find(({ id }) => id === what.indicatorId)!
    const unit = indicator.kind === 'measured' ? `（${indicator.unit}）` : ''
    return `${village} · ${indicator.title}${unit}：${figure(what.former)} 改为 ${figure(what.value)}`
  }
  const { former, to } = what
  const title = former.title === to.title ? quoted(to.title) : `${quoted(former.title)}改为${quoted(to.title)}`
  const difficulty = former.difficulty === to.difficulty ? '' : `，难度系数 ${former.difficulty} 改为 ${to.difficulty}`
  return `${village} · 示范目标${title}${difficulty}`
}

function figure(value: number): string {
  return String(value).replace('-', '−')
}

/** Quotation marks within quotation marks are single ones. */
function quoted(title: string): string {
  return `“${title.replace(/“/g, '‘').replace(/”/g, '’')}”`
}

function refuse(problem: string | undefined): void {
  if (problem !== undefined) throw failure('invalid', { path: 'correction', problem })
}

export function correctLine({ roundId, sendId, correction, reason }: Send, { proposal }: CallOut<'round', 'correct'>) {
  const line: AuditLine = {
    key: sendId,
    on: roundId,
    after: { proposed: 'correct', ...correction, hash: proposal.hash },
    reason,
  }
  return line
}
