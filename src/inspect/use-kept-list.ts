import { useRef } from 'react'
import { useKept } from '../client/use-kept'

/** useKept for what is put together anew at every look: the same value as long as it says the same. */
export function useKeptList<T>(read: () => T): T {
  const last = useRef<{ text: string; value: T } | null>(null)
  return useKept(() => {
    const value = read()
    const text = JSON.stringify(value)
    if (!last.current || last.current.text !== text) last.current = { text, value }
    return last.current.value
  })
}
