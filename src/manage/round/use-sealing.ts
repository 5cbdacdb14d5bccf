import { useDidHide, useDidShow } from '@tarojs/taro'
import { useEffect, useRef, useState } from 'react'
import { call, codeOf } from '../../client/call'
import { newSendId } from '../../client/send-id'
import type { SealingProgress } from '../../contract/round'

const PAUSE_AFTER_LOST_ANSWER_MS = 2000

/**
 * Drives the sealing job on, step by step, while somebody looks at it. Leaving stops nothing: the job stands where it
 * stands, and whoever looks next takes it on. `ended` is called when there is nothing more to drive.
 */
export function useSealing(roundId: string, isSealing: boolean, ended: (failed: boolean) => void) {
  const [progress, setProgress] = useState<SealingProgress | null>(null)
  const [visible, setVisible] = useState(true)
  useDidShow(() => setVisible(true))
  useDidHide(() => setVisible(false))
  const whenEnded = useRef(ended)
  whenEnded.current = ended

  useEffect(() => {
    if (!isSealing || !visible) return
    let left = false
    void drive()
    return () => {
      left = true
    }

    async function drive() {
      while (!left) {
        try {
          const step = await call('round', 'seal', { roundId, sendId: await newSendId(), drive: true })
          if (left) return
          setProgress(step)
          if (step.state === 'sealing') continue
          return whenEnded.current(step.state !== 'sealed')
        } catch (error) {
          if (left) return
          if (codeOf(error) !== 'tryAgain') return whenEnded.current(codeOf(error) === 'sealingFailed')
          await new Promise((resolve) => setTimeout(resolve, PAUSE_AFTER_LOST_ANSWER_MS))
        }
      }
    }
  }, [isSealing, visible, roundId])

  return progress
}
