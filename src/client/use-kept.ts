import { useDidHide, useDidShow } from '@tarojs/taro'
import { useCallback, useRef, useSyncExternalStore } from 'react'
import { subscribe } from './kept-changes'

/**
 * Something kept on this phone, for a page. A page that is covered by another one keeps what it showed and catches up
 * when it is shown again: nobody pays for drawing what nobody sees. `read` answers the same value while nothing changed.
 */
export function useKept<T>(read: () => T): T {
  const shown = useRef(true)
  const seen = useRef<{ value: T } | null>(null)
  const catchUp = useRef(() => {})

  useDidShow(() => {
    shown.current = true
    catchUp.current()
  })
  useDidHide(() => {
    shown.current = false
  })

  const listen = useCallback((changed: () => void) => {
    catchUp.current = changed
    return subscribe(changed)
  }, [])
  return useSyncExternalStore(listen, () => {
    if (shown.current || seen.current === null) seen.current = { value: read() }
    return seen.current.value
  })
}
