import { useState } from 'react'
import { call } from '../../../client/call'
import { uploadEvidence } from '../../../client/evidence-photos'
import { back } from '../../../client/navigate'
import { takePhoto } from '../../../client/photos'
import { useDeed } from '../../../client/use-deed'
import type { Measurement } from '../../../contract/programme'
import { useTyped } from '../../use-typed'
import { typedNumber } from '../measured-words'

/** `value` as typed. */
export type FactForm = { value: string; evidence: string; photos: string[] }

/** What somebody else entered meanwhile; null: nothing stands there. */
type Theirs = { value: number; evidence: string; revision: number; byName: string } | null

export function useFactForm(roundId: string, fact: Measurement) {
  const { villageId, indicatorId } = fact
  const { doing, refused, run } = useDeed()
  const typed = useTyped<FactForm>(
    `form/fact/${roundId}/${villageId}/${indicatorId}`,
    { value: fact.value === null ? '' : String(fact.value), evidence: fact.evidence, photos: idsOf(fact) },
    fact.revision,
  )
  const [conflict, setConflict] = useState<{ now: Theirs } | null>(null)
  const value = typedNumber(typed.form.value)

  async function save(): Promise<void> {
    setConflict(null)
    const { evidence, photos, value: text } = typed.latest.current
    const number = typedNumber(text)
    if (number === null) return
    const revision = typed.over()
    const sent = { roundId, villageId, indicatorId, value: number, evidence: evidence.trim(), photos, revision }
    const saved = await run(JSON.stringify(sent), async (sendId) => {
      await uploadEvidence(roundId, villageId, photos)
      try {
        return await call('programme', 'enterMeasurement', { ...sent, sendId })
      } catch (error) {
        const { code, details } = error as { code?: string; details?: { now?: Theirs } }
        if (code === 'changed') setConflict({ now: details?.now ?? null })
        throw error
      }
    })
    if (saved) leave()
  }

  async function addPhoto(): Promise<void> {
    const id = await takePhoto()
    if (id !== null) typed.change({ photos: [...typed.latest.current.photos, id] })
  }

  function leave(): void {
    typed.done()
    back()
  }

  return {
    form: typed.form,
    change: typed.change,
    isChanged: typed.isChanged,
    isNumber: value !== null,
    saving: doing !== null,
    refused: conflict ? null : refused,
    save: () => void save(),
    addPhoto: () => void addPhoto(),
    removePhoto: (id: string) => typed.change({ photos: typed.form.photos.filter((one) => one !== id) }),
    conflict,
    takeMine() {
      typed.rebase(conflict?.now?.revision ?? null)
      void save()
    },
    takeTheirs: leave,
  }
}

function idsOf({ photos }: Measurement): string[] {
  return photos.map(({ id }) => id)
}
