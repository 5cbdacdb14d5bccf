import { useRef, useState } from 'react'
import { confirm } from '../client/device'
import { back } from '../client/navigate'
import { dropPhoto, takePhoto } from '../client/photos'
import { dropFormDraft, formDraft, keepFormDraft, newRecordId } from '../client/records'
import type { RingedPhoto } from '../contract/scoring'

/** What every form here has. `id`: the record's, given once, so that a form kept twice is one record. */
type KeptForm = { id: string; text: string; photos: RingedPhoto[] }

/**
 * A half-typed form that survives a killed app: every keystroke is on the phone before the screen shows it, until the
 * record is kept. `start`: what it begins with (blank, or the record to be edited).
 */
export function useKeptForm<Form extends KeptForm>(key: string, start: Form, isKept: (id: string) => boolean) {
  const [form, setForm] = useState<Form>(() => begin(key, start, isKept))
  const [isTouched, setTouched] = useState(() => formDraft(key) !== undefined)
  const latest = useRef(form)
  const busy = useRef(false)

  function change(patch: Partial<Form>): void {
    latest.current = { ...latest.current, ...patch }
    keepFormDraft(key, latest.current)
    setForm(latest.current)
    setTouched(true)
  }

  /** Once, however often it is pressed. The draft knows the id first: killed in between, it is not kept again. */
  async function keep(record: (form: Form) => void): Promise<void> {
    if (busy.current) return
    busy.current = true
    if (latest.current.id === '') change({ id: await newRecordId() } as Partial<Form>)
    record(latest.current)
    dropFormDraft(key)
    back()
  }

  async function addPhoto(): Promise<void> {
    const id = await takePhoto()
    if (id !== null) change({ photos: [...latest.current.photos, { id, ring: null }] } as Partial<Form>)
  }

  function removePhoto(id: string): void {
    change({ photos: latest.current.photos.filter((photo) => photo.id !== id) } as Partial<Form>)
    if (!isAtStart(id)) dropPhoto(id)
  }

  async function giveUp(): Promise<void> {
    const agreed = await confirm({ title: '不要了？', text: '刚才写的和拍的都删掉。', yes: '删掉', no: '留着' })
    if (!agreed) return
    for (const { id } of latest.current.photos) if (!isAtStart(id)) dropPhoto(id)
    dropFormDraft(key)
    back()
  }

  return { form, isTouched, change, keep, addPhoto, removePhoto, giveUp }

  /** A record that is being edited keeps its photos until the edit is kept. */
  function isAtStart(id: string): boolean {
    return start.photos.some((photo) => photo.id === id)
  }
}

/** A draft whose record was kept already (killed right after) is done with. */
function begin<Form extends KeptForm>(key: string, start: Form, isKept: (id: string) => boolean): Form {
  const draft = formDraft(key) as Form | undefined
  if (!draft) return start
  if (start.id === '' && draft.id !== '' && isKept(draft.id)) {
    dropFormDraft(key)
    return start
  }
  return draft
}

/** The contract's Text takes so many characters. */
export const LEAST_TEXT = 2
export const MOST_TEXT = 500
