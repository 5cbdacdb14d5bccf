/**
 * 封存. In `closed` it proposes; in `sealing` it takes the job's next step, so that whoever looks drives it on, from
 * wherever it stood. A step does its work, which is the same when done twice, and only then moves the job on by
 * compare-and-set: of two callers both may work, one moves it.
 */
import type { CallIn, CallOut } from '../../src/contract'
import { failure } from '../../src/contract/errors'
import { sealingSteps } from '../../src/contract/round'
import type { ProposalDoc, RoundDoc, SealingJob } from '../common/documents'
import { agreeingPerson, proposalFor } from '../common/proposals'
import type { RoundContext } from '../common/serve'
import { refuseUnsealable } from './refuse-unsealable'
import { CannotSeal } from './seal/cannot-seal'
import { giveUp, putBack, standsAt } from './seal/give-up'
import { takeStep } from './seal/steps'
import { sealedInputs, sealedInputsHash } from './sealed-inputs'

type Progress = CallOut<'round', 'seal'>

export async function seal(send: CallIn<'round', 'seal'>, context: RoundContext): Promise<Progress> {
  const { state, sealing } = context.round
  if (state === 'closed') return send.drive ? backInClosed : propose(send, context)
  if (state === 'sealing') return drive(sealing!, context)
  return sealed
}

const sealed: Progress = {
  state: 'sealed',
  step: 'done',
  done: sealingSteps.length,
  of: sealingSteps.length,
  proposal: null,
}

/** For one who drove the job on while another saw it fail. */
const backInClosed: Progress = { state: 'closed', step: null, done: 0, of: sealingSteps.length, proposal: null }

async function propose({ roundId, sendId }: CallIn<'round', 'seal'>, context: RoundContext) {
  const { me, round, now, repos } = context
  if (!agreeingPerson(me, round).isAdministrator) throw failure('notAllowed')
  const inputs = await sealedInputs(context)
  refuseUnsealable(round, inputs.deductions, now)
  const proposal: ProposalDoc = {
    id: sendId,
    kind: 'seal',
    by: me.memberId,
    byName: me.name,
    at: now,
    hash: sealedInputsHash(inputs),
    reason: '',
    agreedBy: null,
    agreedByName: null,
    agreedAt: null,
  }
  const proposed = await repos.rounds.change(roundId, ['closed'], (stored) => {
    const standing = stored.proposals.find(({ kind }) => kind === 'seal')
    // The same send again; and one of what is no longer there can never be agreed to, a new one takes its place.
    if (standing?.id === sendId) return null
    if (standing?.hash === proposal.hash) throw failure('alreadyProposed', { byName: standing.byName })
    return { proposals: [...stored.proposals.filter((one) => one !== standing), proposal] }
  })
  const stands = proposed.proposals.find(({ id }) => id === sendId)!
  return {
    state: 'proposed' as const,
    step: null,
    done: 0,
    of: sealingSteps.length,
    proposal: proposalFor(me, proposed, stands),
  }
}

async function drive(job: SealingJob, context: RoundContext): Promise<Progress> {
  const { round, repos } = context
  if (job.failed) {
    await putBack(job, job.failed, context)
    return backInClosed
  }
  try {
    const done = await takeStep[job.step](job, context)
    const moved = await repos.rounds.change(round._id, ['sealing', 'sealed'], (stored) =>
      standsAt(stored, job) ? done : null,
    )
    return progress(moved)
  } catch (error) {
    if (!(error instanceof CannotSeal)) throw error
    await giveUp(job, error.problem, context)
    throw failure('sealingFailed', { step: job.step, problem: error.problem })
  }
}

function progress({ state, sealing }: RoundDoc): Progress {
  if (state === 'sealed') return sealed
  const { step } = sealing!
  return { state: 'sealing', step, done: sealingSteps.indexOf(step), of: sealingSteps.length, proposal: null }
}
