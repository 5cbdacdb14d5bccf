import { useEffect, useRef, useState } from 'react'
import { call, codeOf } from '../../client/call'
import { forget, keep, readKept } from '../../client/kept-values'
import { useDeed } from '../../client/use-deed'
import { useRead } from '../../client/use-read'
import { type Reading, useReading } from '../../client/use-reading'
import { differing } from '../../components/two-versions'
import type { CallOut } from '../../contract'
import type { District } from '../../contract/programme'
import { isObject } from '../../domain/shape'

export type Overview = CallOut<'programme', 'overview'>

export function useOverview(): Reading<Overview> {
  return useReading(useRead(() => call('programme', 'overview', {})))
}

type Form = { title: string; districts: District[] }
/** What is typed, what it began with, and the revision that was; on the phone until it is saved. */
type Typed = { form: Form; base: Form; revision: number | null }

const KEY = 'programme/overview'

export function useOverviewForm(overview: Overview, reload: () => Promise<void>) {
  const [typed, setTyped] = useState<Typed>(() => keptForm() ?? begun(overview))
  const latest = useRef(typed)
  const [theirs, setTheirs] = useState<Overview | null>(null)
  const { doing, refused, run } = useDeed()
  const { form, base } = typed

  // biome-ignore lint/correctness/useExhaustiveDependencies: the programme as read anew is what this follows.
  useEffect(() => {
    // Not what was drawn: somebody may have typed since.
    if (!isTouched(latest.current)) adopt(overview)
  }, [overview])

  function put(form: Form): void {
    latest.current = { ...latest.current, form }
    keep(KEY, latest.current)
    setTyped(latest.current)
  }

  function adopt(fresh: Overview): void {
    latest.current = begun(fresh)
    forget(KEY)
    setTyped(latest.current)
    setTheirs(null)
  }

  async function save({ form, revision } = latest.current): Promise<void> {
    const title = form.title.trim()
    const districts = form.districts.map(({ id, name }) => ({ id, name: name.trim() }))
    const answer = await run(JSON.stringify([title, districts, revision]), async (sendId) => {
      try {
        return await call('programme', 'saveOverview', { title, districts, revision, sendId })
      } catch (error) {
        if (codeOf(error) === 'changed') setTheirs(await call('programme', 'overview', {}))
        throw error
      }
    })
    if (!answer) return
    forget(KEY)
    latest.current = { form: { title, districts }, base: { title, districts }, revision: answer.revision }
    setTyped(latest.current)
    await reload()
  }

  return {
    form,
    isChanged: isTouched(typed),
    lacks: lacking(form),
    saving: doing !== null,
    refused,
    setTitle: (title: string) => put({ ...form, title }),
    rename: (id: string, name: string) =>
      put({ ...form, districts: form.districts.map((one) => (one.id === id ? { id, name } : one)) }),
    add: () =>
      put({
        ...form,
        districts: [...form.districts, { id: freeId([...form.districts, ...base.districts]), name: '' }],
      }),
    take: (id: string) => put({ ...form, districts: form.districts.filter((one) => one.id !== id) }),
    /** Those that somebody uses go back to where they stood. */
    putBack: () => put({ ...form, districts: [...base.districts.filter(isGone), ...form.districts] }),
    /** Taken out, and in use: by name. */
    inUse: namesOf(refused?.code === 'inUse' ? refused.details.districtIds : []),
    save: () => void save(),
    conflict: theirs && differing(versionsOf(theirs, form)),
    takeMine() {
      latest.current = { form: latest.current.form, base: begun(theirs!).base, revision: theirs!.revision }
      put(latest.current.form)
      setTheirs(null)
      void save()
    },
    takeTheirs: () => adopt(theirs!),
  }

  function isGone({ id }: District): boolean {
    return !form.districts.some((one) => one.id === id)
  }

  function namesOf(ids: unknown): string[] {
    return base.districts
      .filter((one) => Array.isArray(ids) && ids.includes(one.id) && isGone(one))
      .map(({ name }) => name)
  }
}

function isTouched({ form, base }: Typed): boolean {
  return JSON.stringify(form) !== JSON.stringify(base)
}

function begun({ title, districts, revision }: Overview): Typed {
  const form = { title, districts: districts.map(({ id, name }) => ({ id, name })) }
  return { form, base: form, revision }
}

function lacking({ title, districts }: Form): string | null {
  if (title.trim() === '') return '先写试点名称'
  if (districts.some(({ name }) => name.trim() === '')) return '有一个区没写名称'
  const names = districts.map(({ name }) => name.trim())
  const double = names.find((name, n) => names.indexOf(name) !== n)
  return double === undefined ? null : `${double}写了两遍`
}

/** D01, D02, …: nobody reads it but the files. */
function freeId(districts: readonly District[]): string {
  for (let n = 1; ; n++) {
    const id = `D${String(n).padStart(2, '0')}`
    if (!districts.some((one) => one.id === id)) return id
  }
}

function versionsOf(theirs: Overview, mine: Form) {
  const names = ({ districts }: Form) => districts.map(({ name }) => name).join('、')
  return [
    { what: '试点名称', theirs: theirs.title, mine: mine.title },
    { what: '区', theirs: names(theirs), mine: names(mine) },
  ]
}

function keptForm(): Typed | undefined {
  const kept = readKept(KEY)
  return isObject(kept) && 'form' in kept && 'base' in kept && 'revision' in kept ? (kept as Typed) : undefined
}
