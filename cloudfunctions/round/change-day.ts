/**
 * 当天变动: one change of route or panel, kept with its reason. The round is changed first, the on-site windows of the
 * survey's gate after it: killed in between, the codes on the phones stay good for the former window, which harms
 * nobody, and the same send again, or the next change, brings the gate after. The other way round, codes would die for
 * a change that nobody made: the round may be closed by then.
 */
import type { CallIn, CallOut } from '../../src/contract'
import { failure } from '../../src/contract/errors'
import type { Change } from '../../src/contract/round'
import { type ChangeOutcome, type DayInspector, dayAfter } from '../../src/domain/day-changes'
import { recusalsOf } from '../../src/domain/recusal'
import type { DayChangeEntry, MemberDoc, RoundDoc } from '../common/documents'
import { withOnsiteWindows } from '../common/onsite-token'
import type { Repositories } from '../common/repositories'
import type { AuditLine, RoundContext } from '../common/serve'
import { planFacts, planOf } from './day-plan'

type Send = CallIn<'round', 'changeDay'>
type Answer = CallOut<'round', 'changeDay'>
type Made = Exclude<ChangeOutcome, { kind: 'refused' }>

export async function changeDay(send: Send, { me, round, now, repos }: RoundContext): Promise<Answer> {
  const { roundId, sendId, change, reason, preview } = send
  const isRunning = round.state === 'running'
  // Closed meanwhile, the send whose answer was lost still hears that it was done.
  if (!isRunning && (preview || !entryOf(round, sendId))) throw failure('wrongState', { state: round.state })

  const facts = await planFacts(roundId, repos)
  const newcomer = await newcomerOf(change, round, facts.inspectors, repos)
  const outcomeOn = (stored: RoundDoc): Made => {
    const outcome = dayAfter(stored, change, { villages: stored.villages, newcomer, now })
    if (outcome.kind === 'refused') throw failure(outcome.code, outcome.details)
    return outcome
  }
  if (preview) {
    const { plan, text } = outcomeOn(round)
    return { plan: planOf(round, plan, facts, now), text }
  }

  let text = ''
  const changed = await repos.rounds.change(roundId, ['running', 'closed'], (stored) => {
    if (entryOf(stored, sendId)) return null
    if (stored.state !== 'running') throw failure('wrongState', { state: stored.state })
    const outcome = outcomeOn(stored)
    text = outcome.text
    if (outcome.kind === 'unchanged') return null
    const { before, after } = outcome
    const entry: DayChangeEntry = { id: sendId, at: now, by: me.memberId, change, text, reason, before, after }
    return { ...outcome.plan, changes: [...(stored.changes ?? []), entry] }
  })
  if ('villageId' in change) await replanGate(changed, repos)
  return { plan: planOf(changed, changed, facts, now), text: entryOf(changed, sendId)?.text ?? text }
}

/** What is stored of it: a preview, and what was so already, leave no line. */
export async function changeDayLine(
  { roundId, sendId, preview }: Send,
  _out: Answer,
  { repos }: Pick<RoundContext, 'repos'>,
): Promise<AuditLine | null> {
  const round = preview ? null : await repos.rounds.byId(roundId)
  const entry = round && entryOf(round, sendId)
  if (!entry) return null
  const { change, before, after, text, reason } = entry
  const on = 'villageId' in change ? change.villageId : change.inspectorId
  return { key: sendId, on, before, after: { text, ...Object(after) }, reason }
}

function entryOf({ changes = [] }: RoundDoc, sendId: string): DayChangeEntry | undefined {
  return changes.find(({ id }) => id === sendId)
}

/** Who is to step in, with the recusals that follow from district and responsibilities; null: no inspector. */
async function newcomerOf(
  change: Change,
  round: RoundDoc,
  inspectors: readonly MemberDoc[],
  repos: Repositories,
): Promise<DayInspector | null> {
  const member = change.kind === 'substitute' && inspectors.find(({ memberId }) => memberId === change.memberId)
  if (!member) return null
  const stored = await repos.villages.byIds(round.villages.map(({ id }) => id))
  const villages = round.villages.map(({ id, districtId, town }) => ({
    id,
    districtId,
    town,
    responsibilities: stored.find((village) => village._id === id)?.responsibilities ?? [],
  }))
  const { memberId: id, name, districtId, roles } = member
  const recusedBecause = recusalsOf({ id, districtId, roles }, villages)
  return { id, name, districtId, recusedVillageIds: Object.keys(recusedBecause), recusedBecause }
}

/** Two change at once: whoever writes the gate looks whether the plan it wrote is still the round's, and else writes again. */
async function replanGate(round: RoundDoc, repos: Repositories): Promise<void> {
  const { _id, day, villages, stops, revision } = round
  await repos.secrets.replan(_id, withOnsiteWindows(villages, stops, day))
  const latest = await repos.rounds.byId(_id)
  if (latest && latest.revision !== revision) await replanGate(latest, repos)
}
