import { useState } from 'react'
import type { SchemeVersion } from '../../../contract/programme'
import { type Entry, inOrderOf, type ListName, schemeLists } from '../../../domain/scheme-lists'
import { useSaving } from '../use-saving'

/** Entries moved about on the screen, and kept once they stand right. */
export function useOrder(list: ListName, version: SchemeVersion, done: () => void) {
  const { get, idOf } = schemeLists[list]
  const idsOf = (entries: readonly Entry[]) => entries.map((entry) => idOf(entry as never))
  const stored = idsOf(get(version.rules) as readonly Entry[])
  const [ids, setIds] = useState(stored)
  const { saving, refused, save: keep } = useSaving(version)

  function move(at: number, by: 1 | -1) {
    if (ids[at + by] === undefined) return
    const moved = [...ids]
    ;[moved[at], moved[at + by]] = [moved[at + by]!, moved[at]!]
    setIds(moved)
  }

  async function save() {
    // Whatever else was changed meanwhile stands; only the order is ours.
    const outcome = await keep(
      ({ rules, settings }) => ({ rules: inOrderOf(list, rules, ids), settings }),
      () => true,
    )
    if (outcome === 'saved') done()
  }

  return {
    entries: get(inOrderOf(list, version.rules, ids)) as readonly Entry[],
    isChanged: ids.join() !== stored.join(),
    saving,
    refused,
    move,
    save,
  }
}
