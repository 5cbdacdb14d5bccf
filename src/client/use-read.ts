import { useDidHide, useDidShow, usePullDownRefresh } from '@tarojs/taro'
import { useCallback, useEffect, useRef, useState } from 'react'
import { codeOf } from './call'
import { stopPullDown } from './navigate'
import { type Looks, untilNextLook } from './spread'

export type Read<T> = {
  data: T | null
  /** Code of the last try's refusal; `data` may still hold what was read before. */
  failed: ReturnType<typeof codeOf> | null
  reload: () => Promise<void>
}

/**
 * Reads for a page: once at the start and whenever the page is shown again; with `live` also again and again while it
 * is visible (docs/data.md). An answer that arrives after a newer question is dropped.
 */
export function useRead<T>(read: () => Promise<T>, { live }: { live?: Looks | undefined } = {}): Read<T> {
  const [state, setState] = useState<{ data: T | null; failed: Read<T>['failed'] }>({ data: null, failed: null })
  const newest = useRef(0)
  const latestRead = useRef(read)
  latestRead.current = read
  const visible = useRef(true)

  const reload = useCallback(async () => {
    const turn = ++newest.current
    try {
      const data = await latestRead.current()
      if (turn === newest.current) setState({ data, failed: null })
    } catch (error) {
      if (turn === newest.current) setState((before) => ({ data: before.data, failed: codeOf(error) }))
    }
  }, [])

  useDidShow(() => {
    visible.current = true
    void reload()
  })
  useDidHide(() => {
    visible.current = false
  })
  usePullDownRefresh(() => {
    void reload().then(stopPullDown)
  })
  useEffect(() => {
    if (!live) return
    // Each time another while: pages that many opened together, at the announcement, do not look in step for ever.
    let timer = setTimeout(look, untilNextLook(Math.random(), live))
    return () => clearTimeout(timer)

    function look() {
      timer = setTimeout(look, untilNextLook(Math.random(), live))
      if (visible.current) void reload()
    }
  }, [live, reload])
  useEffect(
    () => () => {
      newest.current++
    },
    [],
  )

  return { ...state, reload }
}
