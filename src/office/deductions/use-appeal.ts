import { useState } from 'react'
import { call } from '../../client/call'
import { storage } from '../../client/device'
import { toTop } from '../../client/navigate'
import { useDeed } from '../../client/use-deed'
import type { Deduction } from '../../contract/deductions'

/** One appeal at a time is written; what was written outlives a killed app until the server has it. */
export function useAppeal(roundId: string, reload: () => Promise<void>) {
  const { doing, refused, run } = useDeed()
  const [about, setAbout] = useState<string | null>(null)
  const [reason, setReason] = useState('')

  function write({ id }: Deduction) {
    setAbout(id)
    toTop()
    setReason(typeof storage.get(draftOf(id)) === 'string' ? String(storage.get(draftOf(id))) : '')
  }

  function type(text: string) {
    setReason(text)
    if (about !== null) keep(draftOf(about), text)
  }

  async function send() {
    if (about === null) return
    const sent = reason.trim()
    const answer = await run(`${about} ${sent}`, (sendId) =>
      call('scoring', 'appeal', { roundId, deductionId: about, sendId, reason: sent }),
    )
    if (answer) {
      storage.remove(draftOf(about))
      setAbout(null)
    }
    await reload()
  }

  return { doing: doing !== null, refused, about, reason, write, type, send, leave: () => setAbout(null) }
}

export type Appeal = ReturnType<typeof useAppeal>

const draftOf = (deductionId: string) => `appeal/${deductionId}`

/** A full phone still lets one write and send. */
function keep(key: string, text: string): void {
  try {
    storage.set(key, text)
  } catch {}
}
