/** 封存. In `closed` it proposes; in `sealing` it takes the job's next step, so that whoever looks drives it on. */
import type { CallIn, CallOut } from '../../src/contract'
import { failure } from '../../src/contract/errors'
import { sealingSteps } from '../../src/contract/round'
import type { ProposalDoc, RoundDoc } from '../common/documents'
import { agreeingPerson, proposalFor } from '../common/proposals'
import { driveOn } from '../common/seal/drive-on'
import { sealedInputs, sealedInputsHash } from '../common/sealed-inputs'
import type { RoundContext } from '../common/serve'
import { refuseUnsealable } from './refuse-unsealable'

type Progress = CallOut<'round', 'seal'>

export async function seal(send: CallIn<'round', 'seal'>, context: RoundContext): Promise<Progress> {
  const { state, sealing } = context.round
  if (state === 'closed') return send.drive ? backInClosed : propose(send, context)
  if (state === 'sealing') return progress(await driveOn(sealing!, { ...context, by: context.me.memberId }))
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

function progress({ state, sealing }: RoundDoc): Progress {
  if (state === 'sealed') return sealed
  if (state === 'closed') return backInClosed
  const { step } = sealing!
  return { state: 'sealing', step, done: sealingSteps.indexOf(step), of: sealingSteps.length, proposal: null }
}
