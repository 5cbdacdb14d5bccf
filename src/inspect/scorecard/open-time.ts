/**
 * How long a card was open on this phone, in seconds. It serves one page only: how much of an inspector's day a form
 * takes (基层减负). No rule, no ranking, no warning may ever look at it.
 */
import { useDidHide, useDidShow } from '@tarojs/taro'
import { useEffect, useRef } from 'react'
import { keep, readKept } from '../../client/kept-values'

const keyOf = (roundId: string, villageId: string) => `open/${roundId}/${villageId}`

/** A phone that lies open on the table is not a form that takes long. */
const LONGEST_LOOK_MS = 5 * 60_000
/** As many as the contract takes. */
const MOST = 86_400

export function secondsOpen(roundId: string, villageId: string): number {
  return Math.min(Math.round(secondsKept(roundId, villageId)), MOST)
}

/** Counts while the page is shown; `look` at every touch, so that a killed app loses no more than the last pause. */
export function useOpenTime(roundId: string, villageId: string): { look: () => void } {
  /** When it was last looked at; null: the page is hidden. */
  const since = useRef<number | null>(null)
  const look = useRef(() => {})
  look.current = () => {
    const now = Date.now()
    if (since.current !== null) add(roundId, villageId, now - since.current)
    since.current = now
  }
  const pause = useRef(() => {
    look.current()
    since.current = null
  })
  useDidShow(() => look.current())
  useDidHide(() => pause.current())
  useEffect(() => () => pause.current(), [])
  return useRef({ look: () => look.current() }).current
}

/** A clock that was set back meanwhile says nothing. */
function add(roundId: string, villageId: string, ms: number): void {
  if (ms <= 0) return
  const seconds = Math.min(ms, LONGEST_LOOK_MS) / 1000
  keep(keyOf(roundId, villageId), secondsKept(roundId, villageId) + seconds)
}

function secondsKept(roundId: string, villageId: string): number {
  const kept = readKept(keyOf(roundId, villageId))
  return typeof kept === 'number' ? kept : 0
}
