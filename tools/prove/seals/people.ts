/** What people do on the evening: propose, agree, look until it is sealed, announce, each again until they are answered. */
import type { Answer } from '../../../src/contract/errors'
import type { LocalCloud } from '../../local-cloud'
import { administrator, openidOf, secondAdministrator } from '../../seed/people'
import { type Death, type MortalCall, mortalCall } from './mortal-call'

/** `lookToo`: somebody else does. */
export type Deed = 'propose' | 'agree' | 'look' | 'lookToo' | 'announce'

/** Sends before somebody gives up: nobody should have to. */
const PATIENCE = 20

export function peopleOn(cloud: LocalCloud, roundId: string) {
  return { does, until, look }

  /** `sends`: which attempt to seal it is, since a second one is another proposal. */
  function does(deed: Deed, sends: number, kill: { at: number; death: Death } | null): Promise<MortalCall> {
    const proposalId = `prove-seal-${sends}`.padEnd(21, '0')
    const look = { action: 'seal', payload: { roundId, sendId: 'prove-look'.padEnd(21, '0'), drive: true } }
    const event = {
      propose: { action: 'seal', payload: { roundId, sendId: proposalId } },
      agree: { action: 'agree', payload: { roundId, proposalId } },
      look,
      lookToo: look,
      announce: { action: 'announce', payload: { roundId, sendId: `prove-announce-${sends}`.padEnd(21, '0') } },
    }[deed]
    return mortalCall(cloud, () => cloud.call('round', event, openidOf(who[deed])), kill)
  }

  /** Sends until it is answered as done. */
  async function until(deed: Exclude<Deed, 'look' | 'lookToo'>, sends: number): Promise<void> {
    for (let n = 0; n < PATIENCE; n++) {
      const answer = (await does(deed, sends, null)).answer as Answer | null
      if (answer?.ok) return
      if (answer && answer.error.code !== 'tryAgain') throw new Error(`${deed} is refused: ${answer.error.code}`)
    }
    throw new Error(`${deed} is not answered`)
  }

  /** Looks until the job has come to an end; answers where. */
  async function look(as: 'look' | 'lookToo'): Promise<'sealed' | 'closed'> {
    for (let n = 0; n < PATIENCE; n++) {
      const answer = (await does(as, 0, null)).answer as Answer<{ state: string }> | null
      const state = answer?.ok ? answer.data.state : null
      if (state === 'sealed' || state === 'closed') return state
      if (answer?.ok === false && !['tryAgain', 'sealingFailed'].includes(answer.error.code))
        throw new Error(`looking is refused: ${answer.error.code}`)
    }
    throw new Error('the job does not come to an end')
  }
}

const who: Record<Deed, string> = {
  propose: administrator.memberId,
  agree: secondAdministrator.memberId,
  look: administrator.memberId,
  lookToo: 'I01',
  announce: administrator.memberId,
}
