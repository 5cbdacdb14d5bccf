/**
 * Late sends that two persons admitted, applied as if they had come in time: in the order in which they were done, each the
 * same when done twice. What was superseded by something newer is not undone, and says so. The late send itself is marked
 * last: killed before that, it is done again.
 */
import { byKeys } from '../../src/domain/order'
import { applyLate } from './apply-late'
import type { LateDoc, RoundDoc } from './documents'
import type { Repositories } from './repositories'

interface Admitting {
  round: RoundDoc
  now: number
  repos: Repositories
}

/** Answers whether a deduction was confirmed by it. One request where nothing waits, else about five a send. */
export async function admitAgreed(admitting: Admitting): Promise<boolean> {
  const { round, repos } = admitting
  let confirmed = false
  for (const { proposalId, lateIds } of round.admitted ?? []) {
    const sends = (await repos.late.byIds(lateIds)).filter(({ state }) => state === 'waiting')
    for (const late of sends.sort(asDone)) {
      const why = await applyLate(late, admitting)
      await keepOutcome(late, proposalId, why, admitting)
      confirmed ||= late.action === 'confirmDeduction' && why === ''
    }
  }
  return confirmed
}

const byId = byKeys<LateDoc>(({ _id }) => _id)

function asDone(a: LateDoc, b: LateDoc): number {
  return a.at - b.at || a.receivedAt - b.receivedAt || byId(a, b)
}

/** `why` empty: it counts. In the name of the second person, whoever carries it out. */
async function keepOutcome(
  late: LateDoc,
  proposalId: string,
  why: string,
  { round, now, repos }: Admitting,
): Promise<void> {
  const state = why === '' ? 'admitted' : 'refused'
  await repos.audits.keep({
    _id: `${round._id}:late:${late._id}`,
    roundId: round._id,
    memberId: round.proposals.find(({ id }) => id === proposalId)?.agreedBy ?? '',
    action: 'admitLate',
    on: late._id,
    before: { waiting: late.action, by: late.memberId, villageId: late.villageId },
    after: { state, why, proposalId },
    reason: '',
    at: now,
  })
  await repos.late.decide(late._id, { state, decided: { proposalId, at: now, why } })
}
