import { typedAt } from '../common/card-sends'
import type { LateDoc } from '../common/documents'
import type { RoundContext } from '../common/serve'

interface LateSend {
  roundId: string
  villageId: string
  sendId: string
  at: number
}

/** After closing: kept with the phone's time, and counts only if two persons admit it. `id`: where the act itself is one, whichever send brings it. */
export async function keepAsLate(
  action: Exclude<LateDoc['action'], 'arrive'>,
  send: LateSend,
  context: RoundContext,
  id = send.sendId,
): Promise<void> {
  const { roundId, villageId } = send
  await context.repos.late.keep({
    _id: id,
    roundId,
    memberId: context.me.memberId,
    villageId,
    action,
    payload: send,
    at: typedAt(send, context),
    receivedAt: context.now,
    state: 'waiting',
  })
}
