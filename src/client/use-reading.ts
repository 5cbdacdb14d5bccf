import type { Offline, ScreenState } from '../components/screen'
import { type ErrorCode, errors } from '../contract/errors'
import { useOnline } from './use-online'
import type { Read } from './use-read'

export type Reading<T> = {
  data: T | null
  /** For Screen: skeleton, error with a way to try again, or ready. */
  screen: ScreenState
  /** For Screen: the thin bar while the phone is offline. */
  offline: Offline | undefined
  /** What stands there may be old: the last try failed. */
  stale: string | undefined
  reload: () => Promise<void>
}

/** What a page that only reads says of its reading. */
export function useReading<T>({ data, failed, reload }: Read<T>): Reading<T> {
  const online = useOnline()
  const again = () => void reload()
  return {
    data,
    screen: screenOf(),
    offline: online ? undefined : { waiting: 0, action: '重试', onOpen: again },
    stale: data && failed && online ? whyNotRead(failed) : undefined,
    reload,
  }

  function screenOf(): ScreenState {
    if (data) return 'ready'
    if (!failed) return 'loading'
    return { error: '没有读到', text: whyNotRead(failed), action: { label: '再读一次', onPress: again } }
  }
}

/** Reading again harms nothing, so the catalogue's care about an unknown outcome would only puzzle. */
export function whyNotRead(failed: ErrorCode): string {
  return failed === 'tryAgain' ? '网络或服务器忙。请看看信号，再读一次。' : errors[failed]
}
