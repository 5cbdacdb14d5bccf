import { useEffect, useRef, useState } from 'react'
import { call } from '../../../client/call'
import { newSendId } from '../../../client/send-id'
import { useDeed } from '../../../client/use-deed'
import type { HeldRole } from '../../../contract/member'
import { personInWords } from '../person-words'
import type { People, Person } from '../use-people'

export type PersonForm = { name: string; districtId: string | null; roles: HeldRole[] }

/** `reload`: what stands now, where it was not saved. */
type Saving = { onSaved: (memberId: string) => Promise<void>; reload: () => Promise<void> }

/** The form of somebody new (null), taken in again (revoked), or changed. */
export function usePersonForm(person: Person | null, { onSaved, reload }: Saving) {
  const { doing, refused, run } = useDeed()
  const [form, setForm] = useState<PersonForm>(() => formOf(person))
  /** What the form was filled with: a newer one takes its place unless somebody has typed. */
  const base = useRef(formOf(person))
  const newId = useRef('')
  const revision = person && !person.revoked ? person.revision : null
  const isChanged = JSON.stringify(form) !== JSON.stringify(base.current)

  // biome-ignore lint/correctness/useExhaustiveDependencies: the person as read anew, not the form, is what this follows.
  useEffect(() => {
    const fresh = formOf(person)
    if (!isChanged) setForm(fresh)
    base.current = fresh
  }, [person])

  async function save() {
    if (newId.current === '') newId.current = person?.memberId ?? `M${await newSendId()}`
    const memberId = newId.current
    const sent = { ...form, name: form.name.trim(), memberId, revision }
    const answer = await run(JSON.stringify(sent), (sendId) => call('member', 'saveMember', { ...sent, sendId }))
    if (!answer) return reload()
    base.current = form
    await onSaved(memberId)
  }

  return {
    form,
    change: (fields: Partial<PersonForm>) => setForm((before) => ({ ...before, ...fields })),
    /** Somebody else saved meanwhile: their words are taken over, ours are gone. */
    takeTheirs: () => setForm(base.current),
    isChanged,
    lacks: lacking(form),
    saving: doing !== null,
    refused,
    save,
  }
}

function formOf(person: Person | null): PersonForm {
  if (!person) return { name: '', districtId: null, roles: [] }
  const { name, districtId, roles } = person
  return { name, districtId, roles: roles.map(({ role, scope }) => ({ role, scope })) }
}

function lacking({ name, roles }: PersonForm): string | null {
  if (name.trim() === '') return '先写姓名'
  return roles.length === 0 ? '再加一个身份' : null
}

/** Two people of one name are told apart by what they do. */
export function namesake(form: PersonForm, memberId: string | undefined, people: People): string | null {
  const other = people.members.find((one) => one.name === form.name.trim() && one.memberId !== memberId && !one.revoked)
  return other ? personInWords(other, people) : null
}
