import { useEffect, useRef, useState } from 'react'
import { call, codeOf } from '../../../client/call'
import { confirm } from '../../../client/device'
import { forget, keep, readKept } from '../../../client/kept-values'
import { back } from '../../../client/navigate'
import { useDeed } from '../../../client/use-deed'
import { differing } from '../../../components/two-versions'
import { isObject } from '../../../domain/shape'
import type { KeptVillage, Villages } from '../use-villages'
import { blankForm, faultsOf, formOf, nextId, type VillageForm, versionsOf, villageOf } from './village-form'

/** What is typed, what it began with, and the revision that was; on the phone until it is saved. */
type Typed = { form: VillageForm; base: VillageForm; revision: number | null }

/** The form of one village, or of a new one (null). */
export function useVillageForm(village: KeptVillage | null, data: Villages, reload: () => Promise<void>) {
  const key = `village/${village?.id ?? ''}`
  const [kept] = useState(() => keptForm(key))
  const [typed, setTyped] = useState<Typed>(() => kept ?? begun(village, data))
  const latest = useRef(typed)
  const [theirs, setTheirs] = useState<KeptVillage | null>(null)
  const saving = useDeed()
  const removing = useDeed()
  const isNew = village === null
  const { form } = typed
  const others = data.villages.filter(({ id }) => isNew || id !== village.id)

  // biome-ignore lint/correctness/useExhaustiveDependencies: the village as read anew is what this follows.
  useEffect(() => {
    // Not what was drawn: somebody may have typed since.
    if (!isTouched(latest.current)) begin(village)
  }, [village])

  function put(next: Typed): void {
    latest.current = next
    keep(key, next)
    setTyped(next)
  }

  async function save({ form, revision } = latest.current): Promise<void> {
    const sent = villageOf(form)
    const answer = await saving.run(JSON.stringify([sent, revision]), async (sendId) => {
      try {
        return await call('programme', 'saveVillage', { village: sent, revision, sendId })
      } catch (error) {
        if (codeOf(error) === 'changed') await seeTheirs()
        throw error
      }
    })
    if (answer) leave()
  }

  /** Somebody else's version beside this one; a new village's id is another's by now, which the list then says. */
  async function seeTheirs(): Promise<void> {
    const now = await call('programme', 'villages', {})
    const stored = village && now.villages.find(({ id }) => id === village.id)
    if (stored) setTheirs(stored)
    else await reload()
  }

  async function remove(): Promise<void> {
    if (!village) return
    const agreed = await confirm({
      title: `删掉${village.name}？`,
      text: '从名单里删掉，它的码也就没有用了。',
      yes: '删掉',
      no: '留着',
    })
    if (!agreed) return
    const answer = await removing.run('remove', (sendId) =>
      call('programme', 'removeVillage', { villageId: village.id, sendId }),
    )
    if (answer) leave()
  }

  function leave(): void {
    forget(key)
    back()
  }

  function begin(fresh: KeptVillage | null): void {
    const next = begun(fresh, data)
    latest.current = next
    forget(key)
    setTyped(next)
    setTheirs(null)
  }

  return {
    form,
    isNew,
    change: (fields: Partial<VillageForm>) => put({ ...latest.current, form: { ...latest.current.form, ...fields } }),
    isChanged: isTouched(typed),
    /** From an earlier visit. */
    isKept: kept !== undefined && JSON.stringify(form) === JSON.stringify(kept.form),
    faults: faultsOf(form, isNew ? data.villages : others),
    /** Another village of this name. */
    namesake: others.find(({ name }) => name === form.name.trim()) ?? null,
    freeId: nextId(data.villages),
    saving: saving.doing !== null,
    removing: removing.doing !== null,
    notSaved: saving.refused,
    notRemoved: removing.refused,
    save: () => void save(),
    remove: () => void remove(),
    giveUp: () => begin(village),
    conflict: theirs && differing(versionsOf(theirs, villageOf(form), data.districts)),
    takeMine() {
      const next = { form: latest.current.form, base: formOf(theirs!), revision: theirs!.revision }
      put(next)
      setTheirs(null)
      void save(next)
    },
    takeTheirs: () => begin(theirs),
  }
}

export type VillageEditing = ReturnType<typeof useVillageForm>

function isTouched({ form, base }: Typed): boolean {
  return JSON.stringify(form) !== JSON.stringify(base)
}

function begun(village: KeptVillage | null, { villages, districts }: Villages): Typed {
  const only = districts.length === 1 ? districts[0]!.id : ''
  const base = village ? formOf(village) : blankForm(nextId(villages), only)
  return { form: base, base, revision: village?.revision ?? null }
}

function keptForm(key: string): Typed | undefined {
  const kept = readKept(key)
  return isObject(kept) && 'form' in kept && 'base' in kept && 'revision' in kept ? (kept as Typed) : undefined
}
