import { haptic } from '../../client/device'
import { keepRecord, recordsOf } from '../../client/records'
import type { RingedPhoto } from '../../contract/scoring'
import { useStopToMark } from '../use-day'
import { LEAST_TEXT, useKeptForm } from '../use-kept-form'
import { useWaiting } from '../use-waiting'

type Form = { id: string; itemId: string | null; occurrences: number; text: string; photos: RingedPhoto[] }
const BLANK: Form = { id: '', itemId: null, occurrences: 1, text: '', photos: [] }

export function useDeductionForm() {
  const { roundId, villageId, today, stop, screen } = useStopToMark()
  const offline = useWaiting()
  const kept = useKeptForm(`deduct/${roundId}/${villageId}`, BLANK, (id) =>
    recordsOf(roundId, villageId).some((record) => record.id === id),
  )
  if (!today || !stop) return { screen, offline, view: null }
  const { form, change, addPhoto, removePhoto, giveUp, isTouched } = kept
  return {
    screen,
    offline,
    view: {
      village: stop.village.name,
      isClosed: today.round.state !== 'ready' && today.round.state !== 'running',
      items: today.deductionItems,
      item: today.deductionItems.find(({ id }) => id === form.itemId) ?? null,
      form,
      change,
      addPhoto: () => void addPhoto(),
      removePhoto: (id: string) => void removePhoto(id),
      giveUp: isTouched ? () => void giveUp() : undefined,
      action: actionOf(),
    },
  }

  function actionOf(): { label: string; onPress?: () => void } {
    if (form.itemId === null) return { label: '先选扣哪一条' }
    if (form.text.trim().length < LEAST_TEXT) return { label: '先写看到了什么' }
    return { label: `提出${stop!.village.name}扣分`, onPress: () => void propose() }
  }

  async function propose(): Promise<void> {
    haptic()
    await kept.keep(({ id, itemId, occurrences, text, photos }) =>
      keepRecord({ kind: 'deduction', id, roundId, villageId, itemId, occurrences, text: text.trim(), photos }),
    )
  }
}
