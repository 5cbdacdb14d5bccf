import { useState } from 'react'
import { call } from '../../client/call'
import { go } from '../../client/navigate'
import { newSendId } from '../../client/send-id'
import { useDeed } from '../../client/use-deed'
import { useRead } from '../../client/use-read'
import { useReading } from '../../client/use-reading'
import { defaultRules, defaultSchemeSettings } from '../../domain/default-scheme'

export function useSchemes() {
  return useReading(useRead(() => call('programme', 'schemes', {})))
}

/** A new scheme from the defaults: its name first, all else on its own page. */
export function useNewScheme() {
  const { doing, refused, run } = useDeed()
  const [title, setTitle] = useState<string | null>(null)
  const [id, setId] = useState('')

  async function begin() {
    if (!title?.trim()) return
    const newId = id || `S${(await newSendId()).replace(/[_-]/g, '').slice(0, 10)}`
    setId(newId)
    const rules = { ...defaultRules(newId, title.trim()), version: 1 }
    const made = await run(`${newId} ${rules.title}`, (sendId) =>
      call('programme', 'saveScheme', { rules, settings: defaultSchemeSettings(), revision: null, sendId }),
    )
    if (!made) return
    setTitle(null)
    setId('')
    go('prepare/scheme/index', { id: newId, version: '1' })
  }

  return { title, setTitle, beginning: doing !== null, refused, begin }
}
