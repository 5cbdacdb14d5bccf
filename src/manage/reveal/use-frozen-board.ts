import { useCallback, useEffect, useRef, useState } from 'react'
import { call, codeOf } from '../../client/call'
import { pageQuery } from '../../client/navigate'
import type { Read } from '../../client/use-read'
import type { Reading } from '../../client/use-reading'
import { useResult } from '../../client/use-result'
import type { Board } from '../../contract/ranking'

/** The board, read once: nothing moves while it is shown to a hall, and no signal is needed any more. */
export function useFrozenBoard(): Reading<Board> {
  const [state, setState] = useState<Omit<Read<Board>, 'reload'>>({ data: null, failed: null })
  const busy = useRef(false)

  const reload = useCallback(async () => {
    if (busy.current) return
    busy.current = true
    try {
      const data = await call('ranking', 'board', { roundId: pageQuery().round ?? '' })
      setState((before) => (before.data ? before : { data, failed: null }))
    } catch (error) {
      setState((before) => (before.data ? before : { data: null, failed: codeOf(error) }))
    } finally {
      busy.current = false
    }
  }, [])

  useEffect(() => void reload(), [reload])
  return useResult({ ...state, reload })
}
