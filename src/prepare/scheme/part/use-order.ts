import { useState } from 'react'
import type { SchemeVersion } from '../../../contract/programme'
import { type Entry, inOrderOf, type ListName, schemeLists } from '../../../domain/scheme-lists'
import { useSaving } from '../use-saving'

/** Entries moved about on the screen, and kept once they stand right. */
export function useOrder(list: ListName, version: SchemeVersion, reload: () => Promise<void>) {
  const { get, idOf } = schemeLists[list]
  const stored = get(version.rules) as readonly Entry[]
  const [ids, setIds] = useState<string[] | null>(null)
  const { saving, refused, save: keep } = useSaving(version)
  const ordered = ids === null ? stored : (get(inOrderOf(list, version.rules, ids)) as readonly Entry[])

  function move(at: number, by: 1 | -1) {
    if (ids === null || ids[at + by] === undefined) return
    const moved = [...ids]
    ;[moved[at], moved[at + by]] = [moved[at + by]!, moved[at]!]
    setIds(moved)
  }

  async function save() {
    if (ids === null) return
    // Whatever else was changed meanwhile stands; only the order is ours.
    const done = await keep(
      ({ rules, settings }) => ({ rules: inOrderOf(list, rules, ids), settings }),
      () => true,
    )
    if (done !== 'saved') return
    setIds(null)
    await reload()
  }

  return {
    entries: ordered,
    moving: ids !== null,
    saving,
    refused,
    begin: () => setIds(stored.map((entry) => idOf(entry as never))),
    move,
    save,
    giveUp: () => setIds(null),
  }
}
