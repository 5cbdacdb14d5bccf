import { useEffect, useState } from 'react'
import { isOnline, onNetworkChange } from './device'

/** Whether the phone has a network; until it has said so, it is taken to have one. */
export function useOnline(): boolean {
  const [online, setOnline] = useState(true)
  useEffect(() => {
    let gone = false
    void isOnline().then((now) => {
      if (!gone) setOnline(now)
    })
    const stop = onNetworkChange(setOnline)
    return () => {
      gone = true
      stop()
    }
  }, [])
  return online
}
