import { go } from '../client/navigate'
import { isStuck, waitingCount, waitingItems } from '../client/outbox'
import { useKept } from '../client/use-kept'
import { useOnline } from '../client/use-online'
import type { Offline } from '../components/screen'

/**
 * The thin bar of every inspector's page: offline, or what waits could not be sent or came back. A send that is merely on
 * its way is no news.
 */
export function useWaiting(): Offline | undefined {
  const online = useOnline()
  const stuck = useKept(isStuck)
  const waiting = useKept(waitingCount)
  const cameBack = useKept(hasRefused)
  if (online && !(stuck && waiting > 0) && !cameBack) return undefined
  return { waiting, online, onOpen: () => go('inspect/outbox/index') }
}

function hasRefused(): boolean {
  return waitingItems().some(({ state }) => state === 'refused')
}
