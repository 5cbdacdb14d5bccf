import { useState } from 'react'
import { downloadDay } from '../../client/today'

export type DayDownload = {
  /** Pictures under way, of so many; null: nothing is. */
  progress: { done: number; of: number } | null
  /** The last try did not bring everything. */
  failed: boolean
  start: () => void
}

/** 下载今日资料. What did come stays, so trying again goes on from there. */
export function useDownload(roundId: string): DayDownload {
  const [progress, setProgress] = useState<DayDownload['progress']>(null)
  const [failed, setFailed] = useState(false)
  return { progress, failed, start: () => void start() }

  async function start(): Promise<void> {
    if (progress) return
    setFailed(false)
    setProgress({ done: 0, of: 0 })
    try {
      await downloadDay(roundId, (done, of) => setProgress({ done, of }))
    } catch {
      setFailed(true)
    } finally {
      setProgress(null)
    }
  }
}
