import { useDidShow } from '@tarojs/taro'
import { useEffect, useMemo, useRef, useState } from 'react'
import { confirmationsThatWait, recordsOf, recordsOfRound } from '../../client/records'
import { keptToday } from '../../client/today'
import { type Deductions, readDeductions } from '../../client/use-deductions'
import { useKept } from '../../client/use-kept'
import { useKeptList } from '../use-kept-list'
import { type DeductionLine, deductionLines } from './deduction-lines'

/**
 * The deductions this inspector may see, of one village or of the whole day: at once as the phone knows them, anew
 * from the server (with photos to look at) whenever the page is shown and there is a signal.
 */
export function useDeductionLines(roundId: string, villageId: string | null): DeductionLine[] {
  const today = useKept(() => keptToday(roundId))
  const kept = useKeptList(() => (villageId === null ? recordsOfRound(roundId) : recordsOf(roundId, villageId)))
  const waiting = useKeptList(() => confirmationsThatWait(roundId))
  // What has gone out meanwhile stands elsewhere now: looked at again.
  const unsent = kept.filter(({ state }) => state === 'waiting').length + waiting.length
  const fresh = useFresh(roundId, villageId, unsent)
  return useMemo(() => {
    if (!today) return []
    const ofToday = today.deductions.filter((each) => villageId === null || each.villageId === villageId)
    const told = fresh && fresh.at > today.at ? fresh.deductions : ofToday
    return deductionLines({ today, told, kept, waiting, now: Date.now() + (fresh?.ahead ?? 0) })
  }, [today, fresh, kept, waiting, villageId])
}

/** What the server says now; without a signal what it said last, or null. An answer of a page left behind is dropped. */
function useFresh(roundId: string, villageId: string | null, unsent: number): Deductions | null {
  const [told, setTold] = useState<Deductions | null>(null)
  const asking = useRef(false)
  const isHere = useRef(true)
  const latest = useRef(unsent)
  latest.current = unsent
  const read = useRef(() => {})
  read.current = () => {
    if (asking.current || roundId === '') return
    asking.current = true
    // Something goes out while the answer is on its way: it may not hold that yet, and asks to confirm once more.
    const before = latest.current
    const isOld = () => latest.current !== before
    readDeductions(roundId, villageId)
      .then(
        (answer) => isHere.current && !isOld() && setTold(answer),
        // What the phone knows stands there already: no signal and a round that is over are no news.
        () => {},
      )
      .finally(() => {
        asking.current = false
        if (isHere.current && isOld()) read.current()
      })
  }
  useDidShow(() => read.current())
  // A segment that is opened later hears no onShow.
  // biome-ignore lint/correctness/useExhaustiveDependencies: what was sent is the reason to look again
  useEffect(() => read.current(), [unsent])
  useEffect(
    () => () => {
      isHere.current = false
    },
    [],
  )
  return told
}
