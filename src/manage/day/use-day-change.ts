import { useEffect, useState } from 'react'
import { call } from '../../client/call'
import { newSendId } from '../../client/send-id'
import { type Refused, refusedBy, useDeed } from '../../client/use-deed'
import type { CallOut } from '../../contract'
import type { Change, DayPlan } from '../../contract/round'

export type Foreseen = { kind: 'asking' } | { kind: 'plan'; plan: DayPlan } | { kind: 'refused'; refused: Refused }

/** One change of the day: first what the plan would then lack, then the change itself, for a reason. */
export function useDayChange(roundId: string, change: Change | null) {
  const { doing, refused, run } = useDeed()
  const [reason, setReason] = useState('')
  const [seen, setSeen] = useState<{ of: string; foreseen: Foreseen } | null>(null)
  const [done, setDone] = useState<CallOut<'round', 'changeDay'> | null>(null)
  const asked = change === null ? '' : JSON.stringify(change)

  useEffect(() => {
    if (asked === '') return
    let left = false
    void foresee(roundId, JSON.parse(asked) as Change).then((foreseen) => {
      if (!left) setSeen({ of: asked, foreseen })
    })
    return () => {
      left = true
    }
  }, [roundId, asked])

  async function make() {
    if (change === null) return
    // Another reason is another send: were the first one done after all, this one must not pass for it.
    const answer = await run(`${asked} ${reason}`, (sendId) =>
      call('round', 'changeDay', { roundId, sendId, change, reason: reason.trim(), preview: false }),
    )
    if (answer) setDone(answer)
  }

  const foreseen: Foreseen = seen !== null && seen.of === asked ? seen.foreseen : { kind: 'asking' }
  return { doing: doing !== null, refused, reason, setReason, foreseen, done, make }
}

export type DayChanging = ReturnType<typeof useDayChange>

async function foresee(roundId: string, change: Change): Promise<Foreseen> {
  try {
    // Nothing is written, so the reason is not asked for yet.
    const send = { roundId, sendId: await newSendId(), change, reason: '先看看', preview: true }
    const { plan } = await call('round', 'changeDay', send)
    return { kind: 'plan', plan }
  } catch (error) {
    return { kind: 'refused', refused: refusedBy(error) }
  }
}
