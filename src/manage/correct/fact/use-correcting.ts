import { useState } from 'react'
import { call } from '../../../client/call'
import { useDeed } from '../../../client/use-deed'
import type { Proposal } from '../../../contract/member'
import type { Correction } from '../../../contract/round'

/** One correction proposed. Refused, or without an answer: what is on record is read again, the form keeps what was typed. */
export function useCorrecting(roundId: string, reload: () => Promise<void>) {
  const { doing, refused, run } = useDeed()
  const [proposed, setProposed] = useState<Proposal | null>(null)

  async function propose(correction: Correction, reason: string) {
    const answer = await run(JSON.stringify([correction, reason]), (sendId) =>
      call('round', 'correct', { roundId, sendId, correction, reason }),
    )
    if (answer) setProposed(answer.proposal)
    else await reload()
  }

  return { isProposing: doing !== null, refused, proposed, propose }
}

export type Correcting = ReturnType<typeof useCorrecting>
