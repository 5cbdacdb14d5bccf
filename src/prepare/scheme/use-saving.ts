import { useRef, useState } from 'react'
import { call } from '../../client/call'
import { newSendId } from '../../client/send-id'
import { type Refused, refusedBy } from '../../client/use-deed'
import type { SchemeRules, SchemeVersion } from '../../contract/programme'
import type { SchemeContent } from '../../domain/scheme-differences'

/** Others may save meanwhile, again and again; after so many times it is said. */
const MOST_TRIES = 4

type Change = (content: SchemeContent) => SchemeContent

/**
 * Saves a change of a draft. Where somebody else saved meanwhile, `isSame` says whether what this change is about is still
 * as it was seen: then it is made again on theirs, otherwise their version is handed back to be looked at.
 */
export function useSaving(version: SchemeVersion) {
  const [saving, setSaving] = useState(false)
  const [refused, setRefused] = useState<Refused | null>(null)
  const busy = useRef(false)
  /** A send keeps its id until its outcome is known. */
  const ids = useRef(new Map<string, string>())

  async function save(
    change: Change,
    isSame: (theirs: SchemeVersion) => boolean,
    seen = version,
  ): Promise<'saved' | 'refused' | { theirs: SchemeVersion }> {
    if (busy.current) return 'refused'
    busy.current = true
    setSaving(true)
    setRefused(null)
    try {
      return await tries(change, isSame, seen)
    } catch (error) {
      setRefused(refusedBy(error))
      return 'refused'
    } finally {
      busy.current = false
      setSaving(false)
    }
  }

  async function tries(change: Change, isSame: (theirs: SchemeVersion) => boolean, first: SchemeVersion) {
    let seen = first
    for (let turn = 1; ; turn++) {
      try {
        await sendOnce(change(seen), seen.head.revision)
        return 'saved' as const
      } catch (error) {
        if (refusedBy(error).code !== 'changed' || turn === MOST_TRIES) throw error
        const { id, version: number } = seen.head
        const theirs = await call('programme', 'scheme', { id, version: number })
        if (!isSame(theirs)) return { theirs }
        seen = theirs
      }
    }
  }

  async function sendOnce(content: SchemeContent, revision: number): Promise<void> {
    // What was read is the contract's, and what is put in comes from forms of its shapes.
    const { rules, settings } = content as { rules: SchemeRules; settings: SchemeVersion['settings'] }
    const what = JSON.stringify([rules, settings, revision])
    const sendId = ids.current.get(what) ?? (await newSendId())
    ids.current.set(what, sendId)
    await call('programme', 'saveScheme', { rules, settings, revision, sendId })
    ids.current.delete(what)
  }

  return { saving, refused, save }
}
