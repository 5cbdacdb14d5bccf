import type { In, Out } from '../../src/contract/calls'
import { failure } from '../../src/contract/errors'
import type { scoring } from '../../src/contract/scoring'
import type { FindingDoc } from '../common/documents'
import type { RoundContext } from '../common/serve'
import { refuseOffRoute, sentFields } from './record'

type Send = In<typeof scoring.finding>

/** 问题: always taken, after closing too. Its own person may send it again, changed, until somebody deals with it. */
export async function finding(send: Send, context: RoundContext): Promise<Out<typeof scoring.finding>> {
  refuseOffRoute(send.villageId, context)
  const stands = await context.repos.findings.change(send.findingId, (stored) => {
    const sent = sentFields(stored, send, context)
    if (!sent) return null
    if (stored && stored.state !== 'reported') throw failure('changed', { state: stored.state })
    const { category, text, photos } = send
    return { ...(stored ?? blank(context)), ...sent, category, text, photos }
  })
  return { kept: true, reportedAt: stands!.at }
}

type Blank = Pick<FindingDoc, 'roundNumber' | 'source' | 'photosAfter' | 'state' | 'dueOn' | 'history' | 'rehearsal'>

function blank({ round }: RoundContext): Blank {
  const blank: Blank = {
    roundNumber: round.number,
    source: 'round',
    photosAfter: [],
    state: 'reported',
    dueOn: null,
    history: [],
  }
  return round.rehearsal ? { ...blank, rehearsal: true } : blank
}
