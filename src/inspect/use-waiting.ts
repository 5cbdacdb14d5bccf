import { waitingCount } from '../client/kept-card'
import { cardsThatWait } from '../client/scorecard-store'
import { isStuck, sendNow } from '../client/send-work'
import { arrivalsThatWait } from '../client/today'
import { useKept } from '../client/use-kept'
import { useOnline } from '../client/use-online'
import type { Offline } from '../components/screen'

/** The thin bar of every inspector's page: offline, or what waits could not be sent. A send that is merely on its way is no news. */
export function useWaiting(): Offline | undefined {
  const online = useOnline()
  const stuck = useKept(isStuck)
  const waiting = useKept(countWaiting)
  if (online && !(stuck && waiting > 0)) return undefined
  return { waiting, online, action: '现在试着传', onOpen: sendNow }
}

function countWaiting(): number {
  return cardsThatWait().reduce((sum, card) => sum + waitingCount(card), arrivalsThatWait().length)
}
