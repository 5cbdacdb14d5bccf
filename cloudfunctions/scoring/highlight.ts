import type { In, Out } from '../../src/contract/calls'
import { failure } from '../../src/contract/errors'
import type { scoring } from '../../src/contract/scoring'
import { applicableItems } from '../../src/domain/applicable-items'
import type { RoundContext } from '../common/serve'
import { refuseOffRoute, sentFields } from './record'

type Send = In<typeof scoring.highlight>

/** 亮点: always taken, after closing too. Its own person may send it again, changed. */
export async function highlight(send: Send, context: RoundContext): Promise<Out<typeof scoring.highlight>> {
  refuseOffRoute(send.villageId, context)
  refuseOtherItem(send, context)
  const stands = await context.repos.highlights.change(send.highlightId, (stored) => {
    const sent = sentFields(stored, send, context)
    if (!sent) return null
    const { itemId, text, photos } = send
    return { ...sent, itemId, text, photos }
  })
  return { kept: true, reportedAt: stands!.at }
}

/** It speaks for an indicator or a goal of this village, measured ones too, or for none. */
function refuseOtherItem({ itemId, villageId }: Send, { round }: RoundContext): void {
  if (itemId === null) return
  const { judged, measured, goals } = applicableItems(round.scheme, round.goals, round.notApplicable, villageId)
  if ([...judged, ...measured, ...goals].some(({ id }) => id === itemId)) return
  throw failure('invalid', { path: 'itemId', problem: '这个村没有这一项，请重新选一项，或不选' })
}
