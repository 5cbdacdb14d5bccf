import { useRef, useState } from 'react'
import { errors, Failure } from '../contract/errors'
import { newSendId } from './send-id'

export type Refused = { sentence: string; details: Record<string, unknown>; code: string }

/**
 * Something done by a press: one at a time, its refusal kept for the screen. A send keeps its id until its outcome
 * is known, so that pressing again after a lost answer does nothing twice.
 */
export function useDeed() {
  const [doing, setDoing] = useState<string | null>(null)
  const [refused, setRefused] = useState<Refused | null>(null)
  const ids = useRef(new Map<string, string>())
  const busy = useRef(false)

  /** Answers what was done, or undefined when refused. */
  async function run<T>(what: string, send: (sendId: string) => Promise<T>): Promise<T | undefined> {
    if (busy.current) return undefined
    busy.current = true
    setDoing(what)
    setRefused(null)
    try {
      const sendId = ids.current.get(what) ?? (await newSendId())
      ids.current.set(what, sendId)
      const answer = await send(sendId)
      ids.current.delete(what)
      return answer
    } catch (error) {
      const refusal = refusedBy(error)
      if (refusal.code !== 'tryAgain') ids.current.delete(what)
      setRefused(refusal)
      return undefined
    } finally {
      busy.current = false
      setDoing(null)
    }
  }

  return { doing, refused, run }
}

/** What was thrown, for the screen; anything but a refusal counts as an unknown outcome. */
export function refusedBy(error: unknown): Refused {
  const code = error instanceof Failure ? error.code : 'tryAgain'
  return { code, sentence: errors[code], details: (error instanceof Failure && error.details) || {} }
}
