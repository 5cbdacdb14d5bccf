import { useRef, useState } from 'react'
import { backTo } from '../../../client/back-to'
import { confirm } from '../../../client/device'
import type { SchemeVersion } from '../../../contract/programme'
import { type SchemeDifference, schemeDifferences } from '../../../domain/scheme-differences'
import { blockingOf, schemeFaults } from '../../../domain/scheme-faults'
import { useSaving } from '../use-saving'
import { queryOf } from '../use-scheme'
import { entryKey, forgetEntry, keepEntry, keptEntry } from './kept-entry'
import { isListName, type Lens, partOfKind } from './lenses'

type Asked = { kind: string; entry: string | undefined }

/**
 * One form of a draft: every keystroke is on the phone before the screen shows it, its faults are told by the same rule that
 * decides when it is published, and it is saved whatever they are.
 */
export function useEntry<T>(version: SchemeVersion, { kind, entry }: Asked, lens: Lens<T>, start: T) {
  const key = entryKey(version.head, kind, entry)
  const [kept] = useState(() => keptEntry(key))
  const [form, setForm] = useState<T>(() => (kept ? (kept.form as T) : start))
  const base = useRef<T>(kept ? (kept.base as T) : start)
  const latest = useRef(form)
  const [seen, setSeen] = useState(version)
  const [theirs, setTheirs] = useState<SchemeVersion | null>(null)
  const saving = useSaving(seen)
  const content = lens.write(seen, form)
  const faults = lens.faults(schemeFaults(content.rules, content.settings), content, form)
  const isChanged = JSON.stringify(form) !== JSON.stringify(base.current)

  function replace(whole: T): void {
    latest.current = whole
    keepEntry(key, { base: base.current, form: latest.current })
    setForm(latest.current)
  }

  async function save(over: SchemeVersion = seen): Promise<void> {
    // A new entry stands beside whatever others added.
    const isSame = (now: SchemeVersion) => lens.isNew || JSON.stringify(lens.read(now)) === JSON.stringify(base.current)
    const outcome = await saving.save((now) => lens.write(now, latest.current), isSame, over)
    if (typeof outcome === 'object') setTheirs(outcome.theirs)
    else if (outcome === 'saved') leave()
  }

  async function remove(): Promise<void> {
    const agreed = await confirm({ title: '删掉这一条？', text: '从这版草稿里删掉。', yes: '删掉', no: '留着' })
    if (!agreed || !lens.remove) return
    const outcome = await saving.save(
      (now) => lens.remove!(now, latest.current),
      () => true,
    )
    if (outcome === 'saved') leave()
  }

  function leave(): void {
    forgetEntry(key)
    // Not just back: after a reload nothing lies below.
    const part = partOfKind(kind)
    if (part === kind && !isListName(kind)) backTo('prepare/scheme/index', queryOf(version))
    else backTo('prepare/scheme/part/index', { ...queryOf(version), part })
  }

  return {
    form,
    faults,
    blocking: blockingOf(faults).length,
    isChanged,
    /** From an earlier visit. */
    isKept: kept !== undefined,
    lacksNumber: hasNoNumber(form),
    change: (fields: Partial<T>) => replace({ ...latest.current, ...fields }),
    replace,
    saving: saving.saving,
    refused: saving.refused,
    save: () => void save(),
    remove: lens.remove && (() => void remove()),
    giveUp: leave,
    /** Somebody else changed the same meanwhile: what of it differs, `was` theirs and `becomes` ours. */
    conflict: theirs && { by: theirs.head.savedByName, differences: between(theirs) },
    takeMine() {
      const now = theirs!
      const read = lens.read(now)
      if (read !== null) base.current = read
      setSeen(now)
      setTheirs(null)
      void save(now)
    },
    takeTheirs: leave,
  }

  function between(now: SchemeVersion): SchemeDifference[] {
    return schemeDifferences(now, lens.write(now, form))
  }
}

export type EntryForm<T> = ReturnType<typeof useEntry<T>>

/** A field for a number with none in it: the contract would refuse the whole scheme. */
function hasNoNumber(value: unknown): boolean {
  if (typeof value === 'number') return Number.isNaN(value)
  return typeof value === 'object' && value !== null && Object.values(value).some(hasNoNumber)
}
