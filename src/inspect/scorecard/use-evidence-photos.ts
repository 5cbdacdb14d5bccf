import { useCallback, useEffect, useRef, useState } from 'react'
import { call, codeOf } from '../../client/call'
import { useOnline } from '../../client/use-online'
import { whyNotRead } from '../../client/use-reading'
import type { CallIn, CallOut } from '../../contract'

/** Where a fact's photos are: asked when it is opened, and again when there is a signal; an address is good for an hour. */
export function useEvidencePhotos(fact: CallIn<'round', 'evidencePhotos'>) {
  const online = useOnline()
  const [seen, setSeen] = useState<CallOut<'round', 'evidencePhotos'>['photos'] | null>(null)
  const [problem, setProblem] = useState('')
  const asked = useRef(fact)
  const newest = useRef(0)

  const read = useCallback(async () => {
    const turn = ++newest.current
    setProblem('')
    try {
      const { photos } = await call('round', 'evidencePhotos', asked.current)
      if (turn === newest.current) setSeen(photos)
    } catch (error) {
      if (turn === newest.current) setProblem(whyNotRead(codeOf(error)))
    }
  }, [])
  useEffect(() => {
    if (online) void read()
    // What was asked before it was put away, or before the signal went, is dropped.
    return () => {
      newest.current++
    }
  }, [online, read])

  return { seen, online, problem, readAgain: read }
}
